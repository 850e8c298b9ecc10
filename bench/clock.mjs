/**
 * A year over as many resources as asked for, each of which lapses once: told of its end, expired, frozen, released, at moments spread
 * over the year. Tells the milliseconds of the advance, those of the
 * processor alone (neighbours do not count) and the work done, over IPC. The built package, no socket on the way.
 */
import { startSandbox } from '../dist/index.js'

const count = Number(process.env.BENCH_RESOURCES ?? 10_000)
const sandbox = await startSandbox({ world: 'empty' })
const { world, clock } = sandbox
const bought = await sandbox.buy('crm-basic-month')
await clock.advance('1m')
const like = [...world.resources.where('order', bought.id)][0]
const day = 86_400_000
const from = clock.now()
world.transaction(() => {
  for (let n = 0; n < count; n++) {
    const id = `bench-${String(n).padStart(9, '0')}`
    // All ends lie far enough from both edges that every step falls into the year; the order is not that of time.
    const expireAt = from + 20 * day + Math.floor((((n * 7919) % count) / count) * 300 * day)
    world.resources.put({ ...like, id, expireAt })
    world.plan(from, 'resource.life', { resourceId: id })
  }
})
clock.runDue()
global.gc?.()
const before = sandbox.facts.count
const cpu = process.cpuUsage()
const began = performance.now()
const fired = clock.advance('P1Y')
const ms = performance.now() - began
const { user, system } = process.cpuUsage(cpu)
const released = sandbox.facts.of('resource.closed').length
await sandbox.close()
if (released < count) throw new Error(`${released} of ${count} resources lapsed.`)
process.send?.({ ms, cpu: (user + system) / 1000, fired: fired.length, facts: sandbox.facts.count - before })
