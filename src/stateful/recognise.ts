import type { Operation } from '../spec/operation.ts'
import { holdsList, type Schemas } from './item-form.ts'
import type { Action, Collection, Role } from './stateful-api.ts'

type Draft = { -readonly [K in keyof Collection]: Collection[K] } & { operations: { [A in Action]?: Operation } }

const ITEM: Readonly<Record<string, Action>> = { GET: 'read', PUT: 'replace', PATCH: 'change', DELETE: 'remove' }
const SINGLE: Readonly<Record<string, Action>> = { GET: 'read', PUT: 'replace', PATCH: 'change', POST: 'replace', DELETE: 'remove' }
const ACTIONS: readonly string[] = ['list', 'create', 'read', 'replace', 'change', 'remove']

/**
 * The operations of one document that have a collection behind them. `/pets` and `/pets/{petId}` belong together. A path without items is a
 * collection when things can be created and listed there; it is one single thing when it can be read and replaced.
 * Hints: `x-sandbox-action: create | list | … | none` and `x-sandbox-collection: /pets` on an operation.
 * @returns by operation reference
 */
export function recognise(operations: readonly Operation[], schemas: Schemas): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>()
  const collections = new Map<string, Draft>()
  const paths = new Map<string, Map<string, Operation>>()
  for (const operation of operations) {
    const path = trimmed(operation.path)
    const methods = paths.get(path) ?? new Map<string, Operation>()
    paths.set(path, methods.set(operation.method, operation))
  }
  const collectionAt = (service: string, path: string, parameter: string | undefined): Draft => {
    const known = collections.get(path) ?? { service, path, parameter, operations: {}, above: undefined }
    known.parameter ??= parameter
    collections.set(path, known)
    return known
  }
  const take = (operation: Operation, action: Action, collection: Draft): void => {
    if (roles.has(operation.ref)) return
    collection.operations[action] ??= operation
    roles.set(operation.ref, { action, collection })
  }

  for (const operation of operations) hinted(operation)
  for (const [path, methods] of paths) {
    const parameter = lastParameter(path)
    if (parameter === undefined) continue
    for (const [method, operation] of methods) {
      // Some APIs change a thing by POST to its own path.
      const action = ITEM[method] ?? (method === 'POST' && !methods.has('PATCH') && !methods.has('PUT') ? 'change' : undefined)
      if (action && isFree(operation)) take(operation, action, collectionAt(operation.service, above(path), parameter))
    }
  }
  for (const [path, methods] of paths) {
    const get = methods.get('GET')
    const post = methods.get('POST')
    const listed = get !== undefined && holdsList(get, schemas)
    if (collections.has(path) || (listed && post)) {
      const { service } = (get ?? post ?? [...methods.values()][0]) as Operation
      const collection = collectionAt(service, path, undefined)
      if (get && listed && isFree(get)) take(get, 'list', collection)
      if (post && isFree(post)) take(post, 'create', collection)
    } else if (lastParameter(path) === undefined && get && !listed && (methods.has('PUT') || methods.has('PATCH'))) {
      const collection = collectionAt(get.service, path, undefined)
      for (const [method, operation] of methods) {
        const action = SINGLE[method]
        if (action && isFree(operation)) take(operation, action, collection)
      }
    }
  }
  for (const collection of collections.values()) {
    const owner = lastParameter(above(collection.path)) === undefined ? undefined : collections.get(above(above(collection.path)))
    collection.above = owner !== undefined && (owner.operations.create || owner.operations.replace) ? owner : undefined
  }
  return roles

  function isFree(operation: Operation): boolean {
    return hintsOf(operation)['x-sandbox-action'] === undefined
  }
  function hinted(operation: Operation): void {
    const { 'x-sandbox-action': action, 'x-sandbox-collection': named } = hintsOf(operation)
    if (typeof action !== 'string' || !ACTIONS.includes(action)) return
    const parameter = lastParameter(trimmed(operation.path))
    const path =
      typeof named === 'string' ? trimmed(named) : parameter === undefined ? trimmed(operation.path) : above(trimmed(operation.path))
    take(operation, action as Action, collectionAt(operation.service, path, parameter))
  }
}

const trimmed = (path: string): string => (path.length > 1 ? path.replace(/\/+$/, '') : path)
const above = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/'

/** Our own keys of an operation; a foreign document may contain any value there. */
export const hintsOf = ({ doc }: Operation) => doc as unknown as Readonly<Record<string, unknown>>

/** The parameter that a path ends with: `petId` of `/pets/{petId}`. */
function lastParameter(path: string): string | undefined {
  return /\/\{([^{}/]+)\}$/.exec(path)?.[1]
}
