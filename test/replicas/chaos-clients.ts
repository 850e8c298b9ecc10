import { systemClock } from '../../src/world/engine/system-clock.ts'
import { TOKEN } from './cluster.ts'
import type { Operation } from './history.ts'
import { PRODUCT } from './open-replicas.ts'

/** What the clients have seen. */
export interface Seen {
  readonly history: readonly Operation[]
  /** Orders that the worlds began with. */
  readonly before: ReadonlySet<string>
  readonly asked: number
  /** Calls that failed, and failed again. */
  readonly failed: number
  readonly twicePaid: readonly string[]
}

/** Clients that buy and list in several worlds at the same time. */
export interface ChaosClients {
  /** Resolves when every world answers at one of these addresses. */
  allAnswer(urls: readonly string[]): Promise<void>
  stop(): void
  /** Stops, and looks at every world a last time. */
  end(): Promise<Seen>
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Milliseconds between two calls of a client. */
const PAUSE = 150
/** A client does not wait for longer. */
const PATIENCE = 10_000

const wait = (ms: number) => systemClock.wait(ms)
const idsOf = (body: unknown): string[] => (body as { entities: readonly { id: string }[] }).entities.map(({ id }) => id)
const listOf = (world: string) => `/_sandbox/worlds/${world}/entities/orders?newest=true&limit=1000`

/** Starts clients; each call goes to one address, and once more to the next one where it fails, as a client behind a balancer does. */
export async function createClients(urls: readonly string[], worldCount: number, clientCount: number): Promise<ChaosClients> {
  const worlds = Array.from({ length: worldCount }, (_, n) => `chaos-${n}`)
  const history: Operation[] = []
  let asked = 0
  let failed = 0
  let running = true

  const ask = async (url: string, path: string, body?: unknown): Promise<Response | undefined> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const headers = { 'content-type': 'application/json', 'x-sandbox-token': TOKEN }
    return fetch(`${url}${path}`, { ...init, headers, signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined)
  }

  /** @param lost called for each attempt without an answer */
  const send = async (n: number, path: string, body?: unknown, lost: () => void = () => {}): Promise<Answer | undefined> => {
    asked++
    for (let tried = 0; tried < 2; tried++) {
      const answer = await ask(urls[(n + tried) % urls.length] as string, path, body)
      const read = answer && answer.status < 500 ? await answer.json().catch(() => undefined) : undefined
      if (answer && read !== undefined) return { status: answer.status, body: read }
      lost()
      // A client that is told to come back waits.
      if (answer) await wait(1000 * Number(answer.headers.get('retry-after') ?? 1))
    }
    failed++
    return undefined
  }

  const list = async (n: number, world: string) => {
    const began = systemClock.monotonic()
    const answer = await send(n, listOf(world))
    if (answer) history.push({ what: 'list', world, began, ended: systemClock.monotonic(), orders: idsOf(answer.body) })
  }

  const buy = async (n: number, world: string) => {
    const began = systemClock.monotonic()
    const lost = () => history.push({ what: 'perhaps', world, began, ended: systemClock.monotonic() })
    const answer = await send(n, `/_sandbox/console/orders?world=${world}`, { product: PRODUCT }, lost)
    if (answer?.status !== 200) return
    const { order } = answer.body as { readonly order: { readonly id: string } }
    history.push({ what: 'buy', world, began, ended: systemClock.monotonic(), order: order.id })
  }

  const before = new Set<string>()
  for (const [n, name] of worlds.entries()) {
    const made = await send(n, '/_sandbox/worlds', { name })
    if (!made || (made.status !== 201 && made.status !== 409)) throw new Error(`${name} cannot be opened: ${JSON.stringify(made)}`)
    for (const order of idsOf((await send(n, listOf(name)))?.body)) before.add(order)
  }
  const clients = Array.from({ length: clientCount }, async (_, first) => {
    for (let i = first; running; i++) {
      const world = worlds[i % worlds.length] as string
      await (i % 3 === 0 ? list(i, world) : buy(i, world))
      await wait(PAUSE)
    }
  })

  /** Orders with more than one payment. */
  const twicePaid = async (world: string): Promise<string[]> => {
    const paid = new Map<string, number>()
    for (let since = 0; ; ) {
      const answer = await send(0, `/_sandbox/facts?world=${world}&since=${since}&limit=1000`)
      const facts = ((answer?.body as { facts?: unknown } | undefined)?.facts ?? []) as { n: number; type: string; orderId?: string }[]
      for (const { type, orderId = '' } of facts) if (type === 'order.paid') paid.set(orderId, (paid.get(orderId) ?? 0) + 1)
      const last = facts.at(-1)?.n
      if (last === undefined || last <= since) return [...paid].filter(([, times]) => times > 1).map(([order]) => `${world} ${order}`)
      since = last
    }
  }

  return {
    async allAnswer(at) {
      const answers = async (world: string) => {
        const path = `/_sandbox/worlds/${world}`
        for (let n = 0; (await ask(at[n % at.length] as string, path))?.status !== 200; n++) await wait(50)
      }
      await Promise.all(worlds.map(answers))
    },
    stop() {
      running = false
    },
    async end() {
      running = false
      await Promise.all(clients)
      for (const [n, world] of worlds.entries()) await list(n, world)
      const twice: string[] = []
      for (const world of worlds) twice.push(...(await twicePaid(world)))
      return { history, before, asked, failed, twicePaid: twice }
    },
  }
}
