import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { rawHttp } from '../helpers/raw-http.ts'
import { tokenFile } from '../helpers/token-file.ts'

const file = tokenFile()
const TOKENS = {
  rita: { token: 'kst_reader', role: 'reader' },
  tom: { token: 'kst_tester', role: 'tester' },
  ada: { token: 'kst_admin', role: 'admin' },
  past: { token: 'kst_past', role: 'admin', expires: '2020-01-01T00:00:00Z' },
  red: { token: 'kst_red', role: 'admin', namespace: 'red' },
  'red-reader': { token: 'kst_red_reader', role: 'reader', namespace: 'red' },
  blue: { token: 'kst_blue', role: 'tester', namespace: 'blue' },
} as const

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ tokens: file.write(TOKENS), controlToken: 'open-sesame' })
}, 60_000)
afterAll(() => sandbox.close())

type Name = keyof typeof TOKENS

async function ask(who: Name | undefined, method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    headers: {
      ...(who === undefined ? {} : { 'X-Sandbox-Token': TOKENS[who].token }),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await answer.text()
  const type = answer.headers.get('content-type') ?? ''
  return { status: answer.status, headers: answer.headers, text, body: type.includes('json') ? JSON.parse(text) : undefined }
}

test('every operation of the control API and the console says which role it needs, and a changing one is not for readers', () => {
  const own = sandbox.specs.operations.filter(({ ours }) => ours)
  expect(own.length).toBeGreaterThan(100)
  const wrong = own.filter(({ doc, method }) => {
    const role = doc['x-access']
    return role === undefined || !['reader', 'tester', 'admin'].includes(role) || (method !== 'GET' && role === 'reader')
  })
  expect(wrong.map(({ ref }) => ref)).toEqual(['sandbox.ExplainSignature'])
  expect(sandbox.specs.operations.filter(({ ours, doc }) => !ours && doc['x-access'] !== undefined)).toEqual([])
})

describe('who shows no valid token is told so with 401', () => {
  const clock = '/_sandbox/clock'
  test.each<[string, string, Record<string, string>, RegExp, string]>([
    ['no token', clock, {}, /needs a token\. Send yours as X-Sandbox-Token/, 'Bearer realm="koosandbox"'],
    ['an unknown token', clock, { 'X-Sandbox-Token': 'kst_nobody' }, /no token of this sandbox, or no longer/, 'invalid_token'],
    ['the beginning of one', clock, { 'X-Sandbox-Token': 'kst_admi' }, /no token of this sandbox/, 'invalid_token'],
    ['one and more', clock, { 'X-Sandbox-Token': `kst_admin${'x'.repeat(2000)}` }, /no token of this sandbox/, 'invalid_token'],
    ['its hash', clock, { 'X-Sandbox-Token': '60b3b1b6'.repeat(8) }, /no token of this sandbox/, 'invalid_token'],
    ['an expired token', clock, { 'X-Sandbox-Token': 'kst_past' }, /"past" has expired/, 'invalid_token'],
    ['a token in the address', `${clock}?token=kst_admin`, {}, /in the address is not accepted/, 'invalid_token'],
    ['in the address too', `${clock}?access_token=kst_admin`, { 'X-Sandbox-Token': 'kst_admin' }, /in the address/, 'invalid_token'],
    ['basic credentials', clock, { Authorization: 'Basic a3N0X2FkbWlu' }, /needs a token/, 'Bearer'],
    ['a stream', '/_sandbox/events', {}, /needs a token/, 'Bearer'],
    ['an assistant', '/_sandbox/mcp', {}, /needs a token/, 'Bearer'],
    ['a path that does not exist', '/_sandbox/nothing', {}, /needs a token/, 'Bearer'],
    ['an encoded path', '/%5fsandbox/clock', {}, /needs a token/, 'Bearer'],
    ['another one', '/_%73andbox/worlds', {}, /needs a token/, 'Bearer'],
  ])('%s', async (_what, target, headers, said, challenge) => {
    const answer = await rawHttp(sandbox.url, { target, headers })
    expect(answer.status).toBe(401)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.headers['www-authenticate']).toContain(challenge)
    expect(answer.json()).toMatchObject({ status: 401, code: 'unauthorized', detail: expect.stringMatching(said) })
    expect(answer.body).not.toContain('kst_')
  })
})

