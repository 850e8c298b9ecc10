import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openLogins } from '../../src/access/login/logins.ts'
import { readConfiguration, type Sandbox, SpecFault, startSandbox, systemClock } from '../../src/index.ts'
import { tokenFile } from '../helpers/token-file.ts'
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts'

const file = tokenFile()
const audit = join(file.path, '..', 'audit.log')

let provider: IdentityProvider
let sandbox: Sandbox
beforeAll(async () => {
  provider = await startIdentityProvider('koosandbox')
  sandbox = await startSandbox({
    tokens: file.write({ robot: { token: 'kst_robot', role: 'tester' } }),
    audit,
    oidc: {
      issuer: provider.issuer,
      client: 'koosandbox',
      secret: 'between us',
      roles: { admins: 'admin', 'team-red': 'tester@red', everybody: 'reader' },
    },
  })
}, 60_000)
afterAll(async () => {
  await sandbox.close()
  provider.close()
})
beforeEach(() => {
  provider.next = { claims: { preferred_username: 'ada', groups: ['everybody', 'admins'] } }
})

type Headers = Record<string, string>
const get = (path: string, headers: Headers = {}) => fetch(new URL(path, sandbox.url), { redirect: 'manual', headers })
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

/** What a browser does: to the provider, back, and onwards. */
async function logIn(to = '') {
  const begun = await get(`/_sandbox/session/login${to}`)
  const away = begun.headers.get('location') as string
  const back = (await fetch(away, { redirect: 'manual' })).headers.get('location') as string
  const ended = await get(back, { cookie: cookieOf(begun) })
  return { begun, away: new URL(away), back, ended, cookie: cookieOf(ended) }
}

test('a person logs in, uses the control API, and logs out', async () => {
  const { begun, away, ended, cookie } = await logIn('?to=/_sandbox/ui/orders%3Fworld%3Da')
  expect(begun.status).toBe(302)
  expect(Object.fromEntries(away.searchParams)).toMatchObject({
    client_id: 'koosandbox',
    response_type: 'code',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    redirect_uri: `${sandbox.url}/_sandbox/session/callback`,
    scope: 'openid profile email',
  })
  expect(begun.headers.get('set-cookie')).toMatch(/; Path=\/_sandbox\/session; Max-Age=600; HttpOnly; SameSite=Lax$/)
  expect([ended.status, ended.headers.get('location')]).toEqual([302, '/_sandbox/ui/orders?world=a'])
  expect(ended.headers.get('set-cookie')).toMatch(/; Path=\/_sandbox; Max-Age=28800; HttpOnly; SameSite=Strict$/)
  expect(provider.asked.at(-1)?.authorization).toBe(`Basic ${Buffer.from('koosandbox:between+us').toString('base64')}`)
  expect((await get('/_sandbox/clock', { cookie })).status).toBe(200)
  expect((await fetch(new URL('/_sandbox/journal', sandbox.url), { method: 'DELETE', headers: { cookie } })).status).toBe(204)
  // What the browser keeps tells nothing.
  expect(Buffer.from(cookie.split('=')[1] as string, 'base64url').toString('latin1')).not.toMatch(/ada|admin/)

  const left = await fetch(new URL('/_sandbox/session/logout', sandbox.url), { method: 'POST', headers: { cookie } })
  expect(left.headers.get('set-cookie')).toMatch(/^koosandbox-session=; Path=\/_sandbox; Max-Age=0;/)
  expect(((await left.json()) as { location: string }).location).toContain(`${provider.issuer}/leave?`)
})

