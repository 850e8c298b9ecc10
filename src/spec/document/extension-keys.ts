import { didYouMean } from '../../language/did-you-mean.ts'
import { SpecFault } from './fault.ts'
import { type FamilyDoc, METHODS, type OperationDoc } from './model.ts'
import type { YamlFile } from './yaml.ts'

/** Every `x-` key that some room uses. Any other is a typing mistake and is refused. */
const KNOWN = new Set([
  'x-source',
  'x-evidence',
  'x-auth',
  'x-token-in-body',
  'x-scope',
  'x-roles',
  'x-access',
  'x-all-worlds',
  'x-permission',
  'x-error-family',
  'x-errors',
  'x-record-errors',
  'x-accepts-anything',
  'x-presence',
  'x-caseless',
  'x-span',
  'x-body-limit',
  'x-settings',
  'x-activity',
  'x-path',
  'x-signature',
  'x-key',
  'x-result-codes',
  'x-idempotency',
  'x-debugging',
  'x-required-interfaces',
  'x-origin',
])

/** Operation keys of OpenAPI 3.1; our own operation files use nothing else. */
const OPERATION = new Set([
  'operationId',
  'summary',
  'description',
  'tags',
  'parameters',
  'requestBody',
  'responses',
  'servers',
  'deprecated',
  'externalDocs',
])
const ITEM = new Set<string>([...METHODS, 'summary', 'description', 'servers'])
const FAMILY = new Set(['envelope', 'violations', 'errors', 'members', 'records', 'tables'])
const VIOLATION = new Set(['missing', 'malformed', 'range', 'unsupported', 'span', 'unknown', 'unparsable', 'forbidden', 'otherwise'])
const EVIDENCE = new Set(['seed', 'doc', 'demo', 'obs', 'inferred', 'unknown'])

/** Members below these keys have names that the author chose. They may begin with `x-` or be called `value`. */
const NAMES = new Set(
  'properties patternProperties $defs headers responses paths webhooks content errors members families examples x-settings'.split(' '),
)
/** Below these keys is data. */
const DATA = new Set(['value', 'example', 'examples', 'default', 'const', 'enum'])

type At = readonly (string | number)[]

/** Refuses unknown `x-` keys and unknown kinds of evidence, with file, line and the nearest known word. */
export function refuseUnknownKeys(file: YamlFile): void {
  walk(file.value, [], (key, value, at) => {
    if (!key.startsWith('x-')) return
    refuseUnless(KNOWN, key, file, at, `unknown key "${key}".`)
    if (key === 'x-evidence') refuseUnless(EVIDENCE, String(value), file, at, `unknown evidence "${value}".`)
  })
}

/** Refuses a key of a path that is neither a method nor one of ours: the operation below it would be ignored without a message. */
export function refuseUnknownItemKeys(file: YamlFile, at: At, item: object): void {
  for (const key of ownWords(item)) refuseUnless(ITEM, key, file, [...at, key], `a path has no key "${key}".`)
}

/** Refuses an operation key that neither OpenAPI nor this project defines. */
export function refuseUnknownOperationKeys(file: YamlFile, at: At, operation: object): void {
  for (const key of ownWords(operation)) refuseUnless(OPERATION, key, file, [...at, key], `an operation has no key "${key}".`)
}

/** Refuses keys of an error family, and kinds of violation, that the engine would ignore without a message. */
export function refuseUnknownFamilyKeys(file: YamlFile, family: string, doc: FamilyDoc): void {
  for (const key of ownWords(doc)) refuseUnless(FAMILY, key, file, ['families', family, key], `an error family has no key "${key}".`)
  for (const kind of ownWords(doc.violations ?? {}))
    refuseUnless(VIOLATION, kind, file, ['families', family, 'violations', kind], `there is no violation "${kind}".`)
}

/** Refuses a body limit that is not a number of bytes. */
export function refuseBadLimit({ 'x-body-limit': limit }: OperationDoc, place: (at: string[]) => string): void {
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit > 0))
    throw new SpecFault(`${place(['x-body-limit'])}: a body limit must be a number of bytes, not ${JSON.stringify(limit)}.`)
}

function ownWords(node: object): string[] {
  return Object.keys(node).filter((key) => !key.startsWith('x-'))
}

function refuseUnless(known: ReadonlySet<string>, word: string, file: YamlFile, at: At, refusal: string): void {
  if (!known.has(word)) throw new SpecFault(`${file.place(...at)}: ${refusal}${didYouMean(word, known)}`)
}

/** Visits every key that has a meaning: not the names that an author chose, and no keys inside data. */
function walk(node: unknown, at: At, visit: (key: string, value: unknown, at: At) => void, names = false): void {
  if (Array.isArray(node)) {
    for (const [i, item] of node.entries()) walk(item, [...at, i], visit)
  } else if (node && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      if (!names) visit(key, value, [...at, key])
      if (!names && DATA.has(key) && !(key === 'examples' && !Array.isArray(value))) continue
      walk(value, [...at, key], visit, !names && NAMES.has(key))
    }
  }
}
