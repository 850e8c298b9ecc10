import { expect, test } from 'vitest'
import { eventsOf } from '../../src/cli/world/events-of.ts'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { runCli } from '../cli/run-cli.ts'

const buy = async (sandbox: Sandbox, world = 'default') =>
  (await sandbox.call('console.BuyProduct', { world, body: { product: 'crm-basic-month' } })).body.order.id as string

interface Seen {
  readonly n: number
  readonly type: string
  readonly orderId?: string
}

/** Opens the stream, and reads until so many facts came. */
async function follow(sandbox: Sandbox, query: string, headers: Record<string, string> = {}) {
  const stop = new AbortController()
  const response = await fetch(`${sandbox.url}/_sandbox/events${query}`, { headers, signal: stop.signal })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const events = eventsOf(response.body!) as AsyncGenerator<Seen>
  return {
    async next(count: number) {
      const seen: Seen[] = []
      while (seen.length < count) {
        const { value, done } = await events.next()
        if (done) break
        seen.push(value)
      }
      return seen
    },
    stop: () => stop.abort(),
  }
}

test('facts are sent as they come, from now on', async () => {
  await using sandbox = await startSandbox()
  await buy(sandbox)
  const events = await follow(sandbox, '?type=order.placed,order.paid')
  const orderId = await buy(sandbox)
  expect(await events.next(2)).toMatchObject([
    { type: 'order.placed', orderId },
    { type: 'order.paid', orderId },
  ])
  events.stop()
})

test.each([
  ['since', (n: number): readonly [string, Record<string, string>] => [`?since=${n}`, {}]],
  ['Last-Event-ID', (n: number): readonly [string, Record<string, string>] => ['', { 'Last-Event-ID': String(n) }]],
])('whoever comes back with %s misses nothing', async (_how, again) => {
  await using sandbox = await startSandbox()
  const first = await follow(sandbox, '?since=0')
  await buy(sandbox)
  const [{ n }] = (await first.next(1)) as [Seen]
  first.stop()
  await buy(sandbox)
  const [query, headers] = again(n)
  const second = await follow(sandbox, query, headers)
  const missed = sandbox.facts.since(n).map((fact) => fact.n)
  expect((await second.next(missed.length)).map((fact) => fact.n)).toEqual(missed)
  second.stop()
})

test('a reader who does not read costs nothing and gets everything later', async () => {
  await using sandbox = await startSandbox()
  const slow = await follow(sandbox, '?since=0')
  for (let n = 0; n < 3000; n++) sandbox.world.emit({ type: 'setting.changed', name: 'x'.repeat(2000) })
  const seen = await slow.next(3000)
  expect(seen.map(({ n }) => n)).toEqual(Array.from({ length: 3000 }, (_, i) => i + 1))
  slow.stop()
})

test('the stream of one world tells nothing of another, and ends with the sandbox', async () => {
  const sandbox = await startSandbox()
  sandbox.worlds.open('other')
  const events = await follow(sandbox, '?world=other&since=0')
  await buy(sandbox)
  const id = await buy(sandbox, 'other')
  expect((await events.next(1))[0]).toMatchObject({ type: 'order.placed', orderId: id })
  const rest = events.next(1000).catch(() => 'cut')
  await sandbox.close()
  expect(await rest).toBeDefined()
})

test('an unknown world is refused like everywhere', async () => {
  await using sandbox = await startSandbox()
  const answer = await fetch(`${sandbox.url}/_sandbox/events?world=nobody`)
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'unknown-world'])
})

test('waitFor gives what is true already, what comes, and says what came instead', async () => {
  await using sandbox = await startSandbox()
  const first = await buy(sandbox)
  expect(await sandbox.waitFor('order.paid', { orderId: first })).toMatchObject({ orderId: first })
  const since = sandbox.facts.count
  const next = sandbox.waitFor('order.paid', (fact) => fact.orderId !== first, { since })
  const second = await buy(sandbox)
  expect(await next).toMatchObject({ orderId: second })
  const never = sandbox.waitFor('order.completed', { orderId: 'CS1' }, { timeout: 20 })
  await buy(sandbox)
  await expect(never).rejects.toThrow(/No order\.completed with \{"orderId":"CS1"\} came in 20 ms.*order\.paid/)
})

test('koosandbox wait --for returns when it is true, and fails with what to do when it is not', async () => {
  await using sandbox = await startSandbox()
  const id = await buy(sandbox)
  const args = ['--url', sandbox.url, '--match', `orderId=${id}`]
  const there = await runCli('wait', '--for', 'order.paid', ...args, '--json')
  expect([there.code, JSON.parse(there.out).orderId]).toEqual([0, id])
  const waiting = runCli('wait', '--for', 'order.completed', ...args)
  await sandbox.clock.pass('1m')
  expect(await waiting).toMatchObject({ code: 0, out: expect.stringContaining('order.completed') })
  const late = await runCli('wait', '--for', 'order.refunded', ...args, '--timeout', '100ms')
  expect(late).toMatchObject({ code: 1, err: expect.stringContaining('clock upcoming') })
  expect(await runCli('wait', '--match', 'a=b', '--url', sandbox.url)).toMatchObject({ code: 2 })
  expect(await runCli('wait', '--for', 'order.paid', '--match', 'orderId', '--url', sandbox.url)).toMatchObject({ code: 2 })
})
