import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type MachineKind, type Machines, readMachines } from '../../src/world/engine/machines.ts'
import { SHAPES } from '../../src/world/entities/shapes/entity-shapes.ts'
import { populate } from '../helpers/populate.ts'
import { makeWorld } from '../world/make-world.ts'

const buyer = { ref: 'zhang', role: 'buyer', name: 'zhangwei', userName: 'zhangwei', password: 'Sandbox@1', balance: '500.00' }
const product = {
  ref: 'saas',
  skuCode: 'sku',
  name: '测试商品',
  specDesc: '基础版',
  kind: 'saas',
  chargingMode: 'period',
  periodType: 'month',
  price: '128.50',
  serviceType: 'hws.service.type.marketplace',
  resourceType: 'hws.resource.type.marketplace.saas',
  resourceTypeName: 'SaaS',
  resourceSpec: 'basic',
}
const purchase = {
  ref: 'first',
  customerId: '@zhang',
  type: 'new',
  status: 'pending-payment',
  serviceType: 'hws.service.type.marketplace',
  source: 1,
  createdBy: 'zhangwei',
  createdAt: '-P3D',
  paymentDeadline: 'P4D',
  lines: [{ productId: '@saas', quantity: 2, periodType: 'month', periodNum: 3 }],
}
const start = { about: 'One buyer, one product, one order.', accounts: [buyer], products: [product], orders: [purchase] }

test('a starting world becomes entities: times from the start, yuan to fen, references, numbers and sums derived', () => {
  const world = makeWorld()
  populate(world, start)
  const [account, sold, order] = [world.accounts.all().first()!, world.products.all().first()!, world.orders.all().first()!]

  expect(account).toMatchObject({ balance: 50_000, displayName: 'zhangwei', projects: [], createdAt: Date.UTC(2026, 0, 1) })
  expect(sold).toMatchObject({ id: expect.stringMatching(/^OFFI\d{18}$/), price: 12_850 })
  expect(order).toMatchObject({
    id: expect.stringMatching(/^CS2512290800[0-9A-Z]{5}$/),
    customerId: account.id,
    createdAt: Date.UTC(2025, 11, 29),
    paymentDeadline: Date.UTC(2026, 0, 5),
    currency: 'CNY',
    lines: [{ id: `${order.id}-000001`, productId: sold.id, amounts: { official: 77_100, afterDiscount: 77_100 } }],
    amounts: { official: 77_100, afterDiscount: 77_100, discounts: [], voucher: 0 },
    couponIds: [],
  })
  expect(world.facts.count).toBe(0)
  const again = makeWorld()
  populate(again, start)
  expect(again.save()).toEqual(world.save())
})

test.each([
  ['orderz', { ...start, orderz: [] }, 'start: there is no collection "orderz". Did you mean "orders"?'],
  ['a member', { accounts: [{ ...buyer, balanse: '1.00' }] }, 'accounts[0]: there is no member "balanse". Did you mean "balance"?'],
  ['money as a number', { accounts: [{ ...buyer, balance: 500 }] }, 'accounts[0].balance: money is written as yuan in quotation marks'],
  ['a missing member', { accounts: [{ ref: 'x' }] }, 'accounts[0].role: is missing.'],
  [
    'a reference',
    { ...start, orders: [{ ...purchase, customerId: '@zang' }] },
    'orders[0].customerId: there is no "@zang" among the accounts. Did you mean "@zhang"?',
  ],
  ['a time', { ...start, orders: [{ ...purchase, paymentDeadline: 'soon' }] }, 'orders[0].paymentDeadline: a time is written as'],
  ['a state', { ...start, orders: [{ ...purchase, status: 'payed' }] }, 'orders[0].status: must be one of'],
  ['twice', { accounts: [buyer, buyer] }, 'accounts[1]: "zhang" exists already.'],
  ['a setting', { settings: { x: 1 } }, 'There is no setting "x".'],
  ['no list', { accounts: {} }, 'accounts: must be a list of entities.'],
])('a starting world with %s wrong is refused by name and leaves nothing', (_what, data, message) => {
  const world = makeWorld()
  expect(() => populate(world, data)).toThrow(message)
  expect([world.accounts.size, world.orders.size]).toEqual([0, 0])
})

test('the transition tables speak of known states and sources, reach every state, and are not ambiguous', () => {
  const { machines } = parse(readFileSync('specs/transitions.yaml', 'utf8')) as { machines: Required<Machines> }
  const sources = parse(readFileSync('specs/sources.yaml', 'utf8')) as Record<string, unknown>
  readMachines(machines)
  for (const kind of Object.keys(machines) as MachineKind[]) {
    const states = SHAPES[kind].status.oneOf as readonly string[]
    const rows = machines[kind]
    for (const row of rows) {
      expect(Object.keys(row).filter((name) => !['from', 'event', 'to', 'about', 'x-source', 'x-evidence'].includes(name))).toEqual([])
      expect(states).toContain(row.to)
      expect(['none', ...states]).toContain(row.from)
      for (const source of row['x-source'] ?? []) expect(sources).toHaveProperty([source])
    }
    const reached = new Set(rows.filter(({ from }) => from === 'none').map(({ to }) => to))
    for (let size = -1; size !== reached.size; ) {
      size = reached.size
      for (const { from, to } of rows) if (reached.has(from)) reached.add(to)
    }
    expect([...reached].sort()).toEqual([...states].sort())
  }
})
