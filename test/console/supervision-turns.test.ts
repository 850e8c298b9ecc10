import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { worldTest as test } from '../helpers/audited.ts'
import { click } from './click.ts'
import { enablementCoupon } from './requests/console-requests.ts'
import { activation, document, show, step, walk } from './supervision-walk.ts'

test('a requirement that the seller sends back is submitted again (S-37)', async ({ sandbox }) => {
  const orderId = await walk(sandbox, 'site-build', 'confirmation')
  const { supervision } = await step(sandbox, 'ConfirmRequirement', orderId, { confirm: false, note: '请补充页面数量' })
  expect(supervision).toMatchObject({ status: 'requirement', steps: [{}, { by: 'seller', note: '请补充页面数量' }] })
  const again = await step(sandbox, 'SubmitRequirement', orderId, { requirement: '20页官网' })
  expect(again.supervision).toMatchObject({ status: 'confirmation', requirement: '20页官网' })
})

test('a delivery that the buyer returns is done again, as often as it takes (S-37)', async ({ sandbox }) => {
  const orderId = await walk(sandbox, 'env-setup', 'acceptance')
  for (const reason of ['首页未按需求制作', '字体不对']) {
    const { supervision } = await step(sandbox, 'ReturnDelivery', orderId, { reason })
    expect(supervision).toMatchObject({ status: 'implementation' })
    await step(sandbox, 'DeliverService', orderId, { proof: document })
  }
  await step(sandbox, 'AcceptDelivery', orderId, {})
  await sandbox.clock.advance('3h')
  const { supervision, order } = await show(sandbox, orderId)
  expect([order.status, supervision.steps.filter(({ event }) => event === 'return').length]).toEqual(['completed', 2])
})

test('a licence 1.0 that the buyer returns is delivered again (S-38)', async ({ sandbox }) => {
  const orderId = await walk(sandbox, 'scada-year', 'acceptance')
  expect((await step(sandbox, 'ReturnDelivery', orderId, { reason: '授权无法导入' })).supervision.status).toBe('licence-delivery')
  await step(sandbox, 'DeliverLicence', orderId, { licence: 'XH-SCADA-2' })
  const { supervision, order } = await step(sandbox, 'AcceptDelivery', orderId, {})
  expect([supervision.status, supervision['identification']]).toEqual(['accepted', 'BFEBFBFF000906EA'])
  expect(order['licences']).toMatchObject([{ text: 'XH-SCADA-2' }])
})

test('the design of a website is made again until the buyer approves it (S-57)', async ({ sandbox }) => {
  const orderId = await walk(sandbox, 'site-build', 'design-acceptance')
  expect((await step(sandbox, 'ReturnDelivery', orderId, { reason: '配色不对' })).supervision.status).toBe('design')
  await step(sandbox, 'DeliverService', orderId, {})
  expect((await step(sandbox, 'AcceptDelivery', orderId, {})).supervision).toMatchObject({ status: 'implementation' })
  expect(sandbox.facts.of('order.accepted').filter((fact) => fact.orderId === orderId)).toEqual([])
})

test.for([
  ['2025-03-25T15:59:59.000Z', 200],
  ['2025-03-25T16:00:00.000Z', 409],
] as const)(
  'a manual service ordered at %s is handed in without its document of acceptance: %i (S-57)',
  async ([createdAt, status], { sandbox }) => {
    const orderId = await walk(sandbox, 'env-setup', 'implementation')
    sandbox.world.orders.change(orderId, { createdAt: Date.parse(createdAt) })
    expect((await sandbox.call('console.DeliverService', { path: { orderId }, body: {} })).status).toBe(status)
  },
)

test('the seller of hardware sees whom it is for, and the order waits for 用户确认验收 (S-39, S-59)', async ({ sandbox }) => {
  const recipient = { name: '李青', phone: '0755-28780808', address: '深圳市南山区科技园1号' }
  const orderId = await walk(sandbox, 'edge-box', 'acceptance', { recipient })
  const { supervision, order } = await show(sandbox, orderId)
  expect([supervision['recipient'], order.status, order.statusText]).toEqual([recipient, 'to-receive', '用户确认验收'])
  const other = await walk(sandbox, 'edge-box', 'implementation')
  expect((await show(sandbox, other)).supervision['recipient']).toMatchObject({ name: expect.any(String), address: expect.any(String) })
  const refused = await sandbox.call('console.BuyProduct', { body: { product: 'env-setup', recipient } })
  expect(refused).toMatchObject({ status: 400, body: { code: 'bad-request' } })
})

