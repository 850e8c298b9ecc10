import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseYaml } from '../../src/spec/document/yaml.ts'
import type { Amounts, Kind, Order } from '../../src/world/entities/entities.ts'
import { INDEXES } from '../../src/world/entities/indexes.ts'
import { SHAPES } from '../../src/world/entities/shapes/entity-shapes.ts'
import type { World, WorldOptions } from '../../src/world/world-api.ts'
import { populate } from '../helpers/populate.ts'
import { makeWorld } from '../world/make-world.ts'

const starts = Object.fromEntries(
  ['default', 'empty'].map((name) => {
    const file = `fixtures/worlds/${name}.yaml`
    return [name, parseYaml(file, readFileSync(file, 'utf8')).value]
  }),
)

function open(name: 'default' | 'empty', options: Partial<WorldOptions> = {}): World {
  const world = makeWorld(options)
  populate(world, starts[name], starts)
  return world
}

const world = open('default')
const now = world.clock.now()
const orders = [...world.orders.all()]
const resources = [...world.resources.all()]
const account = (print: string) => [...world.accounts.all()].find((one) => one.print === print)!
const buyer = account('buyer')
const nameOf = (order: Order) => `${order.id} (${order.type}, ${order.status}, ${order.createdBy})`

test('the default world has one seller, one partner and five customers, two of them the partner’s', () => {
  const roles = [...world.accounts.all()].map(({ role, print }) => `${role}${print ? ' printed' : ''}`).sort()
  expect(roles).toEqual([...Array(4).fill('buyer'), 'buyer printed', 'partner printed', 'seller printed'])
  expect([...world.accounts.where('partner', account('partner').id)]).toHaveLength(2)
  expect([...world.accounts.all()].filter(({ denied }) => denied?.includes('billing:order:pay'))).toHaveLength(1)
  expect([...world.sellerKeys.all()].map(({ use }) => use).sort()).toEqual(['appcode', 'basic', 'kit', 'licence', 'notification'])
  expect([...world.sellerKeys.all(), ...world.clients.all()].map(({ accountId }) => accountId)).toEqual(Array(6).fill(account('seller').id))
  for (const one of world.accounts.where('role', 'buyer')) {
    const people = [...world.people.where('account', one.id)]
    expect(people.length).toBeGreaterThanOrEqual(3)
    expect(people.filter(({ role }) => role === 'admin')).toHaveLength(1)
    expect(
      one.projects.every(({ id }) => /^[0-9a-f]{32}$/.test(id)),
      one.name,
    ).toBe(true)
  }
})

test('it sells products of every kind and way of charging, and each belongs to a service type there is', () => {
  const products = [...world.products.all()]
  const kinds = SHAPES.products.kind.oneOf.filter((kind) => !products.some((product) => product.kind === kind))
  const modes = SHAPES.products.chargingMode.oneOf.filter((mode) => !products.some((p) => p.kind === 'saas' && p.chargingMode === mode))
  expect([kinds, modes]).toEqual([[], []])
  expect(world.serviceTypes.size).toBeGreaterThanOrEqual(25)
  expect([...world.serviceTypes.all()].filter(({ marketplace }) => marketplace).map(({ id }) => id)).toEqual([
    'hws.service.type.marketplace',
  ])
  for (const { id, serviceType, sellerId } of products) {
    expect(world.serviceTypes.get(serviceType), id).toBeDefined()
    expect(serviceType === 'hws.service.type.marketplace', id).toBe(sellerId !== undefined)
  }
})

test('its orders have every state the billing API shows and every type, most of them the printed buyer’s', () => {
  // Numbers 0, 7, 8 and 14 are known to the scale of Workspace alone.
  const hidden = ['initialised', 'compensating', 'to-approve', 'seller-to-receive']
  const shown = SHAPES.orders.status.oneOf.filter((status) => !hidden.includes(status))
  expect([...new Set(orders.map(({ status }) => status))].sort()).toEqual([...shown].sort())
  expect([...new Set(orders.map(({ type }) => type))].sort()).toEqual([...SHAPES.orders.type.oneOf].sort())
  expect(orders.length).toBeGreaterThanOrEqual(40)
  expect([...world.orders.where('customer', buyer.id)].length).toBeGreaterThan(orders.length / 2)
  expect(['运营人员', '运营系统'].every((name) => orders.some(({ createdBy }) => createdBy === name))).toBe(true)
  const combined = orders.flatMap(({ combinedId, status }) => (combinedId ? [`${combinedId} ${status}`] : []))
  expect(combined.sort()).toEqual([...Array(2).fill('CS2510311002ZH001 completed'), ...Array(3).fill('CS2512310600ZH002 pending-payment')])
})

