import { afterEach, expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { endAll, serve } from '../state/served.ts'

afterEach(endAll)

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

test('a body that needs more memory than Node has left is refused from its size, and everything else goes on', async () => {
  const served = await serve([], ['env', 'NODE_OPTIONS=--max-old-space-size=100'])
  const import8MB = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: ' '.repeat(8_000_000) }
  const refused = await fetch(`${served.url}/_sandbox/worlds/x/file`, import8MB)
  expect([refused.status, await refused.json()]).toEqual([
    507,
    expect.objectContaining({ code: 'world.full', detail: expect.stringContaining('--max-old-space-size') }),
  ])
  expect((await served.ask('POST', '/console/orders', BUY.body)).status).toBe(200)
  expect((await served.ask('POST', '/worlds/default/reset')).status).toBe(200)
}, 60_000)
