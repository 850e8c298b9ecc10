import type { ControlApi, Sandbox } from '../../index.ts'

type Schemas = ControlApi['schemas']

/** One rule in columns: id, operation, effect, and how many calls it changed. */
export function faultRow({ id, rule, met, fired, left }: Schemas['Fault']): string[] {
  return [id, rule.on, ruleText(rule), `changed ${fired} of ${met}${left === undefined ? '' : `, ${left} left`}`]
}

/** The effect of a rule and its conditions, in the words of a scenario's file: `answer APIGW.0308 · times 2`, `abort`. */
export function ruleText(rule: Schemas['Rule']): string {
  return Object.entries(rule)
    .filter(([member]) => member !== 'on')
    .map(([member, value]) => [member, ...(value === true ? [] : [typeof value === 'object' ? membersOf(value) : value])].join(' '))
    .join(' · ')
}

const membersOf = (value: object | null): string =>
  Object.entries(value ?? {})
    .map(([name, one]) => `${name}=${one}`)
    .join(' ')

/** The progress of a scenario, in columns. */
export function runRow({ scenario, run, state, step, steps, served, times, on }: Schemas['ScenarioRun']): string[] {
  const waits = state === 'finished' ? '' : `${state === 'running' ? 'waits for' : 'had still to change'} ${on} (${served} of ${times})`
  return [run === undefined ? scenario : `${scenario}/${run}`, state, `step ${step} of ${steps}`, waits]
}

/** The scenarios of all worlds that have not ended, in one line; undefined if there are none. */
export function unfinishedLine({ worlds, inWorld }: Pick<Sandbox, 'worlds' | 'inWorld'>): string | undefined {
  const unfinished = worlds.list().flatMap(({ name: world }) =>
    inWorld(world)
      .scenarios.status()
      .filter(({ state }) => state !== 'finished')
      .map(({ scenario, run, step, steps, on }) => {
        const name = run === undefined ? scenario : `${scenario}/${run}`
        return `${name} in world ${world} (step ${step} of ${steps}, for ${on})`
      }),
  )
  if (unfinished.length === 0) return undefined
  const more = unfinished.length > MOST_NAMED ? ` and ${unfinished.length - MOST_NAMED} more` : ''
  return `Scenarios that have not ended: ${unfinished.slice(0, MOST_NAMED).join(', ')}${more}.`
}

/** More would not fit on a line. */
const MOST_NAMED = 5
