import type { Stream } from '../http/exchange.ts'
import type { ServerContext } from '../http/server-context.ts'
import { systemClock } from '../world/engine/system-clock.ts'
import type { World } from '../world/world-api.ts'
import type { Controls } from './control-behaviour.ts'
import { shownFact } from './shown-facts.ts'

/** Milliseconds between keep-alive comments. */
const BEAT = 10_000

/** The last comment of a stream that ends because the sandbox stops. It distinguishes this from the reset of a world. */
const FAREWELL = ': the sandbox stops\n\n'

/** Facts that are read at a time: about as many as a socket buffer holds. */
const AT_ONCE = 64

/** Facts as server-sent events. */
export const events: Pick<Controls, 'FollowFacts'> = {
  FollowFacts({ input, server, world }) {
    const { since, type } = input.query
    const from = since ?? input.header['Last-Event-ID'] ?? world.facts.count
    const types = type === undefined ? undefined : new Set(type.split(',').map((name) => name.trim()))
    return { stream: followFacts(server, world, from, types) }
  },
}

function followFacts(server: ServerContext, world: World, from: number, types: ReadonlySet<string> | undefined): Stream {
  return {
    start(sink) {
      const stopped = new AbortController()
      // No queue for slow readers: the world keeps its facts, so they are read again from the reader's position.
      let sent = from
      let blocked = false
      /** Facts beyond this one are not stored yet, and may be taken back. */
      let stored = 0
      const flush = () => {
        while (!blocked && sent < stored) {
          for (const fact of world.facts.since(sent, Math.min(AT_ONCE, stored - sent))) {
            if (blocked) return
            sent = fact.n
            if (!types || types.has(fact.type))
              blocked = !sink.send(`id: ${fact.n}\nevent: ${fact.type}\ndata: ${JSON.stringify(shownFact(fact))}\n\n`)
          }
        }
      }
      sink.onReady(() => {
        blocked = false
        flush()
      })
      // Listeners run inside the commit; send after it has ended.
      const forget = world.listen(() => queueMicrotask(follow))
      const stop = () => {
        stopped.abort()
        forget()
        stay()
        server.stopping.removeEventListener('abort', farewell)
      }
      const finish = () => {
        if (stopped.signal.aborted) return
        stop()
        sink.end()
      }
      const follow = () => {
        const { count } = world.facts
        world.saved().then(() => {
          stored = Math.max(stored, count)
          if (!stopped.signal.aborted) flush()
        }, finish)
      }
      // Its reader comes back, and finds the world where it is then.
      const stay = server.onLeave(world, finish)
      const farewell = () => {
        sink.send(FAREWELL)
        finish()
      }
      const beat = async () => {
        for (;;) {
          await systemClock.wait(BEAT, stopped.signal)
          if (server.worlds.get(world.name) !== world) break
          if (!blocked) blocked = !sink.send(': still here\n\n')
        }
        finish()
      }
      server.stopping.addEventListener('abort', farewell, { once: true })
      beat().catch(() => {})
      sink.send(`: world ${world.name}, fact ${world.facts.count}\n\n`)
      follow()
      return stop
    },
  }
}
