import { describe, expect, test } from 'vitest'
import { store as tools } from '../../src/index.ts'
import { systemClock } from '../../src/world/engine/system-clock.ts'
import { noPostgres, startPostgres } from '../helpers/postgres.ts'
import { createSeeded } from '../helpers/seeded.ts'
import { type ChaosClients, createClients } from './chaos-clients.ts'
import { createReplicas, PORT } from './cluster.ts'
import { contradictions } from './history.ts'
import { createNetwork, LINKS, noNetwork } from './network.ts'

/** `npm run chaos:replicas` runs more. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 2)
const SEED = Number(process.env['SEED'] ?? 20261130)
const WORLDS = Number(process.env['WORLDS'] ?? 6)
const CLIENTS = Number(process.env['CLIENTS'] ?? 6)
/** `NETWORK=1`: three network namespaces behind nginx, whose links are cut as well. */
const skipped = process.env['NETWORK'] ? noNetwork() : 'Networks are not cut: NETWORK=1 does that.'
/** Seconds. */
const LEASE = 2
const NAMES = ['a', 'b', 'c']

/** What is done to a replica; `HARM=others,SIGSTOP` does these alone. */
const ALL = ['SIGKILL', 'SIGSTOP', 'SIGTERM', ...(skipped === undefined ? LINKS : [])] as const
const HARM = ALL.filter((one) => process.env['HARM']?.split(',').includes(one) ?? true)

const wait = (ms: number) => systemClock.wait(ms)

describe.skipIf(noPostgres)('replicas that are killed, stopped, paused and cut off', () => {
  test(
    `lose nothing that was acknowledged, and do nothing twice (seed ${SEED}, ${ROUNDS} rounds)`,
    async () => {
      if (skipped !== undefined) console.log(skipped)
      const random = createSeeded(SEED)
      const network = skipped === undefined ? createNetwork(NAMES) : undefined
      const postgres = await startPostgres(network && { inside: network.hub.inside, host: network.hub.address }).catch((error: unknown) => {
        network?.end()
        throw error
      })
      const store = postgres.database()
      await tools.migrate(store)
      const replicas = await createReplicas(store, NAMES, LEASE, network)
      let clients: ChaosClients | undefined
      try {
        await Promise.all(replicas.map((one) => one.start()))
        const urls = network ? [await network.balance(PORT)] : replicas.map(({ url }) => url)
        clients = await createClients(urls, WORLDS, CLIENTS)
        const recoveries: string[] = []
        let slowest = 0
        for (let round = 0; round < ROUNDS; round++) {
          const n = random.int(replicas.length)
          const victim = replicas[n] as (typeof replicas)[number]
          const how = HARM[round % HARM.length] as (typeof ALL)[number]
          const began = systemClock.monotonic()
          if (how === 'SIGKILL' || how === 'SIGSTOP' || how === 'SIGTERM') victim.signal(how)
          else network?.machines[n]?.cut(how)
          await clients.allAnswer(network ? urls : urls.filter((url) => url !== victim.url))
          const took = Math.round(systemClock.monotonic() - began)
          slowest = Math.max(slowest, took)
          recoveries.push(`${how} ${took}`)
          if (how === 'SIGKILL' || how === 'SIGTERM') {
            await victim.ended()
            await victim.start()
          } else {
            await wait(Math.max(0, LEASE * 1500 - took))
            if (how === 'SIGSTOP') victim.signal('SIGCONT')
            else network?.machines[n]?.heal()
          }
          await wait(300)
        }
        const { history, before, failed, asked, twicePaid } = await clients.end()
        const bought = history.filter(({ what }) => what === 'buy').length
        const found = contradictions(history, before)
        console.log(
          [
            `${ROUNDS} rounds, seed ${SEED}, ${CLIENTS} clients, ${WORLDS} worlds: ${asked} calls, ${bought} orders acknowledged;`,
            `${failed} calls failed twice; ${found.length} contradictions; ${twicePaid.length} orders paid twice;`,
            `all worlds answered again after at most ${slowest} ms (${recoveries.join(', ')})`,
          ].join('\n'),
        )
        expect(bought).toBeGreaterThan(0)
        expect(found).toEqual([])
        expect(twicePaid).toEqual([])
        // In each log the epochs never go back.
        const broken = await postgres.sql(
          store,
          'select * from (select family, seq, epoch, lag(epoch) over (partition by family order by seq) as before from log) l where before > epoch',
        )
        expect(broken).toEqual([])
      } finally {
        clients?.stop()
        for (const one of replicas) {
          one.signal('SIGCONT')
          one.signal('SIGKILL')
          await one.ended()
        }
        postgres.end()
        network?.end()
      }
    },
    120_000 + ROUNDS * 60_000,
  )
})
