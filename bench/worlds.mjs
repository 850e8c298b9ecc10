/**
 * What worlds cost, at 100 and at 10,000 orders: milliseconds and memory of a fork that nobody uses, and of writing a whole world into a file
 * and reading it back. Tells it over IPC. The built package, no socket on the way.
 */
import { startSandbox } from '../dist/index.js'

const smoke = process.env.BENCH_SMOKE !== undefined
const forks = smoke ? 20 : 500

async function measure(world, orders) {
  const sandbox = await startSandbox({ world })
  const { worlds } = sandbox
  if (sandbox.world.orders.size < orders) {
    await sandbox.call('console.RechargeAccount', { path: { account: 'chengming_tech' }, body: { amount: '1000000' } })
    while (sandbox.world.orders.size < orders) await sandbox.buy('sms')
  }
  // The first fork freezes what is there; every further one stands on it.
  for (let i = 0; i < 10; i++) worlds.fork('default', `warm-${i}`)
  global.gc?.()
  const heap = process.memoryUsage().heapUsed
  const times = []
  for (let i = 0; i < forks; i++) {
    const began = performance.now()
    worlds.fork('default', `fork-${i}`)
    times.push(performance.now() - began)
  }
  global.gc?.()
  const bytes = (process.memoryUsage().heapUsed - heap) / forks
  const began = performance.now()
  const file = worlds.export('default')
  const text = JSON.stringify(file)
  const exported = performance.now() - began
  worlds.import('copy', JSON.parse(text))
  const imported = performance.now() - began - exported
  if (worlds.open('copy').orders.size !== sandbox.world.orders.size) throw new Error('The copy has another number of orders.')
  const size = sandbox.world.orders.size
  await sandbox.close()
  times.sort((a, b) => a - b)
  return { orders: size, fork: times[Math.floor(times.length / 2)], bytes, export: exported, import: imported, size: text.length }
}

const small = await measure('default', 100)
const large = await measure(smoke ? 'every-state' : 'busy', 0)
process.send?.({ small, large })
