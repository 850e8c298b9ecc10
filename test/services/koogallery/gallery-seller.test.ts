import { describe, expect } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import { auditedTest as test } from '../../helpers/audited.ts'
import { gallery } from './gallery.ts'

const OK = { error_code: '92020000', error_msg: 'success' }

describe('the order query', () => {
  test('shows a purchase with its lines, product and buyer, amounts and times as the guide writes them', async ({ sandbox }) => {
    const { buy, query } = gallery(sandbox)
    const order = await buy('crm-pro-year', { quantity: 3, extendParams: [{ name: 'emailDomainName', value: 'test.xxxx.com' }] })
    const buyer = sandbox.world.accounts.get(sandbox.credentials.buyer!.domain_id)!

    const { status, body } = await query(order.id)

    expect([status, body.resultCode, body.resultMsg]).toEqual([200, 'MKT.0000', 'Success'])
    expect(body.orderInfo).toMatchObject({
      orderId: order.id,
      orderType: 'NEW',
      createTime: '20260101000000',
      orderLine: [
        {
          orderLineId: `${order.id}-000001`,
          chargingMode: 'PERIOD',
          periodType: 'year',
          periodNumber: 1,
          expireTime: '20270101000000',
          currencyAfterDiscount: '14970.00',
          productInfo: [{ productId: 'OFFI461867333479178243', linearValue: 3 }],
        },
      ],
      buyerInfo: { customerId: buyer.id, customerName: buyer.name },
      extendParams: [{ name: 'emailDomainName', value: 'test.xxxx.com' }],
    })
    // Not given to SaaS assets made after 2025-10-25.
    expect(body.orderInfo.buyerInfo).not.toHaveProperty('userId')
  })

  test.for([
    ['crm-pro-month', {}, 'NEW', 'PERIOD'],
    ['crm-buyout', {}, 'NEW', 'ONE_TIME'],
    ['sms', {}, 'NEW', 'ON_DEMAND'],
    ['sms-package', {}, 'NEW', 'ON_DEMAND_PKG'],
    ['crm-trial', {}, 'TRIAL', 'PERIOD'],
  ] as const)('%s %j is told as %s, charged %s', async ([product, more, orderType, chargingMode], { sandbox }) => {
    const { buy, query } = gallery(sandbox)
    const { body } = await query((await buy(product, more)).id)
    expect([body.orderInfo.orderType, body.orderInfo.orderLine[0].chargingMode]).toEqual([orderType, chargingMode])
    expect('expireTime' in body.orderInfo.orderLine[0]).toBe(['PERIOD', 'ON_DEMAND_PKG'].includes(chargingMode))
  })

  test('tells what became of what was bought: renewal and change positive, unsubscription negative and without an amount', async ({
    sandbox,
  }) => {
    const { buy, query, people } = gallery(sandbox)
    const order = await buy('crm-basic-month')
    sandbox.clock.advance('1h')
    const [resourceId] = sandbox.world.orders.get(order.id)!.resourceIds as [string]
    const renewal = (await people('RenewResource', { resourceId }, {})).order
    sandbox.clock.advance('1h')
    const change = (await people('ChangeResource', { resourceId }, { quantity: 2 })).order
    sandbox.clock.advance('1h')
    const back = (await people('UnsubscribeResource', { resourceId }, {})).order

    const lines = await Promise.all([renewal, change, back].map(async ({ id }) => (await query(id)).body.orderInfo))
    expect(lines.map(({ orderType }) => orderType)).toEqual(['RENEW', 'CHANGE', 'UNSUBSCRIBE'])
    const [first, second, third] = lines.map(({ orderLine }) => orderLine[0])
    expect(first).toMatchObject({ currencyAfterDiscount: '199.00' })
    expect(Number(second.currencyAfterDiscount)).toBeGreaterThan(0)
    expect(third.currency).toBe('')
    expect(Number(third.currencyAfterDiscount)).toBeLessThan(0)
  })

  test.for(['MKT.0150', 'MKT.0199', 'MKT.0101'])(
    'a number that does not exist is told as the setting says, %s',
    async (code, { sandbox }) => {
      sandbox.world.set('koogallery.unknown_order', code)
      expect((await gallery(sandbox).query('CS2601010000ZZZZZ')).body).toEqual({ resultCode: code, resultMsg: expect.any(String) })
    },
  )

  test('one line can be asked for', async ({ sandbox }) => {
    const { buy, query } = gallery(sandbox)
    const { id } = await buy('crm-basic-month')
    const { body } = await query(id, { orderLineId: `${id}-000001` })
    expect(body.orderInfo.orderLine.map((line: { orderLineId: string }) => line.orderLineId)).toEqual([`${id}-000001`])
  })

  test.for([
    ['MOCKPERIODYEARNEW', 'NEW', 'PERIOD'],
    ['MOCKONETIMENEW', 'NEW', 'ONE_TIME'],
    ['MOCKONDEMAND', 'NEW', 'ON_DEMAND'],
    ['MOCKONDEMANDPKG', 'NEW', 'ON_DEMAND_PKG'],
    ['MOCKPERIODDAYTRIAL', 'TRIAL', 'PERIOD'],
    ['MOCKMONTYTRIALTOFORMAL', 'TRIAL_TO_FORMAL', 'PERIOD'],
    ['MOCKMONTYUNSUBSCRIBE', 'UNSUBSCRIBE', 'PERIOD'],
    ['MOCKMONTYRENEW', 'RENEW', 'PERIOD'],
    ['MOCKMONTYCHANGE', 'CHANGE', 'PERIOD'],
  ] as const)('%s answers any seller as %s, %s', async ([orderId, orderType, chargingMode], { sandbox }) => {
    const { query } = gallery(sandbox)
    for (const more of [{}, { orderLineId: `${orderId}-000001` }]) {
      const { status, body } = await query(orderId, more)
      expect([status, body.resultCode]).toEqual([200, 'MKT.0000'])
      expect(body.orderInfo).toMatchObject({ orderId, orderType, orderLine: [{ orderLineId: `${orderId}-000001`, chargingMode }] })
    }
  })
})

