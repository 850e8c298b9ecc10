import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { rawHttp } from '../helpers/raw-http.ts'
import { sendSigned } from '../helpers/signed-call.ts'

const LIST = '/v2/orders/customer-orders'
const TEMPORARY = '/v3.0/OS-CREDENTIAL/securitytokens'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const buyer = () => sandbox.credentials.buyer!
const seller = () => sandbox.credentials.seller!
const asking = (token?: object) => JSON.stringify({ auth: { identity: { methods: ['token'], ...(token ? { token } : {}) } } })
const json = { 'Content-Type': 'application/json' }
const post = (headers: Record<string, string>, body: string) =>
  rawHttp(sandbox.url, { method: 'POST', target: TEMPORARY, headers: { ...json, ...headers }, body })
const callerOfLast = () => sandbox.journal.entries().at(-1)!
const accountOf = (access: string) => sandbox.world.keys.get(access)?.accountId

describe('temporary keys take a token from the header, from the body alone, or a signature', () => {
  test.each<[string, () => Record<string, string>, () => string, () => string]>([
    ['the header', () => ({ 'X-Auth-Token': buyer().token }), () => asking(), () => buyer().domain_id],
    ['the body', () => ({}), () => asking({ id: buyer().token, duration_seconds: 900 }), () => buyer().domain_id],
    ['both: the header counts', () => ({ 'X-Auth-Token': buyer().token }), () => asking({ id: seller().token }), () => buyer().domain_id],
  ])('%s', async (_where, headers, body, account) => {
    const answer = await post(headers(), body())
    expect(answer.status).toBe(201)
    expect(accountOf(answer.json().credential.access)).toBe(account())
  })

  test('a signature', async () => {
    const answer = await sendSigned(sandbox.url, { method: 'POST', target: TEMPORARY, headers: json, body: asking() }, seller())
    expect(answer.status).toBe(201)
    expect(accountOf(answer.json().credential.access)).toBe(seller().domain_id)
  })

  test.each([
    ['an unknown token in the body', asking({ id: 'MIIunknown' }), 'request.auth.token', '/body/auth/identity/token/id'],
    ['no token at all', asking({ duration_seconds: 900 }), 'request.auth.absent', '/header'],
    ['a body that is not JSON', '{', 'request.auth.absent', '/header'],
  ])('%s is refused with 401', async (_what, body, code, pointer) => {
    expect((await post({}, body)).status).toBe(401)
    expect(callerOfLast().findings[0]).toMatchObject({ code, pointer })
  })

  test('no other operation looks into the body', async () => {
    const answer = await rawHttp(sandbox.url, {
      method: 'POST',
      target: '/v3/projects',
      headers: json,
      body: JSON.stringify({ auth: { identity: { token: { id: buyer().token } } } }),
    })
    expect(answer.status).toBe(401)
  })
})

test('a token in the body finds the world that issued it', async () => {
  const fork = sandbox.worlds.open('two-credentials')
  const [token] = [...fork.tokens.all()]
  const answer = await post({}, asking({ id: token!.id }))
  expect(answer.status).toBe(201)
  expect(fork.keys.get(answer.json().credential.access)?.accountId).toBe(token!.accountId)
})

test('a signed check of a token is accepted: SDKs hold nothing else', async () => {
  const target = '/v3/auth/tokens'
  const answer = await sendSigned(sandbox.url, { method: 'GET', target, headers: { 'X-Subject-Token': buyer().token } }, buyer())
  expect(answer.status).toBe(200)
  expect(answer.json().token.domain.id).toBe(buyer().domain_id)
})

describe('a token and a signature together', () => {
  const both = (token: string) => ({
    'X-Auth-Token': token,
    Authorization: 'SDK-HMAC-SHA256 Access=NOBODY, SignedHeaders=x-sdk-date, Signature=00',
  })

  test('the token counts, and a warning says that the signature was not checked', async () => {
    const answer = await rawHttp(sandbox.url, { target: LIST, headers: both(buyer().token) })
    expect(answer.status).toBe(200)
    expect(callerOfLast().findings).toMatchObject([{ code: 'request.auth.two', level: 'warning', evidence: 'inferred' }])
  })

  test('a wrong token is refused as a token', async () => {
    const answer = await rawHttp(sandbox.url, { target: LIST, headers: both('MIIwrong') })
    expect([answer.status, answer.json().error_msg]).toEqual([401, 'Incorrect IAM authentication information: decrypt token fail'])
  })

  test('where only signatures count, the signature is checked', async () => {
    const target = '/v5/caller-identity'
    const answer = await sendSigned(sandbox.url, { target, headers: { 'X-Auth-Token': 'MIIwrong' } }, buyer())
    expect(answer.status).toBe(200)
  })
})
