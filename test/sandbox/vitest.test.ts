import { expect } from 'vitest'
import { test } from '../../src/vitest.ts'
import { sendSigned } from '../helpers/signed-call.ts'

const names = new Set<string>()

test.for(['one', 'two', 'three'])(
  'story %s has a world and a clock of its own, in the sandbox of the file',
  async (_story, { sandbox, house: server }) => {
    expect(names).not.toContain(sandbox.world.name)
    names.add(sandbox.world.name)
    expect([sandbox.url, sandbox.clock.iso(), sandbox.facts.count]).toEqual([server.url, '2026-01-01T00:00:00Z', 0])
    // The one before was dropped.
    expect(
      server.worlds
        .list()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['default', sandbox.world.name].sort())

    const order = await sandbox.buy('crm-basic-month')
    await sandbox.clock.advance('1m')

    expect(sandbox.world.orders.get(order.id)).toBeInState('completed')
    expect(sandbox).toHaveFact('order.paid', { orderId: order.id })
    expect(server).not.toHaveFact('order.paid')
    expect(server.clock.iso()).toBe('2026-01-01T00:00:00Z')
  },
)

test('credentials of the world reach it over HTTP', async ({ sandbox }) => {
  const order = await sandbox.buy('crm-basic-month')
  const target = `/v2/orders/customer-orders?order_id=${order.id}`
  const answer = await sendSigned(sandbox.url, { method: 'GET', target }, sandbox.credentials.buyer!)
  expect(answer.json()).toMatchObject({ total_count: 1 })
})

test('matchers look at answers, facts and states', async ({ sandbox }) => {
  expect(await sandbox.call('bss.ListCustomerOrders', { query: { limit: 1 } })).toAnswer(200)
  expect(await sandbox.call('bss.ShowCustomerOrderDetails', { path: { order_id: 'CS1' }, as: 'nobody' })).not.toAnswer(200)
  await expect(sandbox.call('console.ShowOrder', { path: { orderId: 'CS1' } })).resolves.toAnswer(404, 'unknown-order')
  expect({ status: 400, headers: {}, body: { error: { code: 'IAM.0101' } } }).toAnswer(400, 'IAM.0101')
  expect({ status: 200, headers: {}, body: { resultCode: '000000' } }).toAnswer(200, '000000')
})

test('a failing matcher says what was there instead', async ({ sandbox }) => {
  const refused = await sandbox.call('console.ShowOrder', { path: { orderId: 'CS1' } })
  expect(() => expect(refused).toAnswer(200)).toThrow(/Expected the answer 200, but it was 404 unknown-order:[\s\S]*There is no order /)
  expect(() => expect(refused).not.toAnswer(404)).toThrow('Expected an answer other than 404.')
  expect(() => expect(sandbox).toHaveFact('order.paid')).toThrow('Expected the fact order.paid. Nothing became true.')
  const order = await sandbox.buy('crm-basic-month', { pay: false })
  expect(() => expect(sandbox).toHaveFact('order.paid')).toThrow(/Facts \(1\):\n.*"type":"order\.placed"/)
  expect(() => expect(sandbox).toHaveFact('order.placed', { orderId: 'CS1' })).toThrow(/Facts order\.placed \(1\):/)
  expect(() => expect(order).toBeInState('completed')).toThrow(`Expected ${order.id} to be completed, but it is pending-payment.`)
  expect(() => expect(sandbox.world.orders.get('CS1')).toBeInState('completed')).toThrow('there is nothing')
})
