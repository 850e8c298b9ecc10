import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import type { Account } from '../../src/world/entities/entities.ts'

let sandbox: Sandbox
let buyer: Account
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.reset()
  buyer = [...sandbox.world.accounts.all()].find(({ print }) => print === 'buyer')!
})

/** The body of the token call for the buyer, with anything else said. */
function asking(scope: object, user: object = {}) {
  const named = { name: buyer.userName, password: buyer.password, domain: { name: buyer.name }, ...user }
  return { auth: { identity: { methods: ['password'], password: { user: named } }, scope } }
}
const create = (scope: object, more: { query?: object; user?: object } = {}) =>
  sandbox.call('iam.KeystoneCreateUserTokenByPassword', { body: asking(scope, more.user), query: { ...more.query } })
const check = (token: string, as?: string) =>
  sandbox.call('iam.KeystoneValidateToken', { headers: { 'X-Subject-Token': token, ...(as ? { 'X-Auth-Token': as } : {}) } })

describe('tokens', () => {
  test('a password gives a token for the account, good for 24 hours of world time', async () => {
    const answer = await create({ domain: { name: buyer.name } })

    expect(answer).toMatchObject({ status: 201, body: { token: { methods: ['password'], domain: { id: buyer.id, name: buyer.name } } } })
    expect(answer.body.token).toMatchObject({ issued_at: '2026-01-01T00:00:00.000000Z', expires_at: '2026-01-02T00:00:00.000000Z' })
    expect(answer.body.token.user).toMatchObject({
      id: buyer.userId,
      name: buyer.userName,
      password_expires_at: '',
      domain: { id: buyer.id },
    })
    const token = answer.headers['x-subject-token']!
    expect(token).toMatch(/^MII[A-Za-z0-9+=-]{900,}$/)

    expect(await sandbox.call('bss.ListCustomerOrders', { headers: { 'X-Auth-Token': token } })).toMatchObject({ status: 200 })
    sandbox.clock.advance('24h')
    expect(await sandbox.call('bss.ListCustomerOrders', { headers: { 'X-Auth-Token': token } })).toMatchObject({ status: 401 })
  })

  test('the setting iam.tokenLife decides how long', async () => {
    sandbox.world.set('iam.tokenLife', 'PT1H')
    expect((await create({ domain: { id: buyer.id } })).body.token.expires_at).toBe('2026-01-01T01:00:00.000000Z')
  })

  test('two tokens of one moment differ, and a reset world gives the same ones again', async () => {
    const texts = async () =>
      [await create({ domain: { id: buyer.id } }), await create({ domain: { id: buyer.id } })].map((a) => a.headers['x-subject-token'])
    const first = await texts()
    expect(new Set(first).size).toBe(2)
    sandbox.reset()
    expect(await texts()).toEqual(first)
  })

  test.each([
    ['the name of a project', () => ({ project: { name: buyer.projects[0]!.name } })],
    ['the id of a project', () => ({ project: { id: buyer.projects[0]!.id } })],
  ])('a token for %s shows the project and works on its paths only', async (_what, scope) => {
    const answer = await create(scope())
    const [project] = buyer.projects
    expect(answer.body.token).toMatchObject({
      project: { id: project!.id, name: project!.name, domain: { id: buyer.id, name: buyer.name } },
    })
    expect(answer.body.token.domain).toBeUndefined()
    const bss = await sandbox.call('bss.ListCustomerOrders', { headers: { 'X-Auth-Token': answer.headers['x-subject-token']! } })
    expect(bss.status).toBe(403)
  })

  test('the catalog leads back to this sandbox, and nocatalog leaves it out', async () => {
    const { body } = await create({ project: { name: 'cn-north-4' } })
    const urls: string[] = body.token.catalog.flatMap((service: { endpoints: { url: string }[] }) =>
      service.endpoints.map(({ url }) => url),
    )
    expect(urls.length).toBeGreaterThan(3)
    expect(urls.every((url) => url.startsWith('http://sandbox.local/'))).toBe(true)
    expect(urls).toContain(`http://sandbox.local/v2/${buyer.projects[0]!.id}`)
    expect((await create({ domain: { id: buyer.id } }, { query: { nocatalog: 'true' } })).body.token.catalog).toEqual([])
    expect((await create({ domain: { id: buyer.id } }, { query: { nocatalog: '' } })).body.token.catalog).not.toEqual([])
  })

  test.each([
    ['the password is wrong', { user: { password: 'guess' } }, {}, 401, 'The username or password is wrong.', 'Unauthorized'],
    ['the user is unknown', { user: { name: 'nobody' } }, {}, 401, 'The username or password is wrong.', 'Unauthorized'],
    ['the account is unknown', { user: { domain: { name: 'nowhere' } } }, {}, 401, 'The username or password is wrong.', 'Unauthorized'],
    ['the project is unknown', {}, { project: { name: 'mars-1' } }, 404, 'The requested resource could not be found.', 'Not Found'],
    [
      'the account to act for is unknown',
      {},
      { domain: { name: 'nowhere' } },
      404,
      'The requested resource could not be found.',
      'Not Found',
    ],
    ['the account is not the own one', {}, { domain: { name: 'xinghai_soft' } }, 403, expect.any(String), 'Forbidden'],
    ['both scopes are given', {}, { domain: { name: 'a' }, project: { name: 'b' } }, 400, 'The request body is invalid', 'Bad Request'],
    ['no password is given', { user: { password: undefined } }, {}, 400, 'The request body is invalid', 'Bad Request'],
  ])('no token when %s', async (_when, more, scope, status, message, title) => {
    const answer = await create(Object.keys(scope).length > 0 ? scope : { domain: { id: buyer.id } }, more)
    expect(answer).toMatchObject({ status, body: { error: { code: status, message, title } } })
    expect(answer.headers['x-subject-token']).toBeUndefined()
  })

  test('a token is checked: what it was issued with, under the same header', async () => {
    const issued = await create({ domain: { id: buyer.id } })
    const token = issued.headers['x-subject-token']!
    const checked = await check(token)
    expect(checked).toMatchObject({ status: 200, body: issued.body })
    expect(checked.headers['x-subject-token']).toBe(token)
  })

  test('unknown and expired tokens are 404, those of another account 403', async () => {
    const token = (await create({ domain: { id: buyer.id } })).headers['x-subject-token']!
    const invalid = {
      status: 404,
      body: { error: { code: 404, message: 'X-Subject-Token is invalid in the request', title: 'Not Found' } },
    }
    expect(await check('MIIunknown')).toMatchObject(invalid)
    expect(await check(token, sandbox.credentials.seller!.token)).toMatchObject({ status: 403 })
    sandbox.clock.advance('24h')
    expect(await check(token)).toMatchObject(invalid)
  })
})

