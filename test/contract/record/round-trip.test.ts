import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Recording, recordPact } from '../../../src/contract/record/record-pact.ts'
import { statesFileOf, writeRecording } from '../../../src/contract/record/write-recording.ts'
import { verifyConsumer } from '../../../src/contract/verify-consumer.ts'
import { type Sandbox, startSandbox, systemClock } from '../../../src/index.ts'
import { formatSdkDate, signAkSk, signUsagePush } from '../../../src/signing/index.ts'

type Send = (method: string, path: string, more?: RequestInit) => Promise<Response>
type Shop = ReturnType<Sandbox['inWorld']> & { readonly name: string }
/** What an app does. */
type Act = (send: Send, shop: Shop, url: string) => Promise<void>

const JSON_TYPE = { 'Content-Type': 'application/json' }
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const ORDERS = '/v2/orders/customer-orders'

const logIn: Act = async (send, shop) => {
  const client = shop.credentials.seller!.oauth![0]!
  const { client_id, client_secret } = client
  const redirect_uri = client.redirect_uris[0]!
  const authorize = (more: Record<string, string>) =>
    send('GET', `/api/v1/oauth2/authorize?${new URLSearchParams({ client_id, redirect_uri, response_type: 'code', state: 's1', ...more })}`)
  const ask = async (more: Record<string, string>) => {
    const body = new URLSearchParams({ client_id, client_secret, ...more }).toString()
    return (await send('POST', '/api/v1/oauth2/token', { headers: FORM, body })).json() as Promise<Record<string, string>>
  }
  const showUser = (access = '') =>
    send('GET', '/api/v1/oauth2/userinfo', access === '' ? {} : { headers: { Authorization: `Bearer ${access}` } })
  const codeIn = (answer: Response) => new URL(answer.headers.get('location')!).searchParams.get('code')!
  await authorize({})
  await authorize({ client_id: 'nobody' })
  const unused = codeIn(await authorize({ sandbox_user: 'liqing' }))
  const code = codeIn(await authorize({ sandbox_user: 'liqing' }))
  const grant = { grant_type: 'authorization_code', code, redirect_uri }
  await ask({ ...grant, client_secret: 'a-secret-that-is-wrong' })
  const { access_token, refresh_token } = await ask(grant)
  await ask(grant)
  await ask({ ...grant, code: unused })
  await showUser(access_token)
  await showUser('nobody-issued-this')
  await showUser()
  const again = await ask({ grant_type: 'refresh_token', refresh_token: refresh_token! })
  await showUser(again['access_token'])
  await send('GET', `/api/v1/logout?redirect_url=${encodeURIComponent(redirect_uri)}`)
}

const makeTokens: Act = async (send, { credentials: { buyer } }) => {
  const { user_name: name, domain_name, project_id: id, password, token } = buyer!
  const withPassword = (given: string) => {
    const user = { name, password: given, domain: { name: domain_name } }
    return JSON.stringify({ auth: { identity: { methods: ['password'], password: { user } }, scope: { project: { id } } } })
  }
  const made = await send('POST', '/v3/auth/tokens', { headers: JSON_TYPE, body: withPassword(password) })
  await send('POST', '/v3/auth/tokens', { headers: JSON_TYPE, body: withPassword('wrong-password') })
  await send('POST', '/v3/auth/tokens', { headers: JSON_TYPE, body: withPassword(password.replace(/.$/, 'x')) })
  const own = made.headers.get('x-subject-token')!
  const look = (subject: string) => send('GET', '/v3/auth/tokens', { headers: { 'X-Auth-Token': token, 'X-Subject-Token': subject } })
  for (const subject of [own, token, 'nobody-issued-this']) await look(subject)
}

const beRefused: Act = async (send, { name, credentials: { buyer } }, url) => {
  const signed = (secret: string, at: number) => {
    const headers = { host: new URL(url).host, 'X-Sdk-Date': formatSdkDate(at) }
    const request = { method: 'GET', path: ORDERS, query: 'limit=2', headers, body: '' }
    return { ...headers, Authorization: signAkSk(request, { access: buyer!.ak, secret }).authorization }
  }
  const now = systemClock.now()
  const list = (headers: Record<string, string>) => send('GET', `${ORDERS}?limit=2`, { headers })
  await list({ 'X-Auth-Token': 'nobody-issued-this' })
  await list({})
  await list(signed('wrong-secret', now))
  await list(signed(buyer!.sk, now - 86_400_000))
  await list(signed(buyer!.sk, now))
  const [ts, body] = [String(now), '{"instanceId":"nobody","usageData":[]}']
  const { value } = signUsagePush({ ts, nonce: 'n1', body }, 'wrong-key')
  const headers = { ...JSON_TYPE, signature: value, ts, nonce: 'n1', 'X-Sandbox-World': name }
  await send('POST', '/api/mkp-openapi-public/global/v1/isv/usage-data', { headers, body })
}

