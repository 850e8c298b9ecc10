import { useLocation } from 'preact-iso/router'
import { ask, control } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { About } from '../../parts/thing.tsx'
import { distance, moment, Time } from '../../parts/time.tsx'
import { href, world } from '../../place.ts'
import { advance, type Plan } from './clock.ts'
import { DueAxis } from './due-axis.tsx'
import { workName } from './names.ts'
import { t } from './texts.ts'

interface Upcoming {
  readonly now: string
  readonly plans: readonly Plan[]
  /** The order that the filter names, with the resources it opened. */
  readonly belonging: readonly string[]
}

/** What the world will do by itself. The filter is part of the address: an order's page links to what is due for it. */
export function Due() {
  const { query, route } = useLocation()
  const filter = query['about'] ?? ''
  const loaded = useLoaded(() => read(filter), [filter], { keep: true })
  const write = (about: string) => route(href('/today', { about }), true)
  return (
    <section class="card" aria-labelledby="due">
      <header>
        <h2 id="due">{t('due')}</h2>
        {loaded.data && <span class="count num">{loaded.data.plans.length}</span>}
        <input
          type="search"
          class="actions"
          placeholder={t('due.filter')}
          aria-label={t('due.filter')}
          value={filter}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </header>
      <Shown of={loaded}>{(upcoming) => <Plans {...upcoming} filter={filter} />}</Shown>
    </section>
  )
}

async function read(filter: string): Promise<Upcoming> {
  const query = { world: world.value }
  const [clock, { upcoming }] = await Promise.all([
    ask(control.GET('/_sandbox/clock', { params: { query } })),
    ask(control.GET('/_sandbox/clock/upcoming', { params: { query } })),
  ])
  return { now: clock.now, plans: upcoming, belonging: await resourcesOf(filter) }
}

async function resourcesOf(order: string): Promise<readonly string[]> {
  if (!/^CS\w{10,}$/.test(order)) return []
  const path = { world: world.value, kind: 'orders', id: order }
  const found = await ask(control.GET('/_sandbox/worlds/{world}/entities/{kind}/{id}', { params: { path } })).catch(() => undefined)
  const entity = found?.entity as { readonly resourceIds?: readonly string[] } | undefined
  return entity?.resourceIds ?? []
}

function Plans({ now, plans, belonging, filter }: Upcoming & { readonly filter: string }) {
  if (plans.length === 0) return <Empty title={t('due.none')}>{t('due.none.hint')}</Empty>
  const wanted = filter.toLowerCase()
  const matches = (plan: Plan) => {
    const text = `${plan.work} ${workName(plan)} ${JSON.stringify(plan.about)}`.toLowerCase()
    return text.includes(wanted) || belonging.some((id) => text.includes(id))
  }
  const shown = wanted === '' ? plans : plans.filter(matches)
  const last = shown.at(-1)
  if (!last) return <Empty title={t('due.no-match', { text: filter })}>{t('due.no-match.hint')}</Empty>
  const columns: readonly Column<Plan>[] = [
    { head: t('at'), width: '8.8rem', cell: ({ at }) => <Time at={at} only="minute" /> },
    { head: t('in'), width: '6.8rem', cell: ({ at }) => <span class="muted">{distance(at, now)}</span> },
    { head: t('work'), cell: (plan) => workName(plan), title: ({ work }) => work },
    {
      head: t('about'),
      width: '10.2rem',
      cell: ({ about }) => <About about={withoutSteps(about)} />,
      title: ({ about }) => JSON.stringify(about),
    },
    {
      head: '',
      width: '5rem',
      kind: 'number',
      cell: ({ at }) => (
        <button type="button" class="link" aria-label={t('here.label', { at: moment(at) })} onClick={() => advance({ to: at })}>
          {t('here')}
        </button>
      ),
    },
  ]
  return (
    <>
      <DueAxis now={now} plans={shown} />
      {wanted !== '' && (
        <div class="card-body">
          <button type="button" onClick={() => advance({ to: last.at })}>
            {t('due.end', { at: moment(last.at) })}
          </button>
        </div>
      )}
      <Table label={t('due')} rows={shown} columns={columns} rowKey={({ id }) => id} height={12} />
    </>
  )
}

/** The steps of a resource's plan stand in the column before. */
function withoutSteps(about: unknown): unknown {
  if (typeof about !== 'object' || about === null || !('steps' in about)) return about
  const { steps: _, ...rest } = about
  return rest
}
