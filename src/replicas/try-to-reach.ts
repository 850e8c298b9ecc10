import type { Membership } from './membership.ts'
import { type PassOn, Unreached } from './pass-on.ts'

/** Finds out whether there is a way to another replica, and notes it. */
export function createTryToReach(passOn: PassOn, membership: () => Membership): (to: string) => Promise<void> {
  const trying = new Set<string>()
  return async (to) => {
    if (trying.has(to)) return
    trying.add(to)
    membership().reached(to, await reaches(passOn, to))
    trying.delete(to)
  }
}

/** Whether there is a way to another replica. One that accepts a connection and is too busy to answer is there. */
function reaches(passOn: PassOn, to: string): Promise<boolean> {
  const request = { method: 'GET', url: '/_sandbox/health/live', headers: ['Host', new URL(to).host], body: new Uint8Array() }
  return passOn(request, { to, fresh: true, lives: () => false }).then(
    (answer) => {
      answer.resume()
      return true
    },
    (error: unknown) => error instanceof Unreached && error.connected,
  )
}
