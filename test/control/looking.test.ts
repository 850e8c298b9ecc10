import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const get = async (path: string) => {
  const answer = await fetch(`${sandbox.url}/_sandbox${path}`)
  // What an answer holds is the business of each test.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  return { status: answer.status, body: (await answer.json()) as any }
}

describe('the journal is searched', () => {
  beforeAll(async () => {
    await sandbox.call('bss.ListCustomerOrders', { query: { limit: 1 } })
    await sandbox.call('bss.ListCustomerOrders', { query: { limit: 'x' } })
    await sandbox.call('bss.ShowCustomerOrderDetails', { path: { order_id: 'CS-Sought-1' } })
    await sandbox.call('bss.ListServiceTypes')
    await sandbox.fetch('/nowhere/at/all')
  })

  test.each([
    ['nothing', '', [1, 2, 3, 4, 5]],
    ['a text in the path, however it is spelt', 'text=cs-sought', [3]],
    ['a text in an answer', 'text=service_types', [4]],
    ['a text that stands nowhere', 'text=zebra', []],
    ['a part of the path', 'path=customer-orders', [1, 2, 3]],
    ['a status', 'status=200', [1, 4]],
    ['a class of statuses', 'status=4xx', [2, 3, 5]],
    ['an error among the findings', 'verdict=error', [2, 3, 5]],
    ['nothing wrong', 'verdict=none&path=orders', [1]],
    ['the page before another', 'before=4&limit=2', [2, 3]],
    ['what came since', 'since=3', [4, 5]],
    ['several at once', 'status=4xx&path=orders&before=3', [2]],
  ])('by %s', async (_by, query, numbers) => {
    const { body } = await get(`/journal?${query}`)
    expect(body.entries.map(({ n }: { n: number }) => n)).toEqual(numbers)
  })

  test('with the number of all that match', async () => {
    expect((await get('/journal?status=4xx&limit=1')).body).toMatchObject({ total: 3, count: 1, last: 5, entries: [{ n: 5 }] })
  })

  test('never by a secret', async () => {
    const secret = (sandbox.credentials.buyer?.token ?? '').slice(0, 150)
    await sandbox.call('bss.ListCustomerOrders', { headers: { 'X-Auth-Token': sandbox.credentials.buyer?.token ?? '' } })
    expect((await get(`/journal?text=${secret}`)).body).toMatchObject({ total: 0 })
  })

  test.each(['status=40', 'status=6xx', 'verdict=bad', 'before=0'])('and %s is refused', async (query) => {
    expect(await get(`/journal?${query}`)).toMatchObject({ status: 400, body: { code: 'bad-request' } })
  })
})

describe('two worlds are compared', () => {
  beforeAll(async () => {
    sandbox.worlds.fork('default', 'left')
    sandbox.worlds.fork('default', 'right')
  })

  test('two forks of one world do not differ', async () => {
    expect((await get('/worlds/left/comparison?with=right')).body).toMatchObject({
      total: 0,
      collections: [],
      settings: [],
      differences: [],
    })
  })

  test('what one has, what the other has, what differs', async () => {
    const left = sandbox.inWorld('left')
    const order = await left.buy('crm-basic-month', { pay: false })
    const [coupon] = [...left.world.coupons.all()]
    left.world.coupons.change(coupon?.id ?? '', { balance: 1 })
    left.world.setByName('bss.rate', 20)
    await left.clock.advance('1h')
    const { body } = await get('/worlds/left/comparison?with=right')
    expect(body).toMatchObject({ world: 'left', with: 'right', settings: [{ name: 'bss.rate', here: 20 }] })
    expect(Date.parse(body.now) - Date.parse(body.withNow)).toBe(3_600_000)
    expect(body.collections).toEqual(
      expect.arrayContaining([
        { kind: 'orders', onlyHere: 1, onlyThere: 0, changed: 0 },
        { kind: 'coupons', onlyHere: 0, onlyThere: 0, changed: 1 },
      ]),
    )
    expect(body.differences).toContainEqual({ kind: 'orders', id: order.id, where: 'here', members: [] })
    const members = [{ pointer: '/balance', here: '0.01', there: expect.any(String) }]
    expect(body.differences).toContainEqual({ kind: 'coupons', id: coupon?.id, where: 'both', members })
    const back = await get('/worlds/right/comparison?with=left&kind=orders')
    expect(back.body).toMatchObject({ total: 1, differences: [{ kind: 'orders', id: order.id, where: 'there' }] })
  })

  test.each([
    ['/worlds/left/comparison', 400, 'bad-request'],
    ['/worlds/left/comparison?with=rihgt', 404, 'unknown-world'],
    ['/worlds/left/comparison?with=right&kind=oders', 404, 'unknown-entity'],
  ])('%s is refused', async (path, status, code) => {
    expect(await get(path)).toMatchObject({ status, body: { code } })
  })
})
