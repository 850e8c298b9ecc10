import { setMaxListeners } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { systemClock } from '../../src/world/engine/system-clock.ts'
import { createSeeded } from '../helpers/seeded.ts'
import { openSeller } from '../marketplace/seller.ts'
import { goodAnswer } from '../marketplace/shop.ts'
import { endAll, freshFolder, type Served, serve, settleServed } from './served.ts'

afterEach(endAll)

const SEED = Number(process.env['SEED'] ?? 20260101)
const ROUNDS = Number(process.env['ROUNDS'] ?? 4)

/** Machine milliseconds that running work may continue. */
const DRAIN = 600

/** Seller's answers: at once, late, never, or when the sandbox has long stopped. */
const LATENESS = [0, 0, 0, 50, 300, 2000, Number.POSITIVE_INFINITY]

/** Of the first rounds each is another kind; the rest are drawn. */
const KINDS = [
  { signal: 'SIGTERM', atOnce: false },
  { signal: 'SIGTERM', atOnce: true },
  { signal: 'SIGKILL', atOnce: true },
  { signal: 'SIGKILL', atOnce: false },
] as const

test(
  `${ROUNDS} rounds of stopping or killing at any moment, and starting at once or after, lose nothing, and call nobody after the stop (SEED=${SEED})`,
  async () => {
    const random = createSeeded(SEED)
    const over = new AbortController()
    // Every late answer listens to it.
    setMaxListeners(0, over.signal)
    // A connection serves one call, so that connections tell in which order calls began.
    const once = { headers: { connection: 'close' } }
    await using seller = await openSeller(async (call) => {
      const late = random.pick(LATENESS)
      if (late === Number.POSITIVE_INFINITY) return 'silence'
      await systemClock.wait(late, over.signal).catch(() => {})
      return { ...goodAnswer(call), ...once }
    })
    const folder = freshFolder()
    const words = ['--state', folder, '--drain', `${DRAIN}ms`]
    const orders: string[] = []
    const worlds: string[] = []
    /** Between which connections nobody may have called: from the stop to the next start. */
    const silences: [number, number][] = []
    let checked = 0

    /** Four clients write until so many answers have come; the signal is sent in the midst of the others. */
    const load = async ({ ask, child }: Served, round: number, signal: NodeJS.Signals) => {
      let left = 5 + random.int(ROUNDS > KINDS.length ? 25 : 10)
      let told = false
      const answered = () => {
        if (--left > 0 || told) return
        told = true
        child.kill(signal)
      }
      const client = async (n: number) => {
        for (let i = 0; !told; i++) {
          const bought = await ask('POST', '/console/orders', { product: 'crm-basic-month' })
          if (bought.status < 300) orders.push(bought.body.order.id)
          answered()
          if (i % 4 !== 0) continue
          const name = `w-${round}-${n}-${i}`
          if ((await ask('POST', '/worlds', { name, start: 'empty' })).status < 300) worlds.push(name)
          answered()
        }
      }
      await Promise.all([0, 1, 2, 3].map((n) => client(n).catch(() => {})))
    }
    const kept = async ({ ask }: Served, from: number) => {
      const names = (await ask('GET', '/worlds')).body.worlds.map(({ name }: { name: string }) => name)
      expect(worlds.filter((name) => !names.includes(name))).toEqual([])
      const found = await Promise.all(orders.slice(from).map(async (id) => (await ask('GET', `/console/orders/${id}`)).status))
      expect(found.filter((status) => status !== 200)).toEqual([])
    }

    let served = await serve(words)
    await settleServed(served, seller.url)
    for (let round = 0; round < ROUNDS; round++) {
      const { signal, atOnce } = KINDS[round] ?? { signal: random.int(3) === 0 ? 'SIGKILL' : 'SIGTERM', atOnce: random.int(2) === 0 }
      const loaded = load(served, round, signal)
      let next: Served | undefined
      if (atOnce) {
        await loaded
        next = await serve(words)
        await served.gone()
      } else {
        // Whoever takes nobody in any more has heard the signal.
        await loaded.then(() => refused(served.url ?? ''))
        const began = await seller.connections()
        await served.gone()
        silences.push([began, await seller.connections()])
        next = await serve(words)
      }
      expect(next.url, `round ${round}, ${signal}: ${next.said()}`).toBeDefined()
      if (signal === 'SIGTERM') expect(served.child.exitCode, served.said()).toBe(0)
      await kept(next, checked)
      checked = orders.length
      served = next
    }
    await kept(served, 0)
    expect(await served.end(), served.said()).toBe(0)
    over.abort()
    const late = seller.calls.filter(({ connection }) => silences.some(([from, to]) => connection > from && connection < to))
    expect(late, 'calls after a stop').toEqual([])
    expect(silences.length).toBeGreaterThan(0)
    expect(orders.length).toBeGreaterThan(ROUNDS)
    console.log(
      `${ROUNDS} rounds, SEED=${SEED}: ${orders.length} orders and ${worlds.length} worlds acknowledged, none lost; ${seller.calls.length} calls of sellers`,
    )
  },
  60_000 + 20_000 * ROUNDS,
)

/** Resolves when nothing listens there any more. */
async function refused(url: string): Promise<void> {
  while (await fetch(`${url}/_sandbox/ready`).catch(() => undefined)) await systemClock.wait(5)
}
