import { expect } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import { click } from '../../console/click.ts'
import { worldTest as test } from '../../helpers/audited.ts'
import { createFirstSeller } from '../../sellers/good/v1.ts'
import {
  ask,
  balance,
  everywhere,
  heard,
  host,
  lapse,
  publish,
  purchase,
  recharge,
  resourceOf,
  settle,
  showOrder,
  step,
  withdraw,
} from './trip.ts'

const DOCUMENT = { name: '交付验收文档.pdf', size: 482_113 }
const PARCEL = { company: '顺丰速运', number: 'SF1390000000077' }
const BACK = { company: '顺丰速运', number: 'SF1390000000099' }

/** Accepted by the buyer, and completed within three hours. */
async function accepted(sandbox: Sandbox, orderId: string, status = 3) {
  await step(sandbox, orderId, ['AcceptDelivery', {}, 'accepted', status])
  await sandbox.clock.pass('3h')
  expect((await everywhere(sandbox, orderId)).status).toBe(5)
  expect(await resourceOf(sandbox, orderId)).toMatchObject({ status: 'in-use' })
  expect(await sandbox.call('console.AskRefund', { path: { orderId }, body: { amount: '1', reason: '不再需要' } })).toMatchObject({
    status: 409,
    body: { code: 'not-returnable' },
  })
}

/** The seller refuses a refund: order and money are as before. */
async function refused(sandbox: Sandbox, orderId: string) {
  const before = balance(sandbox)
  const view = await everywhere(sandbox, orderId)
  await click(sandbox, 'AskRefund', { path: { orderId }, body: { amount: '100', reason: '不再需要' } })
  await click(sandbox, 'DecideRefund', { path: { orderId }, body: { approve: false, note: '已开工' } })
  expect([await everywhere(sandbox, orderId), balance(sandbox)]).toEqual([view, before])
}

/** The order is void at every window, and the order that brings the money back shows how much came. */
async function refunded(sandbox: Sandbox, orderId: string, amount: number, before: number) {
  await sandbox.clock.pass('1m')
  expect(await everywhere(sandbox, orderId)).toMatchObject({ status: 4, resources: [] })
  const refunds = [...sandbox.world.orders.all()].filter(({ baseOrderId }) => baseOrderId === orderId)
  expect(refunds).toHaveLength(1)
  expect(await everywhere(sandbox, refunds[0]!.id)).toMatchObject({ status: 5, afterDiscount: 0 - amount })
  expect(balance(sandbox) - before).toBe(amount)
}

test('licence 1.0: from the shelf by identification code, getLicense and renewal to its release (S-33, S-38)', async ({ sandbox }) => {
  await using shop = await host(createFirstSeller(sandbox.credentials.seller!.keys!.basic!))
  await settle(sandbox, `${shop.url}/isv`, { version: 1 })
  await recharge(sandbox)
  const draft = { kind: 'licence-v1', name: '星海组态', charging: 'period', period: 'year', price: '1200.00', delivery: 'system' }
  const [product] = await publish(sandbox, draft)
  const orderId = await purchase(sandbox, product!, 120_000)
  const identification = 'BFEBFBFF000906EA'
  expect(await step(sandbox, orderId, ['SubmitIdentification', { identification }, 'licence-delivery', 3])).toMatchObject({
    identification,
  })
  // The seller is asked, and what it answers is delivered.
  await sandbox.clock.pass('1m')
  expect(await showOrder(sandbox, orderId)).toMatchObject({ status: 'processing', licences: [{ text: expect.stringContaining(orderId) }] })
  await accepted(sandbox, orderId)
  const resource = await resourceOf(sandbox, orderId)
  const renewal = await ask(sandbox, 'RenewResource', 'order', { path: { resourceId: resource.id }, body: {} })
  await sandbox.clock.pass('1m')
  expect(await everywhere(sandbox, renewal.id)).toMatchObject({ status: 5, official: 120_000 })
  await lapse(sandbox, orderId)
  expect(heard(shop, resource, orderId)).toEqual(['getLicense', 'refreshLicense', 'expireLicense', 'releaseLicense'])
})

