import { type Placement, placeOrder } from '../../src/commerce/ordering/place.ts'
import type { Sandbox } from '../../src/index.ts'
import type { InterfaceUse, Order } from '../../src/world/entities/entities.ts'
import type { Received } from './seller.ts'

/** Products of the default world by what they are good for here. */
export const PRODUCT = {
  month: 'OFFI461867333479178240',
  year: 'OFFI461867333479178241',
  pro: 'OFFI461867333479178242',
  trial: 'OFFI461867333479178244',
  buyout: 'OFFI461867333479178245',
  onDemand: 'OFFI461867333479178246',
  licence: 'OFFI461867333479178248',
  licence1: 'OFFI461867333479178250',
} as const

/** Gives the default world's seller an address; returns the keys by kind of interface. */
export function settle(
  { world }: Sandbox,
  url: string,
  { version = 2, use = 'basic' as InterfaceUse }: { version?: 1 | 2; use?: InterfaceUse } = {},
) {
  const sellerId = world.products.get(PRODUCT.month)!.sellerId!
  world.addresses.put({ id: `address-${use}`, sellerId, use, url, version, debuggedAt: world.clock.now() })
  const key = (of: InterfaceUse) => world.sellerKeys.where('use', `${sellerId}|${of}`).first()!.secret
  return { world, sellerId, key: key(use) }
}

/** Chengming Tech orders something and pays at once. */
export function order({ world }: Sandbox, placement: Partial<Placement> & Pick<Placement, 'lines'>): Order {
  const customerId = world.accounts.where('name', 'chengming_tech').first()!.id
  return world.transaction(() =>
    placeOrder(world, { customerId, type: 'new', serviceType: 'hws.service.type.marketplace', autoPay: true, ...placement }),
  )
}

export const buy = (sandbox: Sandbox, productId: string = PRODUCT.month) =>
  order(sandbox, { lines: [{ productId, quantity: 1, periodType: 'month', periodNum: 1 }] })

const APP = {
  frontEndUrl: 'https://crm.example.com',
  adminUrl: 'https://crm.example.com/admin',
  userName: 'admin',
  password: 'Change-me-1',
}

/** What a good seller answers, by activity. */
export function goodAnswer({ json }: Received, first = false): { body: Record<string, unknown> } {
  // V1.0 wants credentials encrypted; that they may be left out is enough here.
  const app = first ? { frontEndUrl: APP.frontEndUrl } : APP
  const ok = { resultCode: '000000', resultMsg: 'success' }
  if (json['activity'] === 'newInstance')
    return { body: { ...ok, instanceId: `inst-${json['orderLineId'] ?? json['orderId']}`, appInfo: app } }
  if (json['activity'] === 'queryInstance') {
    const info = String(json['instanceId'])
      .split(',')
      .map((instanceId) => ({ instanceId, appInfo: app }))
    return { body: { ...ok, info } }
  }
  return { body: ok }
}
