import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Specs } from '../../spec/catalogue.ts'
import { didYouMean, SpecFault } from '../../spec/document/fault.ts'
import { readDocument } from '../../spec/document/load.ts'
import type { YamlFile } from '../../spec/document/yaml.ts'
import { isObject, type Json } from '../read-pact.ts'

/** One provider state: what it makes of a fresh world. */
export interface State {
  readonly name: string
  readonly about: string
  /** Named start of the world; absent: that of the run. */
  readonly start?: string
  readonly parameters: Readonly<Record<string, Parameter>>
  readonly does: readonly Step[]
  /** `contracts/states.yaml:12` */
  readonly place: string
}

export interface Parameter {
  readonly about: string
  /** Absent: the pact has to give it, or an earlier state of the interaction to keep it. */
  readonly default?: unknown
}

/** One step: a verb with what it acts on, and how. `{name}` in its texts is a parameter or something kept. */
export interface Step {
  readonly verb: Verb
  readonly what: unknown
  readonly how: Json
  readonly place: string
}

/** The verbs, and what may stand beside each. `keep` names values of the outcome by JSON pointer. */
const VERBS = {
  buy: ['with', 'times', 'keep'],
  call: ['path', 'query', 'body', 'type', 'as', 'times', 'keep'],
  find: ['where', 'keep'],
  set: ['id', 'to', 'reason'],
  change: ['id', 'members'],
  advance: [],
  settings: [],
  credentials: [],
  force: [],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type Verb = keyof typeof VERBS

const STATE_KEYS = ['about', 'start', 'parameters', 'does']
const PARAMETER_KEYS = ['about', 'default']
const ROLES = ['buyer', 'partner', 'seller', 'as-written']

/** The states that come with the package: beside the bundle, else in the checkout. */
export function builtInStates(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const places = [join(here, 'states.yaml'), join(here, '..', '..', '..', 'contracts', 'states.yaml')]
  return places.find((place) => existsSync(place)) ?? (places[1] as string)
}

/**
 * Reads provider states from files of the form of `contracts/states.yaml`.
 * @throws SpecFault naming file, line and key of the first thing that is not understood, or a state that two files have
 */
export function readStates(files: readonly string[], specs: Specs): ReadonlyMap<string, State> {
  const states = new Map<string, State>()
  for (const name of files) {
    const file = readDocument(name)
    const shown =
      name === builtInStates() ? { ...file, place: (...at: (string | number)[]) => `contracts/states.yaml:${lineOf(file, at)}` } : file
    for (const state of statesIn(shown, specs)) {
      const before = states.get(state.name)
      if (before) throw new SpecFault(`${state.place}: the state "${state.name}" is there already (${before.place}).`)
      states.set(state.name, state)
    }
  }
  return states
}

const lineOf = (file: YamlFile, at: readonly (string | number)[]) => file.place(...at).replace(/^.*:/, '')

function statesIn(file: YamlFile, specs: Specs): State[] {
  const root = objectAt(file, [], file.value, ['states'])
  const states = objectAt(file, ['states'], root.states)
  return Object.entries(states).map(([name, value]) => {
    const at = ['states', name]
    const doc = objectAt(file, at, value, STATE_KEYS)
    if (typeof doc.about !== 'string') throw new SpecFault(`${file.place(...at)}: the state "${name}" needs "about".`)
    const { start } = doc
    if (start !== undefined && !Object.hasOwn(specs.bundle.worlds, String(start)))
      throw new SpecFault(
        `${file.place(...at, 'start')}: there is no starting world "${start}".${didYouMean(String(start), Object.keys(specs.bundle.worlds))}`,
      )
    if (!Array.isArray(doc.does ?? [])) throw new SpecFault(`${file.place(...at, 'does')}: "does" is a list of steps.`)
    const steps = (doc.does ?? []) as unknown[]
    if (steps.length === 0 && start === undefined)
      throw new SpecFault(`${file.place(...at)}: the state "${name}" does nothing: it needs "start" or "does".`)
    return {
      name,
      about: doc.about,
      ...(start === undefined ? {} : { start: String(start) }),
      parameters: parametersIn(file, [...at, 'parameters'], doc.parameters),
      does: steps.map((step, i) => stepAt(file, [...at, 'does', i], step, specs)),
      place: file.place(...at),
    }
  })
}

function parametersIn(file: YamlFile, at: readonly string[], value: unknown): Record<string, Parameter> {
  if (value === undefined) return {}
  return Object.fromEntries(
    Object.entries(objectAt(file, at, value)).map(([name, one]) => {
      const { about, ...rest } = objectAt(file, [...at, name], one, PARAMETER_KEYS)
      if (typeof about !== 'string') throw new SpecFault(`${file.place(...at, name)}: the parameter "${name}" needs "about".`)
      return [name, { about, ...rest }]
    }),
  )
}

function stepAt(file: YamlFile, at: readonly (string | number)[], value: unknown, specs: Specs): Step {
  const verbs = Object.keys(VERBS) as Verb[]
  if (!isObject(value)) throw new SpecFault(`${file.place(...at)}: a step is an object, such as { buy: crm-basic-month }.`)
  const [verb, ...others] = verbs.filter((name) => name in value)
  if (verb === undefined || others.length > 0) {
    const stray = Object.keys(value)[0] ?? ''
    throw new SpecFault(
      `${file.place(...at)}: a step has one of ${verbs.join(', ')}${verb ? ', not two' : didYouMean(stray, verbs).replace(' Did', '. Did')}`,
    )
  }
  const { [verb]: what, ...how } = objectAt(file, at, value, [verb, ...VERBS[verb]])
  const fault = (message: string, ...key: string[]) => new SpecFault(`${file.place(...at, ...key)}: ${message}`)
  if (verb === 'call') specs.operation(said(what, fault))
  if (verb === 'credentials' && !ROLES.includes(String(what)))
    throw fault(`credentials are ${ROLES.join(', ')}, not "${String(what)}".`, verb)
  for (const name of ['set', 'change'] as const)
    if (verb === name && (how.id === undefined || how[name === 'set' ? 'to' : 'members'] === undefined))
      throw fault(`${name} needs "id" and "${name === 'set' ? 'to' : 'members'}".`)
  if (how.keep !== undefined)
    for (const [name, pointer] of Object.entries(objectAt(file, [...at, 'keep'], how.keep)))
      if (typeof pointer !== 'string' || !pointer.startsWith('/'))
        throw fault(`"${name}" is kept from a JSON pointer, such as /order/id.`, 'keep')
  return { verb, what, how, place: file.place(...at) }
}

function said(what: unknown, fault: (message: string) => SpecFault): string {
  if (typeof what === 'string') return what
  throw fault('an operation is named, such as console.TakeLicence.')
}

function objectAt(file: YamlFile, at: readonly (string | number)[], value: unknown, keys?: readonly string[]): Json {
  if (!isObject(value)) throw new SpecFault(`${file.place(...at)}: ${at.length === 0 ? 'the file' : `"${at.at(-1)}"`} is not an object.`)
  for (const key of keys ? Object.keys(value) : []) {
    if (keys?.includes(key)) continue
    throw new SpecFault(
      `${file.place(...at, key)}: "${key}" is not known here.${didYouMean(key, keys ?? [])} Known are: ${keys?.join(', ')}.`,
    )
  }
  return value
}
