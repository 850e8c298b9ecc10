import type { Exchange, Outgoing } from './exchange.ts'
import { dispatch } from './render.ts'
import type { ServerContext } from './server-context.ts'

/** Renders an exchange's reply and records it. */
export function deliver(server: ServerContext, exchange: Exchange, drifted = false): Outgoing {
  const outgoing = dispatch(exchange, server.httpDate, drifted)
  server.journal.add(exchange, outgoing)
  return outgoing
}
