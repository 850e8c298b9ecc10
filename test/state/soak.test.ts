import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createSeeded } from '../helpers/seeded.ts'
import { openSeller } from '../marketplace/seller.ts'
import { goodAnswer } from '../marketplace/shop.ts'
import { endAll, freshFolder, type Served, serve, settleServed } from './served.ts'

afterEach(endAll)

/** `npm run soak` runs for ten minutes; the suite a fixed number of requests. */
const SECONDS = Number(process.env.SOAK_SECONDS ?? 0)
const REQUESTS = SECONDS > 0 ? Number.POSITIVE_INFINITY : Number(process.env.SOAK_REQUESTS ?? 800)
const SEED = Number(process.env.SEED ?? 20260101)
const CLIENTS = 8
/** Share of the vendor's calls that chaos changes; of its nine verbs five leave the call without an answer that a client can read. */
const CHAOS = 0.05
const UNREADABLE = 5 / 9
/** Machine milliseconds after which a request counts as unanswered. No delay of chaos is as long. */
const PATIENCE = 60_000
/** Milliseconds from one measurement of the memory to the next. */
const PAUSE = 3000
/** Each world grows until it begins anew: the least of so many measurements counts. */
const WINDOW = 20

/** The default world never begins anew; it may not grow for as long as the run lasts. */
const MOST_ORDERS = 300

interface Tally {
  requests: number
  vendor: number
  deliveries: number
  cut: number
  kills: number
  readonly hung: string[]
  readonly broken: string[]
  /** Orders of the default world that were acknowledged. */
  readonly orders: string[]
}

/** What is left after its garbage was collected, bytes: the memory of the process, and what of it is in use. */
interface Memory {
  readonly rss: number
  readonly live: number
}

test(`a sandbox under load and chaos answers, keeps what it acknowledged over kill -9, and does not grow (SEED=${SEED})`, {
  timeout: 120_000 + SECONDS * 2000,
}, async () => {
  const tally: Tally = { requests: 0, vendor: 0, deliveries: 0, cut: 0, kills: 0, hung: [], broken: [], orders: [] }
  await using seller = await openSeller((call) => {
    tally.deliveries++
    seller.calls.length = 0
    return goodAnswer(call)
  })
  const config = join(freshFolder(), 'config.json')
  writeFileSync(config, JSON.stringify({ addresses: [{ sellerId: '@seller', use: 'basic', url: seller.url }] }))
  const words = ['--state', freshFolder(), '--config', config, '--chaos', `${CHAOS * 100}%`, '--seed', String(SEED), '--drain', '1s']
  const start = async () => {
    const served = await serve(words, ['env', `NODE_OPTIONS=--import=${join(import.meta.dirname, 'tell-memory.mjs')}`])
    expect(served.url, served.said()).toBeDefined()
    return served
  }

  let served = await start()
  await settleServed(served, seller.url)
  await load(served, tally, { until: end(2), requests: REQUESTS / 2, killAtEnd: true })
  expect(await served.gone()).toBeNull()
  tally.kills++
  served = await start()
  expect(await lostOf(served, tally)).toEqual([])
  await load(served, tally, { until: end(2), requests: REQUESTS / 2, killAtEnd: false })
  const lost = await lostOf(served, tally)
  expect(await served.end()).toBe(0)

  const memory = ofHalf(memoryToldBy(served))
  process.stdout.write(`soak: ${JSON.stringify({ ...tally, orders: tally.orders.length, lost: lost.length, memory })}\n`)
  expect(lost).toEqual([])
  expect(tally.hung).toEqual([])
  expect(tally.broken).toEqual([])
  expect(tally.orders.length).toBeGreaterThan(10)
  // Six standard deviations: a run in a thousand million would differ by chance.
  const expected = tally.vendor * CHAOS * UNREADABLE
  expect(tally.cut).toBeLessThan(expected + 6 * Math.sqrt(expected + 1))
  if (SECONDS < 300) return
  expect(memory.last.live / memory.warm.live).toBeLessThan(1.1)
  expect(memory.last.rss / memory.warm.rss).toBeLessThan(1.1)
})

const end = (parts: number) => (SECONDS > 0 ? Date.now() + (SECONDS * 1000) / parts : Number.POSITIVE_INFINITY)

