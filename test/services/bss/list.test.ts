import { beforeAll, describe, expect, test } from 'vitest'
import { formatUtc } from '../../../src/world/engine/calendar.ts'
import type { Order, OrderStatus, OrderType } from '../../../src/world/entities/entities.ts'
import { createSeeded } from '../../helpers/seeded.ts'
import { order as plainOrder } from '../../world/make-world.ts'
import { bssWorld } from './bss-world.ts'

const SEED = 20260101
const DAY = 86_400_000
const NUMBERS: Record<string, number> = {
  'to-review': 1,
  processing: 3,
  compensating: 3,
  cancelled: 4,
  completed: 5,
  'pending-payment': 6,
  'to-confirm': 9,
}
const TYPES: Record<string, number> = {
  new: 1,
  renewal: 2,
  change: 3,
  unsubscribe: 4,
  'to-on-demand': 10,
  'to-period': 11,
  trial: 13,
  'to-commercial': 14,
  'fee-adjustment': 15,
}
const SERVICES = ['hws.service.type.ec2', 'hws.service.type.EBS', 'hws.service.type.marketplace']

const { world, who, ask } = bssWorld()
const orders: Order[] = []
const { int, pick } = createSeeded(SEED)

beforeAll(() => {
  console.log(`200 orders of seed ${SEED}`)
  for (let n = 0; n < 200; n++) {
    // Some at the same moment, some with a part of a second: neither may confuse the order or the ends of a span.
    const createdAt = Date.UTC(2025, 0, 1) + int(300) * DAY + int(3) * 400
    const paid = int(2) === 0 ? { paidAt: createdAt + int(20) * DAY } : {}
    const id = `CS25${String(n).padStart(8, '0')}${pick(['AbcDe', 'FGHIJ', 'KLMNO'])}`.toUpperCase()
    const customerId = who(int(4) === 0 ? 'other' : 'buyer').id
    const status = pick(Object.keys(NUMBERS)) as OrderStatus
    orders.push(
      world.orders.put(
        plainOrder(id, {
          customerId,
          createdAt,
          status,
          type: pick(Object.keys(TYPES)) as OrderType,
          serviceType: pick(SERVICES),
          ...paid,
        }),
      ),
    )
  }
})

/** The rules of S-06 to S-08 said plainly: all orders, filter after filter, then sorted, then cut. */
function reference(query: Record<string, string | number>, customers: readonly string[]) {
  const seconds = (at: number) => formatUtc(at)
  const {
    order_id,
    customer_id,
    service_type_code,
    status,
    order_type,
    create_time_begin,
    create_time_end,
    payment_time_begin,
    payment_time_end,
  } = query
  const found = orders
    .filter((one) => customers.includes(one.customerId))
    .filter((one) => order_id === undefined || one.id.toLowerCase() === String(order_id).toLowerCase())
    .filter((one) => customer_id === undefined || one.customerId === customer_id)
    .filter((one) => service_type_code === undefined || one.serviceType.toLowerCase() === String(service_type_code).toLowerCase())
    .filter((one) => status === undefined || NUMBERS[one.status] === status)
    .filter((one) => order_type === undefined || String(TYPES[one.type]) === order_type)
    .filter((one) => create_time_begin === undefined || seconds(one.createdAt) >= String(create_time_begin))
    .filter((one) => create_time_end === undefined || seconds(one.createdAt) <= String(create_time_end))
    .filter((one) => payment_time_begin === undefined || (one.paidAt !== undefined && seconds(one.paidAt) >= String(payment_time_begin)))
    .filter((one) => payment_time_end === undefined || (one.paidAt !== undefined && seconds(one.paidAt) <= String(payment_time_end)))
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  if (String(query['order_by'] ?? '-').startsWith('-')) found.reverse()
  const offset = Number(query['offset'] ?? 0)
  return { total_count: found.length, ids: found.slice(offset, offset + Number(query['limit'] ?? 10)).map((one) => one.id) }
}

function list(query: Record<string, string | number>, as = 'buyer') {
  const { status, body } = ask('ListCustomerOrders', { query, as })
  expect(status).toBe(200)
  return { total_count: body.total_count, ids: body.order_infos.map((one: { order_id: string }) => one.order_id) }
}

const day = (n: number) => formatUtc(Date.UTC(2025, 0, 1) + n * DAY)

