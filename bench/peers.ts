import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { keepOffClientCore } from './load.ts'

/** Prism's command, where it is asked for and installed: `BENCH_PEERS=1`, with `prism` of `@stoplight/prism-cli` in the path. */
export function prismPath(): string | undefined {
  if (!process.env.BENCH_PEERS) return undefined
  const found = spawnSync('which', ['prism'], { encoding: 'utf8' }).stdout?.trim()
  return found ? found : undefined
}

/** Prism as it serves a document; `undefined` where it is not to be measured. */
export async function startPrism(spec: string): Promise<{ readonly child: ChildProcess; readonly url: string } | undefined> {
  const prism = prismPath()
  if (!prism) return undefined
  const port = await freePort()
  const child = spawn(process.execPath, [prism, 'mock', '-p', String(port), spec], { stdio: 'ignore' })
  if (child.pid !== undefined) keepOffClientCore(child.pid)
  const url = `http://127.0.0.1:${port}`
  const until = performance.now() + 60_000
  for (;;) {
    const answered = await fetch(url).then(
      (answer) => answer.arrayBuffer(),
      () => undefined,
    )
    if (answered) return { child, url }
    if (performance.now() > until) throw new Error('Prism did not answer within 60 seconds.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