test('amounts add up, line by line and line to order; only what is given back is negative', () => {
  const reductions = ({ discounts }: Amounts) => discounts.reduce((all, { amount }) => all + amount, 0)
  for (const order of orders) {
    for (const amounts of [order.amounts, ...order.lines.map((line) => line.amounts)]) {
      expect(amounts.official - reductions(amounts), nameOf(order)).toBe(amounts.afterDiscount)
      expect(amounts.afterDiscount < 0, nameOf(order)).toBe(order.type === 'unsubscribe')
      if (order.type !== 'unsubscribe') {
        expect(amounts.voucher + amounts.cashCoupon + amounts.storedCard, nameOf(order)).toBeLessThanOrEqual(amounts.afterDiscount)
      }
    }
    for (const name of ['official', 'afterDiscount', 'voucher', 'cashCoupon', 'storedCard', 'commission', 'consumed'] as const) {
      expect(order.amounts[name], `${nameOf(order)}.${name}`).toBe(order.lines.reduce((all, line) => all + line.amounts[name], 0))
    }
  }
})

test.each([
  ['at new year', undefined],
  ['at the end of a long month', Date.UTC(2026, 2, 31, 23, 59, 59)],
  ['on a leap day', Date.UTC(2028, 1, 29, 12)],
])('%s times are in order: created, paid, completed; seven days to pay, all ahead while it can be paid', (_when, start) => {
  const world = open('default', start === undefined ? {} : { start })
  const now = world.clock.now()
  for (const order of world.orders.all()) {
    const { createdAt, paidAt, completedAt, paymentDeadline, status } = order
    const past = [createdAt, paidAt, completedAt].filter((at) => at !== undefined)
    expect(past, nameOf(order)).toEqual([...past].sort((a, b) => a - b))
    expect(Math.max(...past), nameOf(order)).toBeLessThanOrEqual(now)
    const unpaid = ['pending-payment', 'to-review', 'to-confirm', 'to-refund', 'cancelled'].includes(status)
    expect(paidAt === undefined, nameOf(order)).toBe(unpaid)
    expect(completedAt !== undefined, nameOf(order)).toBe(['completed', 'cancelled'].includes(status))
    expect(paymentDeadline !== undefined, nameOf(order)).toBe(['pending-payment', 'cancelled'].includes(status))
  }
  const all = [...world.orders.all()]
  const notSevenDays = all.filter(
    ({ createdAt, paymentDeadline }) => paymentDeadline !== undefined && paymentDeadline - createdAt !== 7 * 86_400_000,
  )
  expect(notSevenDays.map(nameOf)).toEqual([])
  const overdue = all.filter(({ status, paymentDeadline = 0 }) => status === 'pending-payment' && paymentDeadline <= now)
  expect(overdue.map(nameOf)).toEqual([])
  const lines = all.flatMap((order) => order.lines)
  const endBeforeStart = lines.filter(({ effectiveAt = Number.NaN, expireAt }) => expireAt !== undefined && !(expireAt > effectiveAt))
  expect(endBeforeStart.map(({ id }) => id)).toEqual([])
})

test('the printed buyer has several orders to pay: one due in two hours, one for software of the seller', () => {
  const due = [...world.orders.where('customer-status', `${buyer.id}|pending-payment`)]
  expect(due.length).toBeGreaterThanOrEqual(3)
  expect(Math.min(...due.map(({ paymentDeadline }) => paymentDeadline!)) - world.clock.now()).toBe(2 * 3_600_000)
  expect(due.some(({ lines }) => lines.some(({ productId }) => world.products.get(productId)?.kind === 'saas'))).toBe(true)
})

