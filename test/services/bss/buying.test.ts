import { beforeEach, expect, test } from 'vitest'
import { bssShop } from './bss-shop.ts'

let shop: ReturnType<typeof bssShop>
beforeEach(() => {
  shop = bssShop()
})

test('an unpaid order is listed with its deadline and price, and without a time of payment', () => {
  const { id } = shop.place()
  const order = shop.shown(id)
  expect(order).toMatchObject({
    status: 6,
    order_type: 1,
    official_amount: 300,
    amount_after_discount: 300,
    service_type_name: '弹性云服务器',
    sub_order_infos: [],
  })
  expect(order).not.toHaveProperty('payment_time')
  expect(order.items).toMatchObject([
    { order_line_item_id: `${id}-000001`, period_type: 2, period_num: 3, subscription_num: 1, order_id: id },
  ])
  expect(shop.ask('ShowCustomerOrderDetails', { path: { order_id: id } }).body.order_info.pending_payment_end_time).toBe(
    '2026-01-08T00:00:00Z',
  )
})

test.each(['PayOrders', 'PayOrdersLegacy'])(
  '%s takes the money, and a moment later the resource is there for three months',
  (operation) => {
    const { id } = shop.place()
    expect(shop.ask(operation, { body: { order_id: id, use_coupon: 'NO', use_discount: 'NO' } })).toEqual({ status: 204 })

    expect(shop.shown(id)).toMatchObject({ status: 3, payment_time: '2026-01-01T00:00:00Z' })
    expect(shop.buyer().balance).toBe(70_000)
    expect(shop.resources()).toEqual({ total_count: 0, data: [] })

    shop.world.clock.advance('5s')
    expect(shop.shown(id)).toMatchObject({
      status: 5,
      items: [{ effective_time: '2026-01-01T00:00:05Z', expire_time: '2026-04-01T00:00:05Z' }],
    })
    const [resource] = shop.resources({ order_id: id }).data
    expect(resource).toMatchObject({
      status: 2,
      is_main_resource: 1,
      expire_time: '2026-04-01T00:00:05Z',
      region_code: 'cn-north-4',
      service_type_name: '弹性云服务器',
    })
    expect([...shop.world.facts].map((fact) => fact.type)).toEqual(
      expect.arrayContaining(['order.placed', 'account.charged', 'order.paid', 'resource.opened', 'order.completed']),
    )
  },
)

test('an order that nobody pays is cancelled at its deadline', () => {
  const { id } = shop.place()
  shop.world.clock.advance('P7D')
  expect(shop.shown(id)).toMatchObject({ status: 4 })
  expect(shop.pay(id)).toMatchObject({ status: 400, body: { error_code: 'CBC.99003110' } })
})

test('a cancelled order is listed as cancelled, and its deadline is no longer planned', () => {
  const { id } = shop.place()
  expect(shop.ask('CancelCustomerOrder', { body: { order_id: id } }).status).toBe(204)
  expect(shop.shown(id)).toMatchObject({ status: 4 })
  expect(shop.world.upcoming()).toEqual([])
})

test('an order that pays by itself does so when the balance allows, else it waits', () => {
  expect(shop.place('vm-month', { autoPay: true }).status).toBe('processing')
  expect(shop.place('vm-month', { autoPay: true, lines: [{ productId: 'vm-year', quantity: 2 }] }).status).toBe('pending-payment')
  expect(shop.buyer().balance).toBe(70_000)
})

test('a combined transaction is one order in the list, and is paid and cancelled by its own number only', () => {
  const members = [
    shop.place('vm-month', { combinedId: 'CS2601010800COMBI' }),
    shop.place('disk-month', { combinedId: 'CS2601010800COMBI' }),
  ]
  const listed = shop.ask('ListCustomerOrders').body
  expect(listed).toMatchObject({ total_count: 1, order_infos: [{ order_id: 'CS2601010800COMBI', official_amount: 330, status: 6 }] })
  expect(listed.order_infos[0].sub_order_infos.map((one: { order_id: string }) => one.order_id).sort()).toEqual(
    members.map((one) => one.id).sort(),
  )
  expect(shop.shown('CS2601010800COMBI').items).toHaveLength(2)

  expect(shop.pay(members[0]!.id)).toMatchObject({ status: 400, body: { error_code: 'CBC.99000089' } })
  expect(shop.pay('CS2601010800COMBI').status).toBe(204)
  expect(shop.buyer().balance).toBe(67_000)
  shop.world.clock.advance('5s')
  expect(members.map(({ id }) => shop.shown(id).status)).toEqual([5, 5])
  expect(shop.ask('ListCustomerOrders', { query: { status: 5 } }).body.total_count).toBe(1)
})

test('pages and counts take a combined transaction as one, whatever the filter', () => {
  const plain = [1, 2, 3].map(() => shop.place().id)
  for (const productId of ['vm-month', 'disk-month', 'vm-month']) shop.place(productId, { combinedId: 'CS2601010800COMBI' })
  for (const query of [{}, { status: 6 }, { order_type: '1' }, { status: 6, order_type: '1' }, { order_by: 'createTime' }]) {
    const pages = [0, 2, 4].map((offset) => shop.ask('ListCustomerOrders', { query: { ...query, offset, limit: 2 } }).body)
    const ids = pages.flatMap((page) => page.order_infos.map((one: { order_id: string }) => one.order_id))
    expect(ids.toSorted()).toEqual([...plain, 'CS2601010800COMBI'].toSorted())
    expect(pages.map((page) => page.total_count)).toEqual([4, 4, 4])
  }
})