describe('a licence code', () => {
  test('is activated, which passes its supervision and starts the service, and then lives, lapses and is renewed', async ({ sandbox }) => {
    const { taken, activate, heartbeat, people } = gallery(sandbox)
    const { order, code } = await taken()
    sandbox.clock.advance('2d')

    const { status, body } = await activate(code)

    expect([status, body]).toMatchObject([200, OK])
    expect(JSON.parse(body.data.license_code_info)).toEqual({
      status: 'ALIVE',
      expire_time: '20270103000000',
      product_id: 'OFFI461867333479178248',
      amount: 1,
      order_id: order.id,
    })
    expect(sandbox.world.supervisions.get(order.id)).toMatchObject({ status: 'proof', startedAt: Date.UTC(2026, 0, 3) })
    expect(sandbox.facts.of('licence.activated')).toMatchObject([{ licenceId: code, orderId: order.id }])

    await people('UploadProof', { orderId: order.id }, { proof: { name: '验收单.pdf' } })
    sandbox.clock.advance('3h')
    expect(sandbox.world.orders.get(order.id)!.status).toBe('completed')
    const alive = await heartbeat(code)
    expect(alive.body).toEqual({
      ...OK,
      data: { license_code: code, status: 'ALIVE', activate_time: '20260103000000', expire_time: '20270103000000' },
    })
    expect(sandbox.world.licences.get(code)!.heartbeatAt).toBe(sandbox.clock.now())

    const [resourceId] = sandbox.world.orders.get(order.id)!.resourceIds as [string]
    await people('RenewResource', { resourceId }, {})
    sandbox.clock.advance('1h')
    expect((await heartbeat(code)).body.data).toMatchObject({ status: 'ALIVE', expire_time: '20280103000000' })
  })

  test('begins when the seller says it really did', async ({ sandbox }) => {
    const { taken, activate, heartbeat } = gallery(sandbox)
    const { order, code } = await taken()
    sandbox.clock.advance('10d')
    const { body } = await activate(code, { real_effect_time: '20260105000000' })
    expect(JSON.parse(body.data.license_code_info).expire_time).toBe('20270105000000')
    expect(sandbox.world.supervisions.get(order.id)!.startedAt).toBe(Date.UTC(2026, 0, 5))
    expect((await heartbeat(code)).body.data.activate_time).toBe('20260111000000')
  })

  test('that was activated stays as it was when it is activated again', async ({ sandbox }) => {
    const { taken, activate } = gallery(sandbox)
    const { code } = await taken()
    const first = await activate(code)
    sandbox.clock.advance('1d')
    expect((await activate(code)).body).toEqual(first.body)
    expect(sandbox.facts.of('licence.activated')).toHaveLength(1)
  })

  test.for([
    ['EXPIRED', 'its year is over', (sandbox: Sandbox) => void sandbox.clock.advance('P1Y')],
    ['RELEASED', 'its resource is closed', (sandbox: Sandbox, id: string) => void sandbox.world.transition('resources', id, 'close', {})],
  ] as const)('is %s when %s', async ([status, , happen], { sandbox }) => {
    const { taken, activate, heartbeat, people } = gallery(sandbox)
    const { order, code } = await taken()
    await activate(code)
    await people('UploadProof', { orderId: order.id }, { proof: { name: '验收单.pdf' } })
    sandbox.clock.advance('3h')
    happen(sandbox, sandbox.world.orders.get(order.id)!.resourceIds[0]!)
    expect((await heartbeat(code)).body.data.status).toBe(status)
  })

  test('tells the pieces that it stands for since the last change', async ({ sandbox }) => {
    const { buy, codeOf, activate, people } = gallery(sandbox)
    const { id: orderId } = await buy('gateway-year', { quantity: 2 })
    await people('TakeLicence', { orderId })
    const amount = async () => JSON.parse((await activate(codeOf(orderId))).body.data.license_code_info).amount
    expect(await amount()).toBe(2)
    await people('UploadProof', { orderId }, { proof: { name: '验收单.pdf' } })
    sandbox.clock.advance('3h')
    await people('ChangeResource', { resourceId: sandbox.world.orders.get(orderId)!.resourceIds[0]! }, { quantity: 5 })
    sandbox.clock.advance('1h')
    expect(await amount()).toBe(5)
  })

  test('for tests needs no buyer who takes it', async ({ sandbox }) => {
    const { activate, heartbeat, people } = gallery(sandbox)
    const { licence } = await people('ApplyForTestLicence', { seller: 'xinghai_soft' }, { productId: 'OFFI461867333479178248' })
    const { body } = await activate(licence.id)
    expect([body.error_code, JSON.parse(body.data.license_code_info).status]).toEqual(['92020000', 'ALIVE'])
    expect((await heartbeat(licence.id)).body.data).toMatchObject({ license_code: licence.id, status: 'ALIVE' })
  })

  test('of the batch calls is found whatever member holds it, and refused codes leave all as they were', async ({ sandbox }) => {
    const { taken, buy, codeOf, call } = gallery(sandbox)
    const [one, two] = [await taken(), await taken('gateway-forever')]
    const untaken = codeOf((await buy('gateway-year')).id)
    const refused = await call('BatchActivateLicense', { body: { anything: [one.code, { deeper: untaken }] } })
    expect([refused.status, refused.body.error_code]).toEqual([200, '92020004'])
    expect(sandbox.world.licences.get(one.code)!.status).toBe('taken')

    const both = { body: { anything: [one.code, { deeper: two.code }] } }
    expect([(await call('BatchActivateLicense', both)).body, (await call('BatchCheckLicenseHeartbeat', both)).body]).toEqual([OK, OK])
    for (const { code } of [one, two])
      expect(sandbox.world.licences.get(code)).toMatchObject({ status: 'active', heartbeatAt: sandbox.clock.now() })
  })
})