test('orders, resources, coupons, certificates and desktops agree about each other', () => {
  for (const order of orders) {
    const what = nameOf(order)
    for (const line of order.lines) {
      expect(line.id.startsWith(`${order.id}-`), what).toBe(true)
      expect(order.resourceIds, what).toEqual(expect.arrayContaining([...line.resourceIds]))
    }
    for (const id of order.resourceIds) expect(world.resources.get(id)?.customerId, what).toBe(order.customerId)
    for (const id of order.couponIds) expect(world.coupons.get(id)?.customerId, what).toBe(order.customerId)
    for (const id of order.discountIds) expect(world.discounts.get(id)?.customerId, what).toBe(order.customerId)
    const owned = world.accounts.get(order.customerId)!.enterpriseProjects ?? []
    expect(owned, what).toEqual(expect.arrayContaining([...order.enterpriseProjects]))
    const product = world.products.get(order.lines[0]!.productId)!
    expect(product.serviceType, what).toBe(order.serviceType)
  }
  for (const resource of resources) {
    const order = world.orders.get(resource.orderId)!
    expect(
      order.lines.some(({ id, resourceIds }) => id === resource.orderLineId && resourceIds.includes(resource.id)),
      resource.name,
    ).toBe(true)
    expect(resource.status === 'creating', resource.name).toBe(order.completedAt === undefined)
  }
  const overButInUse = resources.filter(({ status, expireAt = Number.POSITIVE_INFINITY }) => status === 'in-use' && expireAt <= now)
  expect(overButInUse.map(({ name }) => name)).toEqual([])
  const endedTooEarly = resources.filter(({ status, expireAt = Number.NaN }) => ['expired', 'frozen'].includes(status) && !(expireAt < now))
  expect(endedTooEarly.map(({ name }) => name)).toEqual([])
  expect([...new Set(resources.map(({ status }) => status))].sort()).toEqual([...SHAPES.resources.status.oneOf].sort())
  for (const { id, orderId, customerId } of world.certificates.all()) {
    expect(id).toHaveLength(16)
    expect(world.orders.get(orderId)?.customerId).toBe(customerId)
  }
  for (const { resourceId, customerId, projectId, name } of world.workspace.all()) {
    if (resourceId === undefined) continue
    expect(world.resources.get(resourceId), name).toMatchObject({ customerId, projectId, status: 'in-use' })
  }
})

test('two loads are equal byte for byte; a world that lives now takes it as well', () => {
  expect(JSON.stringify(open('default').save())).toBe(JSON.stringify(world.save()))
  expect([...open('default', { mode: 'live' }).orders.all()]).toHaveLength(orders.length)
})

test('the empty world has the same accounts and goods, and nothing bought', () => {
  const empty = open('empty')
  const kept: Kind[] = ['accounts', 'keys', 'tokens', 'sellerKeys', 'clients', 'people', 'products', 'serviceTypes']
  for (const kind of kept) expect(empty[kind].size, kind).toBe(world[kind].size)
  for (const kind of (Object.keys(INDEXES) as Kind[]).filter((kind) => !kept.includes(kind))) expect(empty[kind].size, kind).toBe(0)
  expect([...empty.accounts.all()]).toEqual([...world.accounts.all()])
})

test('the start shown in the README of the fixtures can be opened', () => {
  const [, text] = /```yaml\n(.*?)```/s.exec(readFileSync('fixtures/README.md', 'utf8'))!
  const shown = makeWorld({ settings: { 'koogallery.order_query_error_table': { default: 'MKT', values: ['MKT', 'CBC'], about: '' } } })
  populate(shown, parseYaml('README.md', text!).value)
  expect(shown.orders.all().first()).toMatchObject({ amounts: { official: 59_700, afterDiscount: 59_700 } })
})

test.each([
  [{ extends: 'defualt' }, 'start.extends: there is no starting world "defualt". Did you mean "default"?'],
  [{ extends: 'default', only: ['acounts'] }, 'start.only: "acounts" is not in the extended world. Did you mean "accounts"?'],
  [{ only: ['accounts'] }, 'start.only: belongs to "extends", which is missing.'],
  [{ extends: 'self' }, 'start.extends: "self" comes round to itself: self > self.'],
])('a start that extends wrongly is refused: %j', (start, message) => {
  expect(() => populate(makeWorld(), start, { ...starts, self: { extends: 'self' } })).toThrow(message)
})
