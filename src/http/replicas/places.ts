import type { Replicas } from '../../replicas/replicas-api.ts'
import type { Call } from '../../spec/call.ts'
import type { Answer } from '../answer.ts'
import type { Connection, Sent } from '../connection.ts'
import type { Outgoing } from '../exchange.ts'
import type { ServerContext } from '../server-context.ts'
import { passedOnBy, placeFor } from './elsewhere.ts'
import { completeList, isSharedList } from './lists.ts'
import { neededBy } from './needed.ts'

/** Finds out which replica answers a call. */
export interface Places {
  /** Resolves to what was sent, where another replica has answered. Otherwise the call is to be answered at once. */
  find(connection: Connection, call: Call): Promise<{ readonly sent: Sent } | Here>
}

/** A call that is answered here. One of the two is to be called, at once. */
export interface Here {
  answer(answer: Answer): Promise<Outgoing>
  /** There is nothing to answer that would take time. */
  over(): void
}

/** @param turn resolves when the calls that arrived together are answered */
export function createPlaces(server: ServerContext, replicas: Replicas, turn: () => Promise<void>): Places {
  return {
    async find(connection, call) {
      const passedOn = passedOnBy(replicas.secret, call)
      const raw = connection.raw(call)
      const needed = neededBy(server.specs, call)
      for (;;) {
        const place = await placeFor(server, replicas, needed, raw, passedOn)
        if ('passed' in place) return { sent: connection.pass(place.passed) }
        if ('answer' in place) return { sent: connection.send(place.answer) }
        const { still, over } = place.here
        await turn()
        if (!still()) {
          over()
          continue
        }
        return {
          over,
          async answer(answer) {
            try {
              const own = await answer(call)
              return isSharedList(call) && passedOn !== 'to-owner' ? await completeList(replicas, call, raw, own) : own
            } finally {
              over()
            }
          },
        }
      }
    },
  }
}
