import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { worldTest as test } from '../helpers/audited.ts'
import { click } from './click.ts'
import { asked, comingBack } from './requests/refund-requests.ts'
import { logistics, show, step, walk } from './supervision-walk.ts'

const balance = ({ world }: Sandbox) => world.accounts.where('name', 'chengming_tech').first()!.balance
const decide = (sandbox: Sandbox, orderId: string, approve: boolean) =>
  click(sandbox, 'DecideRefund', { path: { orderId }, body: { approve } })

describe('a negotiated refund (S-33, S-61)', () => {
  test('of a part brings that part back and ends the order', async ({ sandbox }) => {
    const orderId = await asked(sandbox)
    const before = balance(sandbox)
    expect(sandbox.facts.of('seller.notified')).toMatchObject([{ about: 'refund-asked', orderId }])
    expect(await decide(sandbox, orderId, true)).toMatchObject({ refund: { amount: '500.00', approved: true, doneAt: expect.any(String) } })
    await sandbox.clock.advance('1h')
    const { supervision, order } = await show(sandbox, orderId)
    expect([balance(sandbox) - before, supervision.status, order.status]).toEqual([50_000, 'cancelled', 'cancelled'])
    const [refund] = [
      ...sandbox.world.orders.range('customer-type', `${sandbox.world.orders.get(orderId)!.customerId}|unsubscribe`, 0),
    ].filter(({ baseOrderId }) => baseOrderId === orderId)
    expect(refund).toMatchObject({ status: 'completed', amounts: { afterDiscount: -50_000 } })
  })

  test('that the seller refuses lets the delivery go on, and can be asked for again', async ({ sandbox }) => {
    const orderId = await asked(sandbox, 'env-setup', 'confirmation')
    await decide(sandbox, orderId, false)
    expect((await step(sandbox, 'ConfirmRequirement', orderId, { confirm: true })).supervision.status).toBe('implementation')
    await click(sandbox, 'AskRefund', { path: { orderId }, body: { amount: '800', reason: '不再需要' } })
    expect(await decide(sandbox, orderId, true)).toMatchObject({ refund: { amount: '800.00' } })
  })

  test('waits seven working days for the seller and is told then', async ({ sandbox }) => {
    // Thursday 1 January: the seventh working day is Monday 12 January.
    const orderId = await asked(sandbox)
    await sandbox.clock.advance('10d23h59m')
    expect(sandbox.facts.of('refund.overdue')).toEqual([])
    await sandbox.clock.advance('1m')
    expect(sandbox.facts.of('refund.overdue')).toMatchObject([{ orderId }])
  })
})

describe('hardware (S-33, S-61)', () => {
  test('that was not sent goes back at once', async ({ sandbox }) => {
    const orderId = await asked(sandbox, 'edge-box', 'implementation')
    await decide(sandbox, orderId, true)
    expect((await show(sandbox, orderId)).order.status).toBe('cancelled')
  })

  test('that was received comes back before the money does', async ({ sandbox }) => {
    const orderId = await comingBack(sandbox)
    const before = balance(sandbox)
    const late = await sandbox.call('console.AcceptDelivery', { path: { orderId }, body: {} })
    expect(late).toMatchObject({ status: 409, body: { code: 'wrong-state', detail: expect.stringContaining('SendBack') } })
    await click(sandbox, 'SendBack', { path: { orderId }, body: logistics })
    expect((await show(sandbox, orderId)).order.statusText).toBe('待商家收货')
    await sandbox.clock.advance('5d')
    expect(balance(sandbox)).toBe(before)
    await click(sandbox, 'ConfirmReturn', { path: { orderId } })
    await sandbox.clock.advance('1h')
    const { supervision, order } = await show(sandbox, orderId)
    expect([balance(sandbox) - before, supervision.status, order.status]).toEqual([50_000, 'cancelled', 'cancelled'])
  })

  test('that is on its way waits for its arrival', async ({ sandbox }) => {
    const orderId = await walk(sandbox, 'edge-box', 'acceptance')
    const refused = await sandbox.call('console.AskRefund', { path: { orderId }, body: { amount: '1', reason: '不想要了' } })
    expect(refused.body.code).toBe('goods-on-their-way')
  })
})
