import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { rawHttp } from '../helpers/raw-http.ts'
import { sendSigned } from '../helpers/signed-call.ts'

const LIST = '/v2/orders/customer-orders'
const ESTIMATE = (project: string) => `/v2/${project}/periodic/inquiry/add-resources`

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const buyer = () => sandbox.credentials.buyer!
const get = (headers: Record<string, string>, target = LIST) => rawHttp(sandbox.url, { target, headers })
const post = (headers: Record<string, string>, target: string) =>
  rawHttp(sandbox.url, { method: 'POST', target, headers: { ...headers, 'Content-Type': 'application/json' }, body: '{}' })
const finding = () => sandbox.journal.entries().at(-1)!.findings[0]
const message = (text: string) => `Incorrect IAM authentication information: ${text}`

async function issue(scope: object, as: 'buyer' | 'seller' = 'buyer'): Promise<string> {
  const { user_name, password, domain_name } = sandbox.credentials[as]!
  const user = { name: user_name, password, domain: { name: domain_name } }
  const body = { auth: { identity: { methods: ['password'], password: { user } }, scope } }
  const answer = await rawHttp(sandbox.url, {
    method: 'POST',
    target: '/v3/auth/tokens',
    headers: { 'Content-Type': 'application/json;charset=utf8' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(201)
  return answer.headers['x-subject-token']!
}

describe('X-Auth-Token', () => {
  test('one that the sandbox’s own IAM issued is good for 24 hours of world time, to the second', async () => {
    const token = await issue({ domain: { name: buyer().domain_name } })
    expect((await get({ 'X-Auth-Token': token })).status).toBe(200)
    sandbox.clock.advance('23h59m59s')
    expect((await get({ 'X-Auth-Token': token })).status).toBe(200)
    sandbox.clock.advance('1s')
    const late = await get({ 'X-Auth-Token': token })
    expect(late.status).toBe(401)
    expect(late.json()).toEqual({
      error_code: 'APIGW.0301',
      error_msg: message('token expires, expires_at: 2026-01-02T00:00:00.000Z'),
      request_id: late.headers['x-request-id'],
    })
    expect(finding()).toMatchObject({ code: 'request.auth.expired', hint: expect.stringContaining('/v3/auth/tokens') })
  })

  test.each([
    ['an unknown one', { 'X-Auth-Token': 'MIIofsomerealaccount' }, 'decrypt token fail', 'request.auth.token'],
    ['none', {}, 'x-auth-token not found', 'request.auth.absent'],
    ['an empty one', { 'X-Auth-Token': '' }, 'x-auth-token not found', 'request.auth.absent'],
    ['a bearer token instead', { Authorization: 'Bearer abc' }, 'x-auth-token not found', 'request.auth.absent'],
    ['an AppCode instead', { 'X-Apig-AppCode': 'abc' }, 'x-auth-token not found', 'request.auth.absent'],
  ])('%s is refused in the gateway’s shape', async (_what, headers, text, code) => {
    const answer = await get(headers as Record<string, string>)
    expect(answer).toMatchObject({ status: 401, headers: { 'content-type': 'application/json' } })
    expect(answer.json()).toEqual({ error_code: 'APIGW.0301', error_msg: message(text), request_id: answer.headers['x-request-id'] })
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/)
    expect(finding()).toMatchObject({ code, level: 'error', hint: expect.any(String) })
  })

  test('where only signatures count, a good token does not', async () => {
    const answer = await get({ 'X-Auth-Token': buyer().token }, '/v5/caller-identity')
    expect([answer.status, answer.json().error_code]).toEqual([401, 'APIGW.0301'])
    expect(finding()).toMatchObject({ code: 'request.auth.absent', expected: 'aksk' })
    expect((await sendSigned(sandbox.url, { target: '/v5/caller-identity' }, buyer())).json()).toMatchObject({
      account_id: buyer().domain_id,
    })
  })

  test.each([
    ['nothing', {}],
    ['an unknown one', { Authorization: 'Bearer unknown' }],
    ['a token of IAM', { 'X-Auth-Token': 'MII' }],
  ])('the identity centre wants an access token of its own, and refuses %s in its own shape', async (_what, headers) => {
    const answer = await get(headers as Record<string, string>, '/api/v1/oauth2/userinfo')
    expect(answer.status).toBe(401)
    expect(answer.json()).toMatchObject({ error: expect.any(String), error_description: expect.any(String) })
  })

  test('a bad token on a bad body is an authentication error', async () => {
    const answer = await rawHttp(sandbox.url, {
      method: 'POST',
      target: '/v3/orders/customer-orders/pay',
      headers: { 'X-Auth-Token': 'x' },
      body: '{',
    })
    expect([answer.status, answer.json().error_code]).toEqual([401, 'APIGW.0301'])
  })

  test('a project-scoped one does not reach a global service', async () => {
    const token = await issue({ project: { id: buyer().project_id } })
    const answer = await get({ 'X-Auth-Token': token })
    expect([answer.status, answer.json().error_code]).toEqual([403, 'CBC.0155'])
    expect(finding()).toMatchObject({ code: 'request.auth.scope', hint: expect.stringContaining('auth.scope.domain') })
  })

  test('on a project path the caller’s own projects count, for a project token only its own', async () => {
    const [first, second] = sandbox.world.accounts.get(buyer().domain_id)!.projects.map(({ id }) => id) as [string, string]
    const domain = await issue({ domain: { name: buyer().domain_name } })
    const project = await issue({ project: { id: first } })
    const foreign = sandbox.credentials.seller!.project_id
    const answers = []
    for (const token of [domain, project]) {
      for (const path of [first, second, foreign, 'nowhere']) {
        const { status, body } = await post({ 'X-Auth-Token': token }, ESTIMATE(path))
        // What is no refusal of the gateway got as far as the body, which is not looked at here.
        answers.push(status === 403 ? JSON.parse(body).error_code : 'let in')
      }
    }
    expect(answers).toEqual(['let in', 'let in', 'APIGW.0310', 'APIGW.0310', 'let in', 'APIGW.0302', 'APIGW.0310', 'APIGW.0310'])
    expect(finding()).toMatchObject({ code: 'request.auth.project', hint: expect.stringContaining(first) })
  })
})

describe('temporary keys', () => {
  async function temporary() {
    const token = { duration_seconds: 900 }
    const made = await sandbox.call('iam.CreateTemporaryAccessKeyByToken', { body: { auth: { identity: { methods: ['token'], token } } } })
    expect(made.status).toBe(201)
    const { access, secret, securitytoken } = made.body.credential as Record<'access' | 'secret' | 'securitytoken', string>
    return { keys: { ak: access, sk: secret }, securitytoken }
  }

  test('sign together with their security token, signed or not', async () => {
    const { keys, securitytoken } = await temporary()
    const headers = { 'X-Security-Token': securitytoken }
    expect((await sendSigned(sandbox.url, { target: LIST, headers }, keys)).status).toBe(200)
    expect((await sendSigned(sandbox.url, { target: LIST, headers, signedHeaders: ['host'] }, keys)).status).toBe(200)
  })

  test.each([
    ['without', {}, 'nothing'],
    ['with another', { 'X-Security-Token': 'of-another-key' }, 'another'],
  ])('%s security token they are refused', async (_what, headers, got) => {
    const { keys } = await temporary()
    const answer = await sendSigned(sandbox.url, { target: LIST, headers: headers as Record<string, string> }, keys)
    expect([answer.status, answer.json().error_msg]).toEqual([401, message('decrypt token fail')])
    expect(finding()).toMatchObject({ code: 'request.auth.security-token', pointer: '/header/X-Security-Token', got })
  })

  test('end with world time, although the machine’s has hardly moved', async () => {
    const { keys, securitytoken } = await temporary()
    const headers = { 'X-Security-Token': securitytoken }
    sandbox.clock.advance('14m59s')
    expect((await sendSigned(sandbox.url, { target: LIST, headers }, keys)).status).toBe(200)
    sandbox.clock.advance('1s')
    const answer = await sendSigned(sandbox.url, { target: LIST, headers }, keys)
    expect([answer.status, answer.json().error_msg]).toEqual([401, message('token expires, expires_at: 2026-01-01T00:15:00.000Z')])
  })

  test('a permanent key does not mind a security token', async () => {
    const headers = { 'X-Security-Token': 'whatever' }
    expect((await sendSigned(sandbox.url, { target: LIST, headers }, buyer())).status).toBe(200)
  })
})

describe('worlds', () => {
  test('a header and a credential of different worlds do not fit', async () => {
    sandbox.worlds.open('other')
    const answer = await get({ 'X-Auth-Token': buyer().token, 'X-Sandbox-World': 'other' })
    expect(answer).toMatchObject({ status: 401, headers: { 'content-type': 'application/problem+json' } })
    expect(answer.json()).toMatchObject({ status: 401, code: 'world.credential', detail: expect.stringContaining('"default"') })
  })

  test('a name that cannot name a world is refused as such', async () => {
    const answer = await get({ 'X-Auth-Token': buyer().token, 'X-Sandbox-World': '../etc' })
    expect(answer).toMatchObject({ status: 401, headers: { 'content-type': 'application/problem+json' } })
    expect(answer.json()).toMatchObject({ code: 'world.name' })
  })

  test('a fork has a pair of its own, and takes its ancestor’s only together with the header', async () => {
    sandbox.worlds.fork('default', 'branch')
    const { pairsOf } = await import('../../src/world/entities/credentials.ts')
    const own = pairsOf(sandbox.worlds.get('branch')!).find(({ account }) => account.print === 'buyer')!
    const keys = { ak: own.accessKey, sk: own.secretKey }
    const worldOfLast = () => sandbox.journal.entries().at(-1)!.world

    expect(own.accessKey).not.toBe(buyer().ak)
    expect((await sendSigned(sandbox.url, { target: LIST }, keys)).status).toBe(200)
    expect(worldOfLast()).toBe('branch')
    expect((await get({ 'X-Auth-Token': own.token })).status).toBe(200)
    expect(worldOfLast()).toBe('branch')
    expect((await sendSigned(sandbox.url, { target: LIST }, buyer())).status).toBe(200)
    expect(worldOfLast()).toBe('default')
    expect((await sendSigned(sandbox.url, { target: LIST, headers: { 'X-Sandbox-World': 'branch' } }, buyer())).status).toBe(200)
    expect(worldOfLast()).toBe('branch')
    expect((await get({ 'X-Auth-Token': own.token, 'X-Sandbox-World': 'default' })).status).toBe(401)
  })
})