test('hardware that comes back is sent again, with the logistics of the second parcel (S-39)', async ({ sandbox }) => {
  const orderId = await walk(sandbox, 'edge-box', 'acceptance')
  await step(sandbox, 'ReturnDelivery', orderId, { reason: '外壳破损' })
  const missing = await sandbox.call('console.DeliverService', { path: { orderId }, body: {} })
  expect(missing.body.code).toBe('logistics-needed')
  const second = { company: '京东物流', number: 'JD0000000000042' }
  const { supervision, order } = await step(sandbox, 'DeliverService', orderId, { logistics: second })
  expect([supervision.status, supervision['logistics'], order.status]).toEqual(['acceptance', second, 'to-receive'])
  await step(sandbox, 'AcceptDelivery', orderId, {})
  await sandbox.clock.advance('3h')
  expect((await show(sandbox, orderId)).order.status).toBe('completed')
})

describe('charging starts', () => {
  // The guide's own example: bought and used from 1 January for a month, accepted on 1 February (koogallery.md 14).
  test.for([
    ['when the service began, if the seller said so', '2026-01-01T00:00:00.000Z'],
    ['at acceptance, if nobody said anything else', undefined],
  ] as const)('%s', async ([_when, startedAt], { sandbox }) => {
    const orderId = await walk(sandbox, 'scada-year', 'licence-delivery')
    await step(sandbox, 'DeliverLicence', orderId, { licence: 'XH-SCADA', ...(startedAt ? { startedAt } : {}) })
    await sandbox.clock.advance('31d')
    await step(sandbox, 'AcceptDelivery', orderId, {})
    await sandbox.clock.advance('3h')
    const [resource] = [...sandbox.world.resources.where('order', orderId)]
    const begins = startedAt ?? '2026-02-01T00:00:00.000Z'
    expect(new Date(resource!.effectiveAt).toISOString()).toBe(begins)
    expect(new Date(resource!.expireAt!).toISOString()).toBe(begins.replace('2026', '2027'))
  })

  test('with the activation of a licence code (S-26)', async ({ sandbox }) => {
    const orderId = await walk(sandbox, 'gateway-year', 'activation')
    await sandbox.clock.advance('2d')
    await activation(sandbox, orderId)
    await sandbox.clock.advance('5d')
    await step(sandbox, 'UploadProof', orderId, { proof: { name: '交付证明.docx' } })
    await sandbox.clock.advance('3h')
    const [resource] = [...sandbox.world.resources.where('order', orderId)]
    expect(new Date(resource!.effectiveAt).toISOString()).toBe('2026-01-03T00:00:00.000Z')
  })
})

describe('the vendor reviews (华为云复核)', () => {
  const enabled = (sandbox: Sandbox) => ({ coupons: [enablementCoupon(sandbox)] })

  test('what was accepted in the enablement cloud, and nothing else (S-38)', async ({ sandbox }) => {
    const orderId = await walk(sandbox, 'scada-year', 'acceptance', enabled(sandbox))
    expect((await step(sandbox, 'AcceptDelivery', orderId, {})).supervision).toMatchObject({ status: 'vendor-review', enablement: true })
    await sandbox.clock.advance('30d')
    expect((await show(sandbox, orderId)).order.status).toBe('processing')
    expect((await step(sandbox, 'ReviewDelivery', orderId, { pass: false, reason: '缺少验收单' })).supervision.status).toBe('acceptance')
    await step(sandbox, 'AcceptDelivery', orderId, {})
    await step(sandbox, 'ReviewDelivery', orderId, { pass: true })
    await sandbox.clock.advance('3h')
    expect((await show(sandbox, orderId)).order.status).toBe('completed')
  })

  test('a licence code of the enablement cloud with its proof, which may have to be another (S-26)', async ({ sandbox }) => {
    const orderId = await walk(sandbox, 'gateway-year', 'proof', enabled(sandbox))
    const proof = { proof: { name: '交付证明.pdf' } }
    expect((await step(sandbox, 'UploadProof', orderId, proof)).supervision.status).toBe('vendor-review')
    expect((await step(sandbox, 'ReviewDelivery', orderId, { pass: false, reason: '看不清' })).supervision.status).toBe('proof')
    await step(sandbox, 'UploadProof', orderId, proof)
    await step(sandbox, 'ReviewDelivery', orderId, { pass: true })
    await sandbox.clock.advance('3h')
    expect((await show(sandbox, orderId)).order.status).toBe('completed')
  })

  test.for([
    ['2023-04-27T15:59:00.000Z', 'vendor-review'],
    ['2023-04-27T16:00:00.000Z', 'accepted'],
  ] as const)('a delivery opened at %s, which leads to %s (S-38)', async ([openedAt, station], { sandbox }) => {
    const orderId = await walk(sandbox, 'scada-year', 'acceptance')
    sandbox.world.supervisions.change(orderId, { openedAt: Date.parse(openedAt) })
    expect((await step(sandbox, 'AcceptDelivery', orderId, {})).supervision.status).toBe(station)
  })
})

