import { didYouMean } from '../../language/did-you-mean.ts'
import type { SavedWorld } from '../engine/change-log.ts'
import type { Json } from '../engine/json.ts'
import type { PlannedWork } from '../engine/planned-work.ts'
import { checkSetting } from '../engine/settings.ts'
import type { Setting, SettingValue } from '../engine/settings-api.ts'
import { WorldError } from '../engine/world-error.ts'
import type { Kind } from '../entities/entities.ts'
import type { NumberedFact } from '../entities/facts/facts.ts'
import { malformed, objectOf, type Raw, readShape, type StartReading } from '../entities/shapes/read-shape.ts'
import { StartFault } from '../entities/shapes/shape-fault.ts'
import { FILE_SHAPES, PLAN_SHAPE } from './world-file.ts'

/** What a file may refer to besides entities. */
export interface FileKnowledge {
  readonly settings: Readonly<Record<string, Setting>>
  readonly work: Iterable<string>
}

const KINDS = Object.keys(FILE_SHAPES) as Kind[]
const OWN = ['format', 'name', 'seed', 'clock', 'settings', 'counters', 'plans', 'facts']
const MEMBERS = [...OWN, ...KINDS]

/**
 * Reads the file of a whole world, strictly: refuses unknown members, missing members, wrong types, unknown states, duplicate ids and
 * references to missing entities, each with its place.
 * @throws WorldError `import.malformed`; `import.format` for another format
 */
export function readWorldFile(data: unknown, knowledge: FileKnowledge): SavedWorld {
  try {
    // The file comes from outside; from here on every member is checked.
    return readAll(objectOf(data as Json, 'file'), knowledge)
  } catch (error) {
    throw error instanceof StartFault ? new WorldError('import.malformed', `The file cannot be read. ${error.message}`) : error
  }
}

function readAll(raw: Raw, { settings, work }: FileKnowledge): SavedWorld {
  refuseOtherFormats(raw['format'])
  for (const name of Object.keys(raw))
    if (!MEMBERS.includes(name)) throw malformed('file', `there is no member "${name}".${didYouMean(name, MEMBERS)}`)
  const lists = KINDS.map((kind) => [kind, listOf(raw[kind], kind).map((one, index) => objectOf(one, `${kind}[${index}]`))] as const)
  const ids = new Map(lists.map(([kind, list]) => [kind, idsOf(kind, list)]))
  const noReferences: StartReading = { start: 0, resolve: (_kind, text) => text }
  const about = readShape(
    { name: raw['name'], seed: raw['seed'], clock: raw['clock'] },
    { name: 'text', seed: 'text', clock: { object: { mode: { oneOf: ['live', 'frozen'] }, now: 'time' } } },
    'file',
    noReferences,
  ) as Pick<SavedWorld, 'name' | 'seed'> & { readonly clock: Pick<SavedWorld['clock'], 'mode' | 'now'> }
  const reading: StartReading = {
    start: about.clock.now,
    resolve(kind, text, where) {
      const known = ids.get(kind)
      if (known?.has(text)) return text
      const near = known && known.size < 1000 ? didYouMean(text, known) : ''
      throw malformed(where, `there is no "${text}" among the ${kind} of this file.${near}`)
    },
  }
  const entities = lists.map(([kind, list]) => [
    kind,
    list.map((one, index) => Object.freeze(readShape(one, FILE_SHAPES[kind], `${kind}[${index}]`, reading))),
  ])
  const counters = readCounters(raw['counters'])
  return {
    format: 1,
    name: about.name,
    seed: about.seed,
    clock: { ...about.clock, offset: 0 },
    entities: Object.fromEntries(entities) as SavedWorld['entities'],
    facts: readFacts(raw['facts'], counters, reading),
    plans: readPlans(raw['plans'], counters, [...work], reading),
    counters,
    settings: readSettings(raw['settings'], settings),
  }
}

function refuseOtherFormats(format: Json | undefined): void {
  if (format === 1) return
  if (typeof format === 'number' && format > 1)
    throw new WorldError(
      'import.format',
      `This file has format ${format}. This version reads format 1: import the file with a newer version.`,
    )
  throw malformed('file.format', 'must be 1: the file of a world begins with "format": 1.')
}

function listOf(raw: Json | undefined, where: string): readonly Json[] {
  if (raw === undefined) return []
  if (!Array.isArray(raw)) throw malformed(where, 'must be a list.')
  return raw as readonly Json[]
}

function idsOf(kind: Kind, list: readonly Raw[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const [index, { id }] of list.entries()) {
    const where = `${kind}[${index}].id`
    if (typeof id !== 'string' || id === '') throw malformed(where, 'must be a text that is not empty.')
    if (ids.has(id)) throw malformed(where, `"${id}" exists already.`)
    ids.add(id)
  }
  return ids
}

function readCounters(raw: Json | undefined): Record<string, number> {
  const counters: Record<string, number> = {}
  for (const [name, value] of Object.entries(raw === undefined ? {} : objectOf(raw, 'counters'))) {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
      throw malformed(`counters.${name}`, `must be a whole number, not ${JSON.stringify(value)}.`)
    counters[name] = value
  }
  return counters
}

function readSettings(raw: Json | undefined, known: FileKnowledge['settings']): Record<string, SettingValue> {
  const settings: Record<string, SettingValue> = {}
  for (const [name, value] of Object.entries(raw === undefined ? {} : objectOf(raw, 'settings'))) {
    try {
      settings[name] = checkSetting(known, name, value)
    } catch (error) {
      throw error instanceof WorldError ? malformed('settings', error.message) : error
    }
  }
  return settings
}

function readFacts(raw: Json | undefined, counters: Readonly<Record<string, number>>, reading: StartReading): NumberedFact[] {
  const facts = listOf(raw, 'facts').map((one, index) => {
    const where = `facts[${index}]`
    const { n, at, type, ...about } = objectOf(one, where)
    const head = readShape({ n, at, type }, { n: 'number', at: 'time', type: 'text' }, where, reading)
    if (n !== index + 1) throw malformed(`${where}.n`, `must be ${index + 1}, not ${n}: facts are numbered from 1 without a gap.`)
    // The other members of a fact are not checked: nothing depends on past facts.
    return { ...head, ...about } as unknown as NumberedFact
  })
  const last = counters['fact'] ?? 0
  if (last !== facts.length) throw malformed('counters.fact', `must be ${facts.length}, the number of facts, not ${last}.`)
  return facts
}

function readPlans(
  raw: Json | undefined,
  counters: Readonly<Record<string, number>>,
  work: readonly string[],
  reading: StartReading,
): PlannedWork[] {
  const seen = new Set<string>()
  return listOf(raw, 'plans').map((one, index) => {
    const where = `plans[${index}]`
    const plan = readShape(one, PLAN_SHAPE, where, reading) as unknown as PlannedWork
    if (!work.includes(plan.work))
      throw malformed(`${where}.work`, `there is no work "${plan.work}" to plan.${didYouMean(plan.work, work)}`)
    if (!/^\d{12}$/.test(plan.id)) throw malformed(`${where}.id`, `must be twelve digits, not "${plan.id}".`)
    if (seen.has(plan.id)) throw malformed(`${where}.id`, `"${plan.id}" exists already.`)
    seen.add(plan.id)
    if (Number(plan.id) > (counters['plan'] ?? 0))
      throw malformed('counters.plan', `must be at least ${Number(plan.id)}, the number of ${where}, not ${counters['plan'] ?? 0}.`)
    return Object.freeze(plan)
  })
}
