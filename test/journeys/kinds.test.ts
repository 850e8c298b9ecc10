import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import type { Order } from '../../src/world/entities/entities.ts'
import { activate, click } from '../console/requests/console-requests.ts'
import { worldTest as test } from '../helpers/audited.ts'
import { agreedView, type OrderView } from '../helpers/order-views.ts'

type Shown = { readonly id: string; readonly resources: readonly { readonly id: string; readonly status: string }[] }

/** How a kind of product reaches its buyer: what people do, one operation after the other. `wait` lets time pass. */
type Step = readonly [operation: string, body?: object] | { readonly wait: string } | ((sandbox: Sandbox, orderId: string) => Promise<void>)

const takesCode: Step[] = [
  ['TakeLicence'],
  (sandbox, orderId) => activate(sandbox, [...sandbox.world.licences.where('order', orderId)][0]!.id),
  ['UploadProof', { proof: { name: '交付证明.pdf', size: 482113 } }],
]
const serves: Step[] = [
  ['SubmitRequirement', { requirement: '三个工厂' }],
  ['ConfirmRequirement', { confirm: true }],
  ['DeliverService', { proof: { name: '交付验收文档.pdf' } }],
]
const identifies: Step[] = [
  ['SubmitIdentification', { identification: 'HASP-3F1C-77A0' }],
  ['DeliverLicence', { licence: 'XH-SCADA-500-2026' }],
]
const accepts: Step[] = [['AcceptDelivery', {}], { wait: '3h' }]
const opens: Step[] = [{ wait: '5s' }]

interface Kind {
  readonly name: string
  readonly buy: { readonly product: string; readonly [more: string]: unknown }
  readonly deliver: readonly Step[]
  /** What it costs, fen. */
  readonly price: number
  /** State when it is paid: 3 in process, 10 to be shipped. */
  readonly paid?: number
  /** What it runs until when it was bought at 2026-01-31T00:00:00Z and delivered at once; undefined = without end. */
  readonly until?: RegExp
  /** Renewed for the same time again: until then. */
  readonly renewed?: RegExp
  /** Why it cannot be given back once it is there; absent = it can, when the seller agrees. */
  readonly kept?: 'code-taken' | 'not-returnable'
}

const month = { period: { type: 'month', num: 1 } }

/** 31 January in China and at Greenwich; what runs a month ends on the last of February. */
const START = Date.UTC(2026, 0, 31, 0, 0, 0)

const KINDS: readonly Kind[] = [
  { name: 'SaaS bought once', buy: { product: 'crm-buyout' }, deliver: opens, price: 880_000 },
  { name: 'SaaS by the month', buy: { product: 'crm-basic-month', ...month }, deliver: opens, price: 19_900, until: /^2026-02-28/, renewed: /^2026-03-28/ },
  { name: 'SaaS by the year', buy: { product: 'crm-pro-year' }, deliver: opens, price: 499_000, until: /^2027-01-31/, renewed: /^2028-01-31/ },
  { name: 'SaaS that people set up', kept: 'not-returnable', buy: { product: 'erp-year' }, deliver: [...serves, ...accepts], price: 3_600_000, until: /^2027-01-31/, renewed: /^2028-01-31/ },
  { name: 'SaaS by use', buy: { product: 'sms' }, deliver: opens, price: 0 },
  { name: 'a package of SaaS', buy: { product: 'sms-package' }, deliver: opens, price: 36_000, until: /^2027-01-31/ },
  { name: 'a trial of SaaS', kept: 'not-returnable', buy: { product: 'crm-trial' }, deliver: opens, price: 0, until: /^2026-02-15/ },
  { name: 'a licence code', kept: 'code-taken', buy: { product: 'gateway-year' }, deliver: [...takesCode, { wait: '3h' }], price: 240_000, until: /^2027-01-31/, renewed: /^2028-01-31/ },
  { name: 'a licence code for ever', kept: 'code-taken', buy: { product: 'gateway-forever' }, deliver: [...takesCode, { wait: '3h' }], price: 680_000 },
  { name: 'a licence handed over offline', kept: 'not-returnable', buy: { product: 'gateway-offline' }, deliver: [['DeliverService', {}], ...accepts], price: 520_000 },
  { name: 'a licence 1.0', kept: 'not-returnable', buy: { product: 'scada-year' }, deliver: [...identifies, ...accepts], price: 1_200_000, until: /^2027-01-31/, renewed: /^2028-01-31/ },
  { name: 'a licence 1.0 for a dongle', kept: 'not-returnable', buy: { product: 'scada-dongle' }, deliver: [...identifies, ...accepts], price: 1_350_000, until: /^2027-01-31/ },
  { name: 'an image', buy: { product: 'image-month', ...month, server: '@server' }, deliver: opens, price: 6_600, until: /^2026-02-28/, renewed: /^2026-03-28/ },
  { name: 'an image by use', buy: { product: 'image-hour' }, deliver: opens, price: 0 },
  { name: 'hardware', kept: 'not-returnable', buy: { product: 'edge-box' }, deliver: [['DeliverService', { logistics: { company: '顺丰速运', number: 'SF1390000000077' } }], ...accepts], price: 320_000, paid: 10 },
  { name: 'a manual service', kept: 'not-returnable', buy: { product: 'env-setup' }, deliver: [...serves, ...accepts], price: 80_000 },
  { name: 'a website', kept: 'not-returnable', buy: { product: 'site-build' }, deliver: [...serves, ['AcceptDelivery', {}], serves.at(-1)!, ...accepts], price: 500_000 },
  { name: 'a package of API calls', buy: { product: 'id-check' }, deliver: opens, price: 20_000, until: /^2027-01-31/ },
  { name: 'an API by the call', buy: { product: 'id-check-call' }, deliver: opens, price: 0 },
  { name: 'an application template', kept: 'not-returnable', buy: { product: 'mall-stack' }, deliver: [['DeliverService', {}], ...accepts], price: 120_000 },
  { name: 'a data file', kept: 'not-returnable', buy: { product: 'poi-data' }, deliver: [['DeliverService', {}], ...accepts], price: 98_000 },
] // biome-ignore format: a table

