import type { ChildProcess } from 'node:child_process'
import { fire, type Shot } from './load.ts'

interface Server {
  readonly child: ChildProcess
  readonly url: string
  readonly token: string
}

interface Terms<S extends Server> {
  readonly start: (env: Record<string, string>) => Promise<S>
  readonly stop: (server: S) => Promise<void>
  readonly shot: (token: string) => Shot
  readonly ms: number
  /** Pairs that are measured, after one that warms both up. */
  readonly pairs: number
}

/** Median of answers per second of `other` ÷ those of a plain sandbox, taken in turn, so that a noisy neighbour meets both. */
export async function compared<S extends Server>(
  other: Record<string, string>,
  { start, stop, shot, ms, pairs }: Terms<S>,
): Promise<number> {
  const plain = await start({})
  const changed = await start(other)
  const ratios: number[] = []
  for (let i = 0; i <= pairs; i++) {
    const base = await fire(plain.url, shot(plain.token), { ms, status: 200 })
    const rate = await fire(changed.url, shot(changed.token), { ms, status: 200 })
    if (i > 0) ratios.push(rate / base)
  }
  await Promise.all([stop(plain), stop(changed)])
  return ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] as number
}