describe('a role does what it may, and 403 names the role that is needed', () => {
  test.each<[Name, string, string, object | undefined, number, string?]>([
    ['rita', 'GET', '/clock', undefined, 200],
    ['rita', 'GET', '/worlds', undefined, 200],
    ['rita', 'POST', '/worlds', { name: 'by-rita' }, 403, 'tester'],
    ['rita', 'POST', '/clock/advance', { by: 'PT1H' }, 403, 'tester'],
    ['rita', 'DELETE', '/journal', undefined, 403, 'admin'],
    ['rita', 'GET', '/credentials', undefined, 403, 'tester'],
    ['rita', 'GET', '/worlds/default/file', undefined, 403, 'tester'],
    ['rita', 'GET', '/worlds/default/entities/keys', undefined, 403, 'tester'],
    ['rita', 'GET', '/worlds/default/entities/accounts', undefined, 200],
    ['rita', 'POST', '/console/orders/CS1/payment', {}, 403, 'tester'],
    ['tom', 'POST', '/clock/advance', { by: 'PT1H' }, 200],
    ['tom', 'GET', '/credentials', undefined, 200],
    ['tom', 'DELETE', '/journal', undefined, 403, 'admin'],
    ['ada', 'DELETE', '/journal', undefined, 204],
    ['red', 'DELETE', '/journal', undefined, 403, 'admin'],
    ['red', 'GET', '/examinations', undefined, 403, 'reader'],
  ])('%s: %s %s %o answers %i', async (who, method, path, body, status, needed) => {
    const answer = await ask(who, method, path, body)
    expect([answer.status, answer.text]).toEqual([status, expect.anything()])
    if (status !== 403) return
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.body).toMatchObject({ status: 403, code: 'role-needed', needed, detail: expect.stringContaining(`"${who}"`) })
    expect(answer.body.documented).toContain(needed)
  })

  test('the control token of the sandbox still does everything', async () => {
    const answer = await fetch(`${sandbox.url}/_sandbox/journal`, { method: 'DELETE', headers: { 'X-Sandbox-Token': 'open-sesame' } })
    expect(answer.status).toBe(204)
  })

  test('a reader is shown no secret of a world', async () => {
    const { buyer } = sandbox.credentials
    const own = [
      '/worlds/default/entities/accounts?limit=50',
      '/console/sellers/xinghai/keys',
      '/facts?limit=500',
      '/worlds/default/entities/products?limit=100',
    ]
    for (const path of own) {
      const { text } = await ask('rita', 'GET', path)
      for (const account of sandbox.world.accounts.all()) if (account.password) expect(text).not.toContain(account.password)
      for (const { secret } of sandbox.world.sellerKeys.all()) expect(text).not.toContain(secret)
      expect(text).not.toContain(buyer?.sk)
    }
  })

  test('the vendor’s interfaces keep their own credentials', async () => {
    const list = (headers: Record<string, string>) => fetch(`${sandbox.url}/v2/orders/customer-orders`, { headers })
    expect((await list({ 'X-Auth-Token': sandbox.credentials.buyer!.token })).status).toBe(200)
    expect((await list({ 'X-Sandbox-Token': 'kst_admin' })).status).toBe(401)
  })
})

test('a token is revoked in the file, and the next call with it is refused', async () => {
  const { blue, ...others } = TOKENS
  expect((await ask('blue', 'GET', '/worlds')).status).toBe(200)
  file.write(others)
  expect((await ask('blue', 'GET', '/worlds')).status).toBe(401)
  file.write({ ...others, blue })
  expect((await ask('blue', 'GET', '/worlds')).status).toBe(200)
})