/** A server of the buyer's that runs and has no image of a seller yet. */
function serverOf({ world }: Sandbox): string {
  const buyer = world.accounts.where('name', 'chengming_tech').first()!
  for (const resource of world.resources.where('customer-status', `${buyer.id}|in-use`))
    if (
      world.products.get(resource.productId)?.resourceType === 'hws.resource.type.vm' &&
      world.resources.where('server', resource.id).count === 0
    )
      return resource.id
  throw new Error('The default world has no server to run an image on.')
}

async function orderOf(sandbox: Sandbox, operation: string, request: object): Promise<Shown> {
  return ((await click(sandbox, operation, request)) as unknown as { order: Shown }).order
}

/** Begins on 31 January with money enough. */
async function begin(sandbox: Sandbox): Promise<void> {
  await sandbox.clock.advance(`${START - sandbox.clock.now()}ms`)
  await click(sandbox, 'RechargeAccount', { path: { account: 'chengming_tech' }, body: { amount: '100000' } })
}

async function walk(sandbox: Sandbox, orderId: string, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (typeof step === 'function') await step(sandbox, orderId)
    else if ('wait' in step) await sandbox.clock.advance(step.wait)
    else await click(sandbox, step[0], { path: { orderId }, ...(step[1] === undefined ? {} : { body: step[1] }) })
    await agreedView(sandbox, orderId)
  }
}

/** Buys, pays and delivers, looking through every window after each step. */
async function deliver(sandbox: Sandbox, kind: Kind): Promise<{ readonly id: string; readonly path: { readonly resourceId: string } }> {
  const body = { ...kind.buy, ...(kind.buy['server'] === undefined ? {} : { server: serverOf(sandbox) }), pay: false }
  const { id } = await orderOf(sandbox, 'BuyProduct', { body })
  expect(await agreedView(sandbox, id)).toMatchObject({ status: 6, official: kind.price, afterDiscount: kind.price, resources: [] })

  await click(sandbox, 'PayOrders', { body: { orders: [id] } })
  expect((await agreedView(sandbox, id)).status).toBe(kind.paid ?? 3)
  await walk(sandbox, id, kind.deliver)
  const done: OrderView = await agreedView(sandbox, id)
  expect(done.status).toBe(5)
  if (kind.until === undefined) expect(done.resources).toEqual([])
  else expect(done.resources).toMatchObject([{ status: 2, expireAt: expect.stringMatching(kind.until) }])

  const [resource] = (await orderOf(sandbox, 'ShowOrder', { path: { orderId: id } })).resources
  expect(resource).toMatchObject({ status: 'in-use' })
  return { id, path: { resourceId: resource!.id } }
}

describe.each(KINDS.map((kind): [string, Kind] => [kind.name, kind]))('%s', (_name, kind) => {
  test('is the same order at every window, from purchase to the day it is gone', async ({ sandbox }) => {
    await begin(sandbox)
    const { id, path } = await deliver(sandbox, kind)
    if (kind.renewed) {
      const renewal = await orderOf(sandbox, 'RenewResource', { path, body: {} })
      expect((await agreedView(sandbox, renewal.id)).status).toBe(3)
      await sandbox.clock.advance('5s')
      expect(await agreedView(sandbox, renewal.id)).toMatchObject({ status: 5, official: kind.price })
      expect((await agreedView(sandbox, id)).resources).toMatchObject([{ status: 2, expireAt: expect.stringMatching(kind.renewed) }])
    }
    await (kind.until ? lapse(sandbox, id) : giveBack(sandbox, kind, id, path))
  })
})

