import { ClientRequestException } from '@huaweicloud/huaweicloud-sdk-core/exception/ClientRequestException.js'
import { ServerResponseException } from '@huaweicloud/huaweicloud-sdk-core/exception/ServerResponseException.js'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type PrintedCredentials, type Sandbox, startSandbox } from '../../src/index.ts'
import type { Operation } from '../../src/spec/operation.ts'
import { builtInBundle, specsOf } from '../../src/spec/schema/cache.ts'
import { type HappyRequest, happyRequest } from '../helpers/happy-request.ts'
import { huaweiClient } from '../helpers/huawei-client.ts'
import { huaweiIam, KeystoneListProjectsRequest, KeystoneValidateTokenRequest, login, project, temporary } from '../helpers/huawei-iam.ts'

const specs = specsOf(builtInBundle())

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

/** How a row breaks its request, and the refusal: HTTP status and code. Without `keys` the caller's own sign it. */
interface Refusal {
  readonly with?: Partial<Pick<HappyRequest, 'path' | 'query' | 'headers'>> & { readonly body?: object }
  readonly wrongKeys?: true
  readonly status: number
  readonly code: string | number
}

const ids = expect.arrayContaining([expect.stringMatching(/^CS/)])

const rows: readonly (readonly [ref: string, holds: object, refusal: Refusal])[] = [
  ['bss.ListCustomerOrders', { total_count: expect.any(Number), order_infos: expect.arrayContaining([expect.objectContaining({ currency: 'CNY' })]) }, { with: { query: { limit: '101' } }, status: 400, code: 'CBC.0100' }],
  ['bss.ShowCustomerOrderDetails', { order_info: expect.objectContaining({ status: 6 }), order_line_items: [expect.objectContaining({ official_amount: expect.any(Number) })] }, { with: { path: { order_id: 'CS2601010000ZZZZZ' } }, status: 400, code: 'CBC.30000010' }],
  ['bss.ListOrderCouponsByOrderId', { count: expect.any(Number), user_coupons: expect.any(Array) }, { with: { query: { order_id: 'CS2601010000ZZZZZ' } }, status: 400, code: 'CBC.30000010' }],
  ['bss.ListOrderDiscounts', { discounts: expect.any(Array) }, { with: { query: { order_id: 'CS2601010000ZZZZZ' } }, status: 400, code: 'CBC.30000010' }],
  ['bss.ShowRefundOrderDetails', { refund_infos: expect.arrayContaining([expect.objectContaining({ measure_id: '1', amount: expect.any(Number) })]) }, { with: { query: { order_id: 'CS2601010000ZZZZZ' } }, status: 400, code: 'CBC.99005026' }],
  ['bss.ListResourceTypes', { resource_types: expect.arrayContaining([expect.objectContaining({ resource_type_code: expect.any(String) })]) }, { with: { query: { limit: '1001' } }, status: 400, code: 'CBC.0100' }],
  ['bss.ListServiceResources', { infos: [{ basic_info: expect.objectContaining({ resource_type_code: 'hws.resource.type.vm' }) }] }, { with: { query: {} }, status: 400, code: 'CBC.0101' }],
  ['bss.ListServiceTypes', { service_types: expect.arrayContaining([expect.objectContaining({ service_type_code: expect.any(String) })]) }, { with: { query: { limit: '0' } }, status: 400, code: 'CBC.0100' }],
  ['bss.ListServiceTypesLegacy', { service_types: expect.any(Array) }, { wrongKeys: true, status: 401, code: 'APIGW.0301' }],
  ['bss.ListPayPerUseCustomerResources', { total_count: expect.any(Number), data: expect.any(Array) }, { with: { body: { limit: 0 } }, status: 400, code: 'CBC.0100' }],
  ['bss.PayOrders', {}, { with: { body: { order_id: 'CS2601010000ZZZZZ', use_coupon: 'NO', use_discount: 'NO' } }, status: 400, code: 'CBC.30000010' }],
  ['bss.PayOrdersLegacy', {}, { with: { body: { order_id: 'CS2601010000ZZZZZ' } }, status: 400, code: 'CBC.30000010' }],
  ['bss.CancelCustomerOrder', {}, { with: { body: {} }, status: 400, code: 'CBC.0100' }],
  ['bss.CancelResourcesSubscription', { order_ids: ids }, { with: { body: { resource_ids: ['no-such-resource'], unsubscribe_type: 1 } }, status: 400, code: 'CBC.99003012' }],
  ['bss.RenewalResources', { order_ids: ids }, { with: { body: { resource_ids: ['no-such-resource'], period_type: 2, period_num: 1 } }, status: 400, code: 'CBC.99003016' }],
  ['bss.AutoRenewalResources', {}, { with: { path: { resource_id: 'no-such-resource' } }, status: 400, code: 'CBC.99003012' }],
  ['bss.CancelAutoRenewalResources', {}, { with: { path: { resource_id: 'no-such-resource' } }, status: 400, code: 'CBC.99003012' }],
  ['bss.SetResourcesRenewConfig', { error_code: 'CBC.0000' }, { with: { body: { config_name: 'DEDUCTION_DATE', config_value: '8' } }, status: 400, code: 'CBC.0100' }],
  ['bss.UpdatePeriodToOnDemand', { error_details: [] }, { with: { body: { operation: 'STOP', resource_ids: ['x'] } }, status: 400, code: 'CBC.0100' }],
  ['bss.UpdatePeriodToOnDemandInstantly', { to_ondemand_service_results: [expect.objectContaining({ result: 'SUCCESS' })] }, { with: { body: { resource_ids: [] } }, status: 400, code: 'CBC.0100' }],
  ['sts.GetCallerIdentity', { account_id: expect.any(String), principal_urn: expect.stringMatching(/^iam::/) }, { wrongKeys: true, status: 401, code: 'APIGW.0301' }],
  ['sts.DecodeAuthorizationMessage', { decoded_message: expect.stringContaining('billing:order:pay') }, { with: { body: { encoded_message: 'no-message' } }, status: 400, code: 'STS5.1001' }],
] // biome-ignore format: a table

