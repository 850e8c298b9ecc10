import { describe, expect } from 'vitest'
import { nextAttempt } from '../../src/marketplace/timetable.ts'
import { click } from '../console/click.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { openSeller } from './seller.ts'
import { buy, goodAnswer, order, PRODUCT, settle } from './shop.ts'

const HOUR = 3_600_000
const refusal = { body: { resultCode: '000005', resultMsg: 'other inner error' } }

describe('orders that fail by the interface (S-42)', () => {
  test.for([2, 1] as const)(
    'the sixth of a calendar month takes the 商品 off the shelf and tells the seller, V%i',
    async (version, { sandbox }) => {
      await using seller = await openSeller(() => refusal)
      const { world, sellerId } = settle(sandbox, seller.url, { version })
      // Several offerings of one 商品 count together.
      for (const id of [PRODUCT.month, PRODUCT.year, PRODUCT.pro, PRODUCT.buyout, PRODUCT.month]) buy(sandbox, id)
      await sandbox.clock.pass('3h')
      const statusOf = (id: string) => world.products.get(id)?.status
      expect(
        [...world.orders.where('product', PRODUCT.month)].filter(({ paidAt }) => paidAt === sandbox.clock.now() - 3 * HOUR),
      ).toMatchObject([{ status: 'cancelled' }, { status: 'cancelled' }])
      expect([statusOf(PRODUCT.month), world.facts.of('seller.notified')]).toEqual(['on-sale', []])

      buy(sandbox, PRODUCT.pro)
      await sandbox.clock.pass('3h')
      expect([PRODUCT.month, PRODUCT.year, PRODUCT.pro, PRODUCT.onDemand].map(statusOf)).toEqual([
        'withdrawn',
        'withdrawn',
        'withdrawn',
        'on-sale',
      ])
      expect(world.facts.of('product.withdrawn')[0]).toMatchObject({ sellerId, reason: 'interface-failures' })
      expect(world.facts.of('seller.notified')).toMatchObject([{ sellerId, about: 'product-withdrawn', by: ['mail', 'sms', 'site'] }])
      const refused = await sandbox.call('console.BuyProduct', { body: { product: PRODUCT.year } })
      expect(refused).toMatchObject({ status: 409, body: { code: 'not-on-sale' } })
    },
  )

  test('of two months are not added up, and the limit is a setting', async ({ sandbox }) => {
    await using seller = await openSeller(() => refusal)
    const { world } = settle(sandbox, seller.url)
    world.set('production.failedOrdersPerMonth', 2)
    for (const id of [PRODUCT.month, PRODUCT.month]) buy(sandbox, id)
    await sandbox.clock.pass('31d')
    for (const id of [PRODUCT.month, PRODUCT.month]) buy(sandbox, id)
    await sandbox.clock.pass('3h')
    expect(world.products.get(PRODUCT.month)).toMatchObject({ status: 'on-sale', failures: { month: '2026-02', orders: 2 } })
    buy(sandbox)
    await sandbox.clock.pass('3h')
    expect(world.products.get(PRODUCT.month)?.status).toBe('withdrawn')
  })

  test('a licence 1.0 that is never answered counts although its order goes on', async ({ sandbox }) => {
    await using seller = await openSeller(() => refusal)
    const { world } = settle(sandbox, seller.url, { version: 1 })
    world.set('production.failedOrdersPerMonth', 0)
    const { id } = order(sandbox, { lines: [{ productId: PRODUCT.licence1, quantity: 1, periodType: 'year', periodNum: 1 }] })
    await click(sandbox, 'SubmitIdentification', { path: { orderId: id }, body: { identification: 'CPU-0001' } })
    await sandbox.clock.pass('4h')
    expect([world.orders.get(id)?.status, world.products.get(PRODUCT.licence1)?.status]).toEqual(['processing', 'withdrawn'])
  })

  test('a seller who answers after all is not counted', async ({ sandbox }) => {
    await using seller = await openSeller(() => refusal)
    const { world } = settle(sandbox, seller.url)
    const { id } = buy(sandbox)
    await sandbox.clock.pass('2h')
    expect(world.orders.get(id)?.status).toBe('processing')
    await click(sandbox, 'AnswerForSeller', {
      path: { orderId: id },
      body: { resultCode: '000000', instanceId: 'i-1', frontEndUrl: 'https://crm.example.com/' },
    })
    await sandbox.clock.pass('2h')
    expect([world.orders.get(id)?.status, world.products.get(PRODUCT.month)?.failures]).toEqual(['completed', undefined])
  })
})

describe('the time in which a purchase is tried (S-42)', () => {
  const PLANS = {
    create: { every: 'PT1H', for: 'PT3H' },
    'v1-create': { every: 'PT1H', for: 'PT3H' },
    'v1-hour': { every: '@production-v1.retryInterval', for: 'PT1H' },
    once: { times: 1 },
  }
  const seconds = (n: number) => n * 1000
  test.for([
    ['create', 1, seconds(20), HOUR],
    ['create', 3, 2 * HOUR + seconds(60), 3 * HOUR],
    ['v1-create', 3, 2 * HOUR + seconds(60), 3 * HOUR],
    ['v1-create', 4, 3 * HOUR + seconds(20), undefined],
    ['create', 2, HOUR + 1.5 * HOUR, 3 * HOUR],
    ['v1-hour', 2, HOUR - 1, HOUR],
    ['once', 1, seconds(20), undefined],
  ] as const)(
    'counts from the first attempt, however long answers take: %s, after attempt %i',
    ([name, made, later, next], { sandbox }) => {
      const timetable = { name, ...PLANS[name], afterwards: 'cancel', source: [], evidence: 'doc' } as const
      const firstAt = sandbox.clock.now() - later
      expect(nextAttempt(sandbox.world, timetable, firstAt, made)).toBe(next === undefined ? undefined : firstAt + next)
    },
  )

  test('of an online licence ends after three hours; a restart within them opens the order', async ({ sandbox }) => {
    let good = false
    await using seller = await openSeller((call) => (good ? goodAnswer(call) : refusal))
    const { world } = settle(sandbox, seller.url)
    world.products.change(PRODUCT.month, { delivery: 'online-licence' })
    const [lost, saved] = [buy(sandbox).id, buy(sandbox).id]
    await sandbox.clock.pass('150m')
    for (const id of [lost, saved]) {
      const [delivery] = sandbox.deliveries.of(id)
      expect([delivery!.status, delivery!.attempts.length, world.orders.get(id)?.status]).toEqual(['held', 61, 'processing'])
    }
    good = true
    sandbox.deliveries.restart(sandbox.deliveries.of(saved)[0]!.id)
    await sandbox.clock.pass('30m')
    expect([lost, saved].map((id) => [sandbox.deliveries.of(id)[0]!.status, world.orders.get(id)?.status])).toEqual([
      ['given-up', 'cancelled'],
      ['succeeded', 'completed'],
    ])
  })
})
