import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { rawHttp } from '../helpers/raw-http.ts'
import { sendSigned } from '../helpers/signed-call.ts'

const LIST = '/v2/orders/customer-orders'
const JSON_TYPE = { 'Content-Type': 'application/json' }
const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' }

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.reset()
  sandbox.journal.clear()
})

const journal = () => JSON.stringify(sandbox.journal.entries())
const last = () => sandbox.journal.entries().at(-1)!
const get = (headers: Record<string, string>, target = LIST) => rawHttp(sandbox.url, { target, headers })
const post = (target: string, body: string, headers: Record<string, string> = JSON_TYPE) =>
  rawHttp(sandbox.url, { method: 'POST', target, headers, body })

describe('no secret stands in the journal', () => {
  const login = (password: string) => {
    const { user_name, domain_name } = sandbox.credentials.buyer!
    const user = { name: user_name, password, domain: { name: domain_name } }
    return JSON.stringify({ auth: { identity: { methods: ['password'], password: { user } }, scope: { domain: { name: domain_name } } } })
  }

  test('not of a whole day: log in, sign, take temporary keys, refresh, push', async () => {
    const { buyer, seller } = sandbox.credentials
    const issued = await post('/v3/auth/tokens', login(buyer!.password))
    const token = issued.headers['x-subject-token']!
    await get({ 'X-Auth-Token': token })
    await get({ 'X-Auth-Token': buyer!.token, 'X-Subject-Token': token }, '/v3/auth/tokens')
    const made = await post(
      '/v3.0/OS-CREDENTIAL/securitytokens',
      JSON.stringify({ auth: { identity: { methods: ['token'], token: { id: token } } } }),
      {
        ...JSON_TYPE,
        'X-Auth-Token': token,
      },
    )
    const { access, secret, securitytoken } = made.json().credential
    const keys = { ak: access, sk: secret }
    await sendSigned(sandbox.url, { target: LIST, headers: { 'X-Security-Token': securitytoken } }, keys)
    await sendSigned(sandbox.url, { target: LIST, headers: { 'X-Security-Token': securitytoken } }, { ...keys, sk: 'wrong' })
    await sendSigned(sandbox.url, { target: LIST }, buyer!)
    const [client] = [...sandbox.world.clients.all()]
    const form = `grant_type=refresh_token&refresh_token=SomeRefreshToken%2B1&client_id=${client!.id}&client_secret=${client!.secret}`
    await post('/api/v1/oauth2/token', form, FORM_TYPE)
    await get({ Authorization: 'Bearer SomeAccessToken1' }, '/api/v1/oauth2/userinfo')
    await get({ 'X-Apig-AppCode': seller!.appcode! })

    const text = journal()
    const secrets = {
      token,
      access_token: 'SomeAccessToken1',
      refresh_token: 'SomeRefreshToken',
      secret,
      securitytoken,
      printed: buyer!.token,
    }
    Object.assign(secrets, { sk: buyer!.sk, password: buyer!.password, client: client!.secret, appcode: seller!.appcode, ...seller!.keys })
    expect(
      Object.entries(secrets)
        .filter(([, value]) => text.includes(value as string))
        .map(([name]) => name),
    ).toEqual([])
    expect(text).toContain(`Access=${buyer!.ak}`)
    expect(text).toContain(access)
    expect(sandbox.journal.entries()).toHaveLength(10)
  })

  test.each<[string, () => Promise<unknown>, string]>([
    ['a short wrong password', () => post('/v3/auth/tokens', login('hush')), 'hush'],
    ['a password of three letters', () => post('/v3/auth/tokens', login('abc')), '"abc"'],
    ['a password with quotes and backslashes', () => post('/v3/auth/tokens', login('p"a\\s5')), 'a\\\\\\\\s5'],
    ['a password in a body that breaks off', () => post('/v3/auth/tokens', '{"password":"Broken@2026'), 'Broken@2026'],
    ['a password beside blanks', () => post('/v3/auth/tokens', '{ "password" :\n "Blanks@2026" }'), 'Blanks@2026'],
    ['Basic', () => get({ Authorization: 'Basic dXNlcjpwYXNzd29yZA==' }), 'dXNlcjpwYXNzd29yZA'],
    ['a token where a scheme should be', () => get({ Authorization: 'MIIBlongtokenwithoutscheme0123456789' }), 'longtokenwithoutscheme'],
    ['a key where a scheme should be', () => get({ Authorization: '5b3f0a9e-71c2-4d68-8e04-a9d6f2b7c135' }), '71c2-4d68'],
    ['a scheme of its own', () => get({ Authorization: 'Token abcdef0123456789' }), 'abcdef0123456789'],
    ['a token in an unknown parameter, quoted by a finding', () => get({}, `${LIST}?access_token=Quoted%2BToken01`), 'Token01'],
    [
      'an unknown member, quoted by a finding',
      () => post('/v3/auth/tokens', '{"auth":{},"client_secret":"QuotedSecret01"}'),
      'QuotedSecret01',
    ],
    ['an unknown token, of which a finding shows six characters', () => get({ 'X-Auth-Token': 'MIIQunknowntoken0123456789' }), 'MIIQunk'],
    [
      'a code in the address that a login redirects to',
      () =>
        get(
          {},
          '/api/v1/oauth2/authorize?response_type=code&client_id=xinghai-crm&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback&state=s&sandbox_user=liqing',
        ),
      'code=[^&"]{10}',
    ],
    ['a cookie', () => get({ Cookie: 'session=0123456789abcdef' }), '0123456789abcdef'],
  ])('not %s', async (_what, send, secret) => {
    await send()
    expect(sandbox.journal.entries()).toHaveLength(1)
    expect(journal()).not.toMatch(new RegExp(secret.includes('[') ? secret : secret.replaceAll(/[+.()]/g, '\\$&')))
  })

  test('values that are not secrets stay readable', async () => {
    await get({ 'X-Auth-Token': sandbox.credentials.buyer!.token, 'X-Language': 'zh_CN' }, `${LIST}?order_id=CS1&foo=bar`)
    expect(last()).toMatchObject({
      world: 'default',
      operation: 'bss.ListCustomerOrders',
      origin: 'behaviour',
      at: '2026-01-01T00:00:00.000Z',
      caller: { role: 'buyer', via: 'token', account: sandbox.credentials.buyer!.domain_name },
      request: { method: 'GET', path: LIST, query: 'order_id=CS1&foo=bar', headers: { 'x-language': 'zh_CN' } },
      reply: { status: 200, body: '{"total_count":0,"order_infos":[]}' },
      findings: [{ code: 'request.query.unknown', got: '"bar"' }],
    })
  })
})

