/** A sandbox that serves one document only, the built package. Tells its address over IPC, and the processor's time when asked. */
const { openSandbox } = await import(process.env.BENCH_PACKAGE ?? '../dist/index.js')

const sandbox = await openSandbox({ port: 0, clock: 'live', spec: [process.env.BENCH_SPEC] })
process.send?.({ url: sandbox.url })
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ rss: process.memoryUsage().rss, processor: user + system })
})
process.on('disconnect', () => process.exit(0))