const RETURNABLE = KINDS.filter(({ until, kept }) => until !== undefined && kept === undefined)

test.for(RETURNABLE.map((kind): [string, Kind] => [kind.name, kind]))(
  '%s goes back whole within five days',
  async ([, kind], { sandbox }) => {
    await begin(sandbox)
    const { id, path } = await deliver(sandbox, kind)
    await sandbox.clock.advance('4d')
    await giveBack(sandbox, kind, id, path)
  },
)

/** Nobody renews: in use to the last second, then grace, retention and release, each as long as the buyer's level V4 says. */
async function lapse(sandbox: Sandbox, id: string): Promise<void> {
  const state = async () => (await agreedView(sandbox, id)).resources.map(({ status }) => status)
  const [resource] = (await agreedView(sandbox, id)).resources
  await sandbox.clock.advance(`${Date.parse(resource!.expireAt) - sandbox.clock.now() - 1000}ms`)
  expect(await state()).toEqual([2])
  await sandbox.clock.advance('1s')
  expect(await state()).toEqual([5])
  await sandbox.clock.advance('P7D')
  expect(await state()).toEqual([4])
  await sandbox.clock.advance('P15D')
  expect(await state()).toEqual([3])
}

/** All views agree on the refund, which within five days of the beginning is all that was paid (S-33); or on the refusal. */
async function giveBack(sandbox: Sandbox, kind: Kind, id: string, path: { readonly resourceId: string }): Promise<void> {
  await sandbox.call('console.AgreeToUnsubscribe', { path, body: {} })
  const request = { path, body: { reason: '不再需要' } }
  if (kind.kept) {
    expect(await sandbox.call('console.UnsubscribeResource', request)).toMatchObject({ status: 409, body: { code: kind.kept } })
    expect((await agreedView(sandbox, id)).status).toBe(5)
    return
  }
  const refund = await orderOf(sandbox, 'UnsubscribeResource', request)
  expect((await agreedView(sandbox, refund.id)).status).toBe(2)
  await sandbox.clock.advance('5s')
  expect(await agreedView(sandbox, refund.id)).toMatchObject({ status: 5, official: 0 - kind.price, afterDiscount: 0 - kind.price })
  expect((await agreedView(sandbox, id)).resources.map(({ status }) => status)).toEqual(kind.until ? [3] : [])
  const { order } = (await click(sandbox, 'ShowOrder', { path: { orderId: id } })) as unknown as { order: Shown }
  expect(order.resources).toMatchObject([{ status: 'closed' }])
}

const DAY = 86_400_000

const PRO = 'OFFI461867333479178242'
const PRICE = {
  official: 20_000,
  afterDiscount: 20_000,
  discounts: [],
  cashCoupon: 0,
  voucher: 0,
  storedCard: 0,
  commission: 0,
  consumed: 0,
}
const withLine = ({ lines }: Order, change: Partial<Order['lines'][number]>, more: Partial<Order> = {}) => ({
  lines: lines.map((line) => ({ ...line, ...change })),
  ...more,
})

/** What somebody might change behind every window's back: the order then, and what has to be seen of it. */
const MUTANTS: readonly (readonly [what: string, change: (order: Order) => Partial<Order>, seen: object])[] = [
  ['the price', (order) => withLine(order, { amounts: PRICE }, { amounts: PRICE }), { official: 20_000, afterDiscount: 20_000 }],
  ['the time of ordering', ({ createdAt }) => ({ createdAt: createdAt - DAY }), { createdAt: '2025-12-31T00:00:00Z' }],
  ['the product', (order) => withLine(order, { productId: PRO }), { lines: [{ product: PRO }] }],
  ['the number of pieces', (order) => withLine(order, { quantity: 7 }), { lines: [{ quantity: 7 }] }],
  ['the end', (order) => withLine(order, { expireAt: Date.UTC(2026, 5, 1) }), { lines: [{ expireAt: '2026-06-01T00:00:00Z' }] }],
]
test.for(MUTANTS)('who changes %s of the one order in the world changes it at every window', async ([, change, seen], { sandbox }) => {
  const { id } = await orderOf(sandbox, 'BuyProduct', { body: { product: 'crm-basic-month', ...month } })
  await sandbox.clock.advance('5s')
  const before = await agreedView(sandbox, id)
  sandbox.world.orders.change(id, change(sandbox.world.orders.get(id)!))
  const after = await agreedView(sandbox, id)
  expect(after).toMatchObject(seen)
  expect(after).not.toEqual(before)
})