describe('an upload', () => {
  const DONE = { status: 200, body: { error_code: 'CBC.0000' } }
  test('of text and of a file with its checksum is kept, and told', async ({ sandbox }) => {
    const { upload, file } = gallery(sandbox)
    expect(await upload({ type: 'CHARACTERS', characters: '111' })).toMatchObject(DONE)
    expect(await upload(file('LICENSE-0001'), 'LICENSE-0001')).toMatchObject(DONE)
    expect(await upload(file('x', { sha256: file('x').sha256.toUpperCase() }), 'x')).toMatchObject(DONE)
    expect([...sandbox.world.uploads.all()]).toMatchObject([
      { type: 'CHARACTERS', characters: '111' },
      { type: 'FILE', fileName: 'license.lic', size: 12 },
      { type: 'FILE', size: 1 },
    ])
    expect(sandbox.facts.of('upload.received')).toHaveLength(3)
  })

  test('is refused beyond the size that is set, and for kinds that are no documents where only those are taken', async ({ sandbox }) => {
    const { upload, file } = gallery(sandbox)
    const large = 'x'.repeat(1024 * 1024 + 1)
    expect(await upload(file(large), large)).toMatchObject(DONE)
    sandbox.world.set('koogallery.upload_largest_file', 1)
    sandbox.world.set('koogallery.upload_kinds', 'documents')
    expect(await upload(file(large, { file_name: 'guide.pdf' }), large)).toMatchObject({ status: 400, body: { error_code: 'CBC.0101' } })
    expect(await upload(file('x'), 'x')).toMatchObject({ status: 400, body: { error_code: 'CBC.0101' } })
    expect(await upload(file('x', { file_name: 'guide.PDF' }), 'x')).toMatchObject(DONE)
  })

  test('needs no name where the setting follows the guide’s example', async ({ sandbox }) => {
    const { upload, file } = gallery(sandbox)
    const { file_name: _, ...unnamed } = file('x')
    expect((await upload(unnamed, 'x')).status).toBe(400)
    sandbox.world.set('koogallery.upload_file_name', 'optional')
    expect(await upload(unnamed, 'x')).toMatchObject(DONE)
  })
})
