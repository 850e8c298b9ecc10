import { describe, expect } from 'vitest'
import { auditedTest as test } from '../helpers/audited.ts'
import { openSeller } from './seller.ts'
import { goodAnswer, PRODUCT, settle } from './shop.ts'

const refusal = { body: { resultCode: '000005', resultMsg: 'other inner error' } }

describe('the debugging page', () => {
  test('saves a case when the call went well, and says the vendor’s words when it did not', async ({ sandbox }) => {
    let good = false
    await using seller = await openSeller((call) => (good ? goodAnswer(call) : refusal))
    const { world } = settle(sandbox, seller.url)
    const debug = async () => {
      const { id } = sandbox.deliveries.trigger('newInstance', { product: PRODUCT.month, debugging: true })
      await sandbox.clock.pass('1s')
      return sandbox.deliveries.get(id)!
    }
    const failed = await debug()
    expect(failed.status).toBe('given-up')
    expect(failed.attempts[0]!.findings).toContainEqual(
      expect.objectContaining({ vendorText: 'Call interface failed. The production interface returns an error result code.' }),
    )
    expect(world.addresses.get('address-basic')?.cases).toBeUndefined()

    good = true
    expect((await debug()).status).toBe('succeeded')
    expect(world.addresses.get('address-basic')?.cases).toMatchObject([{ interface: 'newInstance' }])
    // Nobody bought anything: the values are the example's, as typed on the page, and the call is marked.
    expect(seller.calls.at(-1)!.json).toMatchObject({
      orderId: 'CS2211181819B4LVS',
      orderLineId: 'CS2211181819B4LVS-000001',
      testFlag: '1',
    })
    expect(seller.activities()).toEqual(['newInstance', 'newInstance'])
  })

  test('saved cases are probed twice a day, and five days of failures in a row freeze the product', async ({ sandbox }) => {
    let good = true
    await using seller = await openSeller((call) => (good ? goodAnswer(call) : refusal))
    const { world } = settle(sandbox, seller.url)
    sandbox.deliveries.trigger('newInstance', { product: PRODUCT.month, debugging: true })
    await sandbox.clock.pass('1s')
    await sandbox.clock.pass('3d')
    expect(seller.calls.length - 1).toBe(6)
    expect(world.products.get(PRODUCT.month)?.status).toBe('on-sale')

    good = false
    await sandbox.clock.pass('4d')
    good = true
    await sandbox.clock.pass('1d')
    good = false
    await sandbox.clock.pass('4d')
    expect(world.products.get(PRODUCT.month)?.status, 'a good day in between begins the count anew').toBe('on-sale')
    await sandbox.clock.pass('2d')
    expect(world.products.get(PRODUCT.month)?.status).toBe('frozen')
    expect(world.facts.of('product.frozen')[0]).toMatchObject({ productId: expect.any(String), reason: 'probes' })
  })
})
