import { expect } from 'vitest'
import { placeOrder } from '../../src/commerce/ordering/place.ts'
import type { Sandbox } from '../../src/index.ts'
import { verifyProduction } from '../../src/signing/index.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { openSeller } from './seller.ts'

const PRODUCT = 'OFFI461867333479178240' // 星海CRM by the month

function settle(sandbox: Sandbox, url: string) {
  const { world } = sandbox
  const product = world.products.get(PRODUCT)!
  world.addresses.put({ id: 'here', sellerId: product.sellerId!, use: 'basic', url })
  const key = world.sellerKeys.where('use', `${product.sellerId}|basic`).first()!
  return { world, product, key: key.secret }
}

function buy({ world }: Sandbox) {
  const customerId = world.accounts.where('name', 'chengming_tech').first()!.id
  const line = { productId: PRODUCT, quantity: 1, periodType: 'month', periodNum: 1 } as const
  return world.transaction(() =>
    placeOrder(world, { customerId, type: 'new', serviceType: 'hws.service.type.marketplace', lines: [line], autoPay: true }),
  )
}

test('a paid order becomes a signed newInstance, and a poll of what it opened', async ({ sandbox }) => {
  await using seller = await openSeller(({ json }) =>
    json['activity'] === 'newInstance'
      ? { body: { resultCode: '000000', resultMsg: 'success', instanceId: 'inst-1', appInfo: { frontEndUrl: 'https://crm.example.com' } } }
      : {
          body: {
            resultCode: '000000',
            resultMsg: 'success',
            info: [{ instanceId: 'inst-1', appInfo: { frontEndUrl: 'https://crm.example.com' } }],
          },
        },
  )
  const { world, key } = settle(sandbox, `${seller.url}/isv?tenant=7`)
  expect(buy(sandbox).status).toBe('processing')

  await sandbox.clock.pass('1m')

  expect(seller.activities()).toEqual(['newInstance', 'queryInstance'])
  const [call] = seller.calls
  expect(call).toMatchObject({ method: 'POST', path: '/isv' })
  expect(call!.query.get('tenant')).toBe('7')
  expect(call!.json).toMatchObject({
    activity: 'newInstance',
    orderId: expect.stringMatching(/^CS/),
    orderLineId: expect.stringMatching(/-000001$/),
  })
  const stamp = { timestamp: call!.query.get('timestamp')!, nonce: call!.query.get('nonce')! }
  expect(verifyProduction(call!.body, stamp, call!.query.get('signature')!, key)).toBe(true)
  expect([...world.deliveries.all()].map(({ operation, status, attempts }) => [operation, status, attempts])).toEqual([
    ['production.newInstance', 'succeeded', 1],
    ['production.queryInstance', 'succeeded', 1],
  ])
})
