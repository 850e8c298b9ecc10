import type { Behaviour, BehaviourContext } from '../../services/behaviour.ts'
import { isReply } from '../../spec/call.ts'
import type { Input } from '../../spec/operation.ts'
import { VendorError } from '../../spec/vendor-error.ts'
import type { Caller } from '../../world/caller.ts'
import type { Opened, Outcome } from '../exchange.ts'
import type { ServerContext } from '../server-context.ts'
import { refusedByVendor } from './vendor-refusal.ts'

/** Runs a behaviour as one transaction. A documented error that it answers with leaves no change in the world. */
export function behave(server: ServerContext, opened: Opened, behaviour: Behaviour, caller: Caller, input: Input): Outcome {
  const { operation, world } = opened
  const context = contextOf(server, opened, caller, input)
  try {
    const result: unknown = world.transaction(() => behaviour(context))
    if (isReply(result)) return { origin: 'behaviour', reply: result }
    return { origin: 'behaviour', reply: { status: operation.success, ...(result === undefined ? {} : { body: result }) } }
  } catch (error) {
    if (error instanceof VendorError) return refusedByVendor(opened, error, 'behaviour')
    throw error
  }
}

function contextOf(
  { addresses }: ServerContext,
  { operation, world, call, findings }: Opened,
  caller: Caller,
  input: Input,
): BehaviourContext {
  return {
    // Typed by the spec from here on: `operation.read` has just checked it.
    input: input as BehaviourContext['input'],
    caller,
    world,
    language: input.header['X-Language'] === 'en_US' ? 'en' : 'zh',
    origin: `${addresses[0]?.startsWith('https:') ? 'https' : 'http'}://${call.host}`,
    example: (name) => operation.example({ name })?.value,
    fail: operation.fail,
    refuse(kind, pointer, expected, got, key) {
      const code = `request.${pointer.split('/')[1] ?? 'body'}.${kind}`
      const source = operation.source ? { source: operation.source } : {}
      findings.push({ code, level: 'error', pointer, expected, got, evidence: operation.evidence, ...source })
      return operation.fail(key ?? operation.errorFor(kind))
    },
  }
}

/** The documented example of that name or status, else the first success; undefined where the spec has none. */
export function exampleOf(
  { operation, call }: Opened,
  origin: 'example' | 'forced' | 'scenario',
  choice: { readonly name?: string; readonly status?: number } = {},
): Outcome | undefined {
  const { name, status } = choice
  const example = operation.example({
    ...(name === undefined ? {} : { name }),
    ...(status === undefined ? {} : { status }),
    accept: call.headers.accept,
  })
  return example && { origin, reply: { status: example.status, body: example.value, headers: example.headers } }
}
