import { readFileSync } from 'node:fs'
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
/** The memory of a process goes up and down with its garbage: the least of a stretch counts. */
const WINDOW = 20

/** The default world never begins anew; it may not grow for as long as the run lasts. */
const MOST_ORDERS = 300

interface Tally {
  requests: number
  vendor: number
  cut: number
  readonly hung: string[]
  readonly broken: string[]
  /** Orders of the default world that were acknowledged. */
  readonly orders: string[]
  readonly memory: number[]
}

test(`a sandbox under load and chaos answers, keeps what it acknowledged over kill -9, and does not grow (SEED=${SEED})`, {
  timeout: 120_000 + SECONDS * 2000,
}, async () => {
  await using seller = await openSeller((call) => goodAnswer(call))
  const words = ['--state', freshFolder(), '--chaos', `${CHAOS * 100}%`, '--seed', String(SEED), '--drain', '1s']
  const tally: Tally = { requests: 0, vendor: 0, cut: 0, hung: [], broken: [], orders: [], memory: [] }
  const start = async () => {
    const served = await serve(words)
    expect(served.url, served.said()).toBeDefined()
    return served
  }

  let served = await start()
  await settleServed(served, seller.url)
  await load(served, tally, { until: end(2), requests: REQUESTS / 2, killAtEnd: true })
  expect(await served.gone()).toBeNull()
  const warm = tally.memory.length
  served = await start()
  await kept(served, tally)
  await load(served, tally, { until: end(2), requests: REQUESTS / 2, killAtEnd: false })
  await kept(served, tally)
  expect(await served.end()).toBe(0)

  const expected = tally.vendor * CHAOS * UNREADABLE
  const report = { ...tally, orders: tally.orders.length, memory: summary(tally.memory.slice(warm)) }
  process.stdout.write(`soak: ${JSON.stringify(report)}\n`)
  expect(tally.hung).toEqual([])
  expect(tally.broken).toEqual([])
  expect(tally.orders.length).toBeGreaterThan(10)
  // Six standard deviations: a run in a thousand million would differ by chance.
  expect(tally.cut).toBeLessThan(expected + 6 * Math.sqrt(expected + 1))
  const { first, last } = summary(tally.memory.slice(warm))
  if (SECONDS >= 300) expect(last / first).toBeLessThan(1.1)
})

const end = (parts: number) => (SECONDS > 0 ? Date.now() + (SECONDS * 1000) / parts : Number.POSITIVE_INFINITY)

/** Least memory after the warm-up, which is the first third, and at the end; bytes. */
function summary(memory: readonly number[]): { readonly first: number; readonly last: number; readonly samples: number } {
  const after = memory.slice(Math.floor(memory.length / 3))
  return { first: Math.min(...after.slice(0, WINDOW)), last: Math.min(...after.slice(-WINDOW)), samples: memory.length }
}

/** Clients that do all at once what many would do in turn: each in a world of its own that begins anew from time to time, and in the default one. */
async function load(
  { url = '', ask, child }: Served,
  tally: Tally,
  { until, requests, killAtEnd }: { readonly until: number; readonly requests: number; readonly killAtEnd: boolean },
): Promise<void> {
  const { buyer } = (await ask('GET', '/credentials')).body
  let left = requests
  let over = false
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
      if (n === 0 && i % 10 === 0) tally.memory.push(memoryOf(child.pid))
      if (over && killAtEnd) child.kill('SIGKILL')
    }
    if (killAtEnd) child.kill('SIGKILL')
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)))
}

async function kept({ ask }: Served, { orders }: Tally): Promise<void> {
  const lost = []
  for (const id of orders) if ((await ask('GET', `/console/orders/${id}`)).status !== 200) lost.push(id)
  expect(lost).toEqual([])
}

/** Bytes that a process has in memory; 0 where the system does not tell. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
