import { describe, expect } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import { buy, click } from '../../console/click.ts'
import { worldTest as test } from '../../helpers/audited.ts'

const balance = ({ world }: Sandbox) => world.accounts.where('name', 'chengming_tech').first()!.balance
const adjust = (sandbox: Sandbox, orderId: string, amount: string, reason = '补偿') =>
  sandbox.call('console.AdjustOrder', { path: { orderId }, body: { amount, reason } })

describe('the cost of an order is adjusted by an order of type 15', () => {
  test.for([
    ['-12.50', -12.5, 'account.refunded'],
    ['35', 35, 'account.charged'],
    ['0.01', 0.01, 'account.charged'],
  ] as const)('%s yuan', async ([amount, shown, fact], { sandbox }) => {
    const { id, resources } = await buy(sandbox, 'crm-basic-month', {}, true)
    const before = balance(sandbox)
    const { status, body } = await adjust(sandbox, id, amount)

    expect(status).toBe(200)
    expect(body.order).toMatchObject({ type: 'fee-adjustment', status: 'completed', baseOrderId: id })
    expect(body.facts.map(({ type }: { type: string }) => type)).toEqual([
      ...['order.placed', 'order.adjusted', fact, 'order.paid', 'order.completed'],
    ])
    expect(body.facts[1]).toMatchObject({ reason: '补偿', orderId: body.order.id })
    expect(balance(sandbox)).toBe(before - Math.round(shown * 100))
    const list = await sandbox.call('bss.ListCustomerOrders', { query: { order_type: '15', order_id: body.order.id } })
    expect(list.body).toMatchObject({ total_count: 1, order_infos: [{ order_type: 15, status: 5, official_amount: shown }] })
    const details = await sandbox.call('bss.ShowCustomerOrderDetails', { path: { order_id: body.order.id } })
    expect(details.body.order_info).toMatchObject({ order_type: 15, status: 5, amount_after_discount: shown, user_name: '运营人员' })
    expect(sandbox.world.resources.get(resources[0]!.id)!.status).toBe('in-use')
  })

  test('more than it cost cannot come back, however many adjustments there were', async ({ sandbox }) => {
    const order = await buy(sandbox, 'crm-basic-month', {}, true)
    const paid = Number(order['payable'])
    expect((await adjust(sandbox, order.id, `${-paid - 0.01}`)).body).toMatchObject({ code: 'amount-refused' })
    expect((await adjust(sandbox, order.id, `${1 - paid}`)).status).toBe(200)
    expect((await adjust(sandbox, order.id, '-1.01')).body).toMatchObject({ code: 'amount-refused' })
    expect((await adjust(sandbox, order.id, '-1')).status).toBe(200)
    expect((await adjust(sandbox, order.id, '10')).status).toBe(200)
    expect((await adjust(sandbox, order.id, '-10.01')).body).toMatchObject({ code: 'amount-refused' })
  })

  test('an adjustment itself, an unpaid order and an unsubscription cannot be adjusted', async ({ sandbox }) => {
    const { id, resources } = await buy(sandbox, 'crm-basic-month', {}, true)
    const adjusted = (await adjust(sandbox, id, '1')).body.order.id
    const unpaid = (await buy(sandbox, 'sms-package', { pay: false })).id
    await click(sandbox, 'UnsubscribeResource', { path: { resourceId: resources[0]!.id } })
    const [back] = [...sandbox.world.orders.where('resource', resources[0]!.id)].filter(({ type }) => type === 'unsubscribe')
    for (const orderId of [adjusted, unpaid, back!.id])
      expect((await adjust(sandbox, orderId, '1')).body).toMatchObject({ status: 409, code: 'wrong-state' })
  })
})

describe('what a buyer wants at the end agrees with the billing API', () => {
  const policyOf = async (sandbox: Sandbox, id: string) => {
    const { body } = await sandbox.call('bss.ListPayPerUseCustomerResources', { body: { resource_ids: [id] } })
    return body.data[0].expire_policy
  }
  const set = (sandbox: Sandbox, resourceId: string, body: object) =>
    sandbox.call('console.SetExpiryPolicy', { path: { resourceId }, body })

  test.for([
    [{ autoRenew: true }, 3, 'renew', 'in-use'],
    [{ autoRenew: false }, 0, 'end', 'expired'],
    [{}, 0, 'end', 'expired'],
  ] as const)(
    'chosen at purchase with %j: expire_policy %i, “%s” on the page, and a day after the end it is %s',
    async (row, { sandbox }) => {
      const [chosen, policy, atEnd, afterItsEnd] = row
      const order = await buy(sandbox, 'crm-basic-month', chosen, true)
      const { id } = order.resources[0]!
      expect(order.resources[0]).toMatchObject({ atEnd })
      expect(await policyOf(sandbox, id)).toBe(policy)
      await sandbox.clock.advance('P1M1D')
      expect(sandbox.world.resources.get(id)!.status).toBe(afterItsEnd)
    },
  )

  test('chosen for each of several products bought together', async ({ sandbox }) => {
    const { orders } = (await click(sandbox, 'BuyTogether', {
      body: { items: [{ product: 'crm-basic-month', autoRenew: true }, { product: 'crm-pro-month' }] },
    })) as unknown as { orders: { resources: { id: string }[] }[] }
    await sandbox.clock.advance('1m')
    expect(await Promise.all(orders.map((order) => policyOf(sandbox, order.resources[0]!.id)))).toEqual([3, 0])
  })

  test('chosen later, and taken back', async ({ sandbox }) => {
    const { id } = (await buy(sandbox, 'crm-basic-month', {}, true)).resources[0]!
    expect((await set(sandbox, id, { policy: 'renew', times: 2, period: 'month' })).body).toMatchObject({
      resource: { atEnd: 'renew' },
      facts: [{ type: 'resource.auto-renewal-on', resourceId: id }],
    })
    expect(sandbox.world.resources.get(id)).toMatchObject({ autoRenewTimes: 2, autoRenewPeriod: 'month' })
    expect(await policyOf(sandbox, id)).toBe(3)
    expect((await sandbox.call('bss.CancelAutoRenewalResources', { path: { resource_id: id } })).status).toBe(204)
    expect((await set(sandbox, id, { policy: 'end' })).body).toMatchObject({ resource: { atEnd: 'end' }, facts: [] })
    await set(sandbox, id, { policy: 'renew' })
    expect((await set(sandbox, id, { policy: 'end' })).body.facts).toMatchObject([{ type: 'resource.auto-renewal-off' }])
    expect((await sandbox.call('bss.CancelAutoRenewalResources', { path: { resource_id: id } })).body).toMatchObject({
      error_code: 'CBC.99003605',
    })
  })

  test('setting an expiry policy takes back a change to pay-per-use', async ({ sandbox }) => {
    const { id } = (await buy(sandbox, 'crm-basic-month', {}, true)).resources[0]!
    await sandbox.call('bss.UpdatePeriodToOnDemand', { body: { operation: 'SET_UP', resource_ids: [id] } })
    expect((await set(sandbox, id, { policy: 'end' })).body).toMatchObject({ resource: { atEnd: 'end' } })
    expect(await policyOf(sandbox, id)).toBe(0)
  })

  test.for(['sms', 'crm-trial', 'sms-package'])('%s cannot renew itself, and nothing is bought', async (product, { sandbox }) => {
    const facts = sandbox.facts.count
    expect(await sandbox.call('console.BuyProduct', { body: { product, autoRenew: true } })).toMatchObject({
      status: 400,
      body: { code: 'bad-request' },
    })
    expect(sandbox.facts.count).toBe(facts)
  })
})
