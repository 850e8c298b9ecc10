import { afterAll, beforeAll, expect, test } from 'vitest'
import { exchangeLine } from '../../src/cli/look/exchange-line.ts'
import { createAppCode } from '../../src/commerce/usage/app-codes.ts'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { secretsOf } from '../../src/world/entities/secrets-of.ts'
import { runCli } from '../cli/run-cli.ts'
import { rawHttp } from '../helpers/raw-http.ts'
import { openSeller } from '../marketplace/seller.ts'
import { settle } from '../marketplace/shop.ts'

let sandbox: Sandbox
let seller: Awaited<ReturnType<typeof openSeller>>
let secrets: readonly string[] = []
let delivery = ''
const said: string[] = []

/** A day in which everything that lets somebody in is issued, shown, quoted and taken away. */
beforeAll(async () => {
  sandbox = await startSandbox({
    coverage: true,
    // As `serve` writes its log, and what it says beside.
    onExchange: (entry) => said.push(exchangeLine(entry), JSON.stringify(entry)),
    onNotice: (text) => said.push(text),
    onError: (error) => said.push(String(error instanceof Error ? error.stack : error)),
  })
  const { url, world, credentials } = sandbox
  const { domain_name: name, user_name, password, token } = credentials.buyer!
  // A seller that quotes what is none of its business.
  seller = await openSeller(() => ({
    headers: { 'set-cookie': 'session=Hush-cookie-1', 'x-api-key': 'Hush-header-1' },
    body: { resultCode: '000000', instanceId: 'i', memo: token, appInfo: { password: 'Hush-password-1' }, tokens: ['Hush-listed-1'] },
  }))
  const { key } = settle(sandbox, `${seller.url}/isv`)
  const post = (target: string, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    rawHttp(url, { method: 'POST', target, headers, body })
  const user = { name: user_name, password, domain: { name } }
  const login = { auth: { identity: { methods: ['password'], password: { user } }, scope: { domain: { name } } } }
  const issued = (await post('/v3/auth/tokens', JSON.stringify(login))).headers['x-subject-token']!
  const [client] = [...world.clients.all()]
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client!.id,
    redirect_uri: client!.redirectUris[0]!,
    state: 's',
    sandbox_user: 'liqing',
  })
  await rawHttp(url, { target: `/api/v1/oauth2/authorize?${query}` })
  const [grant] = [...world.grants.all()]
  const form = {
    grant_type: 'authorization_code',
    code: grant!.id,
    redirect_uri: client!.redirectUris[0]!,
    client_id: client!.id,
    client_secret: client!.secret,
  }
  await post('/api/v1/oauth2/token', new URLSearchParams(form).toString(), { 'content-type': 'application/x-www-form-urlencoded' })
  const appCode = world.transaction(() => createAppCode(world, [...world.resources.all()][0]!))
  for (const said of ['X-Auth-Token', 'Password', 'apikey', 'X-Api-Key'])
    await rawHttp(url, { target: `/v2/orders/customer-orders?${said}=Hush-${said}-1` })
  await rawHttp(url, {
    target: '/v2/orders/customer-orders',
    headers: { 'Proxy-Authorization': 'Basic Hush-proxy-1', 'X-Api-Key': 'Hush-key-1' },
  })
  await sandbox.buy('crm-basic-month')
  await sandbox.clock.advance('1m')
  delivery = [...world.deliveries.all()][0]!.id
  secrets = [...secretsOf(world), issued, grant!.id, appCode.secret, key]
  await rawHttp(url, { method: 'DELETE', target: `/_sandbox/console/keys/${appCode.id}` })
}, 60_000)
afterAll(async () => {
  await sandbox.close()
  await seller.close()
})

test.each([
  '/facts',
  '/facts?limit=1000',
  '/journal?changes=true&limit=1000',
  '/clock/upcoming',
  '/deliveries',
  '/deliveries/ID',
  '/worlds',
])('nothing in %s could be used to call in somebody’s name', async (path) => {
  const { status, body } = await rawHttp(sandbox.url, { target: `/_sandbox${path.replace('ID', delivery)}` })
  expect(status).toBe(200)
  expect(secrets.length).toBeGreaterThan(10)
  expect(secrets.filter((secret) => body.includes(secret))).toEqual([])
  expect(body).not.toContain('Hush-')
})

test.each(['facts', 'journal', 'deliveries', 'deliveries ID', 'clock upcoming'])('nor in what `%s` prints', async (line) => {
  for (const more of [[], ['--json']]) {
    const { out } = await runCli(...line.replace('ID', delivery).split(' '), '--url', sandbox.url, ...more)
    expect(secrets.filter((secret) => out.includes(secret))).toEqual([])
    expect(out).not.toContain('Hush-')
  }
})

test('nor in the stream of facts', async () => {
  const over = new AbortController()
  const answer = await fetch(`${sandbox.url}/_sandbox/events?since=0`, { signal: over.signal })
  const reader = answer.body!.getReader()
  let text = ''
  while (!text.includes('seller-key.removed')) text += new TextDecoder().decode((await reader.read()).value)
  over.abort()
  expect(text).toMatch(/token\.issued[\s\S]*grant\.issued/)
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
})

test('nor in the log, in what counts coverage, or in a refusal that quotes the request', async () => {
  const refused = await Promise.all(
    secrets.slice(0, 10).flatMap((secret) => [
      rawHttp(sandbox.url, {
        target: '/v2/orders/customer-orders',
        headers: { 'X-Auth-Token': `${secret}x`, 'X-Sandbox-World': 'nobody' },
      }),
      rawHttp(sandbox.url, { target: '/v2/orders/customer-orders', headers: { 'X-Auth-Token': `${secret}x` } }),
    ]),
  )
  const text = [...said, JSON.stringify(sandbox.coverage()), ...refused.map(({ body, headers }) => body + JSON.stringify(headers))].join(
    '\n',
  )
  expect(said.length).toBeGreaterThan(10)
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
  expect(text).not.toContain('Hush-')
})
