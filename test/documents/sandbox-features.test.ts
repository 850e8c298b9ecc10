import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyConsumer } from '../../src/contract/verify-consumer.ts'
import { systemClock } from '../../src/index.ts'
import { openCheckingProxy } from '../../src/proxy/checking-proxy.ts'
import { rawHttp } from '../helpers/raw-http.ts'
import { document, type ServedDocument, serveDocument } from './serve-document.ts'

const fault = { type: 'object', required: ['message'], properties: { message: { type: 'string' } } }
const pet = { type: 'object', required: ['id', 'name'], properties: { id: { type: 'integer' }, name: { type: 'string' } } }
const json = (media: object, description = 'ok') => ({ description, content: { 'application/json': media } })

const PETS = document(
  {
    '/pets/{id}': {
      get: {
        operationId: 'showPet',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
          { name: 'view', in: 'query', schema: { type: 'string' } },
        ],
        responses: {
          200: json({ schema: pet }),
          404: json({ schema: fault, examples: { lost: { value: { message: 'lost' } } } }),
          429: json({ schema: fault }, 'Slow down'),
          '5XX': json({ schema: fault }),
        },
      },
    },
  },
  { security: [{ key: [] }], components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } } },
)
const KEY = { 'X-Key': 'a-key-of-theirs' }

let served: ServedDocument
beforeAll(async () => {
  served = await serveDocument(PETS, { coverage: true })
}, 120_000)
afterAll(() => served.close())

test('worlds: a world of its own by header; what happens there is recorded there', async () => {
  served.sandbox.worlds.open('mine')
  const answer = await served.ask('GET /pets/1', { headers: { ...KEY, 'X-Sandbox-World': 'mine' } })
  expect(answer.status).toBe(200)
  const [entry] = served.sandbox.journal.entries({ world: 'mine' })
  expect(entry).toMatchObject({ operation: 'shop.showPet', origin: 'generated', world: 'mine', reply: { status: 200, body: answer.text } })
})

test('seeds: another one gives other values', async () => {
  await using other = await serveDocument(PETS, { seed: 'other' })
  const [here, there] = await Promise.all([served, other].map((one) => one.ask('GET /pets/1', { headers: KEY })))
  expect([here?.status, there?.status]).toEqual([200, 200])
  expect(here?.text).not.toBe(there?.text)
})

test.each([
  [{ on: 'shop.showPet', status: 503, times: 1 }, 503, undefined],
  [{ on: 'shop.showPet', answer: '404', times: 1 }, 404, { message: 'lost' }],
  [{ on: 'shop.*', answer: 'lost', when: { 'query.view': 'full' }, times: 1 }, 404, { message: 'lost' }],
  [{ on: '*', answer: '429', times: 1 }, 429, { message: 'Slow down' }],
])('faults: %o', async (rule, status, body) => {
  served.sandbox.faults.clear()
  served.sandbox.faults.add(rule)
  const answer = await served.ask('GET /pets/1?view=full', { headers: KEY })
  expect([answer.status, answer.json, answer.headers['x-sandbox-fault']]).toEqual([status, body, expect.stringMatching(/^F1 /)])
  expect((await served.ask('GET /pets/1?view=full', { headers: KEY })).status).toBe(200)
})

test('faults: throttled calls get the declared 429, delayed ones come late', async () => {
  served.sandbox.faults.clear()
  served.sandbox.faults.add({ on: 'shop.showPet', throttle: { rate: '0.01/s', burst: 1 } })
  expect((await served.ask('GET /pets/1', { headers: KEY })).status).toBe(200)
  expect(await served.ask('GET /pets/1', { headers: KEY })).toMatchObject({ status: 429, json: { message: expect.any(String) } })
  served.sandbox.faults.clear()
  served.sandbox.faults.add({ on: 'shop.showPet', delay: '120ms', times: 1 })
  const began = performance.now()
  expect((await served.ask('GET /pets/1', { headers: KEY })).status).toBe(200)
  expect(performance.now() - began).toBeGreaterThan(100)
})

