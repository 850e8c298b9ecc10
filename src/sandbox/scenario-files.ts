import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ChaosInput, createChaos } from '../scenario/chaos.ts'
import { createLibrary, type OwnFiles } from '../scenario/library.ts'
import type { Scenarios } from '../scenario/scenario-api.ts'
import { createScenarios } from '../scenario/scenarios.ts'
import type { Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'
import { readDocument } from '../spec/document/open-document.ts'
import type { SystemClock } from '../world/engine/system-clock.ts'

/** The folder of the user's own scenarios, beside the configuration. */
const SCENARIO_FOLDER = 'scenarios'

/** More than anybody writes by hand; reading them must not stop the sandbox. */
export const MOST_FILES = 200

/** What is meant to go wrong in a sandbox, from its options. @throws SpecFault for what is wrong in the user's files, or with chaos */
export function openScenarios(
  specs: Specs,
  { scenarios, config, chaos }: { readonly scenarios?: string; readonly config?: string | object; readonly chaos?: ChaosInput },
  systemClock: SystemClock,
): Scenarios {
  const library = createLibrary(specs, scenarioFiles(scenarios, config))
  return createScenarios(specs, systemClock, library, chaos && createChaos(specs, chaos))
}

/**
 * The user's own scenarios: all YAML and JSON files of one folder, read again when one of them changed.
 * @param folder default: `scenarios` beside the configuration file, if there is one
 * @throws SpecFault for a folder that does not exist
 */
function scenarioFiles(folder: string | undefined, config: string | object | undefined): OwnFiles | undefined {
  const beside = typeof config === 'string' ? join(dirname(config), SCENARIO_FOLDER) : undefined
  if (folder !== undefined && !(existsSync(folder) && statSync(folder).isDirectory()))
    throw new SpecFault(`${folder}: there is no such folder. Name the folder of your scenarios, or leave it out.`)
  const chosen = folder ?? (beside !== undefined && existsSync(beside) && statSync(beside).isDirectory() ? beside : undefined)
  if (chosen === undefined) return undefined
  return {
    version: () => stampsOf(chosen).join('\n'),
    read: () => pathsIn(chosen).map(readDocument),
  }
}

function pathsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    /\.(ya?ml|json)$/.test(one.name) && !one.isDirectory() ? [one.name] : [],
  )
  if (names.length > MOST_FILES) throw new SpecFault(`${folder}: at most ${MOST_FILES} files of scenarios are read, not ${names.length}.`)
  return names.sort().map((name) => join(folder, name))
}

const stampsOf = (folder: string): readonly string[] =>
  pathsIn(folder).map((path) => {
    // A link that leads nowhere, or a file that was removed just now: reading it says so.
    const about = statSync(path, { throwIfNoEntry: false })
    return `${path} ${about?.mtimeMs} ${about?.size}`
  })
