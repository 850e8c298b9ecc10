import { didYouMean } from '../language/did-you-mean.ts'
import type { Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'
import { readScenario, scenariosIn, type WrittenScenario } from './read-scenario.ts'
import type { Scenario, ScenarioLibrary } from './scenario-api.ts'

/** One file of scenarios, parsed. */
export interface ScenarioFile {
  readonly value: unknown
  readonly place: (...keys: (string | number)[]) => string
}

/** More than anybody writes by hand; reading them must not stop the sandbox. */
export const MOST_OWN = 1000

/** The user's own files: read again after they change. */
export interface OwnFiles {
  /** Differs after a file changed. */
  version(): string
  /** @throws SpecFault for a file that cannot be parsed */
  read(): readonly ScenarioFile[]
}

/**
 * The scenarios of the specs and those of the user's folder. The user's are read immediately, and again after a file changed. If a changed file
 * has a mistake, the last good version stays in use. Scenarios of the specs are read at first use.
 *
 * @throws SpecFault for mistakes in the user's files
 */
export function createLibrary(specs: Specs, own?: OwnFiles): ScenarioLibrary {
  let known: ReadonlyMap<string, WrittenScenario> | undefined
  const builtIn = () => (known ??= new Map(builtInOf(specs).map((one) => [one.name, one])))
  let written = builtIn
  let read = new Map<string, Scenario>()
  let seen: string | undefined
  let problem: string | undefined

  const load = (files: OwnFiles): void => {
    const all = new Map(builtIn())
    const mine = files.read().flatMap(({ value, place }) => scenariosIn(value, place))
    const over = mine[MOST_OWN]
    if (over)
      throw new SpecFault(`${over.place()}: at most ${MOST_OWN} scenarios of your own are read, and these are ${mine.length}. Remove some.`)
    for (const one of mine) {
      const before = all.get(one.name)
      if (before) throw new SpecFault(`${one.place()}: scenario "${one.name}" is already in ${before.place()}. Choose another name.`)
      all.set(one.name, one)
    }
    const checked = new Map(mine.map((one) => [one.name, readScenario(specs, one, all)]))
    written = () => all
    read = checked
    problem = undefined
  }

  const refresh = (): void => {
    if (!own) return
    const first = seen === undefined
    try {
      const version = own.version()
      if (version === seen) return
      seen = version
      load(own)
    } catch (error) {
      if (first || !(error instanceof SpecFault)) throw error
      problem = error.message
    }
  }
  refresh()

  return {
    get(name) {
      refresh()
      const made = read.get(name)
      if (made) return made
      const all = written()
      const found = all.get(name)
      if (!found)
        throw new SpecFault(
          `There is no scenario "${name.slice(0, 80)}".${didYouMean(name, all.keys())} Run \`koosandbox scenario list\` to list them.`,
        )
      const scenario = readScenario(specs, found, all)
      read.set(name, scenario)
      return scenario
    },
    names() {
      refresh()
      return [...written().keys()].sort()
    },
    problems() {
      refresh()
      return problem === undefined ? [] : [problem]
    },
  }
}

/** Scenarios of the services that are served, and those of the gateway, which receives the calls of all services. */
function builtInOf({ bundle, operations, webhooks }: Specs): readonly WrittenScenario[] {
  const served = new Set(['gateway', ...[...operations, ...webhooks].map(({ service }) => service)])
  const place: ScenarioFile['place'] = (name, ...keys) => {
    // The bundle knows the line of each scenario and step; a place inside a step is given by its keys.
    const step = keys[0] === 'steps' && keys[1] !== undefined ? bundle.places[`scenarios/${name}#${keys[1]}`] : undefined
    const at = step ?? bundle.places[`scenarios/${name}`] ?? `scenarios.yaml: ${name}`
    const deeper = keys.slice(step === undefined ? 0 : 2)
    return deeper.length === 0 ? at : `${at}: ${deeper.join('.')}`
  }
  return Object.entries(bundle.scenarios).flatMap(([service, own]) => (served.has(service) ? scenariosIn(own, place) : []))
}
