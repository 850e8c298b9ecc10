import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { signBody } from '../../src/signing/index.ts'
import { click } from '../console/click.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { applied, LICENCE, owned, takeLicence } from './causes.ts'
import { openSeller } from './seller.ts'
import { buy, goodAnswer, order, PRODUCT, settle } from './shop.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const refusal = { body: { resultCode: '000005', resultMsg: 'other inner error' } }
const every = (pause: number, count: number) => Array.from({ length: count }, (_, n) => n * pause)

/** When the attempts of the last delivery of one call were made, counted from its first, and how it stands. */
function outcome({ deliveries }: Sandbox, call: string) {
  const last = deliveries.list().findLast(({ operation }) => operation.endsWith(`.${call}`))
  const [first] = last?.attempts ?? []
  return { status: last?.status, at: last?.attempts.map(({ at }) => at - first!.at) }
}

/** Sellers who refuse one call and answer all others. */
const refusing =
  (name: string, key?: string): Parameters<typeof openSeller>[0] =>
  (call) => {
    // V1.0 alone calls an upgrade `upgrade`.
    const refuses = call.json['activity'] === name || `${call.json['activity']}Instance` === name || call.path.endsWith(name)
    const body = JSON.stringify(refuses ? refusal.body : goodAnswer(call, key !== undefined).body)
    return key === undefined ? { body } : { body, headers: { 'Body-Sign': signBody(body, key).header } }
  }

interface Row {
  readonly call: string
  readonly cause: (sandbox: Sandbox) => Promise<unknown> | unknown
  readonly at: readonly number[]
  readonly status: string
  readonly version?: 1 | 2
  readonly settings?: Readonly<Record<string, string>>
  readonly for?: string
}

const renewed = async (sandbox: Sandbox) => click(sandbox, 'RenewResource', { path: { resourceId: (await owned(sandbox)).id } })
const changed = async (sandbox: Sandbox) =>
  click(sandbox, 'ChangeResource', { path: { resourceId: (await owned(sandbox)).id }, body: { product: PRODUCT.pro } })

describe('what is refused is tried', () => {
  test.for<[string, Row]>([
    ['hourly for three hours, when it is new', { call: 'newInstance', cause: buy, at: every(HOUR, 4), status: 'given-up' }],
    [
      'hourly for three hours, when it is new on V1.0',
      { call: 'newInstance', cause: buy, at: every(HOUR, 4), status: 'given-up', version: 1 },
    ],
    ['once, when it is a renewal', { call: 'refreshInstance', cause: renewed, at: [0], status: 'held' }],
    [
      'for one hour, when it is a renewal on V1.0',
      {
        call: 'refreshInstance',
        cause: renewed,
        at: every(20 * MINUTE, 4),
        status: 'held',
        version: 1,
        settings: { 'production-v1.retryInterval': 'PT20M' },
      },
    ],
    ['once, when it is an upgrade', { call: 'upgradeInstance', cause: changed, at: [0], status: 'held' }],
    [
      'for three hours, when it is an upgrade on V1.0',
      { call: 'upgradeInstance', cause: changed, at: every(HOUR, 4), status: 'given-up', version: 1 },
    ],
    [
      'sixty times two minutes apart, when it is a licence code',
      {
        call: 'refreshLicenseCode',
        cause: async (sandbox) => click(sandbox, 'RenewResource', { path: { resourceId: await takeLicence(sandbox) } }),
        at: every(2 * MINUTE, 60),
        status: 'held',
      },
    ],
    [
      'for three hours, when it is a notification',
      {
        call: 'orderNotify',
        async cause(sandbox) {
          const { sellerId } = sandbox.world.products.get(PRODUCT.month)!
          await click(sandbox, 'SetNotification', {
            path: { seller: sellerId! },
            body: { addressId: 'address-notification', productIds: [PRODUCT.month] },
          })
          buy(sandbox)
        },
        at: every(45 * MINUTE, 5),
        status: 'held',
        settings: { 'production.notifyInterval': 'PT45M' },
      },
    ],
    ['once, when it is the kit', { call: 'tenantSync', cause: applied, at: [0], status: 'held' }],
    [
      'until three hours are over, when it is the poll',
      {
        call: 'queryInstance',
        cause: buy,
        at: every(HOUR, 4),
        status: 'held',
        settings: { 'production.pollInterval': 'PT1H', 'production.pollLimit': 'PT3H' },
      },
    ],
  ])('%s', async ([, { call, cause, at, status, version = 2, settings = {} }], { sandbox }) => {
    const { sellerId } = sandbox.world.products.get(PRODUCT.month)!
    const key = sandbox.world.sellerKeys.where('use', `${sellerId}|basic`).first()!.secret
    await using seller = await openSeller(refusing(call, version === 1 ? key : undefined))
    settle(sandbox, seller.url, { version })
    settle(sandbox, seller.url, { use: 'licence' })
    settle(sandbox, seller.url, { use: 'notification' })
    for (const [name, value] of Object.entries(settings)) sandbox.world.setByName(name, value)
    await cause(sandbox)
    await sandbox.clock.pass('5h')
    expect(outcome(sandbox, call)).toEqual({ status, at })
  })

  test('every two minutes for two hours, when it is an online licence', async ({ sandbox }) => {
    await using seller = await openSeller(refusing('newInstance'))
    const { world } = settle(sandbox, seller.url)
    world.products.change(PRODUCT.month, { delivery: 'online-licence' })
    const { id } = buy(sandbox)
    await sandbox.clock.pass('5h')
    expect(outcome(sandbox, 'newInstance')).toEqual({ status: 'given-up', at: every(2 * MINUTE, 61) })
    expect(world.orders.get(id)?.status).toBe('cancelled')
  })
})