describe('temporary keys', () => {
  const ask = (token: object = {}) =>
    sandbox.call('iam.CreateTemporaryAccessKeyByToken', { body: { auth: { identity: { methods: ['token'], token } } } })

  test('live for 15 minutes unless told otherwise', async () => {
    const { status, body } = await ask()
    expect(status).toBe(201)
    expect(body.credential).toMatchObject({ access: expect.stringMatching(/^[A-Z0-9]{20}$/), secret: expect.stringMatching(/^\w{40}$/) })
    expect(body.credential.expires_at).toBe('2026-01-01T00:15:00.000000Z')
    expect((await ask({ duration_seconds: 86400 })).body.credential.expires_at).toBe('2026-01-02T00:00:00.000000Z')
    expect(sandbox.world.keys.get(body.credential.access)).toMatchObject({
      securityToken: body.credential.securitytoken,
      accountId: buyer.id,
    })
  })

  test.each([899, 86401])('%d seconds are refused', async (duration_seconds) => {
    expect(await ask({ duration_seconds })).toMatchObject({ status: 400, body: { error: { message: 'The request body is invalid' } } })
  })
})

describe('look-ups', () => {
  const projects = (query: Record<string, string | number> = {}) => sandbox.call('iam.KeystoneListProjects', { query })

  test('projects are found by the name of their region', async () => {
    const { body } = await projects({ name: 'cn-north-4' })
    expect(body.projects).toMatchObject([
      { ...buyer.projects[0], domain_id: buyer.id, parent_id: buyer.id, is_domain: false, enabled: true },
    ])
    expect((await projects()).body.projects.map(({ id }: { id: string }) => id)).toEqual(buyer.projects.map(({ id }) => id))
    expect((await projects({ name: 'mars-1' })).body.projects).toEqual([])
    expect((await projects({ enabled: 'false' })).body.projects).toEqual([])
    expect((await projects({ domain_id: 'somebody' })).status).toBe(403)
  })

  test('pages of projects link to each other', async () => {
    const { body } = await projects({ page: 2, per_page: 1 })
    expect(body.projects).toMatchObject([{ id: buyer.projects[1]!.id }])
    expect(body.links).toEqual({ self: expect.stringContaining('page=2'), previous: expect.stringContaining('page=1'), next: null })
  })

  test('a created project is listed, can be asked a token for, and exists once', async () => {
    const own = { project: { name: 'cn-north-4_shop', parent_id: buyer.projects[0]!.id, description: '商城' } }
    const made = await sandbox.call('iam.KeystoneCreateProject', { body: own })
    expect(made).toMatchObject({
      status: 201,
      body: { project: { name: 'cn-north-4_shop', parent_id: buyer.projects[0]!.id, description: '商城' } },
    })
    expect((await projects({ parent_id: buyer.projects[0]!.id })).body.projects).toMatchObject([{ id: made.body.project.id }])
    expect((await create({ project: { id: made.body.project.id } })).status).toBe(201)
    expect(await sandbox.call('iam.KeystoneCreateProject', { body: own })).toMatchObject({ status: 409, body: { error: { code: 409 } } })
  })

  test.each([
    ['no region', { name: 'mars-1' }, 400],
    ['an unknown parent', { name: 'cn-north-4_x', parent_id: 'nothing' }, 400],
    ['another account', { name: 'cn-north-4_x', domain_id: 'somebody' }, 403],
  ])('a project of %s is refused', async (_what, project, status) => {
    expect((await sandbox.call('iam.KeystoneCreateProject', { body: { project } })).status).toBe(status)
  })

  test('regions and the own account are told', async () => {
    const regions = await sandbox.call('iam.KeystoneListRegions')
    expect(regions.body.regions).toContainEqual(
      expect.objectContaining({ id: 'cn-north-4', locales: { 'zh-cn': '华北-北京四', 'en-us': 'CN North-Beijing4' } }),
    )
    const domains = await sandbox.call('iam.KeystoneListAuthDomains')
    expect(domains.body.domains).toMatchObject([{ id: buyer.id, name: buyer.name, enabled: true }])
  })
})
