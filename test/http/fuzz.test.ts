import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { createFuzzer, type WildRequest } from '../helpers/fuzzer.ts'
import { openRaw, type RawAnswer, type RawConnection, rawHttp, rawRequest } from '../helpers/raw-http.ts'
import { createSeeded } from '../helpers/seeded.ts'

/** `FUZZ_SEED=123 npx vitest run test/http/fuzz.test.ts` plays one run again; FUZZ_COUNT makes it longer. */
const SEED = Number(process.env.FUZZ_SEED ?? 20260101)
const COUNT = Number(process.env.FUZZ_COUNT ?? 4000)
const KINDS = ['accounts', 'orders', 'resources', 'coupons', 'discounts', 'certificates', 'workspace', 'grants', 'tokens', 'keys', 'people', 'clients'] as const // biome-ignore format: one thought

let sandbox: Sandbox
const broken: unknown[] = []
beforeAll(async () => {
  sandbox = await startSandbox({ onError: (error) => broken.push(error), requestTimeout: 2000, journalSize: 20 })
})
afterAll(() => sandbox.close())

/** All that is true, by reference: entities are immutable, so an unchanged world holds the very same objects. */
function truth(): unknown[] {
  const { world } = sandbox
  return [world.facts.of('order.paid').length, world.upcoming().length, ...KINDS.flatMap((kind) => [...world[kind].all()])]
}

const same = (before: unknown[], after: unknown[]) => before.length === after.length && before.every((item, i) => item === after[i])

/** Everything that is wrong with an answer; nothing when it is as it should be. */
function* complaints(request: WildRequest, answer: RawAnswer): Generator<string> {
  const type = answer.headers['content-type']
  const entry = sandbox.journal.entries({ limit: 1 })[0]
  if (
    answer.body !== '' &&
    !/^application\/(problem\+)?json$/.test(type ?? '') &&
    !(answer.status < 400 && type?.startsWith('text/html'))
  ) {
    yield `type ${type}`
  }
  if (answer.status < 400) return
  if (answer.status === 500 && type?.includes('problem')) yield 'broken'
  if (type?.includes('problem')) {
    const { status, title } = answer.json()
    if (status !== answer.status || typeof title !== 'string') yield 'no problem by RFC 9457'
    return
  }
  if (!/^[0-9a-f]{32}$/.test(answer.headers['x-request-id'] ?? '')) yield 'no X-Request-Id'
  if (request.method === 'HEAD' || !entry || answer.headers['x-request-id'] !== entry.requestId) return
  const operation = entry.operation === 'gateway.Nowhere' ? sandbox.specs.nowhere : sandbox.specs.operation(entry.operation)
  if (answer.status >= 500 && entry.origin !== 'forced' && ![...operation.errors.values()].some(({ status }) => status === answer.status))
    yield 'undocumented 5xx'
  const strays = operation.check({ status: answer.status, ...(answer.body === '' ? {} : { body: answer.json() }) })
  if (operation !== sandbox.specs.nowhere) for (const { pointer, expected, got } of strays) yield `body ${pointer}: ${expected}, was ${got}`
}

test(`${COUNT} wild requests from seed ${SEED}: a clear refusal or a proper answer, never a crash, a hang or HTML`, {
  timeout: 150_000,
}, async () => {
  const operations = sandbox.specs.operations.filter(({ service }) => service !== 'sandbox')
  const next = createFuzzer(sandbox, operations, createSeeded(SEED))
  sandbox.reset()
  const wrong: string[] = []
  const statuses = new Map<number, number>()
  let connection: RawConnection = await openRaw(sandbox.url)
  for (let n = 0; n < COUNT && wrong.length < 10; n++) {
    const request = next()
    const told = `#${n} ${request.what}: ${request.method} ${request.target.slice(0, 120)}`
    const before = truth()
    // A tenth comes on a connection of its own, in pieces.
    if (n % 10 === 9) {
      connection.end()
      connection = await openRaw(sandbox.url)
    }
    try {
      connection.write(rawRequest(n % 10 === 9 && request.body.length > 0 ? { ...request, chunked: 50 } : request))
      const answer = await connection.answer({ head: request.method === 'HEAD' })
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      for (const complaint of complaints(request, answer)) wrong.push(`${told}: ${answer.status} ${complaint} ${answer.body.slice(0, 300)}`)
      if (answer.status >= 400 && !same(before, truth())) wrong.push(`${told}: ${answer.status}, but the world has changed`)
      if (answer.headers.connection === 'close') throw new Error('closed')
    } catch (error) {
      if ((error as Error).message !== 'closed') wrong.push(`${told}: ${(error as Error).message}`)
      connection.end()
      connection = await openRaw(sandbox.url)
    }
    // Five wrong signatures would lock the key for the rest of the day.
    for (const { id } of sandbox.world.failures.all()) sandbox.world.failures.delete(id)
    if (n % 200 === 199) sandbox.reset()
  }
  connection.end()
  expect(wrong).toEqual([])
  expect(broken).toEqual([])
  const of = (from: number, to: number) =>
    [...statuses].filter(([status]) => status >= from && status < to).reduce((sum, [, count]) => sum + count, 0)
  expect(of(200, 400)).toBeGreaterThan(COUNT / 50)
  expect(of(400, 500)).toBeGreaterThan(COUNT / 2)
})

test('bytes that only look like HTTP are answered or hung up on, and then the sandbox lists orders', { timeout: 60_000 }, async () => {
  const random = createSeeded(SEED + 1)
  const good = rawRequest({
    target: '/v2/orders/customer-orders?limit=1',
    headers: { 'X-Auth-Token': sandbox.credentials.buyer!.token },
    body: '{}',
  })
  const outcomes = { answered: 0, cut: 0 }
  for (let n = 0; n < 300; n++) {
    const bytes = Buffer.from(good)
    for (let i = random.int(6); i >= 0; i--) bytes[random.int(bytes.length)] = random.int(256)
    const connection = await openRaw(sandbox.url)
    connection.write(random.int(10) === 0 ? bytes.subarray(0, random.int(bytes.length)) : bytes)
    // What looks unfinished would only be answered after the time-out; a clean end of the client says that no more comes.
    if (!bytes.equals(good)) connection.socket.end()
    const answer = await connection.answer().catch(() => undefined)
    connection.end()
    if (!answer) outcomes.cut++
    else {
      outcomes.answered++
      expect([n, answer.headers['content-type']]).toEqual([n, expect.stringMatching(/^application\/(problem\+)?json$/)])
      expect([n, answer.status < 500, answer.body]).toEqual([n, true, answer.body])
    }
  }
  expect(outcomes.answered).toBeGreaterThan(150)
  expect(broken).toEqual([])
  sandbox.reset()
  const list = await rawHttp(sandbox.url, {
    target: '/v2/orders/customer-orders',
    headers: { 'X-Auth-Token': sandbox.credentials.buyer!.token },
  })
  expect([list.status, list.json().total_count]).toEqual([200, 25])
})