type Iam = ReturnType<typeof huaweiIam>
const text = expect.stringMatching(/./)

interface IamRow {
  readonly ref: string
  readonly call: (iam: Iam, own: PrintedCredentials) => Promise<object>
  readonly holds: (own: PrintedCredentials) => object
  /** Absent where nothing but the signature can be wrong. */
  readonly refused?: (iam: Iam, own: PrintedCredentials) => Promise<object>
  readonly status: number
  readonly code: string | number
}

const iamRows: readonly IamRow[] = [
  {
    ref: 'iam.CreateTemporaryAccessKeyByToken',
    call: (iam) => iam.createTemporaryAccessKeyByToken(temporary(900)),
    holds: () => ({ credential: { access: text, secret: text, securitytoken: text, expires_at: text } }),
    refused: (iam) => iam.createTemporaryAccessKeyByToken(temporary(1)),
    status: 400,
    code: 400,
  },
  {
    ref: 'iam.KeystoneCreateProject',
    call: (iam, own) => iam.keystoneCreateProject(project('cn-north-4_shop', own.project_id)),
    holds: ({ domain_id, project_id }) => ({ project: { name: 'cn-north-4_shop', domain_id, parent_id: project_id } }),
    refused: (iam, own) => iam.keystoneCreateProject(project('cn-north-4', own.domain_id)),
    status: 409,
    code: 409,
  },
  {
    ref: 'iam.KeystoneCreateUserTokenByPassword',
    call: (iam, own) => iam.keystoneCreateUserTokenByPassword(login(own, own.password)),
    holds: ({ domain_id }) => ({ 'X-Subject-Token': text, token: { domain: { id: domain_id }, expires_at: text } }),
    refused: (iam, own) => iam.keystoneCreateUserTokenByPassword(login(own, 'wrong')),
    status: 401,
    code: 401,
  },
  {
    ref: 'iam.KeystoneListAuthDomains',
    call: (iam) => iam.keystoneListAuthDomains(),
    holds: ({ domain_id, domain_name }) => ({ domains: [{ id: domain_id, name: domain_name }] }),
    status: 401,
    code: 'APIGW.0301',
  },
  {
    ref: 'iam.KeystoneListProjects',
    call: (iam) => iam.keystoneListProjects(new KeystoneListProjectsRequest().withName('cn-north-4').withEnabled(true)),
    holds: ({ project_id }) => ({ projects: [{ id: project_id, name: 'cn-north-4' }] }),
    refused: (iam) => iam.keystoneListProjects(new KeystoneListProjectsRequest().withPage(0).withPerPage(10)),
    status: 400,
    code: 400,
  },
  {
    ref: 'iam.KeystoneListRegions',
    call: (iam) => iam.keystoneListRegions(),
    holds: () => ({ regions: expect.arrayContaining([expect.objectContaining({ id: 'cn-north-4', locales: expect.anything() })]) }),
    status: 401,
    code: 'APIGW.0301',
  },
  {
    ref: 'iam.KeystoneValidateToken',
    call: (iam, own) => iam.keystoneValidateToken(new KeystoneValidateTokenRequest(own.token)),
    holds: ({ domain_id, token }) => ({ 'X-Subject-Token': token, token: { user: { domain: { id: domain_id } } } }),
    refused: (iam) => iam.keystoneValidateToken(new KeystoneValidateTokenRequest('never-issued')),
    status: 404,
    code: 404,
  },
]

