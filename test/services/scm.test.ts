import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const WANTED = {
  cert_brand: 'TRUSTASIA',
  cert_type: 'DV_SSL_CERT',
  domain_type: 'SINGLE_DOMAIN',
  effective_time: 1,
  domain_numbers: 1,
  order_number: 1,
  agree_privacy_protection: true,
  is_auto_pay: true,
}
const buy = (more: object = {}) => sandbox.call('scm.SubscribeCertificate', { body: { ...WANTED, ...more } })
const unsubscribe = (cert_id: string) => sandbox.call('scm.UnsubscribeCertificate', { path: { cert_id } })
const cancel = (certificate_id: string) => sandbox.call('scm.CancelCertificateRequest', { path: { certificate_id } })
const remove = (certificate_id: string) => sandbox.call('scm.DeleteCertificate', { path: { certificate_id } })
const orders = async (query = {}) =>
  (await sandbox.call('bss.ListCustomerOrders', { query: { service_type_code: 'hws.service.type.scm', ...query } })).body.order_infos
const details = async (order_id: string) => (await sandbox.call('bss.ShowCustomerOrderDetails', { path: { order_id } })).body
const resources = async () => (await sandbox.call('bss.ListPayPerUseCustomerResources', { body: { limit: 500 } })).body.data
const firstOf = async (more: object = {}): Promise<{ id: string; order: string }> => {
  const { body } = await buy(more)
  return { id: body.cert[0].cert_id, order: body.order_id }
}
/** Bought, delivered, and old enough to be given back. */
const settled = async (more: object = {}) => {
  const bought = await firstOf(more)
  sandbox.clock.advance('10m')
  return bought
}

describe('buying', () => {
  test('places an order that billing lists, paid at once, with resources of the certificates ids', async () => {
    const { status, body } = await buy({ order_number: 2 })

    expect(status).toBe(200)
    expect(body.cert).toHaveLength(2)
    for (const { cert_id } of body.cert) expect(cert_id).toMatch(/^scs\d{13}$/)
    sandbox.clock.advance('10m')
    expect((await orders()).find((order: { order_id: string }) => order.order_id === body.order_id)).toMatchObject({
      order_type: 1,
      status: 5,
      service_type_code: 'hws.service.type.scm',
    })
    const ids = (await resources()).map(({ resource_id }: { resource_id: string }) => resource_id)
    for (const { cert_id } of body.cert) expect(ids).toContain(cert_id)
  })

  test.each([
    ['brand, kind and domain type', {}, 199],
    ['the years', { effective_time: 3 }, 597],
    ['the pieces', { order_number: 2 }, 398],
    ['the domains', { cert_brand: 'VTRUS', cert_type: 'OV_SSL_CERT', domain_type: 'MULTI_DOMAIN', domain_numbers: 5 }, 4800],
  ])('the price follows %s', async (_what, more, yuan) => {
    const { order } = await firstOf({ is_auto_pay: false, ...more })
    expect((await details(order)).order_info.official_amount).toBe(yuan)
  })

  test('without automatic payment the order waits, as the setting says when nothing is said', async () => {
    expect((await details((await firstOf({ is_auto_pay: false })).order)).order_info.status).toBe(6)
    expect((await details((await firstOf({ is_auto_pay: undefined })).order)).order_info.status).toBe(6)
    sandbox.world.set('scm.autoPayByDefault', true)
    expect((await details((await firstOf({ is_auto_pay: undefined })).order)).order_info.status).toBe(3)
  })

  test('the certificates of an order that is cancelled are cancelled too', async () => {
    const { id, order } = await firstOf({ is_auto_pay: false })
    expect((await sandbox.call('bss.CancelCustomerOrder', { body: { order_id: order } })).status).toBe(204)
    expect((await cancel(id)).status).toBe(500)
    expect(sandbox.world.certificates.get(id)?.status).toBe('cancelled')
  })

  test('an order can join another one that is not paid yet', async () => {
    const { order } = await firstOf({ is_auto_pay: false })
    const joined = await firstOf({ is_auto_pay: false, order_id: order })
    const world = sandbox.world
    expect(world.orders.get(order)?.combinedId).toBe(order)
    expect(world.orders.get(joined.order)?.combinedId).toBe(order)
    expect(await buy({ order_id: 'CS0000000000ZZZZZ' })).toMatchObject({ status: 400, body: { error_code: 'SCM.0005' } })
  })

  test.each([
    [
      'one domain and two names',
      { domain_numbers: 2 },
      'SCM.0015',
      'The number or format of domain names entered does not meet the requirements of the your certificate.',
    ],
    ['several domains and one name', { domain_type: 'MULTI_DOMAIN' }, 'SCM.0015', expect.any(String)],
    ['no consent', { agree_privacy_protection: false }, 'SCM.0005', 'Incorrect request parameter.'],
    ['an unknown brand', { cert_brand: 'ACME' }, 'SCM.0005', 'Incorrect request parameter.'],
    ['an unknown enterprise project', { enterprise_project_id: 'nothing' }, 'SCM.0005', 'Incorrect request parameter.'],
  ])('%s is refused', async (_what, more, error_code, error_msg) => {
    expect(await buy(more)).toMatchObject({ status: 400, body: { error_code, error_msg } })
  })
})