describe('the first value of the claim that has a role decides', () => {
  test.each<[string, object, string, string, number]>([
    ['a reader reads', { groups: ['everybody'] }, 'GET', '/clock', 200],
    ['a reader changes nothing', { groups: ['everybody'] }, 'POST', '/clock/advance', 403],
    ['a text instead of a list', { groups: 'admins' }, 'GET', '/operations', 200],
    ['a tester of a namespace has its worlds', { groups: ['team-red', 'everybody'] }, 'POST', '/worlds', 201],
    ['and no others', { groups: ['team-red'] }, 'GET', '/examinations', 403],
  ])('%s', async (_what, claims, method, path, status) => {
    provider.next = { claims: { sub: 'u-1', ...claims } }
    const { cookie } = await logIn()
    const body = method === 'POST' ? { body: JSON.stringify(path === '/worlds' ? { name: 'mine' } : { by: 'PT1H' }) } : {}
    const answer = await fetch(new URL(`/_sandbox${path}`, sandbox.url), {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...body,
    })
    expect(answer.status, await answer.clone().text()).toBe(status)
    if (status === 201) expect(await answer.json()).toMatchObject({ name: 'red--mine' })
  })

  test('groups that only the second endpoint tells', async () => {
    provider.next = { claims: { sub: 'u-1' }, userinfo: { groups: ['everybody'] } }
    expect((await logIn()).ended.status).toBe(302)
  })
})

describe('a login that is refused leaves no session', () => {
  test.each<[string, IdentityProvider['next'], number, RegExp]>([
    [
      'no group with a role',
      { claims: { email: 'bob@a.example', groups: ['guests'] } },
      403,
      /"bob@a.example" has no role .* holds guests\./,
    ],
    ['no groups', { claims: { email: 'bob@a.example' } }, 403, /holds nothing/],
    ['the person said no', { error: 'access_denied' }, 401, /did not succeed: access_denied/],
    ['another nonce', { claims: { groups: ['admins'] }, nonce: 'x' }, 401, /did not succeed/],
    ['a token for somebody else', { claims: { groups: ['admins'] }, audience: 'other' }, 401, /did not succeed/],
    ['a token that has ended', { claims: { groups: ['admins'], exp: 1 } }, 401, /did not succeed/],
    ['another issuer', { claims: { groups: ['admins'], iss: 'https://a.example' } }, 401, /did not succeed/],
  ])('%s', async (_what, next, status, said) => {
    provider.next = next
    const { ended } = await logIn()
    expect([ended.status, ended.headers.get('set-cookie')]).toEqual([status, null])
    expect(await ended.json()).toMatchObject({ status, detail: expect.stringMatching(said) })
  })

  test('what comes back to a browser that began nothing, or twice, or with another state', async () => {
    const { back, begun } = await logIn()
    const cookie = cookieOf(begun)
    const changed = new URL(back)
    changed.searchParams.set('state', 'x'.repeat(43))
    const session = cookieOf((await logIn()).ended).replace('koosandbox-session', 'koosandbox-login')
    for (const [at, headers] of [
      [back, {}],
      [back, { cookie: 'koosandbox-login=AAAA' }],
      [back, { cookie: session }],
      [back, { cookie }],
      [changed.href, { cookie }],
    ] as const) {
      const answer = await get(at, headers)
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null])
    }
  })
})

test('a login leads to pages of the sandbox only', async () => {
  for (const to of [
    'https://a.example',
    '//a.example',
    '/_sandbox/ui\\@a.example',
    '/_sandbox/uix',
    '/v2/orders',
    '/_sandbox/ui/\r\nx: y',
    '/_sandbox/ui/\u4e16',
  ]) {
    const { ended } = await logIn(`?to=${encodeURIComponent(to)}`)
    expect(ended.headers.get('location')).toBe('/_sandbox/ui')
  }
})

