import { setMaxListeners } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { wire } from '../../src/world/wire.ts'
import { createSeeded } from '../helpers/seeded.ts'
import { openSeller } from '../marketplace/seller.ts'
import { goodAnswer } from '../marketplace/shop.ts'
import { endAll, freshFolder, type Served, serve, settleServed } from './served.ts'

afterEach(endAll)

const SEED = Number(process.env['SEED'] ?? 20260101)
const ROUNDS = Number(process.env['ROUNDS'] ?? 6)

/** Machine milliseconds: how long what is under way may go on, and how long a signal may take to be heard on a busy machine. */
const DRAIN = 2500
const HEARD = 1500

/** Seller's answers: at once, late, never, or when the sandbox has long stopped. */
const LATENESS = [0, 0, 0, 200, 800, 5000, Number.POSITIVE_INFINITY]

test(
  `${ROUNDS} rounds of stopping or killing at any moment, and starting at once, lose nothing (SEED=${SEED})`,
  async () => {
    const random = createSeeded(SEED)
    const calls: number[] = []
    const over = new AbortController()
    // Every late answer listens to it.
    setMaxListeners(0, over.signal)
    await using seller = await openSeller(async (call) => {
      calls.push(wire.monotonic())
      const late = random.pick(LATENESS)
      if (late === Number.POSITIVE_INFINITY) return 'silence'
      await wire.wait(late, over.signal).catch(() => {})
      return goodAnswer(call)
    })
    const folder = freshFolder()
    const words = ['--state', folder, '--drain', `${DRAIN}ms`]
    const orders: string[] = []
    const worlds: string[] = []
    let checked = 0
    let late = 0

    /** Four clients write until so many answers have come; the signal is sent in the midst of the others. */
    const load = async ({ ask, child }: Served, round: number, signal: NodeJS.Signals) => {
      let left = 5 + random.int(25)
      let told = Number.POSITIVE_INFINITY
      const answered = () => {
        if (--left > 0 || told !== Number.POSITIVE_INFINITY) return
        told = wire.monotonic()
        child.kill(signal)
      }
      const client = async (n: number) => {
        for (let i = 0; told === Number.POSITIVE_INFINITY; i++) {
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
      return told
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
      const signal = random.int(3) === 0 ? 'SIGKILL' : 'SIGTERM'
      const told = await load(served, round, signal)
      const next = await serve(words)
      const began = wire.monotonic()
      expect(next.url, `round ${round}, ${signal}: ${next.said()}`).toBeDefined()
      await served.gone()
      if (signal === 'SIGTERM') expect(served.child.exitCode, served.said()).toBe(0)
      late += calls.filter((at) => at > told + HEARD && at < began - HEARD).length
      await kept(next, checked)
      checked = orders.length
      served = next
    }
    await kept(served, 0)
    expect(await served.end(), served.said()).toBe(0)
    over.abort()
    expect(late, 'calls after the stop').toBe(0)
    expect(orders.length).toBeGreaterThan(5 * ROUNDS)
    console.log(
      `${ROUNDS} rounds, SEED=${SEED}: ${orders.length} orders and ${worlds.length} worlds acknowledged, none lost; ${calls.length} calls of sellers`,
    )
  },
  60_000 + 20_000 * ROUNDS,
)
