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

/** A sandbox compared with another: answers per second, and for each second of the processor. */
interface Ratio {
  readonly rate: number
  readonly processor: number
}

/**
 * Medians of what `other` answers ÷ what `base` answers, taken in turn, so that a noisy neighbour meets both. The processor's time does not
 * depend on what else the machine does.
 */
export async function compared<S extends Server>(
  other: Record<string, string>,
  { start, stop, shot, ms, pairs }: Terms<S>,
  base: Record<string, string> = {},
): Promise<Ratio> {
  const plain = await start(base)
  const changed = await start(other)
  const measured = async (server: S) => {
    const before = await processorOf(server)
    const { rate, answers } = await fire(server.url, shot(server.token), { ms, status: 200 })
    return { rate, processor: answers / ((await processorOf(server)) - before) }
  }
  const ratios: Ratio[] = []
  for (let i = 0; i <= pairs; i++) {
    const [one, two] = [await measured(plain), await measured(changed)]
    if (i > 0) ratios.push({ rate: two.rate / one.rate, processor: two.processor / one.processor })
  }
  await Promise.all([stop(plain), stop(changed)])
  return { rate: median(ratios.map(({ rate }) => rate)), processor: median(ratios.map(({ processor }) => processor)) }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** Microseconds of the processor that a server has taken. */
export const processorOf = ({ child }: Pick<Server, 'child'>): Promise<number> =>
  new Promise((resolve) => {
    child.once('message', (message) => resolve((message as { readonly processor: number }).processor))
    child.send('memory')
  })