test('an identification-code licence is asked for hourly, and delivered by the answer', async ({ sandbox }) => {
  const { sellerId } = sandbox.world.products.get(PRODUCT.month)!
  const key = sandbox.world.sellerKeys.where('use', `${sellerId}|basic`).first()!.secret
  let tries = 0
  await using seller = await openSeller(() => {
    const body = JSON.stringify(
      ++tries < 3 ? refusal.body : { resultCode: '000000', resultMsg: 'success', license: 'LIC-TEXT-1', instanceId: 'lic-1' },
    )
    return { body, headers: { 'Body-Sign': signBody(body, key).header } }
  })
  const { world } = settle(sandbox, seller.url, { version: 1 })
  const { id } = order(sandbox, { lines: [{ productId: PRODUCT.licence1, quantity: 1, periodType: 'year', periodNum: 1 }] })
  await click(sandbox, 'SubmitIdentification', { path: { orderId: id }, body: { identification: 'CPU-0001' } })
  await sandbox.clock.pass('150m')
  expect(outcome(sandbox, 'getLicense')).toEqual({ status: 'succeeded', at: every(HOUR, 3) })
  expect(world.licences.where('order', id).first()).toMatchObject({ text: 'LIC-TEXT-1', status: 'active' })
  expect(world.supervisions.get(id)?.status).toBe('acceptance')
  expect(world.licences.get(LICENCE)).toBeDefined()
})

test('an order in two scopes is notified once, at the address of its 商品 (S-17)', async ({ sandbox }) => {
  await using byKind = await openSeller(goodAnswer)
  await using byProduct = await openSeller(goodAnswer)
  const { sellerId } = sandbox.world.products.get(PRODUCT.month)!
  for (const [id, url] of [
    ['kind', byKind.url],
    ['product', byProduct.url],
  ] as const)
    sandbox.world.addresses.put({ id, sellerId: sellerId!, use: 'notification', url, debuggedAt: sandbox.clock.now() })
  await click(sandbox, 'SetNotification', { path: { seller: sellerId! }, body: { addressId: 'kind', accessTypes: ['saas'] } })
  await click(sandbox, 'SetNotification', { path: { seller: sellerId! }, body: { addressId: 'product', productIds: [PRODUCT.month] } })
  const { id } = buy(sandbox)
  const { id: buyout } = buy(sandbox, PRODUCT.buyout)
  buy(sandbox, PRODUCT.onDemand)
  await sandbox.clock.pass('1m')
  expect(byProduct.calls.map(({ json }) => json)).toMatchObject(
    [id, buyout].map((orderId) => ({ activity: 'orderNotify', orderId, orderLineId: `${orderId}-000001`, testFlag: '0' })),
  )
  expect(byKind.calls).toHaveLength(1)
})
