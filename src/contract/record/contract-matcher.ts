import { dirname, isAbsolute, join } from 'node:path'
import type { Judged } from '../../sandbox/matchers.ts'
import type { Sandbox } from '../../sandbox/sandbox-api.ts'
import { matchContract, type Update } from './match-contract.ts'
import { recordPact } from './record-pact.ts'

/** The matcher of recorded contracts; `import 'koogallery-sandbox/vitest'` adds it to vitest's `expect`. */
export interface ContractMatcher<R = unknown> {
  /**
   * Expects that the calls made in a sandbox, or in the world of a story, are exactly the contract in this file (Pact V4, with its
   * provider states in a second file beside it). The first run writes the file, `vitest -u` writes it again, CI never does. A path is
   * relative to the test file, as for snapshots. Needs a frozen clock.
   */
  toMatchContract(file: string, names: { readonly consumer: string; readonly provider?: string }): R
}

/** The part of vitest's state that decides whether files are written. */
interface Running {
  readonly testPath?: string
  readonly snapshotState?: { readonly _updateSnapshot?: Update }
}

export const contractMatcher = {
  toMatchContract(
    this: unknown,
    sandbox: Pick<Sandbox, 'journal' | 'specs' | 'world' | 'worlds'>,
    file: string,
    { consumer, provider = 'huawei-cloud' }: { readonly consumer: string; readonly provider?: string },
  ): Judged {
    const world = sandbox.world.name
    const { start = 'default' } = sandbox.worlds.list().find(({ name }) => name === world) ?? {}
    const entries = sandbox.journal.entries({ world, changes: true })
    // Vitest has no public API for `-u`; only its snapshot state knows it.
    const { testPath, snapshotState } = this as Running
    const place = isAbsolute(file) || testPath === undefined ? file : join(dirname(testPath), file)
    const recording = recordPact(entries, { consumer, provider, specs: sandbox.specs, start })
    const differences = matchContract(place, recording, snapshotState?._updateSnapshot ?? 'none')
    const message = () =>
      differences.length === 0
        ? `Expected something other than the contract in ${file}.`
        : `What ${consumer} did differs from its contract in ${file}:\n${differences.map((line) => `  ${line}`).join('\n')}\nRun vitest with -u if the new one is right.`
    return { pass: differences.length === 0, message }
  },
}
