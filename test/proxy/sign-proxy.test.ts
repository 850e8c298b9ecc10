import { afterEach, expect, test } from 'vitest'
import { openSignProxy, type ProxiedExchange } from '../../src/proxy/sign-proxy.ts'
import { signBody, verifyAuthToken, verifyKit, verifyKitAuthToken, verifyProduction } from '../../src/signing/index.ts'
import { openSeller, type Received } from '../marketplace/seller.ts'

const KEY = 'basic-key-0001'
const KIT = 'kit-key-0002'
const NOW = 1_680_508_066_618
const NONCE = 'RLLUammMSInlrNWb'

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function between(answer: Parameters<typeof openSeller>[0] = () => ({ body: { resultCode: '000000', resultMsg: 'success' } })) {
  const heard: ProxiedExchange[] = []
  const seller = await openSeller(answer)
  const upstream = `${seller.url}/isv?tenant=7`
  const proxy = await openSignProxy({
    upstream,
    key: KEY,
    kitKey: KIT,
    now: () => NOW,
    nonce: () => NONCE,
    onExchange: (one) => heard.push(one),
  })
  open.push(proxy, seller)
  return { seller, proxy, heard }
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})
const CALL = { orderId: 'CS2211181819B4LVS', activity: 'newInstance', businessId: '87b94795', orderLineId: 'CS2211181819B4LVS-000001' }
const stamp = (timestamp: unknown, nonce: unknown) => ({ timestamp: String(timestamp), nonce: String(nonce) })

test.each<[string, string, string, RequestInit, (call: Received) => boolean]>([
  [
    'a POST',
    'v2',
    '/',
    post(CALL),
    ({ body, query }) => verifyProduction(body, stamp(query.get('timestamp'), query.get('nonce')), query.get('signature')!, KEY),
  ],
  [
    'a call of the kit',
    'kit',
    '/produceAPI/v2/tenantSync',
    post({ tenantId: 't', flag: 1 }),
    ({ body, headers }) => verifyKit(body, stamp(headers['x-timestamp'], headers['x-nonce']), String(headers['x-sign']), KIT),
  ],
  [
    'a GET',
    'v1',
    '/?activity=expireInstance&instanceId=i-1',
    {},
    ({ query }) => verifyAuthToken(Object.fromEntries(query), query.get('authToken')!, KEY),
  ],
  [
    'a call of the first kit',
    'kit-v1',
    '/produceAPI/tenantSync',
    post({ tenantId: 't', flag: 1 }),
    ({ body, headers }) => verifyKitAuthToken(body, String(headers['authtoken']), KIT),
  ],
])('%s is signed as %s, and reaches the seller at its own path and query', async (_what, edition, path, init, isSigned) => {
  const { seller, proxy } = await between()
  const response = await fetch(`${proxy.url}${path}`, init)
  expect(await response.json()).toEqual({ resultCode: '000000', resultMsg: 'success' })
  expect(response.headers.get('x-sandbox-signed')).toBe(edition)
  const [call] = seller.calls
  expect(call!.path).toBe(`/isv${path.startsWith('/produce') ? path : ''}`)
  expect(call!.query.get('tenant')).toBe('7')
  // V1.0 signs every parameter, the address's own too.
  expect(isSigned(call!)).toBe(true)
})

test('a call that is signed already goes on as it is', async () => {
  const { seller, proxy } = await between()
  const response = await fetch(`${proxy.url}/?signature=mine&timestamp=1&nonce=2`, post(CALL))
  expect(response.headers.get('x-sandbox-signed')).toBe('none')
  expect(seller.calls[0]!.query.get('signature')).toBe('mine')
  expect(seller.calls[0]!.body).toBe(JSON.stringify(CALL))
})

test.each([
  ['right', (text: string) => signBody(text, KEY).header, { state: 'right' }],
  ['wrong', (text: string) => signBody(`${text}\n`, KEY).header, { state: 'wrong', because: expect.stringContaining('line end') }],
  [
    'malformed',
    (text: string) => signBody(text, KEY).header.replaceAll('"', ''),
    { state: 'malformed', because: expect.stringContaining('double quotes') },
  ],
] as const)('an answer’s Body-Sign that is %s is reported in a header and to the listener', async (state, sign, bodySign) => {
  const text = JSON.stringify({ resultCode: '000000', resultMsg: 'success' })
  const { proxy, heard } = await between(() => ({ body: text, headers: { 'Body-Sign': sign(text) } }))
  const response = await fetch(`${proxy.url}/?activity=expireInstance`)
  expect(response.headers.get('x-sandbox-body-sign')).toBe(state)
  expect(heard[0]!.bodySign).toEqual({ ...bodySign })
})

test('what cannot be signed, and a seller who is not there, are said in words', async () => {
  const { seller, proxy } = await between()
  const refused = await fetch(`${proxy.url}/`, { method: 'POST', body: 'activity=newInstance' })
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('Only a JSON object can be signed')])
  expect(seller.calls).toEqual([])
  await seller.close()
  const nobody = await fetch(`${proxy.url}/`, post(CALL))
  expect([nobody.status, await nobody.text()]).toEqual([502, expect.stringContaining('ECONNREFUSED')])
})
