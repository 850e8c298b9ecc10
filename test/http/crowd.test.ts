import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { hasManyMembers } from '../../src/spec/request/request-limits.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
}, 60_000)
afterAll(() => sandbox.close())

const bytes = (text: string) => new TextEncoder().encode(text)
const members = (count: number) => `{${Array.from({ length: count }, (_, i) => `"${i}":1`).join(',')}}`
const MANY = members(60_000)
const FORM = Array.from({ length: 2_000 }, (_, i) => `f${i}=1`).join('&')

test.each([
  ['members', members(11), true],
  ['as many as allowed', members(10), false],
  ['items', `[${'1,'.repeat(10)}1]`, true],
  ['commas in a text', JSON.stringify({ a: ','.repeat(100) }), false],
  ['commas behind an escaped quote', JSON.stringify({ a: `"${','.repeat(100)}` }), false],
  ['a text that never ends', `{"a":"${','.repeat(100)}`, false],
  ['brackets only', '['.repeat(100), false],
])('%s', (_what, text, crowded) => {
  expect(hasManyMembers(bytes(text), 10)).toBe(crowded)
})

describe('more than anybody should have to list is refused before it is listed', () => {
  const json = { 'content-type': 'application/json' }
  test.each<[string, string, Record<string, string>, string]>([
    ['JSON without a credential', '/v3/auth/tokens', json, MANY],
    ['JSON that calls itself text', '/v3/auth/tokens', { 'content-type': 'text/plain' }, MANY],
    ['JSON of our own', '/_sandbox/worlds', json, members(210_000)],
    ['a form', '/api/v1/oauth2/token', { 'content-type': 'application/x-www-form-urlencoded' }, FORM],
    ['a usage push', '/api/mkp-openapi-public/v1/isv/usage-data', { ...json, signature: 'x', nonce: 'n', ts: '1' }, MANY],
  ])('%s', async (_what, path, headers, body) => {
    const answer = await fetch(sandbox.url + path, { method: 'POST', headers, body })
    expect([answer.status, answer.headers.get('x-sandbox-verdict')]).toEqual([413, 'request.size.refused /body'])
  })

  test('JSON that calls itself a multipart body', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    const answer = await fetch(`${sandbox.url}/v3/auth/tokens`, { method: 'POST', headers, body: MANY })
    expect(answer.status).toBe(400)
    expect(sandbox.journal.entries().at(-1)!.findings).toContainEqual(
      expect.objectContaining({ pointer: '/body', expected: 'at most 50000 members and items' }),
    )
  })

  test('a query', async () => {
    expect((await fetch(`${sandbox.url}/v2/orders/customer-orders?${'a&'.repeat(2_000)}`)).status).toBe(414)
  })

  test('a world’s own file may hold as much as it likes', async () => {
    const answer = await fetch(`${sandbox.url}/_sandbox/worlds/x/file`, { method: 'PUT', headers: json, body: members(250_000) })
    expect(answer.status).toBe(400)
  })
})
