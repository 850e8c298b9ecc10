import { describe, expect } from 'vitest'
import { worldTest as test } from '../helpers/audited.ts'
import { host, settle } from '../journeys/shelf/trip.ts'
import { createFirstSeller } from '../sellers/good/v1.ts'
import { activation, document, show, step, walk } from './supervision-walk.ts'

describe('an appeal (服务监管申诉)', () => {
  const appeal = { reason: '用户未在约定时间内验收', proof: { name: '沟通记录.zip' } }

  test('is decided within three working days, for the seller if nobody decides (koogallery.md 14)', async ({ sandbox }) => {
    const orderId = await walk(sandbox, 'env-setup', 'acceptance')
    // Thursday 1 January: Friday, Monday, Tuesday.
    const { supervision } = await step(sandbox, 'AppealDelivery', orderId, appeal)
    expect(supervision).toMatchObject({ status: 'acceptance', appeal: { at: '2026-01-01T00:00:00.000Z', proof: '沟通记录.zip' } })
    expect(supervision.next).toContainEqual({ by: 'vendor', operation: 'DecideAppeal' })
    await sandbox.clock.advance('4d23h59m')
    expect((await show(sandbox, orderId)).supervision.status).toBe('acceptance')
    await sandbox.clock.advance('1m')
    expect((await show(sandbox, orderId)).supervision).toMatchObject({ status: 'accepted', appeal: { upheld: true } })
    await sandbox.clock.advance('3h')
    expect((await show(sandbox, orderId)).order.status).toBe('completed')
  })

  test('refused, leaves the buyer the last word; the next one has its own three days', async ({ sandbox }) => {
    const orderId = await walk(sandbox, 'env-setup', 'acceptance')
    await step(sandbox, 'AppealDelivery', orderId, appeal)
    const twice = await sandbox.call('console.AppealDelivery', { path: { orderId }, body: appeal })
    expect(twice.body.code).toBe('wrong-state')
    const { supervision } = await step(sandbox, 'DecideAppeal', orderId, { uphold: false })
    expect(supervision).toMatchObject({ status: 'acceptance', appeal: { upheld: false } })
    await sandbox.clock.advance('10d')
    expect((await show(sandbox, orderId)).supervision.status).toBe('acceptance')
    await step(sandbox, 'AppealDelivery', orderId, appeal)
    await step(sandbox, 'DecideAppeal', orderId, { uphold: true })
    expect((await show(sandbox, orderId)).supervision.status).toBe('accepted')
  })

  test.for([
    ['env-setup', 'requirement'],
    ['site-build', 'design-acceptance'],
    ['env-setup', 'implementation'],
    ['gateway-year', 'proof'],
    ['scada-year', 'licence-delivery'],
    ['edge-box', 'acceptance'],
  ] as const)('of the buyer about %s freezes the flow at %s until it is decided (S-58)', async ([product, station], { sandbox }) => {
    const orderId = await walk(sandbox, product, station)
    const next = (await show(sandbox, orderId)).supervision.next[0]!.operation
    const asked = await step(sandbox, 'AppealDelivery', orderId, { by: 'buyer', ...appeal })
    expect(asked.supervision).toMatchObject({ status: station, frozen: true, next: [{ by: 'vendor', operation: 'DecideAppeal' }] })
    const body = { requirement: 'x', proof: document, licence: 'x', logistics: { company: 'x', number: 'x' } }
    const wanted = Object.keys(body).filter((name) => BODIES[next]?.includes(name)) as (keyof typeof body)[]
    const picked = Object.fromEntries(wanted.map((name) => [name, body[name]]))
    const late = await sandbox.call(`console.${next}`, { path: { orderId }, body: picked })
    expect([late.status, late.body.code]).toEqual([409, 'delivery-frozen'])
    const { supervision } = await step(sandbox, 'DecideAppeal', orderId, { uphold: false })
    expect(supervision).toMatchObject({ status: station, frozen: false, appeal: { by: 'buyer', upheld: false, outcome: 'continue' } })
    await step(sandbox, next, orderId, picked)
  })

  test('lets a code be activated by call, and the flow passes that node when it goes on (S-26, S-58)', async ({ sandbox }) => {
    const orderId = await walk(sandbox, 'gateway-year', 'activation')
    await step(sandbox, 'AppealDelivery', orderId, { by: 'buyer', ...appeal })
    await activation(sandbox, orderId)
    expect((await show(sandbox, orderId)).supervision).toMatchObject({ status: 'activation', frozen: true })
    expect([...sandbox.world.resources.where('order', orderId)]).toMatchObject([{ status: 'in-use' }])
    const { supervision } = await step(sandbox, 'DecideAppeal', orderId, { uphold: false })
    expect(supervision).toMatchObject({ status: 'proof', frozen: false, startedAt: '2026-01-01T00:00:00.000Z' })
  })

  test('keeps what getLicense answers until the flow goes on (S-38, S-58)', async ({ sandbox }) => {
    await using shop = await host(createFirstSeller(sandbox.credentials.seller!.keys!.basic!))
    await settle(sandbox, `${shop.url}/isv`, { version: 1 })
    const orderId = await walk(sandbox, 'scada-year', 'licence-delivery')
    await step(sandbox, 'AppealDelivery', orderId, appeal)
    await sandbox.clock.pass('1m')
    expect(shop.calls.filter(({ query }) => query.get('activity') === 'getLicense')).toHaveLength(1)
    expect((await show(sandbox, orderId)).supervision).toMatchObject({ status: 'licence-delivery', frozen: true })
    const { supervision } = await step(sandbox, 'DecideAppeal', orderId, { uphold: false })
    expect(supervision).toMatchObject({ status: 'acceptance', frozen: false })
    expect([...sandbox.world.licences.where('order', orderId)]).toMatchObject([{ text: expect.stringContaining(orderId) }])
  })

  /** What the body of a step may hold, of what the test sends. */
  const BODIES: Readonly<Record<string, readonly string[]>> = {
    SubmitRequirement: ['requirement'],
    DeliverService: ['proof'],
    UploadProof: ['proof'],
    DeliverLicence: ['licence'],
  }

  test.for([
    ['env-setup', 'implementation'],
    ['gateway-year', 'activation'],
    ['edge-box', 'acceptance'],
  ] as const)('of the buyer about %s at %s that is upheld pays back (S-58)', async ([product, station], { sandbox }) => {
    const orderId = await walk(sandbox, product, station)
    const { balance } = sandbox.world.accounts.where('name', 'chengming_tech').first()!
    await step(sandbox, 'AppealDelivery', orderId, { by: 'buyer', ...appeal })
    const { supervision, order } = await step(sandbox, 'DecideAppeal', orderId, { uphold: true })
    expect([supervision.status, order.status]).toEqual(['cancelled', 'cancelled'])
    await sandbox.clock.advance('1h')
    const paid = sandbox.world.orders.get(orderId)!.amounts.official
    expect(sandbox.world.accounts.where('name', 'chengming_tech').first()!.balance - balance).toBe(paid)
  })

  test('of the seller about a requirement that never comes goes on, whoever decides it (S-58)', async ({ sandbox }) => {
    const orderId = await walk(sandbox, 'env-setup', 'requirement')
    await step(sandbox, 'AppealDelivery', orderId, { reason: '用户未提交需求' })
    const accepting = await sandbox.call('console.DecideAppeal', { path: { orderId }, body: { uphold: true, outcome: 'accept' } })
    expect(accepting.body.code).toBe('wrong-state')
    await sandbox.clock.advance('10d')
    expect((await show(sandbox, orderId)).supervision).toMatchObject({ status: 'requirement', frozen: false, appeal: { upheld: false } })
    expect(sandbox.world.upcoming().filter(({ work }) => work === 'supervision.appeal')).toEqual([])
  })
})
