import type { Specs } from '../spec/catalogue.ts'
import { didYouMean, SpecFault } from '../spec/document/fault.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { World } from '../world/world-api.ts'
import { type Armed, arm, isDone, labelOf, meet, meetAttempt, skewed } from './armed.ts'
import { readRule } from './read-rule.ts'
import type { ActiveRule, Interruption, Met, Scenario, ScenarioLibrary, ScenarioRun, Scenarios } from './scenario-api.ts'

/** Each call is compared with all rules of its world, so their number is limited. */
export const MOST_RULES = 1000
/** Most runs that a world remembers. A run is remembered until the same one starts again. */
const MOST_RUNS = 200

/** A scenario that was started. */
interface Run {
  readonly scenario: Scenario
  readonly run?: string
  state: ScenarioRun['state']
  /** Position of the current step. */
  at: number
  armed: Armed
}

interface Faults {
  rules: Armed[]
  /** By `name`, or `name/run` for runs that a header names. */
  readonly runs: Map<string, Run>
  made: number
}

/** Decides for calls that no rule and no scenario changes. */
export type Chaos = (met: Met) => Interruption | undefined

/** @param chaos decides last, in all worlds */
export function createScenarios(
  specs: Specs,
  systemClock: Pick<SystemClock, 'monotonic'>,
  library: ScenarioLibrary,
  chaos: Chaos | undefined,
): Scenarios {
  const worlds = new WeakMap<World, Faults>()
  const of = (world: World): Faults => {
    const known = worlds.get(world)
    if (known) return known
    const made: Faults = { rules: [], runs: new Map(), made: 0 }
    worlds.set(world, made)
    return made
  }

  /** The rules for a call, in order: of the scenario that it names, then of those that run in its world, then the world's own. */
  function* waiting(world: World, asked: string | undefined): Generator<{ readonly armed: Armed; readonly run?: Run }> {
    const { runs, rules } = of(world)
    if (asked !== undefined) {
      const run = runs.get(asked) ?? begin(world, asked)
      if (run.state === 'running') yield { armed: run.armed, run }
    }
    for (const run of runs.values()) if (run.run === undefined && run.state === 'running') yield { armed: run.armed, run }
    for (const armed of rules) yield { armed }
  }

  const begin = (world: World, id: string): Run => {
    const [name = '', own] = id.split('/')
    const scenario = library.get(name)
    if (own !== undefined && !/^[\w.-]{1,64}$/.test(own))
      throw new SpecFault(`"${own.slice(0, 80)}" is not a name for a run. Use at most 64 letters, digits, dots and hyphens: ${name}/run-1.`)
    const { runs } = of(world)
    if (!runs.has(id) && runs.size >= MOST_RUNS)
      throw new SpecFault(`World "${world.name}" remembers at most ${MOST_RUNS} scenarios. Reset it, or play in another world.`)
    const run: Run = { scenario, ...(own === undefined ? {} : { run: own }), state: 'running', at: 0, armed: stepOf(scenario, 0, own) }
    runs.delete(id)
    runs.set(id, run)
    return run
  }

  const served = (run: Run | undefined, armed: Armed): void => {
    if (!run || !isDone(armed)) return
    if (run.at + 1 === run.scenario.steps.length) run.state = 'finished'
    else {
      run.at++
      run.armed = stepOf(run.scenario, run.at, run.run)
    }
  }

  return {
    library,
    interrupt(met) {
      const asked = met.call.headers['x-sandbox-scenario']
      if (asked === undefined && !worlds.has(met.world)) return chaos?.(met)
      for (const { armed, run } of waiting(met.world, asked === undefined ? undefined : runAsked(asked))) {
        const interruption = meet(armed, met, systemClock)
        if (!interruption) continue
        served(run, armed)
        return interruption
      }
      return chaos?.(met)
    },
    meetDelivery(met) {
      if (!worlds.has(met.world)) return undefined
      for (const { armed, run } of waiting(met.world, undefined)) {
        const fault = meetAttempt(armed, met)
        if (!fault) continue
        served(run, armed)
        return fault
      }
      return undefined
    },
    skew(world, { ref }, call) {
      const asked = call.headers['x-sandbox-scenario']
      if (asked === undefined && !worlds.has(world)) return undefined
      for (const { armed, run } of waiting(world, asked === undefined ? undefined : runAsked(asked))) {
        const ms = skewed(armed, ref, call.headers, world.seed)
        if (ms === undefined) continue
        served(run, armed)
        return { ms, by: armed.by, label: labelOf(armed) }
      }
      return undefined
    },
    add(world, input, place = (...keys) => keys.join('.') || 'rule') {
      const rule = readRule(specs, input, place)
      const faults = of(world)
      if (faults.rules.length >= MOST_RULES)
        throw new SpecFault(`World "${world.name}" holds at most ${MOST_RULES} rules. Remove some: \`koosandbox fault clear\` removes all.`)
      const id = `F${++faults.made}`
      const armed = arm(rule, id, { rule: id })
      faults.rules.push(armed)
      return shownRule(armed)
    },
    rules: (world) => (worlds.get(world)?.rules ?? []).map(shownRule),
    remove(world, id) {
      const faults = of(world)
      const at = faults.rules.findIndex((armed) => armed.id === id)
      const known = faults.rules.map((armed) => armed.id)
      if (at < 0)
        throw new SpecFault(
          `World "${world.name}" has no rule "${id.slice(0, 80)}".${didYouMean(id, known)} ${known.length === 0 ? 'It has none.' : `It has ${known.join(', ')}.`}`,
        )
      faults.rules.splice(at, 1)
    },
    clear(world) {
      const faults = of(world)
      const count = faults.rules.length
      faults.rules = []
      // The same rules then get the same names when they are added again, and behave the same.
      faults.made = 0
      return count
    },
    start: (world, name) => shownRun(begin(world, name)),
    stop(world, name) {
      const { runs } = of(world)
      const run = runs.get(name)
      if (!run) {
        const known = [...runs.keys()]
        throw new SpecFault(`Scenario "${name.slice(0, 80)}" was not started in world "${world.name}".${didYouMean(name, known)}`)
      }
      if (run.state === 'running') run.state = 'stopped'
      return shownRun(run)
    },
    runs: (world) => [...(worlds.get(world)?.runs.values() ?? [])].map(shownRun),
  }
}

/**
 * The run that a header names. Without a run name it is still separate from a run that was started for the whole world: other calls do not
 * affect it.
 */
const runAsked = (text: string): string => (text.includes('/') ? text.trim() : `${text.trim()}/header`)

function stepOf(scenario: Scenario, at: number, run: string | undefined): Armed {
  const rule = scenario.steps[at]
  if (!rule) throw new Error(`Scenario "${scenario.name}" has no step ${at + 1}.`)
  const by = { scenario: scenario.name, ...(run === undefined ? {} : { run }), step: at + 1 }
  return arm(rule, `${scenario.name}#${at + 1}`, by)
}

function shownRule({ id, rule, met, fired }: Armed): ActiveRule {
  const { times } = rule.pace
  return { id, rule: rule.input, met, fired, ...(times === Number.POSITIVE_INFINITY ? {} : { left: times - fired }) }
}

function shownRun({ scenario, run, state, at, armed }: Run): ScenarioRun {
  return {
    scenario: scenario.name,
    ...(run === undefined ? {} : { run }),
    state,
    step: at + 1,
    steps: scenario.steps.length,
    served: armed.fired,
    times: armed.rule.pace.times,
    on: armed.rule.input.on,
  }
}
