import { describe, expect } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import { worldTest as test } from '../../helpers/audited.ts'
import { enablementCoupon } from '../requests/console-requests.ts'
import { document, show, step, walk } from '../supervision-walk.ts'

describe('a joint product of the base cloud (基地云)', () => {
  const PRODUCTS = { 'gateway-offline': 'OFFI461867333479178259', 'gateway-year': 'OFFI461867333479178248' }
  const ways: Readonly<Record<string, (sandbox: Sandbox) => object>> = {
    'whose buyer belongs to it': ({ world }) => {
      world.accounts.change(world.accounts.where('name', 'chengming_tech').first()!.id, { baseCloud: true })
      return {}
    },
    'paid with its voucher': (sandbox) => {
      const id = enablementCoupon(sandbox)
      sandbox.world.coupons.change(id, { enablement: undefined, baseCloud: true })
      return { coupons: [id] }
    },
  }
  const setJoint = ({ world }: Sandbox, product: keyof typeof PRODUCTS) => world.products.change(PRODUCTS[product], { joint: true })

  test.for(Object.keys(ways))('%s is handed in with its document, which the vendor reviews', async (way, { sandbox }) => {
    setJoint(sandbox, 'gateway-offline')
    const orderId = await walk(sandbox, 'gateway-offline', 'implementation', ways[way]!(sandbox))
    const bare = await sandbox.call('console.DeliverService', { path: { orderId }, body: {} })
    expect([bare.status, bare.body.code]).toEqual([409, 'proof-needed'])
    await step(sandbox, 'DeliverService', orderId, { proof: document })
    const { supervision } = await step(sandbox, 'AcceptDelivery', orderId, {})
    expect(supervision).toMatchObject({ status: 'vendor-review', enablement: false, baseCloud: true, proof: document.name })
    await step(sandbox, 'ReviewDelivery', orderId, { pass: true })
    await sandbox.clock.advance('3h')
    expect((await show(sandbox, orderId)).order.status).toBe('completed')
  })

  test('and no other one: general products are accepted as before', async ({ sandbox }) => {
    ways['whose buyer belongs to it']!(sandbox)
    const orderId = await walk(sandbox, 'gateway-offline', 'implementation')
    await step(sandbox, 'DeliverService', orderId, {})
    expect((await step(sandbox, 'AcceptDelivery', orderId, {})).supervision).not.toHaveProperty('baseCloud')
    expect((await show(sandbox, orderId)).supervision.status).toBe('accepted')
  })

  test('a licence code of it is reviewed with its proof', async ({ sandbox }) => {
    setJoint(sandbox, 'gateway-year')
    const orderId = await walk(sandbox, 'gateway-year', 'proof', ways['paid with its voucher']!(sandbox))
    expect((await step(sandbox, 'UploadProof', orderId, { proof: document })).supervision.status).toBe('vendor-review')
  })
})
