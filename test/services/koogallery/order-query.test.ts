import { describe, expect } from 'vitest'
import { auditedTest as test } from '../../helpers/audited.ts'
import { gallery } from './gallery.ts'

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
          extendParams: [{ name: 'emailDomainName', value: 'test.xxxx.com' }],
          currency: '14970.00',
        },
      ],
      extendParams: [],
    })
    expect(body.orderInfo.buyerInfo).toEqual({
      mobilePhone: buyer.mobile,
      email: buyer.email,
      customerId: buyer.id,
      customerName: buyer.name,
      customerRealName: buyer.displayName,
      customerType: 0,
      // Not given to SaaS assets made after 2025-10-25.
      userId: null,
      userName: null,
    })
  })

  test('tells what is not known of a buyer as null, and the person where it is no SaaS', async ({ sandbox }) => {
    const { buy, query } = gallery(sandbox)
    const { id, mobile: _, email: __, ...buyer } = sandbox.world.accounts.get(sandbox.credentials.buyer!.domain_id)!
    sandbox.world.accounts.put({ id, ...buyer })
    const { body } = await query((await buy('gateway-year')).id)
    expect(body.orderInfo.buyerInfo).toMatchObject({ mobilePhone: null, email: null, userId: buyer.userId, userName: buyer.userName })
    expect(body.orderInfo.orderLine[0].extendParams).toEqual([])
  })

  test('S-38: shows the identification code that a buyer submitted, on the line that it is for', async ({ sandbox }) => {
    const { buy, query, people } = gallery(sandbox)
    const { id } = await buy('scada-year')
    await people('SubmitIdentification', { orderId: id }, { identification: 'A1B2-C3D4-E5F6' })
    const { body } = await query(id)
    expect(body.orderInfo.orderLine[0].extendParams[0]).toMatchObject({ value: 'A1B2-C3D4-E5F6' })
  })

  test('lists what the buyer entered with the order as well where the setting says so', async ({ sandbox }) => {
    sandbox.world.set('koogallery.order_extend_params', 'both')
    const { buy, query } = gallery(sandbox)
    const entered = [{ name: 'ip', value: '192.0.2.7' }]
    const { body } = await query((await buy('crm-basic-month', { extendParams: entered })).id)
    expect([body.orderInfo.extendParams, body.orderInfo.orderLine[0].extendParams]).toEqual([entered, entered])
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

  test.for(['MKT.0150', 'MKT.0199', 'MKT.0101'] as const)(
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

  test('MOCKPERIODYEARNEW answers as recorded, ordered now and ending with the day a year later', async ({ sandbox }) => {
    const { query } = gallery(sandbox)
    sandbox.clock.advance('PT9H8M46S')
    const [line] = (await query('MOCKPERIODYEARNEW')).body.orderInfo.orderLine
    expect((await query('MOCKPERIODYEARNEW')).body.orderInfo).toEqual({
      orderId: 'MOCKPERIODYEARNEW',
      orderType: 'NEW',
      createTime: '20260101090846',
      orderLine: [line],
      buyerInfo: expect.objectContaining({
        mobilePhone: '18688888888',
        email: null,
        customerName: 'mock_user_01',
        customerType: 0,
        userId: null,
      }),
      extendParams: [],
    })
    expect(line).toMatchObject({
      expireTime: '20270101235959',
      currency: '100',
      currencyAfterDiscount: '100',
      productInfo: [{ linearValue: 50, productName: 'MOCK测试商品,测试规格,基础版,包周期' }],
      extendParams: [
        { name: 'emailDomainName', value: 'test.xxxx.com' },
        { name: 'ip', value: '127.0.0.1' },
      ],
    })
  })

  test.for([
    ['MOCKPERIODDAYTRIAL', '20260108235959'],
    ['MOCKMONTYRENEW', '20260201235959'],
    ['MOCKONDEMANDPKG', '20270101235959'],
    ['MOCKONETIMENEW', undefined],
  ] as const)('%s ends %s when it is asked for on 2026-01-01', async ([orderId, expireTime], { sandbox }) => {
    const { orderInfo } = (await gallery(sandbox).query(orderId)).body
    expect([orderInfo.createTime, orderInfo.orderLine[0].expireTime]).toEqual(['20260101000000', expireTime])
  })
})
