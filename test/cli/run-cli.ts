import { vi } from 'vitest'
import { run } from '../../src/cli/run.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs one command line in this process and catches what it prints. */
export async function runCli(...words: string[]): Promise<Ran> {
  const caught = { out: '', err: '' }
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      caught[stream === 'stdout' ? 'out' : 'err'] += String(text)
      return true
    }),
  )
  try {
    const code = await run(words)
    return { code, ...caught }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
