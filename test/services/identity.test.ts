import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import type { OAuthClient } from '../../src/world/entities/entities.ts'

let sandbox: Sandbox
let client: OAuthClient
let redirect_uri: string
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.reset()
  client = sandbox.world.clients.all().first()!
  redirect_uri = client.redirectUris[0]!
})

/** A browser without memory: it does not follow, so that tests see where it would go. */
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${sandbox.url}${path}`, { redirect: 'manual', headers })
const authorize = (more: Record<string, string> = {}, headers = {}) => {
  const query = new URLSearchParams({ client_id: client.id, redirect_uri, response_type: 'code', state: 'abc123', ...more })
  return get(`/api/v1/oauth2/authorize?${query}`, headers)
}
const target = (response: Response) => new URL(response.headers.get('location') ?? '', sandbox.url)
const codeFor = async (userName: string) => target(await authorize({ sandbox_user: userName })).searchParams.get('code') ?? ''
const ask = async (form: Record<string, string>) => {
  const all = { client_id: client.id, client_secret: client.secret, ...form }
  const response = await fetch(`${sandbox.url}/api/v1/oauth2/token`, { method: 'POST', body: new URLSearchParams(all) })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}
const exchange = async (code: string, more = {}) => ask({ grant_type: 'authorization_code', code, ...more })
const refresh = (refresh_token: string, more = {}) => ask({ grant_type: 'refresh_token', refresh_token, ...more })
const userInfo = async (token: string) => {
  const response = await get('/api/v1/oauth2/userinfo', { Accept: 'application/json', Authorization: `Bearer ${token}` })
  return { status: response.status, body: await response.json() }
}
const BAD_CODE = { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid authorization code' } }
const BAD_REFRESH = { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid refresh token' } }

describe('logging in', () => {
  test('a person who is picked is sent back with a code and the state unchanged', async () => {
    const response = await authorize({ sandbox_user: 'zhangwei' })

    expect(response.status).toBe(302)
    expect(target(response).href).toMatch(new RegExp(`^${redirect_uri}\\?code=[A-Za-z0-9]{32}&state=abc123$`))
  })

  test('without a login the browser gets a page of all people, and a click on one leads back with a code', async () => {
    const response = await authorize()
    expect(target(response).pathname).toBe('/_sandbox/login')

    const html = await (await get(target(response).pathname + target(response).search)).text()
    const people = [...sandbox.world.people.all()]
    expect(people.every(({ name, userName }) => html.includes(name) && html.includes(userName))).toBe(true)
    expect(html).not.toMatch(/https?:\/\/(?!localhost)/)

    const link = /href="([^"]*sandbox_user=zhangwei)"/.exec(html)?.[1]?.replaceAll('&#38;', '&') ?? ''
    expect(target(await get(link)).searchParams.get('state')).toBe('abc123')
  })

  test('what a caller writes cannot break out of the page', async () => {
    const html = await (await get(`/_sandbox/login?client_id=${encodeURIComponent('"><script>alert(1)</script>')}`)).text()
    expect(html).not.toContain('<script>')
  })

  test('a browser that logged in stays so until it logs out', async () => {
    const cookie = (await authorize({ sandbox_user: 'zhangwei' })).headers.get('set-cookie')!.split(';')[0]!
    expect(target(await authorize({}, { cookie })).searchParams.get('code')).toBeTruthy()

    const out = await get('/api/v1/logout?redirect_url=https%3A%2F%2Fexample.com%2Fbye', { cookie })
    expect([out.status, out.headers.get('location')]).toEqual([302, 'https://example.com/bye'])
    expect(out.headers.get('set-cookie')).toMatch(/^sandbox_login=; .*Max-Age=0/)
    const odd = await get('/api/v1/logout?redirect_url=https://example.com/%E5%86%8D%E8%A7%81%0D%0ASet-Cookie:%20a=b')
    expect(odd.headers.get('location')).toBe('https://example.com/%E5%86%8D%E8%A7%81%0D%0ASet-Cookie: a=b')
    expect((await get('/api/v1/logout')).headers.get('location')).toBe('/_sandbox/login')
    expect(await (await get('/_sandbox/login')).text()).toContain('已退出登录')
  })

  test('the settings decide whether somebody is logged in, and where the login page is', async () => {
    sandbox.world.set('identity.loginPage', 'https://login.example.com/in?x=1')
    expect(target(await authorize()).href).toMatch(/^https:\/\/login\.example\.com\/in\?x=1&client_id=/)
    sandbox.world.set('identity.login', 'automatic')
    expect(target(await authorize()).searchParams.get('code')).toBeTruthy()
  })

  test.each([
    ['the client is unknown', { client_id: 'nobody' }, 'invalid_client'],
    ['the address is not registered', { redirect_uri: 'https://evil.example.com' }, 'invalid_request'],
    ['the kind of answer is another', { response_type: 'token' }, 'invalid_request'],
    ['the picked person does not exist', { sandbox_user: 'nobody' }, 'invalid_request'],
  ])('nobody is sent anywhere when %s', async (_when, more, error) => {
    const response = await authorize(more)
    expect([response.status, response.headers.get('location')]).toEqual([400, null])
    expect(await response.json()).toEqual({ error, error_description: expect.any(String) })
  })
})

describe('tokens (S-43)', () => {
  test('a code becomes an access token, and that tells who logged in for which tenant', async () => {
    const { status, body } = await exchange(await codeFor('zhangwei'), { redirect_uri })
    expect([status, body]).toEqual([
      200,
      {
        access_token: expect.stringMatching(/^[0-9a-f]{32}$/),
        token_type: 'Bearer',
        expires_in: 7200,
        scope: 'get_user_info',
        refresh_token: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ])
    const person = [...sandbox.world.people.all()].find(({ userName }) => userName === 'zhangwei')!
    const { displayName, id } = sandbox.world.accounts.get(person.accountId)!
    const { accountId: _, ...rest } = person
    expect(await userInfo(body['access_token']!)).toEqual({
      status: 200,
      body: { ...rest, userId: person.id, projectName: displayName, tenant: id },
    })
  })

  test('an access token ends after 7200 seconds, a refresh token after 30 days', async () => {
    const { body } = await exchange(await codeFor('zhangwei'))
    const unauthorized = { error: 'unauthorized', error_description: 'Full authentication is required to access this resource' }
    sandbox.clock.advance('7199s')
    expect((await userInfo(body['access_token']!)).status).toBe(200)
    sandbox.clock.advance('1s')
    expect(await userInfo(body['access_token']!)).toEqual({ status: 401, body: unauthorized })

    const second = await refresh(body['refresh_token']!)
    expect(second).toMatchObject({ status: 200, body: { expires_in: 7200, refresh_token: body['refresh_token'] } })
    expect((await userInfo(second.body['access_token']!)).status).toBe(200)
    sandbox.clock.advance('30d')
    expect(await refresh(body['refresh_token']!)).toEqual(BAD_REFRESH)
  })

  test('a code is good once', async () => {
    const code = await codeFor('zhangwei')
    expect((await exchange(code)).status).toBe(200)
    expect(await exchange(code)).toEqual(BAD_CODE)
  })

  test.each([
    [
      'after ten minutes',
      (code: string) => {
        sandbox.clock.advance('10m')
        return exchange(code)
      },
    ],
    ['for another address than it was sent to', (code: string) => exchange(code, { redirect_uri: client.redirectUris[1]! })],
    [
      'to another client',
      (code: string) => {
        sandbox.world.clients.put({ ...client, id: 'other' })
        return exchange(code, { client_id: 'other' })
      },
    ],
  ])('a code is not exchanged %s', async (_how, attempt) => {
    expect(await attempt(await codeFor('zhangwei'))).toEqual(BAD_CODE)
  })

  test('with rotation a refresh token is good once; without a setting for it none is given', async () => {
    sandbox.world.set('identity.refreshRotation', 'rotate')
    const { body } = await exchange(await codeFor('zhangwei'))
    const next = await refresh(body['refresh_token']!)
    expect(next.body['refresh_token']).not.toBe(body['refresh_token'])
    expect(await refresh(body['refresh_token']!)).toEqual(BAD_REFRESH)
    expect((await refresh(next.body['refresh_token']!)).status).toBe(200)

    sandbox.world.set('identity.refreshToken', false)
    expect((await exchange(await codeFor('zhangwei'))).body).not.toHaveProperty('refresh_token')
  })

  test.each([
    ['the refresh token was never issued', { grant_type: 'refresh_token', refresh_token: 'x' }, 'invalid_grant'],
    ['the code was never issued', { grant_type: 'authorization_code', code: 'x' }, 'invalid_grant'],
    ['the secret is wrong', { grant_type: 'refresh_token', refresh_token: 'x', client_secret: 'guess' }, 'invalid_client'],
    ['the client is unknown', { grant_type: 'refresh_token', refresh_token: 'x', client_id: 'nobody' }, 'invalid_client'],
    ['the grant type is another', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['the refresh token is missing', { grant_type: 'refresh_token' }, 'invalid_request'],
    ['the code is missing', { grant_type: 'authorization_code' }, 'invalid_request'],
    ['the grant type is missing', {}, 'invalid_request'],
  ])('no token when %s', async (_when, form, error) => {
    expect(await ask(form as Record<string, string>)).toEqual({ status: 400, body: { error, error_description: expect.any(String) } })
  })

  test('user information wants an access token', async () => {
    const response = await get('/api/v1/oauth2/userinfo')
    expect([response.status, await response.json()]).toEqual([
      401,
      { error: 'unauthorized', error_description: 'Full authentication is required to access this resource' },
    ])
  })
})