/** Least memory after the warm-up, which is the first third, and at the end. */
function ofHalf(told: readonly Memory[]): { readonly warm: Memory; readonly last: Memory; readonly measured: number } {
  const least = (some: readonly Memory[]) => ({
    rss: Math.min(...some.map(({ rss }) => rss)),
    live: Math.min(...some.map(({ live }) => live)),
  })
  const after = told.slice(Math.floor(told.length / 3))
  return { warm: least(after.slice(0, WINDOW)), last: least(after.slice(-WINDOW)), measured: told.length }
}

const memoryToldBy = ({ said }: Served): Memory[] =>
  [...said().matchAll(/^memory (.*)$/gm)].map(([, told = '']) => JSON.parse(told) as Memory)

/** Clients that do all at once what many would do in turn: each in a world of its own that begins anew from time to time, and in the default one. */
async function load(
  { url = '', ask, child }: Served,
  tally: Tally,
  { until, requests, killAtEnd }: { readonly until: number; readonly requests: number; readonly killAtEnd: boolean },
): Promise<void> {
  const { buyer } = (await ask('GET', '/credentials')).body
  let left = requests
  let over = false
  let measured = 0
  const more = () => {
    if (--left < 0 || Date.now() > until) over = true
    return !over
  }
  const reach = async (what: string, send: () => Promise<Response>, mayBeCut: boolean) => {
    tally.requests++
    try {
      const answer = await send()
      const text = await answer.text()
      if (answer.status === 500 && text.includes('defect of the sandbox')) tally.broken.push(`${what}: ${text.slice(0, 200)}`)
      return { status: answer.status, text }
    } catch (error) {
      const { name } = error as Error
      // Whatever was under way when the process was killed is answered by nobody.
      if (child.killed) return undefined
      if (name === 'TimeoutError') tally.hung.push(what)
      else if (mayBeCut) tally.cut++
      else tally.broken.push(`${what}: ${(error as Error).cause ?? error}`)
      return undefined
    }
  }
  const vendor = (path: string, body?: string) => {
    tally.vendor++
    const headers = { 'x-auth-token': buyer.token, 'content-type': 'application/json' }
    const send = () =>
      fetch(`${url}${path}`, { signal: AbortSignal.timeout(PATIENCE), headers, ...(body === undefined ? {} : { method: 'POST', body }) })
    return reach(path, send, true)
  }
  const ours = (method: string, path: string, body?: object) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    return reach(path, () => fetch(`${url}/_sandbox${path}`, { method, signal: AbortSignal.timeout(PATIENCE), ...sent }), false)
  }
  const client = async (n: number) => {
    const random = createSeeded(SEED + n)
    const world = `client-${n}`
    await ours('POST', '/worlds', { name: world })
    for (let i = 0; more(); i++) {
      const kind = random.int(10)
      if (i % 100 === 99) await ours('POST', `/worlds/${world}/reset`)
      else if (kind < 4) await vendor(`/v2/orders/customer-orders?limit=${1 + random.int(20)}&offset=${random.int(20)}`)
      else if (kind === 4) await vendor('/v3/orders/customer-orders/pay', random.text('{}[]":,a1 ', 60))
      else if (kind === 5) await vendor(`/nowhere/${random.int(1000)}`)
      else if (kind === 6) await ours('POST', `/clock/advance?world=${world}`, { by: '1m' })
      else if (kind === 7 && tally.orders.length < MOST_ORDERS) {
        const bought = await ours('POST', '/console/orders', { product: 'crm-basic-month' })
        if (bought && bought.status < 300) tally.orders.push(JSON.parse(bought.text).order.id)
      } else await ours('POST', `/console/orders?world=${world}`, { product: 'crm-basic-month' })
      if (Date.now() - measured > PAUSE && child.pid !== undefined && !child.killed) {
        measured = Date.now()
        // Not by `child.kill`, which would count it as killed.
        process.kill(child.pid, 'SIGUSR2')
      }
      if (over && killAtEnd) child.kill('SIGKILL')
    }
    if (killAtEnd) child.kill('SIGKILL')
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)))
}

/** Orders that were acknowledged and are not there. */
async function lostOf({ ask }: Served, { orders }: Tally): Promise<string[]> {
  const lost = []
  for (const id of orders) if ((await ask('GET', `/console/orders/${id}`)).status !== 200) lost.push(id)
  return lost
}
