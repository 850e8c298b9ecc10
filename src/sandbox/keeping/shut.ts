import type { Listening } from '../../http/listen.ts'
import type { Marketplace } from '../../marketplace/marketplace.ts'
import type { Entrances } from '../../record/entrances.ts'
import { drained, type Stopping } from '../../stopping/stop.ts'
import type { Worlds } from '../../world/worlds-api.ts'
import type { KeptWorlds } from './keep-worlds.ts'

/** What ends with a sandbox. */
interface Open {
  readonly entrances: Pick<Entrances, 'stopping' | 'closed'>
  readonly stopping: AbortController
  readonly keeping: Pick<KeptWorlds, 'stopping' | 'close'>
  readonly timer: { close(): void }
  readonly listening: Pick<Listening, 'close'>
  readonly marketplace: Pick<Marketplace, 'close'>
  readonly worlds: Worlds
  readonly coverage: { write(): void }
}

/** Stops a sandbox, in the order in which nothing is lost. */
export const createShut =
  ({ entrances, stopping, keeping, timer, listening, marketplace, worlds, coverage }: Open) =>
  async (how: Stopping & { readonly drain: number }): Promise<void> => {
    entrances.stopping()
    stopping.abort()
    keeping.stopping()
    timer.close()
    try {
      await drained(how, async (late) => {
        await Promise.all([listening.close(late), marketplace.close(late)])
        // Changes by the last answers of sellers are kept too.
        await Promise.allSettled(worlds.list().map(({ name }) => worlds.get(name)?.clock.settled()))
      })
    } finally {
      // Before the state directory is released, and also without one.
      try {
        coverage.write()
      } finally {
        entrances.closed()
        await keeping.close()
      }
    }
  }
