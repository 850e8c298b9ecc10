import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { formatSdkDate, signAkSk } from '../../src/signing/index.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.close())

const PAY = '/v3/orders/customer-orders/pay'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function payWithHash(hash: string): Promise<Response> {
  const { ak, sk } = sandbox.credentials.buyer!
  const body = '{"order_id":"CS2601010000ZZZZZ","use_coupon":"NO","use_discount":"NO"}'
  const headers = { 'content-type': 'application/json', 'x-sdk-date': formatSdkDate(Date.now()), 'x-sdk-content-sha256': hash }
  const { authorization } = signAkSk({ method: 'POST', path: PAY, headers, body }, { access: ak, secret: sk })
  return fetch(sandbox.url + PAY, { method: 'POST', headers: { ...headers, authorization }, body })
}

test.each([
  ['the hash of the body', sha256('{"order_id":"CS2601010000ZZZZZ","use_coupon":"NO","use_discount":"NO"}'), 400, 'CBC.30000010'],
  ['the word for an unsigned body', 'UNSIGNED-PAYLOAD', 400, 'CBC.30000010'],
  ['the hash of another body', sha256('{}'), 401, 'APIGW.0301'],
])('a signed X-Sdk-Content-Sha256 that is %s', async (_what, hash, status, error_code) => {
  const answer = await payWithHash(hash)
  expect([answer.status, (await answer.json()) as object]).toMatchObject([status, { error_code }])
})

test('a credential of the fixture goes on meaning the default world after a reset', async () => {
  sandbox.worlds.open('second')
  sandbox.worlds.reset('default')
  const login = { client_id: 'xinghai-crm', redirect_uri: 'http://localhost:3000/callback', response_type: 'code' }

  const sent = await sandbox.call('identity.IssueOAuthAuthCode', { query: login })
  expect(sent.headers.location).toContain('sandbox_world=default')
  const asked = await sandbox.call('identity.IssueOAuthAuthCode', { query: { ...login, sandbox_world: 'second', sandbox_user: 'liqing' } })
  expect(asked.status).toBe(302)
  expect(sandbox.worlds.open('second').facts.of('grant.issued')).toHaveLength(1)
  expect(sandbox.facts.of('grant.issued')).toHaveLength(0)
})

test('a call of the library opens the world that it names, also for an operation that asks for no key; a header alone opens none', async () => {
  const query = { client_id: 'xinghai-crm', redirect_uri: 'http://localhost:3000/callback', response_type: 'code', sandbox_user: 'liqing' }
  expect((await sandbox.call('identity.IssueOAuthAuthCode', { query, world: 'fresh' })).status).toBe(302)
  const address = `${sandbox.url}/api/v1/oauth2/authorize?${new URLSearchParams(query)}`
  await fetch(address, { redirect: 'manual', headers: { 'X-Sandbox-World': 'by-header' } })
  expect(sandbox.worlds.list().map(({ name }) => name)).toEqual(['default', 'fresh'])
})

test('whoever is refused at the door of a world leaves no world behind, and is told why', async () => {
  const refused = await sandbox.call('bss.ListServiceTypes', {
    headers: { 'x-sandbox-world': 'brand-new', 'x-auth-token': sandbox.credentials.buyer!.token },
  })
  expect(refused).toMatchObject({
    status: 401,
    headers: {
      'x-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
      'x-sandbox-verdict': 'request.world.mismatch /header/X-Sandbox-World',
    },
  })
  expect(sandbox.worlds.list().map(({ name }) => name)).toEqual(['default'])
})

test('what the state of things refuses is taught too: what the error means and what leads to it', async () => {
  const refused = await sandbox.call('bss.PayOrders', { body: { order_id: 'CS2601010000ZZZZZ', use_coupon: 'NO', use_discount: 'NO' } })
  expect(refused).toMatchObject({ status: 400, headers: { 'x-sandbox-verdict': 'request.state.refused' } })
  expect(sandbox.journal.entries().at(-1)!.findings).toMatchObject([{ code: 'request.state.refused', hint: expect.stringMatching(/\S/) }])
})
