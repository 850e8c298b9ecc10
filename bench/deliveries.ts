import { createServer } from 'node:net'
import { fire, type Shot } from './load.ts'

/** A served sandbox of the bench. */
interface Served {
  readonly url: string
  readonly token: string
}

/**
 * What a thousand calls of a seller who never answers cost everybody else: answers per second of a sandbox beside them, as a ratio to
 * one without, turn and turn about. The seller takes connections and says nothing, which is the slowest way to be dead.
 */
export async function besideDeadSeller<S extends Served>(
  start: (env: Record<string, string>) => Promise<S>,
  stop: (server: S) => Promise<void>,
  { ms, rounds, shot }: { readonly ms: number; readonly rounds: number; readonly shot: (token: string) => Shot },
): Promise<{ readonly with: number; readonly without: number; readonly ratio: number; readonly deliveries: number }> {
  const dead = createServer((socket) => socket.on('error', () => {}))
  await new Promise<void>((resolve) => dead.listen(0, '127.0.0.1', resolve))
  const address = dead.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const deliveries = 1000
  const calm = await start({})
  const troubled = await start({ BENCH_DEAD: `http://127.0.0.1:${port}/isv`, BENCH_DELIVERIES: String(deliveries) })
  const pairs: { readonly without: number; readonly with: number }[] = []
  for (let i = 0; i <= rounds; i++) {
    const without = await fire(calm.url, shot(calm.token), { ms })
    const pair = { without: without.rate, with: (await fire(troubled.url, shot(troubled.token), { ms })).rate }
    if (i > 0) pairs.push(pair)
  }
  await stop(calm)
  await stop(troubled)
  dead.close()
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
  return {
    with: middle(pairs.map((pair) => pair.with)),
    without: middle(pairs.map((pair) => pair.without)),
    ratio: middle(pairs.map((pair) => pair.with / pair.without)),
    deliveries,
  }
}