describe('a namespace sees its own worlds and nothing of others', () => {
  beforeAll(async () => {
    expect((await ask('red', 'POST', '/worlds', { name: 'main' })).body.name).toBe('red--main')
    expect((await ask('blue', 'POST', '/worlds', { name: 'blue--main' })).body.name).toBe('blue--main')
    expect((await ask('blue', 'POST', '/worlds/main/snapshots', { name: 'kept' })).body).toMatchObject({
      name: 'blue--kept',
      world: 'blue--main',
    })
    expect((await ask('red', 'POST', '/worlds', {})).body.name).toBe('red--world-1')
  })

  test.each<[Name, string, string, object | undefined, number]>([
    ['red', 'GET', '/worlds/blue--main', undefined, 404],
    ['red', 'GET', '/worlds/default', undefined, 200],
    ['red', 'GET', '/clock?world=blue--main', undefined, 404],
    ['red', 'DELETE', '/worlds/blue--main', undefined, 404],
    ['red', 'POST', '/worlds/blue--main/reset', undefined, 404],
    ['red', 'GET', '/worlds/blue--main/file', undefined, 404],
    ['red', 'GET', '/worlds/main/comparison?with=blue--main', undefined, 404],
    ['red', 'GET', '/journal?world=blue--main', undefined, 404],
    ['red', 'POST', '/worlds', { name: 'copy', from: 'blue--main' }, 404],
    ['red', 'POST', '/worlds', { name: 'copy', snapshot: 'blue--kept' }, 404],
    ['red', 'POST', '/worlds/main/restore', { snapshot: 'blue--kept' }, 404],
    ['red', 'DELETE', '/snapshots/blue--kept', undefined, 404],
    ['red', 'POST', '/worlds', { name: 'main' }, 409],
    ['red-reader', 'POST', '/worlds/main/reset', undefined, 403],
    ['red-reader', 'GET', '/worlds/main', undefined, 200],
    ['ada', 'GET', '/worlds/blue--main', undefined, 200],
  ])('%s: %s %s %o answers %i', async (who, method, path, body, status) => {
    const answer = await ask(who, method, path, body)
    expect([answer.status, answer.text]).toEqual([status, expect.anything()])
    // Not even as a suggestion.
    if (status !== 404) return
    expect(answer.body.detail).not.toContain('Did you mean')
    expect((answer.body.documented ?? []).filter((name: string) => !name.startsWith('red--'))).toEqual([])
  })

  test('lists, the default world, the header, assistants', async () => {
    const names = async (who: Name) => ((await ask(who, 'GET', '/worlds')).body.worlds as { name: string }[]).map(({ name }) => name).sort()
    expect(await names('red')).toEqual(['red--default', 'red--main', 'red--world-1'])
    expect((await names('ada')).length).toBeGreaterThanOrEqual(5)
    expect((await ask('red', 'GET', '/snapshots')).body.count).toBe(0)
    expect((await ask('red', 'GET', '/ready')).body.worlds).not.toContain('blue--main')
    expect((await ask('red', 'GET', '/clock', undefined, { 'X-Sandbox-World': 'main' })).body.world).toBe('red--main')
    expect((await ask('red', 'GET', '/clock', undefined, { 'X-Sandbox-World': 'blue--main' })).status).toBe(404)
    expect((await ask('blue', 'POST', '/clock/advance', { by: 'PT1H' }, { 'X-Sandbox-World': 'red--main' })).status).toBe(404)
  })

  test('the vendor’s interfaces of a world take its own keys only, and its calls stand in no other journal', async () => {
    const { buyer } = (await ask('red', 'GET', '/credentials?world=main')).body
    const list = (headers: Record<string, string>) => fetch(`${sandbox.url}/v2/orders/customer-orders`, { headers })
    expect((await list({ 'X-Auth-Token': buyer.token })).status).toBe(200)
    expect((await list({ 'X-Auth-Token': buyer.token, 'X-Sandbox-World': 'blue--main' })).status).toBe(401)
    const seen = async (who: Name) => ((await ask(who, 'GET', '/journal')).body.entries as { world: string }[]).map(({ world }) => world)
    expect(await seen('red')).toContain('red--main')
    expect(new Set(await seen('blue'))).not.toContain('red--main')
  })
})