test('the items of an order come in pages, and its customer’s partner may see them', () => {
  const { id } = shop.place('vm-month', { lines: ['vm-month', 'disk-month', 'vm-month'].map((productId) => ({ productId, quantity: 2 })) })
  const page = (query: object, as = 'buyer') =>
    shop.ask('ShowCustomerOrderDetails', { path: { order_id: id }, query: { ...query }, as }).body
  expect(page({ offset: 1, limit: 1 })).toMatchObject({
    total_count: 3,
    order_line_items: [{ order_line_item_id: `${id}-000002`, subscription_num: 2 }],
  })
  expect(page({ offset: 3 }).order_line_items).toEqual([])
  expect(page({}, 'partner')).toMatchObject({ total_count: 3, order_info: { user_name: 'buyer_ops' } })
  expect(page({}, 'other')).toMatchObject({ error_code: 'CBC.30000010' })
})

test('while one part of a combined transaction is under review none can be paid', () => {
  shop.place('vm-month', { combinedId: 'CS2601010800COMBI' })
  shop.place('disk-month', { combinedId: 'CS2601010800COMBI', event: 'place-for-review' })
  expect(shop.ask('ListCustomerOrders', { query: { status: 1 } }).body.total_count).toBe(1)
  expect(shop.pay('CS2601010800COMBI')).toMatchObject({ status: 400, body: { error_code: 'CBC.99003106' } })
})

test('names follow their service type, in the language asked for, also after an order was rendered', () => {
  const { id } = shop.place()
  expect(shop.shown(id).service_type_name).toBe('弹性云服务器')
  shop.world.serviceTypes.change('hws.service.type.ec2', { name: '云服务器' })
  expect(shop.shown(id).service_type_name).toBe('云服务器')
  expect(shop.ask('ShowCustomerOrderDetails', { path: { order_id: id }, language: 'en' }).body.order_info.service_type_name).toBe(
    'Elastic Cloud Server',
  )
})

test('service types are the vendor’s own, paged, found by a part of the name, in both languages', () => {
  expect(shop.ask('ListServiceTypes', { query: { limit: 1 } }).body).toMatchObject({
    total_count: 2,
    service_types: [{ service_type_code: 'hws.service.type.ebs' }],
  })
  expect(shop.ask('ListServiceTypes', { query: { service_type_name: '服务器' } }).body.service_types).toMatchObject([
    { abbreviation: 'ECS' },
  ])
  expect(shop.ask('ListServiceTypes', { query: { service_type_name: 'server' }, language: 'en' }).body.service_types).toMatchObject([
    { service_type_name: 'Elastic Cloud Server' },
  ])
  expect(shop.ask('ListServiceTypesLegacy').body.service_types).toHaveLength(2)
  expect(shop.ask('ListServiceTypesLegacy', { query: { service_type_code: 'hws.service.type.ec2' } }).body).toEqual({
    service_types: [{ service_type_name: '弹性云服务器', service_type_code: 'hws.service.type.ec2', abbreviation: 'ECS' }],
  })
  expect(shop.ask('ListServiceTypesLegacy', { query: { service_type_code: 'hws.service.type.none' } }).body).toEqual({ service_types: [] })
})

test('kinds of resource are listed, all or those of one service; KooGallery’s are not among them', () => {
  const all = shop.ask('ListResourceTypes', { query: { limit: 1000 } }).body
  expect(all).toEqual({
    total_count: 2,
    resource_types: [
      {
        resource_type_code: 'hws.resource.type.volume',
        resource_type_name: '云硬盘',
        resource_type_desc: '云硬盘',
        service_type_code: 'hws.service.type.ebs',
      },
      {
        resource_type_code: 'hws.resource.type.vm',
        resource_type_name: '云主机',
        resource_type_desc: '云主机',
        service_type_code: 'hws.service.type.ec2',
      },
    ],
  })
  expect(shop.ask('ListResourceTypes', { query: { offset: 1, limit: 1 } }).body).toMatchObject({
    total_count: 2,
    resource_types: [all.resource_types[1]],
  })
  const of = (service_type_code: string) => shop.ask('ListServiceResources', { query: { service_type_code } }).body
  expect(of('hws.service.type.ebs')).toMatchObject({
    total_count: 1,
    infos: [{ basic_info: { resource_type_code: 'hws.resource.type.volume', name: '云硬盘' } }],
  })
  for (const none of ['hws.service.type.marketplace', 'nothing']) expect(of(none)).toEqual({ total_count: 0, infos: [] })
})

test.each([
  ['ListResourceTypes', { limit: 0 }, 'CBC.0100'],
  ['ListResourceTypes', { offset: -1 }, 'CBC.0100'],
  ['ListServiceResources', {}, 'CBC.0101'],
  ['ListServiceResources', { service_type_code: 'hws.service.type.ec2', limit: 101 }, 'CBC.0100'],
  ['ListServiceResources', { service_type_code: 'hws.service.type.ec2', offset: 10_000_001 }, 'CBC.0100'],
] as [string, Record<string, string | number>, string][])('%s with %j is refused', (operation, query, error_code) => {
  expect(shop.ask(operation, { query })).toMatchObject({ status: 400, body: { error_code } })
})
