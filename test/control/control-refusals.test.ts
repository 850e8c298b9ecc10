import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { rawHttp } from '../helpers/raw-http.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
  sandbox.worlds.open('taken')
})
afterAll(() => sandbox.close())

test.each([
  ['a parameter is not known', 'sandbox.ShowReady', { query: { x: 1 } }, 400, 'bad-request', '/query/x'],
  ['a number is none', 'sandbox.ListJournal', { query: { since: '1e1' } }, 400, 'bad-request', '/query/since'],
  ['a body is not JSON', 'sandbox.AdvanceClock', { body: '{' }, 400, 'bad-request', '/body'],
  ['a member is not known', 'sandbox.CreateWorld', { body: { nam: 'x' } }, 400, 'bad-request', '/body/nam'],
  ['time is not said', 'sandbox.AdvanceClock', { body: {} }, 400, 'bad-request', '"by"'],
  ['time is said twice', 'sandbox.AdvanceClock', { body: { by: '1h', to: '2027-01-01T00:00:00Z' } }, 400, 'bad-request', 'not both'],
  ['a duration is none', 'sandbox.AdvanceClock', { body: { by: '3x' } }, 400, 'duration.malformed', '"3x"'],
  ['time would go back', 'sandbox.AdvanceClock', { body: { to: '2020-01-01T00:00:00Z' } }, 409, 'clock.backwards', 'forward'],
  ['time would end', 'sandbox.AdvanceClock', { body: { by: 'P8000Y' } }, 409, 'clock.too-far', 'the year 9999'],
  ['nothing is said of how far', 'sandbox.AdvanceClock', { body: { by: '' } }, 400, 'bad-request', 'expected at least 1 character'],
  ['a number is too large', 'sandbox.ListJournal', { query: { limit: 1001 } }, 400, 'bad-request', 'expected at most 1000'],
  ['a kind of source is none', 'sandbox.ListEvidence', { query: { kind: 'rumour' } }, 400, 'bad-request', '"standard"'],
  [
    'a journal is asked of no operation',
    'sandbox.ListJournal',
    { query: { operation: 'PayOrder' } },
    404,
    'unknown-operation',
    'PayOrders',
  ],
  ['errors are asked of no service', 'sandbox.ListForcedErrors', { query: { service: 'bsss' } }, 404, 'unknown-service', '"bss"'],
  ['a setting takes other values', 'sandbox.ChangeSettings', { body: { 'iam.tokenLife': 5 } }, 400, 'setting.illegal', 'iam.tokenLife'],
  ['a world is not open', 'sandbox.ShowClock', { query: { world: 'taker' } }, 404, 'unknown-world', 'Did you mean "taken"?'],
  ['a world in the header is not open', 'sandbox.ShowClock', { world: 'taker' }, 404, 'unknown-world', 'Did you mean "taken"?'],
  ['a journal is asked of no world', 'sandbox.ListJournal', { query: { world: 'taker' } }, 404, 'unknown-world', '"taken"'],
  ['a world exists', 'sandbox.CreateWorld', { body: { name: 'taken' } }, 409, 'conflict', '"taken"'],
  ['a start does not exist', 'sandbox.CreateWorld', { body: { start: 'defualt' } }, 404, 'unknown-start', 'Did you mean "default"?'],
  [
    'a world is both begun and forked',
    'sandbox.CreateWorld',
    { body: { start: 'default', from: 'taken' } },
    400,
    'bad-request',
    'Send only one of "start", "from"',
  ],
  ['the parent does not exist', 'sandbox.CreateWorld', { body: { from: 'taker' } }, 404, 'world.unknown', 'Did you mean "taken"?'],
  ['the default world is dropped', 'sandbox.DropWorld', { path: { world: 'default' } }, 409, 'world.default', 'reset'],
  ['an operation does not exist', 'sandbox.ShowOperation', { path: { ref: 'PayOrder' } }, 404, 'unknown-operation', '"PayOrders"'],
  ['a source does not exist', 'sandbox.ShowEvidence', { path: { id: 'S-999' } }, 404, 'unknown-source', 'S-999'],
  ['a service does not exist', 'sandbox.ShowSpec', { path: { service: 'bsss' } }, 404, 'unknown-service', 'Did you mean "bss"?'],
])('a control call is refused when %s', async (_when, operation, input, status, code, said) => {
  const answer = await sandbox.call(operation, input)
  expect(answer).toMatchObject({ status, headers: { 'content-type': 'application/problem+json' }, body: { status, code } })
  expect(answer.body.detail).toContain(said)
  expect(answer.body.title).not.toBe(code)
})

