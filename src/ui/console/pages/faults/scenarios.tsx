import { ask, control, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Shown } from '../../parts/shown.tsx'
import { State } from '../../parts/state.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { attempt } from '../../parts/toast.tsx'
import { world } from '../../place.ts'
import { language } from '../../texts/language.ts'
import { t } from './texts.ts'

interface Row {
  readonly scenario: Schemas['ScenarioSummary']
  readonly run: Schemas['ScenarioRun'] | undefined
}

/** A text of a scenario in the language of the page. */
const said = (text: Schemas['Text'] | undefined): string => text?.[language.value] ?? ''

/** All scenarios, and how far those are that were started. */
export function Scenarios() {
  const query = { world: world.value }
  const loaded = useLoaded(async () => {
    const [{ scenarios }, { runs }] = await Promise.all([
      ask(control.GET('/_sandbox/scenarios')),
      ask(control.GET('/_sandbox/scenario-runs', { params: { query } })),
    ])
    return scenarios.map((scenario): Row => ({ scenario, run: runs.findLast((run) => run.scenario === scenario.name) }))
  })
  const start = async (name: string) => {
    await attempt(
      () => ask(control.POST('/_sandbox/scenarios/{scenario}/start', { params: { path: { scenario: name }, query } })),
      (run) => t('started', { name, on: run.on }),
    )
    loaded.reload()
  }
  const stop = async (name: string) => {
    await attempt(
      () => ask(control.POST('/_sandbox/scenarios/{scenario}/stop', { params: { path: { scenario: name }, query } })),
      () => t('stopped', { name }),
    )
    loaded.reload()
  }
  const columns: readonly Column<Row>[] = [
    { head: t('scenario'), width: '15rem', cell: ({ scenario }) => <code>{scenario.name}</code> },
    { head: t('what'), cell: ({ scenario }) => said(scenario.about), title: ({ scenario }) => hoverOf(scenario) },
    { head: t('steps'), width: '4rem', kind: 'number', cell: ({ scenario }) => scenario.steps },
    {
      head: t('state'),
      width: '20rem',
      cell: ({ run }) =>
        run ? (
          <>
            <State name={run.state} />{' '}
            {run.state === 'running' && <span class="muted">{t('step', { step: run.step, steps: run.steps, on: run.on })}</span>}
          </>
        ) : (
          <span class="muted">–</span>
        ),
    },
    {
      head: t('start'),
      width: '6rem',
      cell: ({ scenario, run }) =>
        run?.state === 'running' ? (
          <button type="button" class="quiet danger" aria-label={`${t('stop')} ${scenario.name}`} onClick={() => stop(scenario.name)}>
            {t('stop')}
          </button>
        ) : (
          <button type="button" class="quiet" aria-label={`${t('start')} ${scenario.name}`} onClick={() => start(scenario.name)}>
            {t('start')}
          </button>
        ),
    },
  ]
  return (
    <Shown of={loaded}>
      {(rows) => <Table label={t('tab.scenarios')} rows={rows} columns={columns} rowKey={({ scenario }) => scenario.name} height={20} />}
    </Shown>
  )
}

function hoverOf({ about, client, seller }: Schemas['ScenarioSummary']): string {
  const parts = [said(about), client && `${t('client')}: ${said(client)}`, seller && `${t('seller')}: ${said(seller)}`]
  return parts.filter((part) => part !== undefined && part !== '').join('\n')
}
