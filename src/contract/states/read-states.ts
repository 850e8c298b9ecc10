import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { didYouMean } from '../../language/did-you-mean.ts'
import { isObject, isStep, readObject, readStep, type Step } from '../../recipes/steps/read-step.ts'
import type { Specs } from '../../spec/catalogue.ts'
import { SpecFault } from '../../spec/document/fault.ts'
import { readDocument } from '../../spec/document/open-document.ts'
import type { YamlFile } from '../../spec/document/yaml.ts'

/** One provider state: the steps that it runs in a fresh world. */
export interface State {
  readonly name: string
  readonly about: string
  /** Named start of the world; absent: the start of the run. */
  readonly start?: string
  readonly parameters: Readonly<Record<string, Parameter>>
  readonly does: readonly (Step | Attitude)[]
  /** `contracts/states.yaml:12` */
  readonly place: string
}

/** Entries that are not steps: whose credentials the request gets, or the error that is forced. */
export interface Attitude {
  readonly verb: (typeof ATTITUDES)[number]
  readonly what: unknown
  readonly place: string
}

export interface Parameter {
  readonly about: string
  /** Absent: the pact gives it, or an earlier state of the interaction keeps it. */
  readonly default?: unknown
}

const ATTITUDES = ['credentials', 'force'] as const
const STATE_KEYS = ['about', 'start', 'parameters', 'does']
const PARAMETER_KEYS = ['about', 'default']
const ROLES = ['buyer', 'partner', 'seller', 'as-written']

/** The states that come with the package: next to the bundle, else in the checkout. */
export function builtInStates(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const places = [join(here, 'states.yaml'), join(here, '..', '..', '..', 'contracts', 'states.yaml')]
  return places.find((place) => existsSync(place)) ?? (places[1] as string)
}

/**
 * Reads provider states from files like `contracts/states.yaml`.
 * @throws SpecFault with file, line and key of the first mistake, or with a state that two files define
 */
export function readStates(files: readonly string[], specs: Specs): ReadonlyMap<string, State> {
  const states = new Map<string, State>()
  for (const name of files) {
    const file = readDocument(name)
    const shown =
      name === builtInStates() ? { ...file, place: (...at: (string | number)[]) => `contracts/states.yaml:${lineOf(file, at)}` } : file
    for (const state of statesIn(shown, specs)) {
      const before = states.get(state.name)
      if (before) throw new SpecFault(`${state.place}: the state "${state.name}" exists already (${before.place}).`)
      states.set(state.name, state)
    }
  }
  return states
}

const lineOf = (file: YamlFile, at: readonly (string | number)[]) => file.place(...at).replace(/^.*:/, '')

function statesIn(file: YamlFile, specs: Specs): State[] {
  const root = readObject(file, [], file.value, ['states'])
  const states = readObject(file, ['states'], root.states)
  return Object.entries(states).map(([name, value]) => {
    const at = ['states', name]
    const doc = readObject(file, at, value, STATE_KEYS)
    if (typeof doc.about !== 'string') throw new SpecFault(`${file.place(...at)}: the state "${name}" needs "about".`)
    const { start } = doc
    if (start !== undefined && !Object.hasOwn(specs.bundle.worlds, String(start)))
      throw new SpecFault(
        `${file.place(...at, 'start')}: there is no starting world "${start}".${didYouMean(String(start), Object.keys(specs.bundle.worlds))}`,
      )
    if (!Array.isArray(doc.does ?? [])) throw new SpecFault(`${file.place(...at, 'does')}: "does" is a list of steps.`)
    const steps = (doc.does ?? []) as unknown[]
    if (steps.length === 0 && start === undefined) throw new SpecFault(`${file.place(...at)}: the state "${name}" needs "start" or "does".`)
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
    Object.entries(readObject(file, at, value)).map(([name, one]) => {
      const { about, ...rest } = readObject(file, [...at, name], one, PARAMETER_KEYS)
      if (typeof about !== 'string') throw new SpecFault(`${file.place(...at, name)}: the parameter "${name}" needs "about".`)
      return [name, { about, ...rest }]
    }),
  )
}

function stepAt(file: YamlFile, at: readonly (string | number)[], value: unknown, specs: Specs): Step | Attitude {
  const verb = isObject(value) && !isStep(value) ? ATTITUDES.find((name) => name in value) : undefined
  if (verb === undefined) return readStep(file, at, value, specs, ATTITUDES)
  const { [verb]: what } = readObject(file, at, value, [verb])
  if (verb === 'credentials' && !ROLES.includes(String(what)))
    throw new SpecFault(`${file.place(...at, verb)}: credentials are ${ROLES.join(', ')}, not "${String(what)}".`)
  return { verb, what, place: file.place(...at) }
}