const callAsOthers: Act = async (send, { credentials: { buyer, partner, seller } }) => {
  const list = (token: string, more: Record<string, string> = {}) =>
    send('GET', `${ORDERS}?limit=2`, { headers: { 'X-Auth-Token': token, ...more } })
  await list(buyer!.token, { 'X-Sandbox-Error': 'CBC.0999' })
  await list(partner!.token)
  await list(seller!.token)
  const headers = { ...JSON_TYPE, 'X-Auth-Token': buyer!.token }
  for (const account of [buyer!, partner!])
    await send('POST', `/v2/${account.project_id}/periodic/change/batch-order`, { headers, body: '{"type":"NONE"}' })
}

const sendOddBodies: Act = async (send, { credentials: { buyer, seller } }) => {
  const pay = (body: string) =>
    send('POST', '/v3/orders/customer-orders/pay', { headers: { ...JSON_TYPE, 'X-Auth-Token': buyer!.token }, body })
  await pay('{"order_id":')
  await pay('{"order_id":"CS0000000000NONE0"}')
  await pay('')
  await pay('"a text"')
  const upload = (members: object, file?: Uint8Array) => {
    const body = new FormData()
    body.set('isvUpdateFileReq', JSON.stringify(members))
    if (file) body.set('file', new Blob([file]), 'a.bin')
    const headers = { 'X-Auth-Token': seller!.token }
    return send('POST', '/api/mkp-openapi-public/global/v1/market-event/nobody-asked/file', { headers, body })
  }
  await upload({ type: 'CHARACTERS', characters: '许可证' })
  await upload({ type: 'FILE', file_name: 'a.bin', sha256: 'a'.repeat(64) }, Uint8Array.from([0, 255, 200, 13, 10, 1]))
  await send('GET', '/no/such/path', { headers: { 'X-Auth-Token': buyer!.token } })
  await send('GET', '/v3/scm/certificates/none', { headers: { 'X-Auth-Token': buyer!.token } })
}

const ACTS: readonly (readonly [what: string, act: Act, statuses: readonly number[], leftOut: readonly string[]])[] = [
  ['people log in', logIn, [302, 400, 302, 302, 400, 200, 400, 200, 200, 401, 401, 200, 200, 302], []],
  ['tokens are made and looked at', makeTokens, [201, 401, 401, 200, 200, 404], []],
  ['strangers are refused', beRefused, [401, 401, 401, 401, 200, 401], []],
  ['others call, or the service fails', callAsOthers, [500, 200, 403, 400, 403], []],
  [
    'bodies are odd',
    sendOddBodies,
    [400, 400, 400, 400, 400, 400],
    ['koogallery.UploadMarketEventFile: its body holds bytes that are not text.', 'GET /no/such/path: not an interface of the vendor.'],
  ],
]

let folder: string
const recorded = new Map<string, Recording>()
const verified = new Map<string, readonly (readonly [name: string, state: string, findings: unknown])[]>()
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'round-trip-'))
  await using sandbox = await startSandbox()
  const files: string[] = []
  for (const [i, [what, act]] of ACTS.entries()) {
    const world = `app-${i}`
    const shop: Shop = { ...sandbox.inWorld(world), name: world }
    sandbox.worlds.open(world)
    const send: Send = (method, path, more = {}) =>
      fetch(`${sandbox.url}${path}`, { ...more, method, redirect: 'manual', headers: { 'X-Sandbox-World': world, ...more.headers } })
    await act(send, shop, sandbox.url)
    const entries = sandbox.journal.entries({ world, changes: true })
    const recording = recordPact(entries, { consumer: world, provider: 'cloud', specs: sandbox.specs, start: 'default' })
    recorded.set(what, recording)
    const file = join(folder, `${world}.json`)
    for (const [path, text] of writeRecording(file, recording)) writeFileSync(path, text)
    files.push(file)
  }
  const { groups } = await verifyConsumer({ files, states: files.map(statesFileOf), start: 'default', systemClock })
  for (const [i, [what]] of ACTS.entries())
    verified.set(what, groups[i]?.checks.map(({ name, state, findings }) => [name, state, findings] as const) ?? [])
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(ACTS)('what is recorded while %s agrees with the marketplace, answer by answer', (what, _act, statuses, leftOut) => {
  const { pact, ...rest } = recorded.get(what)!
  const interactions = pact['interactions'] as readonly { response: { status: number } }[]
  expect(interactions.map(({ response }) => response.status)).toEqual(statuses)
  expect(rest.leftOut).toEqual(leftOut)
  expect(verified.get(what)!.filter(([, state]) => state !== 'passed')).toEqual([])
  expect(verified.get(what)).toHaveLength(statuses.length)
})

test('a recording shows nothing of what the journal hides', () => {
  const text = JSON.stringify([...recorded.values()])
  expect(text).not.toContain('Sandbox@2026')
  expect(text).not.toMatch(/[?&]code=(?!a-secret|\{)/)
})
