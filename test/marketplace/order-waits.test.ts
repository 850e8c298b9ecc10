import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { openSeller } from './seller.ts'
import { buy, goodAnswer, order, PRODUCT, settle } from './shop.ts'

const HOUR = 3_600_000
const refusal = { body: { resultCode: '000005', resultMsg: 'other inner error' } }
const attemptsOf = ({ world }: Sandbox) => [...world.attempts.all()]
const hoursAfter = (begin: number, times: readonly number[]) => times.map((at) => (at - begin) / HOUR)

/** An instance that is there and known to the seller. */
async function bought(sandbox: Sandbox, productId: string = PRODUCT.month) {
  const first = buy(sandbox, productId)
  await sandbox.clock.pass('1m')
  expect(sandbox.world.orders.get(first.id)?.status).toBe('completed')
  return sandbox.world.resources.get(sandbox.world.orders.get(first.id)!.resourceIds[0]!)!
}

describe('an order waits for its seller', () => {
  test('it becomes an instance even when the seller needs three tries', async ({ sandbox }) => {
    let tries = 0
    await using seller = await openSeller((call) => (call.json['activity'] === 'newInstance' && ++tries < 3 ? refusal : goodAnswer(call)))
    const { world } = settle(sandbox, seller.url)
    const begin = world.clock.now()
    const { id } = buy(sandbox)

    await sandbox.clock.pass('90m')
    expect(world.orders.get(id)?.status).toBe('processing')
    await sandbox.clock.pass('90m')

    expect(world.orders.get(id)?.status).toBe('completed')
    const made = attemptsOf(sandbox)
    expect(
      hoursAfter(
        begin,
        made.map(({ at }) => at),
      ),
    ).toEqual([0, 1, 2, 2])
    expect(seller.activities()).toEqual(['newInstance', 'newInstance', 'newInstance', 'queryInstance'])
    const calls = seller.calls.slice(0, 3).map(({ json }) => json)
    expect(new Set(calls.map((json) => json['businessId'])).size).toBe(3)
    expect(new Set(calls.map((json) => `${json['orderId']} ${json['orderLineId']}`))).toEqual(new Set([`${id} ${id}-000001`]))
    const [resourceId] = world.orders.get(id)!.resourceIds
    expect(world.resources.get(resourceId!)).toMatchObject({
      status: 'in-use',
      instance: { id: `inst-${id}-000001`, frontEndUrl: 'https://crm.example.com', userName: 'admin', password: 'Change-me-1' },
    })
  })

  test('it is cancelled and paid back when three hours of hourly calls bring nothing', async ({ sandbox }) => {
    await using seller = await openSeller(() => refusal)
    const { world } = settle(sandbox, seller.url)
    const begin = world.clock.now()
    const customer = world.accounts.where('name', 'chengming_tech').first()!
    const { id } = buy(sandbox)
    expect(world.accounts.get(customer.id)!.balance).toBe(customer.balance - 19_900)

    await sandbox.clock.pass('4h')

    expect(
      hoursAfter(
        begin,
        attemptsOf(sandbox).map(({ at }) => at),
      ),
    ).toEqual([0, 1, 2, 3])
    expect(world.orders.get(id)?.status).toBe('cancelled')
    expect(world.accounts.get(customer.id)!.balance).toBe(customer.balance)
    expect(world.facts.all().map(({ type }) => type)).toEqual(
      expect.arrayContaining(['delivery.given-up', 'order.failed', 'order.refunded']),
    )
    expect([...world.deliveries.all()]).toMatchObject([{ operation: 'production.newInstance', status: 'given-up', attempts: 4 }])
  })

  test('one that says 000004 is polled until its instance shows', async ({ sandbox }) => {
    let polls = 0
    await using seller = await openSeller((call) => {
      if (call.json['activity'] === 'newInstance') return { body: { resultCode: '000004', resultMsg: 'in process', instanceId: 'inst-7' } }
      return ++polls < 4 ? { body: { resultCode: '000000', resultMsg: 'success', info: [] } } : goodAnswer(call)
    })
    const { world } = settle(sandbox, seller.url)
    const begin = world.clock.now()
    const { id } = buy(sandbox)
    await sandbox.clock.pass('10m')
    expect(world.orders.get(id)?.status).toBe('completed')
    const polled = attemptsOf(sandbox).filter(({ body }) => body.includes('queryInstance'))
    const pause = 60_000 // production.pollInterval
    expect(polled.map(({ at }) => at - begin)).toEqual([0, pause, 2 * pause, 3 * pause])
    expect(seller.calls.at(-1)!.json).toMatchObject({ instanceId: 'inst-7' })
  })

  test('a renewal is told once, waits when refused, and takes effect after a restart', async ({ sandbox }) => {
    let refuses = true
    await using seller = await openSeller((call) => (call.json['activity'] === 'refreshInstance' && refuses ? refusal : goodAnswer(call)))
    const { world } = settle(sandbox, seller.url)
    const resource = await bought(sandbox)
    const renewal = order(sandbox, {
      type: 'renewal',
      lines: [{ productId: PRODUCT.month, quantity: 1, periodType: 'month', periodNum: 1, resourceIds: [resource.id] }],
    })
    await sandbox.clock.pass('1d')
    const [held] = [...world.deliveries.where('order', renewal.id)]
    expect(held).toMatchObject({ operation: 'production.refreshInstance', status: 'held', attempts: 1 })
    expect(world.orders.get(renewal.id)?.status).toBe('processing')
    expect(world.resources.get(resource.id)?.expireAt).toBe(resource.expireAt)

    refuses = false
    sandbox.deliveries.restart(held!.id)
    await sandbox.clock.pass('1m')

    expect(world.orders.get(renewal.id)?.status).toBe('completed')
    const told = String(seller.calls.at(-1)!.json['expireTime'])
    const end = world.resources.get(resource.id)!.expireAt!
    expect(told).toBe(new Date(end).toISOString().replace(/\D/g, '').slice(0, 14))
    expect(seller.calls.at(-1)!.json).toMatchObject({ scene: 'RENEWAL', orderId: renewal.id, instanceId: resource.instance!.id })
  })

  test('without an address it completes by itself, and with another product’s address too', async ({ sandbox }) => {
    const { world } = sandbox
    await using seller = await openSeller(goodAnswer)
    const sellerId = world.products.get(PRODUCT.month)!.sellerId!
    world.addresses.put({ id: 'sms', sellerId, use: 'basic', url: seller.url, productId: PRODUCT.onDemand })
    const { id } = buy(sandbox, PRODUCT.month)
    await sandbox.clock.pass('1h')
    expect(world.orders.get(id)?.status).toBe('completed')
    expect(seller.calls).toEqual([])
  })

  test('an address of one offering is that of the whole 商品 (S-17)', async ({ sandbox }) => {
    const { world } = sandbox
    await using seller = await openSeller(goodAnswer)
    const sellerId = world.products.get(PRODUCT.month)!.sellerId!
    world.addresses.put({ id: 'pro', sellerId, use: 'basic', url: seller.url, productId: PRODUCT.pro })
    buy(sandbox, PRODUCT.month)
    await sandbox.clock.pass('1m')
    expect(seller.calls.map(({ json }) => json['activity'])).toContain('newInstance')
  })

  test('when its address goes away it completes as without one', async ({ sandbox }) => {
    await using seller = await openSeller(() => refusal)
    const { world } = settle(sandbox, seller.url)
    const { id } = buy(sandbox)
    await sandbox.clock.pass('1m')
    world.addresses.delete('address-basic')
    await sandbox.clock.pass('1h')
    expect(world.orders.get(id)?.status).toBe('completed')
    expect([...world.deliveries.all()]).toMatchObject([{ status: 'given-up', attempts: 1 }])
  })

  test('a call under way when a world is forked is made again by the fork, with another businessId', async ({ sandbox }) => {
    let arrived: () => void = () => {}
    const here = new Promise<void>((resolve) => {
      arrived = resolve
    })
    let first = true
    await using seller = await openSeller((call) => {
      if (!first) return goodAnswer(call)
      first = false
      arrived()
      return 'silence'
    })
    const { world } = settle(sandbox, seller.url)
    const { id } = buy(sandbox)
    world.clock.advance('1s')
    await here
    expect([...world.deliveries.all()]).toMatchObject([{ status: 'calling' }])

    const fork = sandbox.worlds.fork('default', 'again')
    await fork.clock.pass('1m')

    expect(fork.orders.get(id)?.status).toBe('completed')
    const [lost, again] = seller.calls
    expect(again!.json['orderId']).toBe(lost!.json['orderId'])
    expect(again!.json['businessId']).not.toBe(lost!.json['businessId'])
    await seller.close()
    await world.clock.settled()
  })
})
