import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { ask, control, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { State } from '../../parts/state.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { Time } from '../../parts/time.tsx'
import { href } from '../../place.ts'
import { SellerForm } from './seller-form.tsx'
import { t } from './texts.ts'

type Summary = Schemas['ExaminationSummary']

/** How often a page asks how far an examination is, milliseconds. */
export const AGAIN = 500

/** The form that starts one, and those that there are. */
export function Overview() {
  const { route } = useLocation()
  const loaded = useLoaded(() => ask(control.GET('/_sandbox/examinations')), [], { live: false })
  const runs = loaded.data?.examinations ?? []
  useEffect(() => {
    if (!runs.some(({ state }) => state === 'running')) return
    const later = setTimeout(loaded.reload, AGAIN)
    return () => clearTimeout(later)
  }, [loaded.data])
  const columns: readonly Column<Summary>[] = [
    { head: t('id'), width: '5rem', cell: ({ id }) => <code>{id}</code> },
    { head: t('state'), width: '6rem', cell: ({ state }) => <State name={state} /> },
    { head: t('failed'), width: '5rem', kind: 'number', cell: ({ counts }) => counts.failed },
    { head: t('warned'), width: '6rem', kind: 'number', cell: ({ counts }) => counts.warned },
    { head: t('passed'), width: '5rem', kind: 'number', cell: ({ counts }) => counts.passed },
    { head: t('profile'), width: '13rem', cell: ({ profile }) => <code>{profile}</code>, title: ({ profile }) => profile },
    { head: t('url'), cell: ({ url }) => <code>{url}</code>, title: ({ url }) => url },
    { head: t('at'), width: '10.5rem', cell: ({ startedAt }) => <Time at={startedAt} /> },
  ]
  return (
    <>
      <div class="page-head">
        <h1>{t('title')}</h1>
        <p class="muted">{t('about')}</p>
      </div>
      <Shown of={loaded}>
        {({ available, profiles }) =>
          available ? (
            <>
              <SellerForm profiles={profiles} onStart={({ id }) => route(href(`/examination/${id}`))} />
              {runs.length === 0 ? (
                <Empty title={t('none')}>{t('none.hint')}</Empty>
              ) : (
                <Table
                  label={t('list')}
                  rows={runs.toReversed()}
                  columns={columns}
                  rowKey={({ id }) => id}
                  link={({ id }) => href(`/examination/${id}`)}
                />
              )}
            </>
          ) : (
            <Empty title={t('unavailable')}>{t('unavailable.hint')}</Empty>
          )
        }
      </Shown>
    </>
  )
}
