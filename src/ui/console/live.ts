import { batch, effect, signal } from '@preact/signals'
import { ask, control, Refused, send, tokenWanted } from './api.ts'
import { world } from './place.ts'

/** What became true in a world. Each type of fact has members of its own. */
export interface Fact {
  readonly n: number
  readonly at: string
  readonly type: string
  readonly [member: string]: unknown
}

/** Facts that are kept, the newest last. */
const KEPT = 500
/** Milliseconds before the next try to connect, and at least between two rounds of reading again. */
const AGAIN = 1000

/** Whether the page is told of changes as they happen. `gone`: the sandbox answers, and has no such world. */
export const connection = signal<'opening' | 'live' | 'down' | 'gone'>('opening')
/** The last facts of the world, the newest last. */
export const facts = signal<readonly Fact[]>([])
/** Moves when something may have changed; `useLoaded` reads again then. */
export const changes = signal(0)

let arrived: Fact[] = []

/** However many facts arrive, the page changes once a frame. */
function keep(fact: Fact): void {
  if (arrived.length === 0) requestAnimationFrame(show)
  arrived.push(fact)
  // A tab in the background has no frames.
  if (arrived.length > 2 * KEPT) arrived.splice(0, KEPT)
}

function show(): void {
  const next = [...facts.peek(), ...arrived].slice(-KEPT)
  arrived = []
  facts.value = next
  move()
}

let waiting = false
let moved = false

/** Tells the pages to read again: at once, then at most once in `AGAIN`. */
export function move(): void {
  moved = waiting
  if (waiting) return
  changes.value++
  waiting = true
  setTimeout(() => {
    waiting = false
    if (moved) move()
  }, AGAIN)
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function follow(name: string, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      await hear(name, stop)
    } catch (cause) {
      if (stop.aborted) return
      const status = cause instanceof Refused ? cause.status : 0
      if (status !== 401) connection.value = status === 404 ? 'gone' : 'down'
    }
    await pause(AGAIN)
    while (tokenWanted.peek() !== false && !stop.aborted) await pause(AGAIN / 4)
  }
}

/** Reads what there was, then the stream, until it ends: the world begins anew, or the sandbox stops. */
async function hear(name: string, stop: AbortSignal): Promise<void> {
  const query = { world: name, limit: KEPT }
  const before = await ask(control.GET('/_sandbox/facts', { params: { query }, signal: stop }))
  const response = await send(
    new Request(`/_sandbox/events?${new URLSearchParams({ world: name, since: `${before.last}` })}`, { signal: stop }),
  )
  if (!response.ok || !response.body) throw new Refused(response.status)
  batch(() => {
    connection.value = 'live'
    arrived = []
    facts.value = before.facts
    changes.value++
  })
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() as string
    for (const line of lines) if (line.startsWith('data: ')) keep(JSON.parse(line.slice(6)) as Fact)
  }
}

/** Follows the world of the page from now on, whichever that is. */
export function startFollowing(): void {
  effect(() => {
    const name = world.value
    const stopped = new AbortController()
    connection.value = 'opening'
    facts.value = []
    void follow(name, stopped.signal)
    return () => stopped.abort()
  })
}
