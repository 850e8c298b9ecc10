import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { findPact, PactMissing, runVerifier } from '../../src/contract/run-verifier.ts'
import { systemClock } from '../../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'verifier-'))
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const { status, answer } = request.url === '/states' ? state(JSON.parse(body)) : { status: 200, answer: { orders: ORDERS } }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
})
const ORDERS = [{ id: 'a', count: 1 }, { id: 'b', count: 'two' }, { id: 'c', count: 'three' }, { count: 4 }]
const asked: string[] = []
const state = ({ action, state }: { action: string; state: string }) => {
  asked.push(`${action} ${state}`)
  return { status: state === 'nobody brings this about' ? 404 : 200, answer: {} }
}
let url = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})
afterEach(() => vi.unstubAllEnvs())

const fine = { description: 'fine', request: { method: 'GET', path: '/' }, response: { status: 200 } }
const matching = (id: unknown) => ({
  body: { contentType: 'application/json', encoded: false, content: { orders: [{ id: 'x', count: 1 }] } },
  matchingRules: { body: { '$.orders': rule({ match: 'type', min: 1 }), '$.orders[*].count': rule({ match: id }) } },
})
const rule = (...matchers: object[]) => ({ combine: 'AND', matchers })
const wrong = { ...fine, description: 'wrong', response: { status: 200, ...matching('integer') } }

let files = 0
function pact(...interactions: object[]): string {
  const file = join(folder, `${++files}.json`)
  const typed = interactions.map((one) => ({ type: 'Synchronous/HTTP', pending: false, ...one }))
  const metadata = { pactSpecification: { version: '4.0' } }
  writeFileSync(file, JSON.stringify({ consumer: { name: 'c' }, provider: { name: 'p' }, interactions: typed, metadata }))
  return file
}
const run = (file: string, interactions: number) =>
  runVerifier({ pacts: [file], provider: 'p', url, statesUrl: `${url}/states`, interactions, wait: systemClock.wait })

test('an answer that agrees passes, and one that does not is told once for all entries of a list', async () => {
  const { passed, interactions } = await run(pact(fine, wrong), 2)
  expect(passed).toBe(false)
  expect(interactions.map((one) => [one.description, one.passed])).toEqual([
    ['fine', true],
    ['wrong', false],
  ])
  expect(interactions[1]!.mismatches).toMatchObject([
    { about: 'body', pointer: '/body/orders/*/count', got: '"two"' },
    { about: 'body', pointer: '/body/orders/*/id', got: 'nothing' },
  ])
})

test('variables that name a proxy, or leave interactions out, change nothing', async () => {
  for (const [name, value] of Object.entries({
    HTTP_PROXY: 'http://127.0.0.1:9',
    http_proxy: 'http://127.0.0.1:9',
    PACT_DESCRIPTION: 'nothing of the kind',
    PACT_PROVIDER_STATE: 'none',
    // Another environment: the process of the tests before cannot serve.
    KOOSANDBOX_TEST: 'proxies',
  }))
    vi.stubEnv(name, value)
  expect(await run(pact(fine), 1)).toMatchObject({ passed: true, interactions: [{ description: 'fine', states: [], mismatches: [] }] })
})

test('a state that is refused fails its interaction and no other', async () => {
  const unheld = { ...fine, description: 'unheld', providerStates: [{ name: 'nobody brings this about' }] }
  const held = { ...fine, description: 'held', providerStates: [{ name: 'easy' }] }
  const outcome = await run(pact(unheld, held), 2)
  expect(outcome).toMatchObject({
    passed: false,
    interactions: [
      { description: 'unheld', passed: false, failure: expect.stringContaining('setup') },
      { description: 'held', passed: true },
    ],
  })
  expect(outcome.interactions[1]).not.toHaveProperty('failure')
  expect(asked).toContain('setup easy')
})

test('a pending interaction may fail', async () => {
  expect(await run(pact({ ...wrong, pending: true }, fine), 2)).toMatchObject({ passed: true, interactions: [{ passed: false }, {}] })
})

test.each([
  [
    'fewer results than the pact holds',
    () => pact(fine),
    2,
    { passed: false, failure: expect.stringContaining('hold 2 interactions, the Pact Verifier looked at 1') },
  ],
  ['an empty pact', () => pact(), 0, { passed: false }],
  ['no pact at all', () => join(folder, 'none.json'), 1, { passed: false, failure: expect.any(String) }],
])('%s never passes', async (_what, file, interactions, outcome) => {
  expect(await run(file(), interactions)).toMatchObject(outcome)
})

test('a verifier that does not end is ended', async () => {
  const outcome = await runVerifier({ pacts: [pact(fine)], provider: 'p', url, interactions: 1, longest: 1, wait: systemClock.wait })
  expect(outcome).toEqual({ passed: false, interactions: [], failure: 'The Pact Verifier did not end within 1 ms.' })
})

test('without Pact the message says what to install', () => {
  expect(() => findPact(['/nowhere/package.json'])).toThrow(PactMissing)
  expect(() => findPact(['/nowhere/package.json'])).toThrow('npm install --save-dev @pact-foundation/pact')
})
