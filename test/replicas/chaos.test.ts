import { describe, expect, test } from 'vitest'
import { store as tools } from '../../src/index.ts'
import { systemClock } from '../../src/world/engine/system-clock.ts'
import { noPostgres, startPostgres } from '../helpers/postgres.ts'
import { createSeeded } from '../helpers/seeded.ts'
import { createReplicas, type ReplicaProcess } from './cluster.ts'
import { contradictions, type Operation } from './history.ts'

/** `npm run chaos:replicas` runs more. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 2)
const SEED = Number(process.env['SEED'] ?? 20261130)
const WORLDS = Number(process.env['WORLDS'] ?? 6)
const CLIENTS = Number(process.env['CLIENTS'] ?? 6)
/** Seconds. */
const LEASE = 2

const wait = (ms: number) => systemClock.wait(ms)

describe.skipIf(noPostgres)('replicas that are killed, stopped and paused', () => {
  test(
    `lose nothing that was acknowledged (seed ${SEED}, ${ROUNDS} rounds)`,
    async () => {
      const random = createSeeded(SEED)
      const postgres = await startPostgres()
      const store = postgres.database()
      await tools.migrate(store)
      const replicas = await createReplicas(store, ['a', 'b', 'c'], LEASE)
      try {
        await Promise.all(replicas.map((one) => one.start()))
        const worlds = Array.from({ length: WORLDS }, (_, n) => `chaos-${n}`)
        for (const name of worlds) {
          const made = await send(replicas, 0, '/_sandbox/worlds', { name })
          expect(made?.status).toBeLessThan(300)
        }
        const history: Operation[] = []
        let failed = 0
        let running = true
        const client = async (n: number) => {
          for (let i = n; running; i++) {
            const world = worlds[i % worlds.length] as string
            const began = systemClock.monotonic()
            const answer =
              i % 3 === 0
                ? await send(replicas, i, `/_sandbox/worlds/${world}/entities/orders?newest=true&limit=1000`)
                : await send(replicas, i, `/_sandbox/console/orders?world=${world}`, { product: 'OFFI461867333479178240' })
            const ended = systemClock.monotonic()
            if (!answer) failed++
            else if (i % 3 === 0) history.push({ what: 'list', world, began, ended, orders: idsOf(answer.body) })
            else if (answer.status === 200)
              history.push({ what: 'buy', world, began, ended, order: String((answer.body as Bought).order.id) })
          }
        }
        const clients = Array.from({ length: CLIENTS }, (_, n) => client(n))
        const recoveries: number[] = []
        for (let round = 0; round < ROUNDS; round++) {
          const victim = random.pick(replicas)
          const how = (['SIGKILL', 'SIGSTOP', 'SIGTERM'] as const)[round % 3] as 'SIGKILL' | 'SIGSTOP' | 'SIGTERM'
          victim.signal(how)
          const began = systemClock.monotonic()
          const others = replicas.filter((one) => one !== victim)
          for (const world of worlds) await answered(others, world)
          recoveries.push(Math.round(systemClock.monotonic() - began))
          if (how === 'SIGSTOP') {
            await wait(LEASE * 1500)
            victim.signal('SIGCONT')
          } else {
            await victim.ended()
            await victim.start()
          }
          await wait(300)
        }
        running = false
        await Promise.all(clients)
        for (const [n, world] of worlds.entries()) {
          const began = systemClock.monotonic()
          const answer = await send(replicas, n, `/_sandbox/worlds/${world}/entities/orders?newest=true&limit=1000`)
          history.push({ what: 'list', world, began, ended: systemClock.monotonic(), orders: idsOf(answer?.body) })
        }
        const bought = history.filter(({ what }) => what === 'buy').length
        console.log(
          `${ROUNDS} rounds, seed ${SEED}: ${bought} orders acknowledged, ${history.length - bought} lists, ${failed} calls failed twice, every world answered again after at most ${Math.max(...recoveries)} ms`,
        )
        expect(bought).toBeGreaterThan(0)
        expect(contradictions(history)).toEqual([])
        // In each log the epochs never go back.
        const broken = await postgres.sql(
          store,
          'select * from (select family, seq, epoch, lag(epoch) over (partition by family order by seq) as before from log) l where before > epoch',
        )
        expect(broken).toEqual([])
      } finally {
        for (const one of replicas) {
          one.signal('SIGCONT')
          one.signal('SIGKILL')
          await one.ended()
        }
        postgres.end()
      }
    },
    120_000 + ROUNDS * 60_000,
  )
})

interface Answer {
  readonly status: number
  readonly body: unknown
}
interface Bought {
  readonly order: { readonly id: string }
}

const idsOf = (body: unknown): string[] => (body as { entities: readonly { id: string }[] }).entities.map(({ id }) => id)

/** A call to one replica, once more to the next one where it fails, as a client behind a balancer does. */
async function send(replicas: readonly ReplicaProcess[], n: number, path: string, body?: unknown): Promise<Answer | undefined> {
  for (let tried = 0; tried < 2; tried++) {
    const { url } = replicas[(n + tried) % replicas.length] as ReplicaProcess
    const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const answer = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(10_000) }).catch(() => undefined)
    if (answer && answer.status < 500) return { status: answer.status, body: await answer.json() }
    // A client that is told to come back waits.
    if (answer) await wait(1000 * Number(answer.headers.get('retry-after') ?? 1))
  }
  return undefined
}

/** Resolves when one of the replicas answers for a world. */
async function answered(replicas: readonly ReplicaProcess[], world: string): Promise<void> {
  for (let n = 0; ; n++) {
    const { url } = replicas[n % replicas.length] as ReplicaProcess
    const answer = await fetch(`${url}/_sandbox/worlds/${world}`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    if (answer?.status === 200) return
    await wait(100)
  }
}