describe('given back in the middle (S-33)', () => {
  const giveBack = async (sandbox: Sandbox, orderId: string, agreed = true) => {
    const path = { resourceId: [...sandbox.world.resources.where('order', orderId)][0]!.id }
    if (agreed) await sandbox.call('console.AgreeToUnsubscribe', { path, body: {} })
    return sandbox.call('console.UnsubscribeResource', { path, body: { reason: '不再需要' } })
  }
  const balance = (sandbox: Sandbox) => sandbox.world.accounts.where('name', 'chengming_tech').first()!.balance

  test.for([
    ['env-setup', 'requirement'],
    ['env-setup', 'confirmation'],
    ['env-setup', 'implementation'],
    ['env-setup', 'acceptance'],
    ['scada-year', 'identification'],
    ['scada-year', 'licence-delivery'],
    ['gateway-offline', 'implementation'],
    ['erp-year', 'confirmation'],
    ['mall-stack', 'acceptance'],
    ['poi-data', 'implementation'],
    ['edge-box', 'implementation'],
    ['gateway-year', 'code-to-take'],
  ] as const)('%s at %s: the whole price comes back and nothing is left to do', async ([product, station], { sandbox }) => {
    const orderId = await walk(sandbox, product, station)
    const before = balance(sandbox)
    expect(await giveBack(sandbox, orderId)).toMatchObject({ status: 200 })
    await sandbox.clock.advance('1h')
    expect(balance(sandbox) - before).toBe(sandbox.world.orders.get(orderId)!.amounts.official)
    expect(await show(sandbox, orderId)).toMatchObject({
      order: { status: 'cancelled' },
      supervision: { status: 'cancelled', next: [] },
    })
    for (const resource of sandbox.world.resources.where('order', orderId)) expect(resource.status).toBe('closed')
    const late = await sandbox.call('console.DeliverService', { path: { orderId }, body: {} })
    expect(late.body.code).toBe('wrong-state')
    await sandbox.clock.advance('30d')
    expect((await show(sandbox, orderId)).supervision.status).toBe('cancelled')
  })

  test.for([
    ['env-setup', 'accepted', 'not-returnable'],
    ['edge-box', 'acceptance', 'not-returnable'],
    ['gateway-year', 'activation', 'code-taken'],
    ['gateway-year', 'proof', 'code-taken'],
  ] as const)('%s at %s: refused with %s, no money moves and it stays where it is', async ([product, station, code], { sandbox }) => {
    const orderId = await walk(sandbox, product, station)
    const before = balance(sandbox)
    expect(await giveBack(sandbox, orderId)).toMatchObject({ status: 409, body: { code } })
    await sandbox.clock.advance('1h')
    expect(balance(sandbox)).toBe(before)
    expect((await show(sandbox, orderId)).supervision.status).toBe(station)
  })

  test.for(['env-setup', 'edge-box', 'erp-year'])(
    '%s without the word of its seller: refused, nothing moves',
    async (product, { sandbox }) => {
      const orderId = await walk(sandbox, product, product === 'edge-box' ? 'implementation' : 'confirmation')
      const { supervision } = await show(sandbox, orderId)
      const { body } = await giveBack(sandbox, orderId, false)
      expect([body.code, body.detail]).toEqual(['not-returnable', expect.stringContaining('AskRefund')])
      expect((await show(sandbox, orderId)).supervision).toEqual(supervision)
    },
  )

  test('while an appeal runs neither by unsubscription nor by a negotiated refund (S-58)', async ({ sandbox }) => {
    const orderId = await walk(sandbox, 'env-setup', 'acceptance')
    const refund = { path: { orderId }, body: { amount: '1', reason: '不再需要' } }
    await step(sandbox, 'AskRefund', orderId, refund.body)
    await step(sandbox, 'AppealDelivery', orderId, { reason: '用户未在约定时间内验收' })
    const approve = { path: { orderId }, body: { approve: true } }
    const late = [await giveBack(sandbox, orderId), await sandbox.call('console.DecideRefund', approve)]
    expect(late.map(({ body }) => body.code)).toEqual(['delivery-frozen', 'delivery-frozen'])
    await step(sandbox, 'DecideAppeal', orderId, { uphold: false })
    expect((await sandbox.call('console.DecideRefund', approve)).status).toBe(200)
    expect((await show(sandbox, orderId)).supervision.status).toBe('cancelled')
    expect(sandbox.world.upcoming().filter(({ work }) => work === 'supervision.appeal')).toEqual([])
  })
})

test('the renewal of what was supervised is not supervised again (koogallery.md 14)', async ({ sandbox }) => {
  const orderId = await walk(sandbox, 'scada-year')
  await sandbox.clock.advance('3h')
  const [resource] = [...sandbox.world.resources.where('order', orderId)]
  const { order } = (await click(sandbox, 'RenewResource', { path: { resourceId: resource!.id }, body: {} })) as unknown as {
    order: { id: string }
  }
  await sandbox.clock.advance('1m')
  expect(sandbox.world.orders.get(order.id)?.status).toBe('completed')
  expect(sandbox.world.supervisions.has(order.id)).toBe(false)
})
