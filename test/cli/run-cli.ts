import { vi } from 'vitest'
import { run } from '../../src/cli/run.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs one command line in this process and catches what it prints. */
export async function runCli(...words: string[]): Promise<Ran> {
  const { thrown, ...ran } = await caught(() => run(words))
  if (thrown) throw thrown
  return ran
}

/** Catches what a part of the command line prints, returns and throws. */
export async function caught(part: () => number | Promise<number>): Promise<Ran & { readonly thrown?: unknown }> {
  const said = { out: '', err: '' }
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream === 'stdout' ? 'out' : 'err'] += String(text)
      return true
    }),
  )
  try {
    return { code: await part(), ...said }
  } catch (thrown) {
    return { code: Number.NaN, ...said, thrown }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
