import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { signUsagePush } from '../../src/signing/index.ts'
import { rawHttp } from '../helpers/raw-http.ts'
import { sendSigned } from '../helpers/signed-call.ts'

const API_PRODUCT = `
openapi: 3.1.0
info: { title: Company check, version: '1' }
paths:
  /company/{name}:
    get:
      operationId: CheckCompany
      x-auth: [appcode]
      parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: Found
          content: { application/json: { schema: { type: object }, examples: { one: { value: { found: true } } } } }
`

describe('AppCode, as API products of sellers want it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'api-product-'))
  let sandbox: Sandbox
  beforeAll(async () => {
    writeFileSync(join(folder, 'company.yaml'), API_PRODUCT)
    sandbox = await startSandbox({ spec: [join(folder, 'company.yaml')] })
  })
  afterAll(async () => {
    await sandbox.close()
    rmSync(folder, { recursive: true })
  })

  const ask = (headers: Record<string, string>) => rawHttp(sandbox.url, { target: '/company/%E6%98%9F%E6%B5%B7', headers })

  test('the right one is let in, under its own name', async () => {
    const answer = await ask({ 'X-Apig-AppCode': sandbox.credentials.seller!.appcode! })
    expect([answer.status, answer.json()]).toEqual([200, { found: true }])
    expect(sandbox.journal.entries().at(-1)!.caller).toMatchObject({ via: 'appcode', role: 'seller' })
  })

  test.each([
    ['a wrong one', { 'X-Apig-AppCode': 'wrong' }, 'request.auth.appcode'],
    ['another key of the seller', { 'X-Apig-AppCode': 'xinghai-basic' }, 'request.auth.appcode'],
    ['none', {}, 'request.auth.absent'],
    ['an empty one', { 'X-Apig-AppCode': '' }, 'request.auth.absent'],
    ['a malformed signature', { Authorization: 'SDK-HMAC-SHA256 x' }, 'request.auth.malformed'],
  ])('%s gets APIGW.0303', async (_what, headers, code) => {
    const answer = await ask(headers as Record<string, string>)
    expect(answer.status).toBe(401)
    expect(answer.json()).toEqual({
      error_code: 'APIGW.0303',
      error_msg: 'Incorrect app authentication information.',
      request_id: answer.headers['x-request-id'],
    })
    expect(sandbox.journal.entries().at(-1)!.findings).toMatchObject([{ code, hint: expect.any(String) }])
  })
})

describe('the usage push is signed with the key of the basic interfaces', () => {
  const PUSH = '/api/mkp-openapi-public/global/v1/isv/usage-data'
  const record = {
    begin_time: '20251231T080000Z',
    end_time: '20251231T090000Z',
    instance_id: 'x',
    metering_sn: 'sn-1',
    record_time: '20251231T091000Z',
    usage_value: '9',
  }
  const body = JSON.stringify({ usage_records: [record] })
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox()
  })
  afterAll(() => sandbox.close())

  function push(key: string, change: Record<string, string> = {}, sent = body) {
    const ts = String(Date.now())
    const { value } = signUsagePush({ ts, nonce: 'n-1', body }, key)
    const headers = { 'Content-Type': 'application/json', signature: value, ts, nonce: 'n-1', ...change }
    return rawHttp(sandbox.url, { method: 'POST', target: PUSH, headers, body: sent })
  }
  const basic = () => sandbox.credentials.seller!.keys!.basic!

  test('right: with that key, whatever the order of the members', async () => {
    expect((await push(basic())).status).toBe(200)
    const turned = JSON.stringify({ usage_records: [Object.fromEntries(Object.entries(record).reverse())] })
    expect((await push(basic(), {}, turned)).status).toBe(200)
    expect(sandbox.journal.entries().at(-1)!.caller).toMatchObject({ via: 'usage', role: 'seller' })
  })

  test.each<[string, () => ReturnType<typeof push>]>([
    ['another key of the seller', () => push(sandbox.credentials.seller!.keys!.kit!)],
    ['another nonce', () => push(basic(), { nonce: 'n-2' })],
    ['another time', () => push(basic(), { ts: '1709690865879' })],
    ['one changed byte', () => push(basic(), {}, body.replace('"9"', '"8"'))],
    ['text that is no signature', () => push(basic(), { signature: '!' })],
    [
      'a token instead',
      () => rawHttp(sandbox.url, { method: 'POST', target: PUSH, headers: { 'X-Auth-Token': sandbox.credentials.seller!.token }, body }),
    ],
    ['nothing at all', () => rawHttp(sandbox.url, { method: 'POST', target: PUSH, body })],
  ])('wrong: %s', async (_what, send) => {
    const answer = await send()
    expect(answer.status).toBe(401)
    expect(answer.json()).toEqual({ error_code: '94060002', error_msg: 'Auth failed!' })
    expect(sandbox.journal.entries().at(-1)!.findings[0]).toMatchObject({
      code: expect.stringMatching(/^request\.auth\./),
      hint: expect.any(String),
    })
  })
})

describe('with `auth: lenient`', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ auth: 'lenient' })
  })
  afterAll(() => sandbox.close())

  const LIST = '/v2/orders/customer-orders'
  const ORDER = '/api/mkp-openapi-public/global/v1/order/query?orderId=MOCKONDEMAND'
  const caller = () => sandbox.journal.entries().at(-1)!.caller

  test.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['an unknown token', { 'X-Auth-Token': 'MIIx' }],
    ['a signature of another world', { Authorization: `SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature=00` }],
    ['a malformed signature', { Authorization: 'SDK-HMAC-SHA256 ?' }],
    ['Basic', { Authorization: 'Basic dXNlcjpwYXNz' }],
  ])('%s is let in, as the account that the operation is for', async (_what, headers) => {
    expect((await rawHttp(sandbox.url, { target: LIST, headers })).status).toBe(200)
    expect(caller()).toMatchObject({ via: 'lenient', role: 'buyer' })
    expect((await rawHttp(sandbox.url, { target: ORDER, headers })).status).toBe(200)
    expect(caller()).toMatchObject({ via: 'lenient', role: 'seller' })
  })

  test('a known credential still tells who is calling, where the operation is for him', async () => {
    const { partner } = sandbox.credentials
    await sendSigned(sandbox.url, { target: LIST }, { ...partner!, sk: 'wrong' })
    expect(caller()).toMatchObject({ role: 'partner' })
    await sendSigned(sandbox.url, { target: ORDER }, partner!)
    expect(caller()).toMatchObject({ role: 'seller' })
  })

  test('a malformed request is refused all the same', async () => {
    const answer = await rawHttp(sandbox.url, { target: `${LIST}?limit=1e1` })
    expect([answer.status, answer.json().error_code]).toEqual([400, 'CBC.0100'])
  })
})
