import { expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'

const BUY = { body: { product: 'crm-basic-month' } }

test('a world that holds as many orders as it may refuses more, names limit and option, and changes nothing', async () => {
  await using first = await startSandbox()
  const orders = first.world.orders.size + 1
  await using sandbox = await startSandbox({ limits: { orders } })
  expect(await sandbox.call('console.BuyProduct', BUY)).toMatchObject({ status: 200 })
  const facts = sandbox.facts.count
  const refused = await sandbox.call('console.BuyProduct', BUY)
  expect(refused).toMatchObject({ status: 507, body: { code: 'world.full', detail: expect.stringContaining(`--limit orders=N`) } })
  expect(refused.body.detail).toContain(`holds ${orders} orders`)
  expect([sandbox.world.orders.size, sandbox.facts.count]).toEqual([orders, facts])
  sandbox.reset()
  expect(await sandbox.call('console.BuyProduct', BUY)).toMatchObject({ status: 200 })
})