const buyer = () => sandbox.credentials.buyer!
/** Keys that sign, but not as anybody of the world. */
const stranger = () => ({ ...buyer(), sk: 'a-secret-that-is-none' })
const last = () => sandbox.journal.entries().at(-1)?.operation

const send = ({ operation, path, query, body, headers }: HappyRequest, keys: PrintedCredentials = buyer()) => {
  const call = { method: operation.method, url: operation.path, pathParams: path, queryParams: query, headers }
  return huaweiClient(sandbox.url, keys)({ ...call, ...(body === undefined ? {} : { data: body as Record<string, unknown> }) })
}

const operationOf = (ref: string): Operation => specs.operation(ref)

/** What the SDK throws for a refusal: its class for that status, with code, text and request id. */
const expectRefusal = async (made: Promise<unknown>, { status, code }: { status: number; code: string | number }) => {
  const thrown = await made.then(
    (answer) => answer,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(status < 500 ? ClientRequestException : ServerResponseException)
  expect(thrown).toMatchObject({
    httpStatusCode: status,
    errorCode: code,
    errorMsg: text,
    requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
  })
}

test('every operation of BSS, IAM and STS has a row', () => {
  const driven = [...rows.map(([ref]) => ref), ...iamRows.map(({ ref }) => ref)].sort()
  const served = specs.operations.map(({ ref }) => ref).filter((ref) => /^(bss|iam|sts)\./.test(ref))
  expect(driven).toEqual(served.sort())
  expect(rows.filter(([ref]) => ref.startsWith('bss.'))).toHaveLength(20)
})

test.each(rows)('the SDK drives %s and understands its refusal', async (ref, holds, refusal) => {
  const operation = operationOf(ref)
  const answer = await send(happyRequest(sandbox, operation))
  expect(answer).toMatchObject({ httpStatusCode: operation.success, ...holds })
  expect(last()).toBe(ref)
  const broken = { ...happyRequest(sandbox, operation), ...refusal.with }
  await expectRefusal(send(broken, refusal.wrongKeys ? stranger() : buyer()), refusal)
})

test.each(iamRows)('the SDK’s IAM client drives $ref and understands its refusal', async ({ ref, call, holds, refused, ...refusal }) => {
  expect(await call(huaweiIam(sandbox.url, buyer()), buyer())).toMatchObject({
    httpStatusCode: operationOf(ref).success,
    ...holds(buyer()),
  })
  expect(last()).toBe(ref)
  await expectRefusal(
    refused ? refused(huaweiIam(sandbox.url, buyer()), buyer()) : call(huaweiIam(sandbox.url, stranger()), buyer()),
    refusal,
  )
})

test.each([...rows.map(([ref]) => ref), ...iamRows.map(({ ref }) => ref)])(
  'every documented error of %s arrives as an exception of the SDK',
  async (ref) => {
    const operation = operationOf(ref)
    for (const [key, { status, body }] of operation.errors) {
      if (body === null) continue
      const [code = ''] = key.split(':')
      const request = happyRequest(sandbox, operation)
      const made = send({ ...request, headers: { ...request.headers, 'X-Sandbox-Error': key } })
      await expectRefusal(made, { status, code: /^\d{3}$/.test(code) ? Number(code) : code })
    }
  },
)
