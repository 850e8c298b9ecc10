import { didYouMean } from '../language/did-you-mean.ts'
import type { Call } from '../spec/call.ts'
import type { Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'
import type { World } from '../world/world-api.ts'
import { type Armed, arm, type Changes, changesOf, isDone, labelOf, meet, meetAttempt, skewed } from './armed.ts'
import { readRule } from './read-rule.ts'
import type { ActiveRule, Interruption, Met, Scenario, ScenarioLibrary, ScenarioRun, Scenarios } from './scenario-api.ts'

/** After each change, the next call of an operation is compared with all rules of its world, so their number is limited. */
export const MOST_RULES = 1000
/** Most runs that a world remembers. A run is remembered until the same one starts again. */
export const MOST_RUNS = 200

/** A scenario that was started. */
interface Run {
  readonly scenario: Scenario
  readonly run?: string
  state: ScenarioRun['state']
  /** Position of the current step. */
  at: number
  armed: Armed
}

/** A rule that may change calls of an operation, and the run whose step it is. */
interface Concerned {
  readonly armed: Armed
  readonly run?: Run
}

interface Faults {
  rules: Armed[]
  /** By `name`, or `name/run` for runs that a header names. */
  readonly runs: Map<string, Run>
  made: number
  /** By what they change and by operation: the rules that may change a call that names no scenario. Kept until a rule or a run changes. */
  readonly concerned: Readonly<Record<Changes, Map<string, readonly Concerned[]>>>
}

const NONE: readonly Concerned[] = []

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
    const concerned = { answer: new Map(), signature: new Map(), attempt: new Map() }
    const made: Faults = { rules: [], runs: new Map(), made: 0, concerned }
    worlds.set(world, made)
    return made
  }

  /** Rules or runs of a world have changed. */
  const changed = ({ concerned }: Faults): void => {
    for (const byOperation of Object.values(concerned)) byOperation.clear()
  }

  /** The rules for a call, in order: of the scenario that it names, then of those that run in its world, then the world's own. */
  const concerning = (world: World, changes: Changes, ref: string, call: Call | undefined): readonly Concerned[] => {
    const asked = call?.headers['x-sandbox-scenario']
    const own = asked === undefined ? undefined : runFor(world, runAsked(asked))
    const faults = worlds.get(world)
    const others = faults ? ofWorld(faults, changes, ref) : NONE
    return own && concerns(own.armed, changes, ref) && own.state === 'running' ? [{ armed: own.armed, run: own }, ...others] : others
  }

  const ofWorld = ({ rules, runs, concerned }: Faults, changes: Changes, ref: string): readonly Concerned[] => {
    const known = concerned[changes].get(ref)
    if (known) return known
    const all: Concerned[] = []
    for (const run of runs.values()) if (run.run === undefined && run.state === 'running') all.push({ armed: run.armed, run })
    for (const armed of rules) all.push({ armed })
    const found = all.filter(({ armed }) => concerns(armed, changes, ref))
    concerned[changes].set(ref, found.length === 0 ? NONE : found)
    return found
  }

  /** What the first rule for a call makes of it that applies. Without a rule for its operation this costs a look-up or two. */
  const decide = <T>(
    world: World,
    changes: Changes,
    ref: string,
    call: Call | undefined,
    apply: (armed: Armed) => T | undefined,
  ): T | undefined => {
    for (const { armed, run } of concerning(world, changes, ref, call)) {
      const made = apply(armed)
      if (made === undefined) continue
      if (isDone(armed)) done(of(world), run)
      return made
    }
    return undefined
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
    changed(of(world))
    return run
  }
  const runFor = (world: World, id: string): Run => of(world).runs.get(id) ?? begin(world, id)

  /** A rule has changed all its calls: the next step of its scenario begins. */
  const done = (faults: Faults, run: Run | undefined): void => {
    changed(faults)
    if (!run) return
    if (run.at + 1 === run.scenario.steps.length) run.state = 'finished'
    else {
      run.at++
      run.armed = stepOf(run.scenario, run.at, run.run)
    }
  }

  return {
    library,
    interrupt: (met) => {
      const { world, operation, call } = met
      return decide(world, 'answer', operation.ref, call, (armed) => meet(armed, met, systemClock)) ?? chaos?.(met)
    },
    meetDelivery: (met) => decide(met.world, 'attempt', met.operation.ref, undefined, (armed) => meetAttempt(armed, met)),
    skew: (world, { ref }, call) =>
      decide(world, 'signature', ref, call, (armed) => {
        const ms = skewed(armed, call.headers, world.seed)
        return ms === undefined ? undefined : { ms, by: armed.by, label: labelOf(armed) }
      }),
    add(world, input, place = (...keys) => keys.join('.') || 'rule') {
      const rule = readRule(specs, input, place)
      const faults = of(world)
      if (faults.rules.length >= MOST_RULES)
        throw new SpecFault(`World "${world.name}" holds at most ${MOST_RULES} rules. Remove some: \`koosandbox fault clear\` removes all.`)
      const id = `F${++faults.made}`
      const armed = arm(rule, id, { rule: id })
      faults.rules.push(armed)
      changed(faults)
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
      changed(faults)
    },
    clear(world) {
      const faults = of(world)
      const count = faults.rules.length
      faults.rules = []
      changed(faults)
      // The same rules then get the same names when they are added again, and behave the same.
      faults.made = 0
      return count
    },
    start: (world, name) => shownRun(begin(world, name)),
    stop(world, name) {
      const faults = of(world)
      const run = faults.runs.get(name)
      if (!run) {
        const known = [...faults.runs.keys()]
        throw new SpecFault(`Scenario "${name.slice(0, 80)}" was not started in world "${world.name}".${didYouMean(name, known)}`)
      }
      if (run.state === 'running') run.state = 'stopped'
      changed(faults)
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

/** Whether a rule may change such a call now, whatever its conditions say. */
const concerns = (armed: Armed, changes: Changes, ref: string): boolean =>
  changesOf(armed) === changes && armed.rule.targets.has(ref) && !isDone(armed)

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
