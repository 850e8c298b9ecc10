import type { Call } from '../spec/call.ts'
import type { Received } from './exchange.ts'
import type { ServerContext } from './server-context.ts'

/** The operation of a call; `specs.nowhere` where its path or method is unknown. */
export function matchCall({ specs, systemClock }: ServerContext, call: Call): Received {
  const route = specs.find(call)
  const known = 'missing' in route ? { operation: specs.nowhere, values: {} } : { operation: route.value, values: route.path }
  return { call, ...known, findings: [], began: systemClock.monotonic() }
}