describe('giving back (S-10)', () => {
  test('too soon it fails, later the same call succeeds, and billing shows the refund', async () => {
    const { id, order } = await firstOf()
    expect(await unsubscribe(id)).toMatchObject({ status: 500, body: { error_code: 'SCM.0016', error_msg: 'Failed to order.' } })

    sandbox.clock.advance('10m')
    expect(await unsubscribe(id)).toEqual(expect.objectContaining({ status: 200, body: { unsubscribe_results: 'SUCCESS' } }))

    sandbox.clock.advance('10m')
    const refund = (await orders({ order_type: 4 }))[0]
    expect(refund).toMatchObject({ order_type: 4, status: 5 })
    expect(sandbox.world.orders.get(refund.order_id)).toMatchObject({ baseOrderId: order, amounts: { afterDiscount: -19900 } })
    expect(sandbox.world.resources.get(id)?.status).toBe('closed')
    expect(await unsubscribe(id)).toMatchObject({ status: 500, body: { error_code: 'SCM.0010' } })
  })

  test('how long it fails is a setting', async () => {
    sandbox.world.set('scm.unsubscribeWait', 'P1D')
    const { id } = await settled()
    expect((await unsubscribe(id)).body.error_code).toBe('SCM.0016')
    sandbox.clock.advance('1d')
    expect((await unsubscribe(id)).status).toBe(200)
  })

  test('certificates of the starting world can be given back, by the resource their order made', async () => {
    const certificate = [...sandbox.world.certificates.all()].find(({ status }) => status === 'paid')!
    expect((await unsubscribe(certificate.id)).status).toBe(200)
    sandbox.clock.advance('10m')
    const states = [...sandbox.world.resources.where('order', certificate.orderId)].map(({ status }) => status)
    expect(states).toEqual(['closed'])
  })

  test('what billing unsubscribes is unsubscribed here as well', async () => {
    const { id } = await settled()
    const body = { resource_ids: [id], unsubscribe_type: 1 }
    expect((await sandbox.call('bss.CancelResourcesSubscription', { body })).status).toBe(200)
    sandbox.clock.advance('10m')
    expect(sandbox.world.certificates.get(id)?.status).toBe('unsubscribed')
    expect((await unsubscribe(id)).body.error_code).toBe('SCM.0010')
  })

  test('an unpaid certificate cannot be given back', async () => {
    const { id } = await settled({ is_auto_pay: false })
    expect((await unsubscribe(id)).body.error_code).toBe('SCM.0010')
  })
})

describe('withdrawing and deleting', () => {
  test('a withdrawn certificate stays paid for and can be deleted', async () => {
    const { id, order } = await settled()
    expect((await remove(id)).body.error_code).toBe('SCM.0010')
    expect(await cancel(id)).toMatchObject({ status: 200, body: { cert_id: id, message: 'success' } })
    expect((await details(order)).order_info.status).toBe(5)
    expect((await cancel(id)).body.error_code).toBe('SCM.0010')
    expect(await remove(id)).toMatchObject({ status: 204, body: undefined })
    expect(await remove(id)).toMatchObject({ status: 404, body: undefined })
  })
})

test.each<[string, 'operation' | 'table', () => string, number, unknown]>([
  ['unknown', 'operation', () => 'scs0000000000000', 404, undefined],
  ['unknown', 'table', () => 'scs0000000000000', 400, { error_code: 'SCM.0020', error_msg: 'Incorrect certificate ID.' }],
  ["somebody else's", 'operation', foreign, 403, { error_code: 'SCM.0003', error_msg: 'Tenant has no privilege.' }],
  ["somebody else's", 'table', foreign, 400, { error_code: 'SCM.0003', error_msg: 'Tenant has no privilege.' }],
  ['too short', 'operation', () => 'scs1', 400, { error_code: 'SCM.0005', error_msg: 'Incorrect request parameter.' }],
])('a certificate that is %s, by the %s: every call refuses alike', async (_what, setting, idOf, status, body) => {
  sandbox.world.set('scm.statusOfCodes', setting)
  const id = idOf()
  for (const call of [unsubscribe, cancel, remove]) expect(await call(id)).toMatchObject({ status, body })
})

function foreign(): string {
  const { world } = sandbox
  const certificate = world.certificates.all().first()!
  const other = [...world.accounts.where('role', 'buyer')].find(({ id }) => id !== certificate.customerId)!
  world.certificates.put({ ...certificate, id: 'scs9999999999999', customerId: other.id })
  return 'scs9999999999999'
}
