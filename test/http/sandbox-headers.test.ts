import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { rawHttp } from '../helpers/raw-http.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const PLACES: readonly [string, string, string][] = [
  ['the vendor', 'GET', '/v2/orders/customer-orders'],
  ['a path that nobody documents', 'GET', '/nowhere'],
  ['the control API', 'GET', '/_sandbox/clock'],
  ['the console', 'GET', '/_sandbox/console/products'],
  ['an API product', 'GET', '/_sandbox/gateway/any/path'],
]
const NAMES: readonly (readonly [name: string, hint: RegExp])[] = [
  ['X-Sandbox-Eror', /\. Did you mean X-Sandbox-Error\?/],
  ['X-Sandbox_Error', /\. Did you mean X-Sandbox-Error\?/],
  ['XSandbox-Error', /\. Did you mean X-Sandbox-Error\?/],
  ['x-sandbox-wrld', /\. Did you mean X-Sandbox-World\?/],
  ['X-Sandbox-Tokens', /\. Did you mean X-Sandbox-Token\?/],
  ['X-Sandbox-Completely-Different', /^(?!.*Did you mean)/],
  ['X-Sandbox', /^(?!.*Did you mean)/],
]

test.each(PLACES.flatMap((place) => NAMES.map((name) => [...place, ...name] as const)))(
  '%s (%s %s) refuses the header %s by name',
  async (_what, method, target, name, hint) => {
    const headers = { 'X-Auth-Token': sandbox.credentials.buyer!.token, [name]: 'CBC.0155' }
    const answer = await rawHttp(sandbox.url, { method, target, headers })
    expect([answer.status, answer.headers['content-type']]).toEqual([400, 'application/problem+json'])
    const { title, status, detail, code, documented } = answer.json()
    expect({ title, status, code }).toEqual({ title: 'The sandbox has no such header', status: 400, code: 'unknown-header' })
    expect(detail.toLowerCase()).toContain(`no header ${name.toLowerCase()}.`)
    expect(detail).toMatch(hint)
    expect(documented).toEqual(expect.arrayContaining(['X-Sandbox-World', 'X-Sandbox-Error', 'X-Sandbox-Token']))
  },
)

test('the refusal stands in the journal and in the verdict, and nothing has happened', async () => {
  const before = { ...sandbox.world.save(), seq: 0 }
  const headers = { 'X-Auth-Token': sandbox.credentials.buyer!.token, 'X-Sandbox-Wrld': 'other' }
  const answer = await rawHttp(sandbox.url, { target: '/v2/orders/customer-orders', headers })
  expect(answer.headers['x-sandbox-verdict']).toBe('request.header.unknown /header/X-Sandbox-Wrld')
  expect(sandbox.journal.entries().at(-1)).toMatchObject({ origin: 'refused', findings: [{ expected: 'X-Sandbox-World' }] })
  expect({ ...sandbox.world.save(), seq: 0 }).toEqual(before)
})

test('an operation of a user’s own document may have an X-Sandbox- header', async () => {
  const other = await startSandbox({ spec: ['test/http/own-header.yaml'] })
  const ask = (name: string) => rawHttp(other.url, { target: '/things', headers: { [name]: 'x' } })
  expect((await ask('X-Sandbox-Colour')).status).toBe(200)
  expect((await ask('X-Sandbox-Color')).status).toBe(400)
  await other.close()
})

test('a misspelt X-Sandbox-Token is refused by its name, and no journal shows its value', async () => {
  const other = await startSandbox({ controlToken: 'control-token-1' })
  const { status, body } = await rawHttp(other.url, { target: '/_sandbox/clock', headers: { 'X-Sandbox-Tokn': 'control-token-1' } })
  expect([status, JSON.parse(body).detail]).toEqual([401, expect.stringContaining('Did you mean X-Sandbox-Token by X-Sandbox-Tokn?')])
  // Nor does it reach the journal by another way.
  await rawHttp(other.url, { target: '/v2/orders/customer-orders', headers: { 'X-Sandbox-Tokn': 'control-token-1' } })
  expect(JSON.stringify(other.journal.entries())).not.toContain('control-token-1')
  await other.close()
})

test.each([
  ['bad-request', 400],
  ['unknown-world', 404],
])('a control call gives the documented error %s when X-Sandbox-Error asks for it', async (code, status) => {
  const answer = await rawHttp(sandbox.url, { target: '/_sandbox/clock', headers: { 'X-Sandbox-Error': code } })
  expect(answer.status).toBe(status)
  expect(answer.json().code).toBe(code)
})

test.each(['CBC.0155', 'nonsense'])('a control call refuses X-Sandbox-Error: %s, which it does not document', async (code) => {
  const answer = await rawHttp(sandbox.url, { target: '/_sandbox/clock', headers: { 'X-Sandbox-Error': code } })
  expect(answer.status).toBe(400)
  expect(answer.json()).toMatchObject({
    title: expect.stringContaining(`"${code}"`),
    documented: expect.arrayContaining(['bad-request']),
  })
})

test('Prefer counts for nothing in the control API', async () => {
  expect((await rawHttp(sandbox.url, { target: '/_sandbox/clock', headers: { Prefer: 'code=418' } })).status).toBe(200)
})
