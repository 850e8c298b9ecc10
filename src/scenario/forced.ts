import type { Call } from '../spec/call.ts'
import type { Operation } from '../spec/operation.ts'

/** The answer that a caller asked for, whatever is true in the world. */
export type ForcedReply =
  | { readonly kind: 'error'; readonly key: string }
  | { readonly kind: 'example'; readonly name?: string; readonly status?: number }
  | { readonly kind: 'dynamic' }
  | { readonly kind: 'impossible'; readonly asked: string; readonly documented: readonly string[] }

/**
 * Reads `X-Sandbox-Error: CBC.0155` and `Prefer: code=403, example=NAME, dynamic=true` (RFC 7240 form).
 * Only what the operation documents can be requested; anything else is `impossible`, with a list of the possible values.
 */
export function readForcedReply(call: Call, operation: Operation): ForcedReply | undefined {
  const error = call.headers['x-sandbox-error']?.trim()
  if (error) return findError(error, operation)
  const prefer = call.headers.prefer
  if (!prefer) return undefined
  const wishes = new Map<string, string>()
  for (const part of prefer.split(/[,;]/)) {
    const [name = '', value = ''] = part.split('=')
    wishes.set(name.trim().toLowerCase(), value.trim().replace(/^"|"$/g, ''))
  }
  if (wishes.get('dynamic') === 'true') return { kind: 'dynamic' }
  const name = wishes.get('example')
  const code = wishes.get('code')
  if (name === undefined && code === undefined) return undefined
  if (name !== undefined && (operation.errors.has(name) || operation.gatewayErrors.has(name))) return { kind: 'error', key: name }
  const status = code === undefined ? undefined : Number(code)
  if (status !== undefined && status >= 400) {
    const key = [...operation.errors, ...operation.gatewayErrors].find(([, entry]) => entry.status === status)?.[0]
    return key === undefined ? { kind: 'impossible', asked: `code=${code}`, documented: choices(operation) } : { kind: 'error', key }
  }
  const choice = { ...(name === undefined ? {} : { name }), ...(status === undefined ? {} : { status }) }
  return operation.example(choice) ? { kind: 'example', ...choice } : { kind: 'impossible', asked: prefer, documented: choices(operation) }
}

/** A code, a `code:variant`, or `status code` if one code has several statuses. */
function findError(asked: string, operation: Operation): ForcedReply {
  const all = [...operation.errors, ...operation.gatewayErrors]
  const [first = '', second] = asked.split(/\s+/)
  const status = second === undefined ? undefined : Number(first)
  const code = second ?? first
  const found =
    all.find(([key]) => key === code && status === undefined) ??
    all.find(([key, entry]) => key.split(':')[0] === code && (status === undefined || entry.status === status))
  return found ? { kind: 'error', key: found[0] } : { kind: 'impossible', asked, documented: choices(operation) }
}

function choices(operation: Operation): string[] {
  return [...operation.errors.keys(), ...operation.gatewayErrors.keys()]
}
