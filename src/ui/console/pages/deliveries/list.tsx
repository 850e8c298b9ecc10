import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { ask, control, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { State } from '../../parts/state.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { Time } from '../../parts/time.tsx'
import { href, world } from '../../place.ts'
import { Resend } from './resend.tsx'
import { t } from './texts.ts'

type Delivery = Schemas['Delivery']

const STATES = ['waiting', 'calling', 'succeeded', 'held', 'given-up'] as const

/** The calls, the newest first; those that are chosen are sent again together. */
export function ListOfDeliveries() {
  const { query, route } = useLocation()
  const status = query['status'] ?? ''
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const loaded = useLoaded(
    () =>
      ask(
        control.GET('/_sandbox/deliveries', {
          // Read from the address: the sandbox refuses another one.
          params: { query: { world: world.value, limit: 500, ...(status === '' ? {} : { status: status as 'held' }) } },
        }),
      ),
    [status],
    { keep: true },
  )
  const flip = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    choose(next)
  }
  const columns: readonly Column<Delivery>[] = [
    { head: t('id'), width: '6.5rem', cell: ({ id }) => <code>{id}</code> },
    {
      head: t('choose'),
      width: '4.8rem',
      cell: ({ id, attempts }) => (
        <input
          class="above"
          type="checkbox"
          aria-label={`${t('choose')} ${id}`}
          checked={chosen.has(id)}
          disabled={attempts === 0}
          onChange={() => flip(id)}
        />
      ),
    },
    { head: t('state'), width: '6.8rem', cell: ({ status: state }) => <State name={state} /> },
    { head: t('call'), width: '12.7rem', cell: ({ operation }) => <code>{operation}</code>, title: ({ operation }) => operation },
    { head: t('order'), width: '9.6rem', cell: ({ orderId }) => <code>{orderId ?? '–'}</code> },
    { head: t('created'), width: '10.2rem', cell: ({ createdAt }) => <Time at={createdAt} /> },
    { head: t('attempts'), width: '5.2rem', kind: 'number', cell: ({ attempts }) => attempts },
    {
      head: t('last'),
      width: '6.8rem',
      cell: ({ last }) => last?.failure ?? last?.resultCode ?? last?.status ?? <span class="muted">–</span>,
    },
    {
      head: t('next'),
      width: '10.2rem',
      cell: ({ nextAt }) => (nextAt === undefined ? <span class="muted">–</span> : <Time at={nextAt} />),
    },
  ]
  return (
    <>
      <div class="filters">
        <select
          aria-label={t('state')}
          value={status}
          onChange={(event) => route(href('/deliveries', { status: event.currentTarget.value }), true)}
        >
          <option value="">{t('any-state')}</option>
          {STATES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </div>
      {chosen.size > 0 && <Resend ids={[...chosen]} onDone={() => choose(new Set())} />}
      <Shown of={loaded}>
        {({ deliveries }) =>
          deliveries.length > 0 ? (
            <Table
              label={t('title')}
              rows={deliveries.toReversed()}
              columns={columns}
              rowKey={({ id }) => id}
              link={({ id }) => href(`/deliveries/${encodeURIComponent(id)}`)}
              marked={({ id }) => chosen.has(id)}
              height={20}
            />
          ) : status === '' ? (
            <Empty title={t('none')}>
              <p>
                <a href={href('/deliveries/address')}>{t('none.hint')}</a>
              </p>
            </Empty>
          ) : (
            <Empty title={t('no-match')}>{t('no-match.hint')}</Empty>
          )
        }
      </Shown>
    </>
  )
}