/** Each filter, sort and page rule alone. */
const ALONE: Record<string, string | number>[] = [
  {},
  ...[1, 3, 4, 5, 6, 9].map((status) => ({ status })),
  ...Object.values(TYPES).map((type) => ({ order_type: String(type) })),
  ...['HWS.service.type.EC2', 'hws.service.type.ebs', 'hws.service.type.obs'].map((service_type_code) => ({ service_type_code })),
  { create_time_begin: day(40) },
  { create_time_end: day(40) },
  { create_time_begin: day(30), create_time_end: day(60) },
  { create_time_begin: day(60), create_time_end: day(30) },
  { payment_time_begin: day(40) },
  { payment_time_end: day(40) },
  { payment_time_begin: day(30), payment_time_end: day(31) },
  { order_by: 'createTime' },
  { order_by: '-createTime' },
  { order_by: 'CREATETIME' },
  { limit: 1 },
  { limit: 100 },
  { offset: 1, limit: 10 },
  { offset: 140, limit: 100 },
  { offset: 2147483647 },
]

describe('the order list against a plain reference', () => {
  test.each(ALONE.map((query) => [JSON.stringify(query), query] as const))('alone: %s', (_, query) => {
    expect(list(query)).toEqual(reference(query, [who('buyer').id]))
  })

  test('any number of them together, three hundred times', () => {
    const seeded = createSeeded(SEED + 1)
    for (let n = 0; n < 300; n++) {
      const query = Object.assign({}, ...Array.from({ length: 1 + seeded.int(5) }, () => seeded.pick(ALONE))) as Record<
        string,
        string | number
      >
      expect(list(query), `${n} of seed ${SEED + 1}: ${JSON.stringify(query)}`).toEqual(reference(query, [who('buyer').id]))
    }
  })

  test('an order number finds its order whatever the case, and only among the caller’s', () => {
    for (const { id } of orders.slice(0, 20)) {
      for (const order_id of [id, id.toLowerCase()]) expect(list({ order_id })).toEqual(reference({ order_id }, [who('buyer').id]))
    }
    const [first] = orders.filter((one) => one.customerId === who('buyer').id)
    expect(list({ order_id: first!.id, offset: 1 })).toEqual({ total_count: 1, ids: [] })
    expect(list({ order_id: 'null' })).toEqual({ total_count: 0, ids: [] })
  })

  test('all pages together are the whole list, each order once (S-08)', () => {
    const pages = Array.from({ length: 30 }, (_, page) => list({ offset: page * 7, limit: 7 }).ids).flat()
    expect(pages).toEqual(reference({ limit: 200 }, [who('buyer').id]).ids)
  })

  test('customer_id names the caller or nobody, unless the setting says it does not count', () => {
    const other = { customer_id: who('other').id }
    expect(list(other)).toEqual({ total_count: 0, ids: [] })
    expect(list({ customer_id: who('buyer').id })).toEqual(reference({}, [who('buyer').id]))
    world.set('bss.customerIdFilter', 'ignored')
    expect(list(other)).toEqual(reference({}, [who('buyer').id]))
    world.set('bss.customerIdFilter', 'accepted')
  })

  test('a partner lists its customers’ orders with method=sub_customer, merged, and a reseller’s by its id', () => {
    world.accounts.change(who('other').id, { partnerId: who('partner').id })
    const both = [who('buyer').id, who('other').id]
    for (const query of [
      {},
      { status: 5 },
      { order_by: 'createTime', offset: 20, limit: 30 },
      { customer_id: both[1]! },
      { payment_time_begin: day(290) },
    ]) {
      expect(list({ method: 'sub_customer', ...query }, 'partner')).toEqual(reference(query, both))
    }
    expect(list({}, 'partner')).toEqual(reference({}, both))
    expect(list({ customer_id: both[1]! }, 'partner')).toEqual(reference({}, [both[1]!]))
    expect(list({ method: 'oneself' }, 'partner')).toEqual({ total_count: 0, ids: [] })
    world.accounts.change(who('other').id, { partnerId: who('reseller').id })
    expect(list({ indirect_partner_id: who('reseller').id }, 'partner')).toEqual(reference({}, [both[1]!]))
  })

  test.each([
    ['a day that does not exist', { create_time_begin: '2025-02-30T00:00:00Z' }, 'CBC.0100'],
    ['a span over a year', { create_time_begin: '2024-01-01T00:00:00Z', create_time_end: '2025-01-01T00:00:01Z' }, 'CBC.0100'],
    ['a reseller that is not the caller’s', { indirect_partner_id: 'nobody' }, 'CBC.99000037'],
    ['a limit over 100', { limit: 101 }, 'CBC.0100'],
    ['a status that cannot be asked for', { status: 2 }, 'CBC.0100'],
  ])('%s is refused by the code of its mistake (S-09)', (_, query, error_code) => {
    expect(ask('ListCustomerOrders', { query })).toMatchObject({ status: 400, body: { error_code } })
  })
})
