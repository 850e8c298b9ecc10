import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { rawHttp } from '../helpers/raw-http.ts'
import { sendSigned } from '../helpers/signed-call.ts'

const LIST = '/v2/orders/customer-orders'
const ORDER = '/api/mkp-openapi-public/global/v1/order/query?orderId=MOCKONDEMAND'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const finding = () => sandbox.journal.entries().at(-1)!.findings[0]

test.each([
  ['the seller at a buyer’s operation', 'seller', LIST, 403, { error_code: 'CBC.0155', error_msg: 'The current request is not allowed.' }],
  [
    'the seller where only one code is documented',
    'seller',
    '/v2/orders/customer-orders/refund-orders?order_id=CS1',
    403,
    { error_code: 'CBC.0151', error_msg: expect.any(String) },
  ],
  ['the buyer at a seller’s operation', 'buyer', ORDER, 401, { resultCode: 'MKT.0151', resultMsg: 'No authority' }],
  [
    'the partner at a buyer’s operation',
    'partner',
    '/v2/orders/customer-orders/order-coupons?order_id=CS1',
    403,
    { error_code: expect.stringMatching(/^CBC\.015/), error_msg: expect.any(String) },
  ],
] as const)('%s gets the family’s own refusal', async (_who, role, target, status, body) => {
  const answer = await sendSigned(sandbox.url, { target }, sandbox.credentials[role]!)
  expect([answer.status, answer.json()]).toEqual([status, body])
  expect(finding()).toMatchObject({ code: 'request.auth.role', got: role, hint: expect.stringContaining('koosandbox env') })
})

test.each([
  ['buyer', LIST],
  ['partner', LIST],
  ['seller', ORDER],
  ['seller', '/v2/products/service-types'],
] as const)('the %s may call %s', async (role, target) => {
  expect((await sendSigned(sandbox.url, { target }, sandbox.credentials[role]!)).status).toBe(200)
})

test.each([
  ['CBC.0155', 'The current request is not allowed.'],
  ['CBC.0151', 'user access denied.checkCustomerPermission'],
] as const)('a permission taken away is refused with the code that the setting chooses: %s', async (code, text) => {
  const { buyer } = sandbox.credentials
  sandbox.world.set('bss.noPermissionCode', code)
  sandbox.world.accounts.change(buyer!.domain_id, { denied: ['billing:order:view'] })
  const answer = await sendSigned(sandbox.url, { target: LIST }, buyer!)
  expect(answer.status).toBe(403)
  expect(answer.json()).toEqual({ error_code: code, error_msg: text })
  expect(finding()).toMatchObject({ code: 'request.auth.permission', expected: 'permission billing:order:view' })
  expect((await sendSigned(sandbox.url, { target: '/v2/products/service-types' }, buyer!)).status).toBe(200)
})

test('Workspace tells the reason as well, encoded for STS, which decodes it for the caller', async () => {
  const buyer = sandbox.credentials.buyer!
  sandbox.world.accounts.change(buyer.domain_id, { denied: ['workspace:orders:change'] })
  const target = `/v2/${buyer.project_id}/periodic/anything/change/order`
  const refused = await sendSigned(
    sandbox.url,
    { method: 'POST', target, headers: { 'Content-Type': 'application/json' }, body: '{}' },
    buyer,
  )
  expect(refused.status).toBe(400)
  expect(refused.json()).toMatchObject({ error_code: expect.stringMatching(/^WKS\./), encoded_authorization_message: expect.any(String) })

  const body = JSON.stringify({ encoded_message: refused.json().encoded_authorization_message })
  const headers = { 'Content-Type': 'application/json' }
  const decoded = await sendSigned(sandbox.url, { method: 'POST', target: '/v5/decode-authorization-message', headers, body }, buyer)
  expect(decoded.status).toBe(200)
  expect(decoded.json().decoded_message).toContain('workspace:orders:change')
})

test('the gateway’s prefix is a setting: APIGW in the signing guide, APIG in texts of BSS', async () => {
  const codeOf = async (headers: Record<string, string>, target = LIST) =>
    (await rawHttp(sandbox.url, { target, headers })).json().error_code
  expect(await codeOf({})).toBe('APIGW.0301')
  sandbox.world.set('gateway.prefix', 'APIG')
  expect(await codeOf({})).toBe('APIG.0301')
  expect(await codeOf({}, '/nowhere')).toBe('APIG.0101')
  expect(await codeOf({ 'X-Auth-Token': sandbox.credentials.buyer!.token, 'X-Sandbox-Error': 'APIGW.0308' })).toBe('APIG.0308')
  expect(await codeOf({ 'X-Auth-Token': sandbox.credentials.buyer!.token, 'X-Sandbox-Error': 'CBC.0999' })).toBe('CBC.0999')
})
