import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { ask, control, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { State } from '../../parts/state.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { Time } from '../../parts/time.tsx'
import { attempt } from '../../parts/toast.tsx'
import { href } from '../../place.ts'
import { type Check, OneCheck } from './check.tsx'
import { AGAIN } from './overview.tsx'
import { startAgain } from './start.ts'
import { t } from './texts.ts'

const STATES = ['failed', 'warned', 'skipped', 'passed'] as const

/** One examination, as far as it is; or one of its cases. */
export function OneRun({ id, check }: { readonly id: string; readonly check: string }) {
  const loaded = useLoaded(
    () => ask(control.GET('/_sandbox/examinations/{examination}', { params: { path: { examination: id } } })),
    [id],
    { live: false },
  )
  const running = loaded.data?.state === 'running'
  useEffect(() => {
    if (!running) return
    const later = setTimeout(loaded.reload, AGAIN)
    return () => clearTimeout(later)
  }, [loaded.data, loaded.failure])
  return (
    <>
      <nav class="crumbs">
        <a href={href('/examination')}>{t('list')}</a>
        {check !== '' && (
          <>
            {' / '}
            <a href={href(`/examination/${encodeURIComponent(id)}`)}>{id}</a>
          </>
        )}
      </nav>
      <Shown of={loaded}>
        {(run) => {
          if (check === '') return <Whole run={run} />
          const found = run.checks.find(({ name }) => name === check)
          if (found) return <OneCheck run={run} check={found} />
          return running ? (
            <p class="loading" role="status">
              {t('check.waiting', { name: check })}
            </p>
          ) : (
            <Empty title={t('check.none', { name: check })}>{t('check.none.hint')}</Empty>
          )
        }}
      </Shown>
    </>
  )
}

function Whole({ run }: { readonly run: Schemas['Examination'] }) {
  const { query, route } = useLocation()
  const wanted = query['state'] ?? ''
  const { id, state, profile, url, startedAt, total, done, counts, problem, checks } = run
  const again = async () => {
    const next = await startAgain(run)
    if (next) route(href(`/examination/${next.id}`))
  }
  const remove = async () => {
    const gone = await attempt(
      () => ask(control.DELETE('/_sandbox/examinations/{examination}', { params: { path: { examination: id } } })).then(() => true),
      () => t('removed', { id }),
    )
    if (gone) route(href('/examination'))
  }
  const shown = checks.filter((one) => wanted === '' || one.state === wanted)
  return (
    <>
      <div class="page-head">
        <h1>
          {t('one.title', { id })} <State name={state} />
        </h1>
        <p class="muted">
          <code>{profile}</code> · <code class="breakable">{url}</code> · <Time at={startedAt} />
        </p>
        <div class="actions buttons">
          {state !== 'running' && (
            <button type="button" onClick={again}>
              {t('again')}
            </button>
          )}
          <button type="button" class="danger" onClick={remove}>
            {state === 'running' ? t('end') : t('remove')}
          </button>
        </div>
      </div>
      {problem !== undefined && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      {state === 'running' && (
        <div class="examination-progress">
          <progress aria-label={t('progress')} max={total} value={done} />
          <span class="muted num">{t('done', { done, total })}</span>
        </div>
      )}
      {state === 'finished' && (
        <p class={`notice ${counts.failed > 0 ? 'bad' : counts.warned > 0 ? '' : 'good'}`} role="status">
          {counts.failed > 0
            ? t('verdict.failed', { count: counts.failed })
            : counts.warned > 0
              ? t('verdict.warned')
              : t('verdict.passed')}
        </p>
      )}
      <nav class="tabs" aria-label={t('filter')}>
        <Choice name="" label={t('all')} count={checks.length} run={id} present={wanted} />
        {STATES.map((one) => (
          <Choice key={one} name={one} label={t(one)} count={counts[one]} run={id} present={wanted} />
        ))}
      </nav>
      {shown.length > 0 ? (
        <Checks run={run} checks={shown} />
      ) : state === 'running' ? (
        <p class="loading" role="status">
          {t('none.yet')}
        </p>
      ) : (
        <Empty title={t('none.state')}>{t('none.state.hint')}</Empty>
      )}
    </>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly count: number
  readonly run: string
  readonly present: string
}

function Choice({ name, label, count, run, present }: ChoiceProps) {
  return (
    <a href={href(`/examination/${run}`, { state: name })} aria-current={name === present ? 'page' : undefined}>
      {label}
      <span class="count num">{count}</span>
    </a>
  )
}

/** The worst first, once it has finished; as they come in until then. */
function Checks({ run, checks }: { readonly run: Schemas['Examination']; readonly checks: readonly Check[] }) {
  const rank = (one: Check) => STATES.indexOf(one.state)
  const rows = run.state === 'running' ? checks.toReversed() : checks.toSorted((a, b) => rank(a) - rank(b))
  const columns: readonly Column<Check>[] = [
    { head: t('case'), width: '15rem', cell: ({ name }) => <code>{name}</code>, title: ({ name }) => name },
    { head: t('state'), width: '6rem', cell: ({ state }) => <State name={state} /> },
    { head: t('checks'), width: '22rem', cell: ({ title }) => title, title: ({ title }) => title },
    { head: t('findings'), cell: (one) => <Said of={one} />, title: ({ reason = '', findings }) => reason || codesOf(findings) },
    { head: t('ms'), width: '5.5rem', kind: 'number', cell: ({ ms }) => (ms === undefined ? '–' : `${ms.toFixed(0)} ms`) },
  ]
  return (
    <Table
      label={t('cases')}
      rows={rows}
      columns={columns}
      rowKey={({ group = '', name }) => `${group} ${name}`}
      link={({ name }) => href(`/examination/${run.id}/${encodeURIComponent(name)}`)}
      height={20}
    />
  )
}

const codesOf = (findings: Check['findings']): string => findings.map(({ code }) => code).join(', ')

function Said({ of: { reason, findings } }: { readonly of: Check }) {
  if (findings.length > 0) return <code>{codesOf(findings)}</code>
  return <span class="muted">{reason ?? '–'}</span>
}
