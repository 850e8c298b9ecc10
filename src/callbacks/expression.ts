import { keyOf } from '../spec/json-pointer.ts'
import { decodeQuery } from '../spec/request/query.ts'
import type { Answered } from './callbacks-api.ts'

/** `{$request.body#/url}/done`, or `$request.query.url` alone, filled from a call. Undefined when a part is not in the call. */
export function filledIn(expression: string, answered: Answered): string | undefined {
  if (expression.startsWith('$')) return meaningOf(expression, answered)
  let missing = false
  const text = expression.replace(/\{(\$[^{}]+)\}/g, (_, inside: string) => {
    const value = meaningOf(inside, answered)
    if (value === undefined) missing = true
    return value ?? ''
  })
  return missing ? undefined : text
}

/** One runtime expression of OpenAPI. */
function meaningOf(expression: string, { call, input, values, reply }: Answered): string | undefined {
  if (expression === '$url') return `http://${call.host}${call.path}${call.query === '' ? '' : `?${call.query}`}`
  if (expression === '$method') return call.method
  if (expression === '$statusCode') return String(reply.status)
  const [, side, place = '', name = ''] = /^\$(request|response)\.(header|query|path|body)(?:[.#]?(.*))?$/.exec(expression) ?? []
  if (side === undefined) return undefined
  if (place === 'body') return textOf(below(side === 'request' ? input.body : reply.body, name))
  if (place === 'header') {
    const headers: Readonly<Record<string, string | undefined>> = side === 'request' ? call.headers : (reply.headers ?? {})
    return Object.entries(headers).find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1]
  }
  if (side === 'response') return undefined
  if (place === 'path') return textOf(input.path[name]) ?? values[name]
  return textOf(input.query[name]) ?? decodeQuery(call.query).items.find((item) => item.name === name)?.value
}

/** What a JSON pointer leads to. */
function below(value: unknown, pointer: string): unknown {
  let found = value
  for (const raw of pointer.split('/').slice(1)) {
    const key = keyOf(raw)
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Record<string, unknown>)[key]
  }
  return found
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : typeof value === 'object' ? JSON.stringify(value) : String(value)
}