test('faults: an error that the document does not describe is refused when the rule is added', () => {
  expect(() => served.sandbox.faults.add({ on: 'shop.showPet', answer: '418' })).toThrow('418')
})

test('coverage counts operations, parameters, statuses and errors', async () => {
  await using counted = await serveDocument(PETS, { coverage: true })
  await counted.ask('GET /pets/1?view=full', { headers: KEY })
  await counted.ask('GET /pets/1', { headers: { ...KEY, Prefer: 'code=404' } })
  await counted.ask('GET /pets/1', { headers: { ...KEY, Prefer: 'code=500' } })
  const { counts } = counted.sandbox.coverage()
  expect(counts.operations).toEqual({ 'shop.showPet': { natural: 1, forced: 2 } })
  expect(counts.parameters).toMatchObject({ 'shop.showPet query/view': { natural: 1, forced: 0 } })
  expect(counts.statuses).toEqual({
    'shop.showPet 200': { natural: 1, forced: 0 },
    'shop.showPet 404': { natural: 0, forced: 1 },
    'shop.showPet 5XX': { natural: 0, forced: 1 },
  })
})

test('the library calls operations by name', async () => {
  expect(await served.sandbox.call('shop.showPet', { path: { id: 1 }, headers: KEY })).toMatchObject({
    status: 200,
    body: { id: expect.any(Number) },
  })
})

test('the control API lists the operations and what they answer', async () => {
  const answer = await served.ask('GET /_sandbox/operations')
  expect(answer.json.operations.find(({ ref }: { ref: string }) => ref === 'shop.showPet')).toMatchObject({
    errors: ['404', '429'],
    path: '/pets/{id}',
  })
})

test('contracts are verified live against the document', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-pact-'))
  const [spec, pact] = [join(folder, 'shop.json'), join(folder, 'pact.json')]
  writeFileSync(spec, JSON.stringify(PETS))
  const interaction = (description: string, headers: object, status: number, body: object) => ({
    description,
    request: { method: 'GET', path: '/pets/1', headers },
    response: { status, headers: { 'Content-Type': 'application/json' }, body, matchingRules: { '$.body': { match: 'type' } } },
  })
  const interactions = [
    interaction('a pet', KEY, 200, { id: 1, name: 'Rex' }),
    interaction('a pet with more', KEY, 200, { id: 1, colour: 'red' }),
  ]
  writeFileSync(pact, JSON.stringify({ consumer: { name: 'app' }, provider: { name: 'shop' }, interactions }))
  const { groups } = await verifyConsumer({ files: [pact], spec: [spec], systemClock })
  expect(groups[0]?.checks.map(({ name, state }) => [name.replace(/^.* a pet/, 'a pet'), state])).toEqual([
    ['a pet', 'passed'],
    ['a pet with more', 'failed'],
  ])
  rmSync(folder, { recursive: true })
}, 90_000)

test('a checking proxy compares a real service with the document', async () => {
  const heard: { status: number; findings: readonly { code: string; pointer: string }[] }[] = []
  const proxy = await openCheckingProxy({
    upstream: served.sandbox.url,
    specs: served.sandbox.specs,
    timeout: 10_000,
    systemClock,
    onExchange: (one) => heard.push(one),
  })
  try {
    await rawHttp(proxy.url, { target: '/pets/1', headers: KEY })
    await rawHttp(proxy.url, { target: '/pets/x', headers: KEY })
    await rawHttp(proxy.url, { target: '/nope', headers: KEY })
  } finally {
    await proxy.close()
  }
  const codes = heard.map(({ status, findings }) => [status, ...findings.map(({ code, pointer }) => `${code} ${pointer}`)])
  expect(codes).toEqual([
    [200],
    [422, 'request.path.malformed /path/id', 'reply.status.unknown /status'],
    [404, 'request.path.unknown /path'],
  ])
})