const SERVICE = { kind: 'manual-service', name: '迁移服务', charging: 'one-time', price: '800.00' }

test('a manual service: from the shelf by requirement and document of acceptance to its end (S-33, S-39, S-61)', async ({ sandbox }) => {
  await recharge(sandbox)
  const [product] = await publish(sandbox, { ...SERVICE, delivery: 'standard' })
  const orderId = await purchase(sandbox, product!, 80_000)
  await step(sandbox, orderId, ['SubmitRequirement', { requirement: '两台数据库' }, 'confirmation', 3])
  await step(sandbox, orderId, ['ConfirmRequirement', { confirm: true }, 'implementation', 3])
  await refused(sandbox, orderId)
  await step(sandbox, orderId, ['DeliverService', { proof: DOCUMENT }, 'acceptance', 3])
  await accepted(sandbox, orderId)
  await withdraw(sandbox, product!)
})

test('a website: from the shelf by its design to a negotiated refund of a part (S-33, S-39, S-57, S-61)', async ({ sandbox }) => {
  await recharge(sandbox)
  const [product] = await publish(sandbox, { ...SERVICE, name: '门户建设', delivery: 'website' })
  const orderId = await purchase(sandbox, product!, 80_000)
  await step(sandbox, orderId, ['SubmitRequirement', { requirement: '20页' }, 'confirmation', 3])
  await step(sandbox, orderId, ['ConfirmRequirement', { confirm: true }, 'design', 3])
  await step(sandbox, orderId, ['DeliverService', {}, 'design-acceptance', 3])
  await step(sandbox, orderId, ['ReturnDelivery', { reason: '首页未按需求制作' }, 'design', 3])
  await step(sandbox, orderId, ['DeliverService', {}, 'design-acceptance', 3])
  await step(sandbox, orderId, ['AcceptDelivery', {}, 'implementation', 3])
  await step(sandbox, orderId, ['DeliverService', { proof: DOCUMENT }, 'acceptance', 3])
  const before = balance(sandbox)
  await click(sandbox, 'AskRefund', { path: { orderId }, body: { amount: '500', reason: '部分内容不再需要' } })
  await click(sandbox, 'DecideRefund', { path: { orderId }, body: { approve: true } })
  await refunded(sandbox, orderId, 50_000, before)
})

test('hardware: from the shelf by recipient and logistics to acceptance, and another one back to its seller (S-33, S-39, S-61)', async ({
  sandbox,
}) => {
  await recharge(sandbox)
  const [product] = await publish(sandbox, { kind: 'hardware', name: '星海读卡器', charging: 'one-time', price: '300.00' })
  const recipient = { name: '李青', phone: '13800138003', address: '上海市浦东新区张江路1号' }
  const sent = async () => {
    const orderId = await purchase(sandbox, product!, 30_000, { recipient }, 10)
    expect(await step(sandbox, orderId, ['DeliverService', { logistics: PARCEL }, 'acceptance', 11])).toMatchObject({
      recipient,
      logistics: PARCEL,
    })
    return orderId
  }
  await accepted(sandbox, await sent(), 11)

  const orderId = await sent()
  await click(sandbox, 'AskRefund', { path: { orderId }, body: { amount: '300', reason: '型号不对', received: true } })
  await click(sandbox, 'DecideRefund', { path: { orderId }, body: { approve: true } })
  await click(sandbox, 'SendBack', { path: { orderId }, body: BACK })
  expect((await everywhere(sandbox, orderId)).status).toBe(13)
  const before = balance(sandbox)
  await click(sandbox, 'ConfirmReturn', { path: { orderId } })
  await refunded(sandbox, orderId, 30_000, before)
})
