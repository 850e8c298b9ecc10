import { didYouMean, SpecFault } from './fault.ts'
import type { YamlFile } from './yaml.ts'

/** Every `x-` key that some room understands. Anything else is a typing mistake and is refused. */
const KNOWN = new Set([
  'x-source',
  'x-evidence',
  'x-auth',
  'x-scope',
  'x-roles',
  'x-permission',
  'x-error-family',
  'x-errors',
  'x-record-errors',
  'x-accepts-anything',
  'x-presence',
  'x-caseless',
  'x-span',
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
const FAMILY = new Set(['envelope', 'violations', 'errors', 'members', 'records', 'x-source', 'x-evidence'])

/** Refuses an `x-` key nobody reads, with file, line and the nearest known one. */
export function refuseUnknownKeys(file: YamlFile): void {
  walk(file.value, [], (key, at) => {
    if (key.startsWith('x-') && !KNOWN.has(key) && !isHeaderName(at)) {
      throw new SpecFault(`${file.place(...at)}: unknown key "${key}".${didYouMean(key, KNOWN)}`)
    }
  })
}

/** Refuses an operation key that is neither OpenAPI's nor ours. */
export function refuseUnknownOperationKeys(file: YamlFile, method: string, operation: object): void {
  for (const key of Object.keys(operation)) {
    if (!key.startsWith('x-') && !OPERATION.has(key)) {
      throw new SpecFault(`${file.place(method, key)}: an operation has no key "${key}".${didYouMean(key, OPERATION)}`)
    }
  }
}

/** Refuses a key of an error family that the engine would silently drop. */
export function refuseUnknownFamilyKeys(file: YamlFile, family: string, doc: object): void {
  for (const key of Object.keys(doc)) {
    if (!FAMILY.has(key)) {
      throw new SpecFault(`${file.place('families', family, key)}: an error family has no key "${key}".${didYouMean(key, FAMILY)}`)
    }
  }
}

/** Header names, example values and properties may begin with `x-` without being keys of ours. */
function isHeaderName(at: readonly (string | number)[]): boolean {
  return at.some((key) => key === 'headers' || key === 'value' || key === 'example' || key === 'properties' || key === 'examples')
}

function walk(node: unknown, at: (string | number)[], visit: (key: string, at: (string | number)[]) => void): void {
  if (Array.isArray(node)) {
    for (const [i, item] of node.entries()) walk(item, [...at, i], visit)
  } else if (node && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      visit(key, [...at, key])
      walk(value, [...at, key], visit)
    }
  }
}
