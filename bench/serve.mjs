/**
 * The sandbox as the bench measures it: the built package, with as many orders as asked for. Tells its address, token
 * and memory over IPC.
 */
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'

// The package, or a build of it that was made for a comparison.
const { openSandbox } = await import(process.env.BENCH_PACKAGE ?? '../dist/index.js')

const orders = Number(process.env.BENCH_ORDERS ?? 40)
const spec = process.env.BENCH_SPEC
const sandbox = await openSandbox({ port: 0, clock: 'live', ...(spec ? { spec: [spec], with: ['bss', 'iam'] } : {}) })
const { world } = sandbox
const { domain_id: customerId, token } = sandbox.credentials.buyer
const pattern = [...world.orders.where('customer', customerId)].filter(
  (order) => order.status === 'completed' && order.combinedId === undefined,
)
const day = 86_400_000
world.transaction(() => {
  for (let n = world.orders.size; n < orders; n++) {
    const like = pattern[n % pattern.length]
    const createdAt = world.clock.now() - 400 * day + Math.floor((n / orders) * 390 * day)
    const id = `CSBENCH${String(n).padStart(10, '0')}`
    world.orders.put({
      ...like,
      id,
      customerId,
      createdAt,
      paidAt: createdAt + 60_000,
      status: n % 100 === 0 ? 'cancelled' : 'completed',
      lines: like.lines.map((line, i) => ({ ...line, id: `${id}-${String(i + 1).padStart(6, '0')}` })),
    })
  }
})
if (process.env.BENCH_DEAD) {
  const product = [...world.products.all()].find(({ kind, sellerId }) => kind === 'saas' && sellerId !== undefined)
  world.addresses.put({ id: 'dead', sellerId: product.sellerId, use: 'basic', url: process.env.BENCH_DEAD })
  for (let n = 0; n < Number(process.env.BENCH_DELIVERIES); n++) sandbox.deliveries.trigger('newInstance', { product: product.id })
}
if (process.env.BENCH_RULE) await sandbox.faults.add({ on: 'bss.ShowCustomerOrderDetails', answer: 'CBC.0999' })
let { url } = sandbox
if (process.env.BENCH_RESPONSES) {
  // The same app, its answers as Response objects that Hono's adapter sends.
  const server = createServer(getRequestListener((request) => sandbox.fetch(request), { overrideGlobalObjects: false }))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${server.address().port}`
}
const probe = [...world.orders.where('customer', customerId)].at(-1)
global.gc?.()
process.send?.({ url, token, orders: world.orders.size, order: probe?.id, rss: process.memoryUsage().rss })
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ rss: process.memoryUsage().rss, processor: user + system })
})
process.on('disconnect', () => process.exit(0))
