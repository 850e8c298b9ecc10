import { didYouMean } from '../../language/did-you-mean.ts'
import type { Specs } from '../../spec/catalogue.ts'
import { SpecFault } from '../../spec/document/fault.ts'
import type { YamlFile } from '../../spec/document/yaml.ts'

export type Json = Readonly<Record<string, unknown>>

/** One step: a verb with its object and options. `{name}` in its texts is a known value or one that a step kept. */
export interface Step {
  readonly verb: Verb
  readonly what: unknown
  readonly how: Json
  /** `contracts/states.yaml:12` */
  readonly place: string
}

/** The verbs, and the keys that are allowed beside each. `keep` names values of the outcome by JSON pointer. */
const VERBS = {
  buy: ['with', 'times', 'keep'],
  call: ['path', 'query', 'body', 'type', 'as', 'answers', 'times', 'keep'],
  find: ['where', 'keep'],
  set: ['id', 'to', 'reason'],
  change: ['id', 'members'],
  advance: [],
  settings: [],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type Verb = keyof typeof VERBS

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a step: whether it has a verb as key. */
export const isStep = (value: unknown): boolean => isObject(value) && Object.keys(VERBS).some((verb) => verb in value)

/**
 * Reads one step.
 * @param others the caller's own verbs that are allowed in the same list, for the message
 * @throws SpecFault naming file, line and key of the first mistake
 */
export function readStep(
  file: YamlFile,
  at: readonly (string | number)[],
  value: unknown,
  specs: Specs,
  others: readonly string[] = [],
): Step {
  const known = Object.keys(VERBS) as Verb[]
  if (!isObject(value)) throw new SpecFault(`${file.place(...at)}: a step is an object, such as { buy: crm-basic-month }.`)
  const [verb, ...more] = known.filter((name) => name in value)
  if (verb === undefined || more.length > 0) {
    const verbs = [...known, ...others]
    const stray = Object.keys(value)[0] ?? ''
    throw new SpecFault(
      `${file.place(...at)}: a step has one of ${verbs.join(', ')}${verb ? ', not two' : didYouMean(stray, verbs).replace(' Did', '. Did')}`,
    )
  }
  const { [verb]: what, ...how } = readObject(file, at, value, [verb, ...VERBS[verb]])
  const fault = (message: string, ...key: string[]) => new SpecFault(`${file.place(...at, ...key)}: ${message}`)
  if (verb === 'call') {
    if (typeof what !== 'string') throw fault('an operation is named, such as console.TakeLicence.')
    specs.operation(what)
  }
  for (const name of ['set', 'change'] as const)
    if (verb === name && (how.id === undefined || how[name === 'set' ? 'to' : 'members'] === undefined))
      throw fault(`${name} needs "id" and "${name === 'set' ? 'to' : 'members'}".`)
  if (how.keep !== undefined)
    for (const [name, pointer] of Object.entries(readObject(file, [...at, 'keep'], how.keep)))
      if (typeof pointer !== 'string' || !pointer.startsWith('/'))
        throw fault(`"${name}" is kept from a JSON pointer, such as /order/id.`, 'keep')
  return { verb, what, how, place: file.place(...at) }
}

/** An object with known keys only. @throws SpecFault naming an unknown key */
export function readObject(file: YamlFile, at: readonly (string | number)[], value: unknown, keys?: readonly string[]): Json {
  if (!isObject(value)) throw new SpecFault(`${file.place(...at)}: ${at.length === 0 ? 'the file' : `"${at.at(-1)}"`} is not an object.`)
  for (const key of keys ? Object.keys(value) : []) {
    if (keys?.includes(key)) continue
    throw new SpecFault(
      `${file.place(...at, key)}: there is no key "${key}" here.${didYouMean(key, keys ?? [])} Use one of: ${keys?.join(', ')}.`,
    )
  }
  return value
}
