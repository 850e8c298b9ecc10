import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { ask, control } from '../../api.ts'
import { type Exchange, useExchanges } from '../../journal.ts'
import { useLoaded } from '../../loaded.ts'
import { Empty, Failure } from '../../parts/shown.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { Time } from '../../parts/time.tsx'
import { attempt } from '../../parts/toast.tsx'
import { href, world } from '../../place.ts'
import { Status, Verdict } from './marks.tsx'
import { t } from './texts.ts'

const STATUSES = ['2xx', '3xx', '4xx', '5xx'] as const
const VERDICTS = ['error', 'warning', 'none'] as const
/** Calls that a search finds at most. */
const MOST = 500

interface Filter {
  readonly text: string
  readonly status: string
  readonly verdict: string
}

/** The calls as they come. The search is part of the address. */
export function ListOfRequests() {
  const { query, route } = useLocation()
  const { text = '', status = '', verdict = '' } = query
  const filter: Filter = { text, status, verdict }
  const filtered = text !== '' || status !== '' || verdict !== ''
  const arrived = useExchanges()
  // Rows that move too fast can be neither read nor hit.
  const [paused, pause] = useState<readonly Exchange[]>()
  const live = paused ?? arrived
  const go = (change: Partial<Filter>) => route(href('/requests', { ...filter, ...change }), true)
  const clear = async () => {
    await attempt(
      () => ask(control.DELETE('/_sandbox/journal')),
      () => t('cleared'),
    )
    pause(undefined)
  }
  return (
    <>
      <div class="page-head">
        <h1>{t('title')}</h1>
        <p class="muted">{t('about')}</p>
        <div class="actions buttons">
          <button
            type="button"
            aria-pressed={paused !== undefined}
            onClick={() => pause(paused ? undefined : arrived)}
            disabled={arrived.length === 0}
          >
            {t('pause')}
          </button>
          <button type="button" onClick={clear} disabled={live.length === 0}>
            {t('clear')}
          </button>
        </div>
      </div>
      <Filters filter={filter} go={go} />
      {filtered ? (
        <Found filter={filter} last={live.at(-1)?.n ?? 0} reset={() => go({ text: '', status: '', verdict: '' })} />
      ) : live.length === 0 ? (
        <Empty title={t('none')}>{t('none.hint')}</Empty>
      ) : (
        <Rows rows={live.toReversed()} />
      )}
    </>
  )
}

/** What the sandbox finds; it looks again when a call came in. */
function Found({ filter, last, reset }: { readonly filter: Filter; readonly last: number; readonly reset: () => void }) {
  const { text, status, verdict } = filter
  const found = useLoaded(
    () =>
      ask(
        control.GET('/_sandbox/journal', {
          params: {
            query: {
              world: world.value,
              limit: MOST,
              ...(text === '' ? {} : { text }),
              ...(status === '' ? {} : { status }),
              // Read from the address: the sandbox refuses another one.
              ...(verdict === '' ? {} : { verdict: verdict as 'error' }),
            },
          },
        }),
      ),
    [text, status, verdict, last],
    { live: false, keep: true },
  )
  if (found.failure && !found.data) return <Failure of={found.failure} retry={found.reload} />
  if (!found.data) return null
  if (found.data.entries.length > 0) return <Rows rows={found.data.entries.toReversed()} />
  return (
    <Empty title={t('no-match')}>
      <p>{t('no-match.hint')}</p>
      <button type="button" onClick={reset}>
        {t('all')}
      </button>
    </Empty>
  )
}

function Rows({ rows }: { readonly rows: readonly Exchange[] }) {
  const columns: readonly Column<Exchange>[] = [
    { head: t('number'), width: '5rem', cell: ({ n }) => <span class="num">{n}</span> },
    { head: t('at'), width: '10.5rem', cell: ({ at }) => <Time at={at} /> },
    {
      head: t('call'),
      cell: ({ request }) => (
        <code>
          {request.method} {request.path}
          {request.query === '' ? '' : `?${request.query}`}
        </code>
      ),
      title: ({ request }) => `${request.method} ${request.path}${request.query === '' ? '' : `?${request.query}`}`,
    },
    { head: t('operation'), width: '14rem', cell: ({ operation }) => <code>{operation}</code>, title: ({ operation }) => operation },
    { head: t('caller'), width: '9rem', cell: ({ caller }) => caller?.account ?? <span class="muted">{t('nobody')}</span> },
    { head: t('answer'), width: '9rem', cell: (one) => <Status exchange={one} /> },
    { head: t('findings'), width: '6.5rem', cell: ({ findings }) => <Verdict findings={findings} /> },
    { head: t('took'), width: '5.5rem', kind: 'number', cell: ({ ms }) => `${ms.toFixed(1)} ms` },
  ]
  return (
    <Table label={t('title')} rows={rows} columns={columns} rowKey={({ n }) => n} link={({ n }) => href(`/requests/${n}`)} height={20} />
  )
}

function Filters({ filter, go }: { readonly filter: Filter; readonly go: (change: Partial<Filter>) => void }) {
  return (
    <div class="filters">
      <input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={filter.text}
        maxLength={200}
        onInput={(event) => go({ text: event.currentTarget.value })}
      />
      <select aria-label={t('status')} value={filter.status} onChange={(event) => go({ status: event.currentTarget.value })}>
        <option value="">{t('any-status')}</option>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {status}
          </option>
        ))}
      </select>
      <select aria-label={t('verdict')} value={filter.verdict} onChange={(event) => go({ verdict: event.currentTarget.value })}>
        <option value="">{t('any-verdict')}</option>
        {VERDICTS.map((verdict) => (
          <option key={verdict} value={verdict}>
            {t(`verdict.${verdict}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