describe('a session', () => {
  let cookie: string
  beforeAll(async () => {
    provider.next = { claims: { preferred_username: 'ada', groups: ['admins'] } }
    cookie = (await logIn()).cookie
  })

  test.each<[string, Headers, number]>([
    ['counts for a page of the sandbox', { 'sec-fetch-site': 'same-origin' }, 200],
    ['does not for a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['does not for a page that names another origin', { origin: 'https://a.example' }, 403],
    ['does not beside a wrong token', { 'x-sandbox-token': 'kst_wrong' }, 401],
  ])('%s', async (_what, headers, status) => {
    expect((await get('/_sandbox/clock', { cookie, ...headers })).status).toBe(status)
  })

  test('that was changed, or made by another sandbox, is none', async () => {
    const middle = cookie.length - 20
    const changed = cookie.slice(0, middle) + (cookie[middle] === 'A' ? 'B' : 'A') + cookie.slice(middle + 1)
    expect((await get('/_sandbox/clock', { cookie: changed })).status).toBe(401)
  })

  test('is not ended by another site', async () => {
    const headers = { cookie, origin: 'https://a.example' }
    expect((await fetch(new URL('/_sandbox/session/logout', sandbox.url), { method: 'POST', headers })).status).toBe(403)
  })
})

test('without a login the control API is closed, says where to log in, and takes tokens as before', async () => {
  const answer = await get('/_sandbox/clock')
  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({
    login: '/_sandbox/session/login',
    detail: expect.stringContaining('/_sandbox/session/login'),
  })
  expect((await get('/_sandbox/clock', { 'X-Sandbox-Token': 'kst_robot' })).status).toBe(200)
  expect((await get('/_sandbox/ui')).status).toBe(200)
})

test('logins and what people do stand in the audit log, without anything secret', async () => {
  const { cookie } = await logIn()
  await get('/_sandbox/clock', { cookie })
  const lines = readFileSync(audit, 'utf8')
  const entries = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(entries).toContainEqual(expect.objectContaining({ operation: 'login.end', who: 'ada', role: 'admin', status: 302 }))
  expect(entries).toContainEqual(expect.objectContaining({ operation: 'sandbox.ShowClock', who: 'ada', role: 'admin', status: 200 }))
  expect(lines).not.toContain('between us')
  expect(lines).not.toContain(cookie.split('=')[1])
})

describe('settings that cannot be used are refused at the start', () => {
  const good = { issuer: 'https://login.example', client: 'a', roles: { a: 'reader' } }
  test.each<[object, string]>([
    [{ ...good, issuer: 'http://login.example' }, '"http://login.example" is no address of an identity provider'],
    [{ ...good, issuer: 'login.example' }, 'is no address of an identity provider'],
    [{ ...good, client: '' }, '--oidc-client ID'],
    [{ ...good, roles: {} }, '--oidc-role VALUE=ROLE'],
    [{ ...good, roles: { a: 'testre' } }, '"testre" of "a" is no role. Did you mean "tester"?'],
    [{ ...good, roles: { a: 'tester@Red' } }, '"tester@Red" of "a" is no role'],
    [{ ...good, url: 'https://a.example/path' }, 'is no address of this sandbox'],
  ])('%o: %s', async (oidc, said) => {
    const failed = await startSandbox({ oidc }).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(SpecFault)
    expect((failed as Error).message).toContain(said)
  })

  test.each<[object, string]>([
    [{ ...good, secret: 'x' }, 'config.oidc: the secret of the client does not belong into a file. Set KOOSANDBOX_OIDC_SECRET.'],
    [{ ...good, isuer: 'x' }, 'config.oidc: there is no "isuer" here. Did you mean "issuer"?'],
    [{ ...good, roles: ['reader'] }, 'config.oidc: roles must be a role for each value of the claim.'],
    [{ ...good, roles: { a: 'boss' } }, '"boss" of "a" is no role'],
  ])('%o in a configuration', (oidc, said) => {
    // A configuration is read before anything is opened.
    expect(() => openLogins({ ...good, ...readConfiguration({ oidc }).oidc }, { secret: '', systemClock })).toThrow(said)
  })
})

test('a provider that is not there is named', async () => {
  const { issuer } = await startIdentityProvider('koosandbox').then((one) => {
    one.close()
    return one
  })
  const lonely = await startSandbox({ oidc: { issuer, client: 'koosandbox', roles: { a: 'reader' } } })
  const answer = await fetch(`${lonely.url}/_sandbox/session/login`, { redirect: 'manual' })
  expect([answer.status, await answer.json()]).toEqual([
    401,
    expect.objectContaining({ detail: expect.stringContaining(`${issuer} cannot be asked: ECONNREFUSED`) }),
  ])
  await lonely.close()
})