describe('the journal', () => {
  test('numbers exchanges, filters them, and forgets when told', async () => {
    const first = sandbox.journal.count
    sandbox.worlds.open('other')
    await sandbox.call('bss.ListCustomerOrders')
    await sandbox.call('bss.ListServiceTypes')
    await sandbox.call('bss.ListCustomerOrders', { as: 'nobody', world: 'other' })
    const { journal } = sandbox
    expect(journal.entries().map(({ n }) => n - first)).toEqual([1, 2, 3])
    expect(journal.entries({ since: first + 1 }).map(({ n }) => n - first)).toEqual([2, 3])
    expect(journal.entries({ operation: 'bss.ListCustomerOrders' }).map(({ n }) => n - first)).toEqual([1, 3])
    expect(journal.entries({ world: 'other' }).map(({ origin }) => origin)).toEqual(['refused'])
    expect(journal.entries({ limit: 1 }).map(({ n }) => n - first)).toEqual([3])
    journal.clear()
    expect(journal.entries()).toEqual([])
    sandbox.worlds.drop('other')
  })

  test('keeps the newest, as many as it was told, and of large bodies the beginning', async () => {
    const small = await startSandbox({ journalSize: 3 })
    for (let i = 1; i <= 5; i++) await small.call('bss.PayOrders', { body: `{"n":${i},"x":"${'a'.repeat(200_000)}"}` })
    expect(small.journal.entries().map(({ n }) => n)).toEqual([3, 4, 5])
    expect(small.journal.entries()[0]!.request.body).toMatch(/^\{"n":3,"x":"a{1000}/)
    expect(JSON.stringify(small.journal.entries()).length).toBeLessThan(70_000)
    await small.close()
  })

  test.each([
    ['letters', 'a'.repeat(16_000)],
    ['what takes six bytes when it is written out', '\u0001'.repeat(16_000)],
    ['Chinese', '云'.repeat(5_400)],
  ])('gives pages of at most 8 MB, the newest first, of bodies with %s', async (_what, text) => {
    await using full = await startSandbox({ auth: 'lenient' })
    for (let n = 0; n < 700; n++) await full.call('bss.PayOrders', { body: `{"order_id":"${text}","n":${n}}` })
    const body = await (await fetch(`${full.url}/_sandbox/journal?limit=1000`)).text()
    expect(Buffer.byteLength(body)).toBeLessThan(8_200_000)
    const { entries, last } = JSON.parse(body)
    expect(entries.at(-1).n).toBe(last)
    expect(entries.length).toBeGreaterThan(80)
    expect(entries.length, 'some of the seven hundred do not fit').toBeLessThan(700)
    expect(entries.map(({ n }: { n: number }) => n)).toEqual(
      Array.from({ length: entries.length }, (_, i) => last - entries.length + 1 + i),
    )
  })

  test('calls its listeners for each exchange, until they unsubscribe', async () => {
    const heard: string[] = []
    const stop = sandbox.journal.listen(({ operation }) => heard.push(operation))
    await sandbox.call('bss.ListServiceTypes')
    stop()
    await sandbox.call('bss.ListServiceTypes')
    expect(heard).toEqual(['bss.ListServiceTypes'])
  })

  test('what is said of the sandbox itself is not the vendor’s and not in it', async () => {
    await rawHttp(sandbox.url, { target: '/_sandbox/ready' })
    expect(sandbox.journal.entries()).toEqual([])
  })
})

test('a refusal of the sandbox itself stands in the journal too', async () => {
  await using own = await startSandbox()
  own.worlds.fork('default', 'elsewhere')
  await own.call('bss.ListServiceTypes', { headers: { 'x-sandbox-error': 'CBC.77777777' } })
  const stranger = own.worlds.open('lonely', 'empty')
  expect(stranger.name).toBe('lonely')
  await own.call('bss.ListServiceTypes', { headers: { 'x-sandbox-world': 'lonely', 'x-auth-token': own.credentials.buyer!.token } })

  expect(own.journal.entries().map(({ reply }) => [reply.status, JSON.parse(reply.body).title])).toEqual([
    [400, 'bss.ListServiceTypes cannot be made to answer "CBC.77777777"'],
    [401, 'The world and the credential do not match'],
  ])
})