test('the refusal of a malformed request names every mistake in it', async () => {
  const { body } = await sandbox.call('sandbox.ListJournal', { query: { since: 'x', limit: 0 } })
  expect(body.findings.map((finding: { pointer: string }) => finding.pointer)).toEqual(['/query/since', '/query/limit'])
})

test('every documented problem can be forced', async () => {
  // Values that their schemas allow. Any text will do for the others.
  const values: Readonly<Record<string, string>> = {
    ref: 'bss.PayOrders',
    service: 'bss',
    id: 'S-06',
    world: 'taken',
    kind: 'orders',
    delivery: 'none',
    snapshot: 'kept',
    error: 'CBC.0155',
  }
  const queries: Readonly<Record<string, Readonly<Record<string, string>>>> = { CompareWorlds: { with: 'taken' } }
  for (const operation of sandbox.specs.operations.filter(({ service }) => service === 'sandbox')) {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    const path = Object.fromEntries(names.map((name) => [name, values[name] ?? 'any']))
    const body = operation.doc.requestBody ? { body: requestExample(operation.doc.requestBody) } : {}
    for (const [key, { status }] of operation.errors) {
      const query = queries[operation.id] ?? {}
      const answer = await sandbox.call(operation.ref, { path, query, ...body, headers: { 'X-Sandbox-Error': key } })
      expect([operation.ref, key, answer.status]).toEqual([operation.ref, key, status])
      expect(operation.check({ status, body: answer.body })).toEqual([])
    }
  }
  expect(sandbox.worlds.get('taken')).toBeDefined()
})

function requestExample(body: { content: Readonly<Record<string, { examples?: Readonly<Record<string, { value: unknown }>> }>> }): unknown {
  return Object.values(Object.values(body.content)[0]?.examples ?? {})[0]?.value
}

describe('paths below /_sandbox that do not exist', () => {
  test.each([
    ['GET', '/_sandbox', 404, 'unknown-path', 'nothing', null],
    ['GET', '/_sandbox/clok', 404, 'unknown-path', '/_sandbox/clock', null],
    ['POST', '/_sandbox/ready', 405, 'unknown-method', 'GET', 'GET'],
  ])('%s %s answers %i %s, says “%s”, and Allow is %s', async (method, path, status, code, said, allow) => {
    const answer = await fetch(`${sandbox.url}${path}`, { method })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const body = (await answer.json()) as { code: string; detail: string }
    expect(body.code).toBe(code)
    expect(body.detail).toContain(said)
    expect(answer.headers.get('allow')).toBe(allow)
  })
})

describe('without a control token, only callers on this machine may use the control API', () => {
  const port = () => new URL(sandbox.url).port
  test.each([
    ['127.0.0.1', 200],
    ['127.0.0.2', 200],
    ['localhost', 200],
    ['api.localhost', 200],
    ['[::1]', 200],
    ['LOCALHOST', 200],
    ['example.com', 403],
    ['127.0.0.1.example.com', 403],
    ['localhost.example.com', 403],
    ['sandbox.local', 403],
    ['10.0.0.1', 403],
  ])('Host "%s" is answered with %i', async (host, status) => {
    const answer = await rawHttp(sandbox.url, { target: '/_sandbox/clock', host: `${host}:${port()}` })
    expect(answer.status).toBe(status)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test.each([
    ['its own pages', () => sandbox.url, 200],
    ['a page of elsewhere', () => 'https://example.com', 403],
    ['a page of another port', () => 'http://127.0.0.1:1', 403],
    ['a page without an origin', () => 'null', 403],
  ])('%s may steer, or not', async (_who, origin, status) => {
    const headers = { origin: origin(), 'content-type': 'text/plain' }
    expect((await fetch(`${sandbox.url}/_sandbox/worlds/taken/reset`, { method: 'POST', headers })).status).toBe(status)
  })
})

test('with a control token the token decides, and nothing else', async () => {
  await using guarded = await startSandbox({ controlToken: 'open-sesame' })
  const ask = async (headers: Record<string, string>) =>
    (await rawHttp(guarded.url, { target: '/_sandbox/clock', host: 'gate.example', headers })).status
  expect(await ask({})).toBe(401)
  expect(await ask({ 'X-Sandbox-Token': 'open-sesamf' })).toBe(401)
  expect(await ask({ 'X-Sandbox-Token': 'open' })).toBe(401)
  expect(await ask({ 'X-Sandbox-Token': 'open-sesame' })).toBe(200)
  expect(await ask({ Authorization: 'Bearer open-sesame' })).toBe(200)
})
