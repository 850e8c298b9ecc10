import { expect } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { signBody, signProduction, signUsagePush } from '../../src/signing/index.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { rawHttp } from '../helpers/raw-http.ts'
import { sendSigned } from '../helpers/signed-call.ts'
import { openSeller } from './seller.ts'

const PRODUCT = 'OFFI461867333479178240' // 星海CRM by the month

/** Lets the marketplace call once, and gives the findings of that attempt. */
async function callOnce(sandbox: Sandbox, answer: Parameters<typeof openSeller>[0]) {
  await using seller = await openSeller(answer)
  const { world } = sandbox
  world.addresses.put({ id: 'here', sellerId: world.products.get(PRODUCT)!.sellerId!, use: 'basic', url: `${seller.url}/isv` })
  await sandbox.call('console.BuyProduct', { body: { product: PRODUCT, period: { type: 'month', num: 1 } } })
  await sandbox.clock.pass('1s')
  return [...world.attempts.all()][0]!.findings as readonly { code: string; hint: string }[]
}

const keyOf = (sandbox: Sandbox, use = 'basic') =>
  sandbox.world.sellerKeys.where('use', `${sandbox.world.products.get(PRODUCT)!.sellerId}|${use}`).first()!.secret

test('a seller who refuses our signature and tells its own is told its mistake', async ({ sandbox }) => {
  const key = keyOf(sandbox)
  const findings = await callOnce(sandbox, ({ body, query }) => {
    const seconds = query.get('timestamp')!.slice(0, 10)
    const mine = signProduction(body, { timestamp: seconds, nonce: query.get('nonce')! }, key).value
    return { body: { resultCode: '000001', resultMsg: `signature should be ${mine}` } }
  })
  expect(findings.find(({ code }) => code === 'answer.resultCode.failure')!.hint).toContain('The timestamp was taken in seconds')
})

test.each([
  ['before a line end was added', (text: string, key: string) => signBody(`${text}\n`, key), 'line end'],
  ['with the key of notifications', (text: string, _key: string, other: string) => signBody(text, other), 'the key bound to notification'],
  ['with no known mistake', () => ({ header: 'sign_type="HMAC-SHA256", signature="c29tZXRoaW5nIGVsc2U="' }), 'Sign the bytes that go out'],
] as const)('an answer that was signed %s', async (_how, sign, says) => {
  await using sandbox = await startSandbox()
  const text = JSON.stringify({ resultCode: '000000', resultMsg: 'success', instanceId: 'inst-1' })
  const [key, other] = [keyOf(sandbox), keyOf(sandbox, 'notification')]
  const findings = await callOnce(sandbox, () => ({ headers: { 'Body-Sign': sign(text, key, other).header }, body: text }))
  const found = findings.find(({ code }) => code === 'answer.body-sign.wrong')!
  expect(found.hint).toContain(says)
  expect(JSON.stringify(findings)).not.toContain(key)
})

test('a client that signs another query, and a usage push with the key of the kit, are told so', async ({ sandbox }) => {
  const hint = () => sandbox.journal.entries().at(-1)!.findings[0]!.hint
  const target = '/v2/orders/customer-orders'
  expect((await sendSigned(sandbox.url, { target: `${target}?limit=1`, signAs: { query: '' } }, sandbox.credentials.buyer!)).status).toBe(
    401,
  )
  expect(hint()).toBe('The query was not signed.')
  const { basic, kit } = sandbox.credentials.seller!.keys!
  const body = '{"usage_records":[]}'
  const ts = '1767225600000'
  const { value } = signUsagePush({ ts, nonce: 'n-1', body }, kit!)
  const headers = { 'Content-Type': 'application/json', ts, nonce: 'n-1', signature: value }
  await rawHttp(sandbox.url, { method: 'POST', target: '/api/mkp-openapi-public/global/v1/isv/usage-data', headers, body })
  expect(basic).not.toBe(kit)
  expect(hint()).toContain('the key bound to kit')
})
