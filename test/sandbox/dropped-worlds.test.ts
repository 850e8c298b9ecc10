import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

test.each(['dropped', 'reset'] as const)(
  'a world that was %s is not kept for its exchanges, which stay without its secrets',
  async (how) => {
    await using sandbox = await startSandbox({ journalSize: 50 })
    const gone = async () => {
      const { token } = sandbox.inWorld('short').credentials.buyer ?? {}
      await sandbox.inWorld('short').call('bss.ListCustomerOrders', { query: { limit: 5 } })
      const json = { 'Content-Type': 'application/json' }
      const bought = { method: 'POST', headers: json, body: JSON.stringify({ product: 'crm-basic-month' }) }
      expect((await fetch(`${sandbox.url}/_sandbox/console/orders?world=short`, bought)).status).toBeLessThan(300)
      sandbox.inWorld('short').faults.add({ on: 'bss.PayOrders', status: 503 })
      sandbox.inWorld('short').scenarios.start('flaky-friday')
      sandbox.inWorld('short').clock.advance('1d')
      const world = new WeakRef(sandbox.inWorld('short').world)
      if (how === 'dropped') sandbox.worlds.drop('short')
      else sandbox.inWorld('short').reset()
      return { world, token }
    }
    const { world, token } = await gone()
    // What the last turn looked at is kept until it ends.
    for (let turn = 0; turn < 10 && world.deref(); turn++) {
      await new Promise((resolve) => setImmediate(resolve))
      collectGarbage()
    }
    expect(world.deref()).toBeUndefined()
    const entries = sandbox.journal.entries({ world: 'short', changes: true })
    expect(entries.map(({ operation }) => operation)).toEqual(['bss.ListCustomerOrders', expect.stringMatching(/^console\./)])
    expect(JSON.stringify(entries)).not.toContain(token)
  },
)
