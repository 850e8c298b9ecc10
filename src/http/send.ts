import type { Exchange, Outgoing } from './exchange.ts'
import { dispatch } from './render.ts'
import type { House } from './server-context.ts'

/** Renders an exchange's reply and writes it down. */
export function deliver(house: House, exchange: Exchange, drifted = false): Outgoing {
  const outgoing = dispatch(exchange, house.httpDate, drifted)
  house.journal.add(exchange, outgoing)
  return outgoing
}
