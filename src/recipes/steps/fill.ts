import { keyOf } from '../../spec/json-pointer.ts'
import { isObject } from './read-step.ts'

/** Fills `{name}` in every text of a step. A text that consists of one name becomes its value, of any type. */
export function fill(value: unknown, lookUp: (name: string) => unknown): unknown {
  if (typeof value === 'string') {
    const alone = /^\{(\w+)\}$/.exec(value)?.[1]
    if (alone !== undefined) return lookUp(alone)
    return value.replace(/\{(\w+)\}/g, (_, name: string) => String(lookUp(name)))
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, lookUp))
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [String(fill(key, lookUp)), fill(item, lookUp)]))
  return value
}

/** The value at a JSON pointer; `undefined` if there is none. */
export function at(value: unknown, pointer: string): unknown {
  let found = value
  for (const key of pointer.split('/').slice(1)) {
    if (Array.isArray(found)) found = found[Number(key)]
    else found = isObject(found) ? found[keyOf(key)] : undefined
  }
  return found
}

/**
 * The values of an answer that later steps can use: its body, and some headers. `/location/code` is the parameter `code` of the address that a
 * redirect leads to, `/X-Subject-Token` the token that was created.
 */
export function outcomeOf({ headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: unknown }): unknown {
  const named = (name: string) => headers[name.toLowerCase()] ?? headers[name]
  const [address, token] = [named('Location'), named('X-Subject-Token')]
  if (address !== undefined && !isObject(body)) return { location: Object.fromEntries(new URLSearchParams(address.split(/[?#]/)[1] ?? '')) }
  return token !== undefined && isObject(body) ? { ...body, 'X-Subject-Token': token } : body
}
