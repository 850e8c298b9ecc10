import { refuse } from './answer.ts'
import type { Turned } from './door.ts'
import type { Exchange, Outgoing } from './exchange.ts'
import type { House } from './house.ts'
import { deliver } from './send.ts'

const PLACES = { 'APIGW.0201:entity': '/body', 'APIGW.0201:uri': '/path', 'APIGW.0201:headers': '/header' } as const

/** The gateway's answer to what the door did not let in. Whose it was is not asked any more, so it stands in the default world. */
export function turnAway(house: House, { refused, call, expected, got }: Turned): Outgoing {
  const exchange: Exchange = {
    call,
    operation: house.specs.nowhere,
    world: house.worlds.open('default'),
    requestId: '0'.repeat(32),
    findings: [
      { code: 'request.size.refused', level: 'error', pointer: PLACES[refused], expected, got, source: 'SIGN/api-sign-errorcode' },
    ],
    began: house.wire.monotonic(),
    origin: 'refused',
    reply: { status: 500 },
  }
  try {
    house.specs.nowhere.fail(refused)
  } catch (error) {
    refuse(exchange, error)
  }
  return deliver(house, exchange)
}
