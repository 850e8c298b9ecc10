import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { IsolatedFirst } from './test/helpers/isolated-first.ts'

/** Tests that measure time or memory, or work in other folders, have a process of their own. */
const ISOLATED = ['test/bench.test.ts', 'test/docs/commands.test.ts', 'test/cli/output.test.ts']

/** What `--maxWorkers` says: vitest does not pass it on to projects. */
const ASKED = Number(/--maxWorkers[= ](\d+)/i.exec(process.argv.join(' '))?.[1] ?? 0)
/** More than there are processors: most stories wait a third of their time for a browser, a child process or a seller. */
const WORKERS = ASKED || Math.max(2, Math.ceil(availableParallelism() * 1.5))

/**
 * All others share one process per worker, so that what is loaded and compiled for one file serves the next: a file on its own needs two
 * to four seconds before its first test. They keep nothing at module level and undo what they change of the process.
 */
export default defineConfig({
  test: {
    environment: 'node',
    // English whatever the locale of the machine. Sandboxes of tests do not appear in the `koosandbox status` of whoever runs them.
    env: { PACT_DO_NOT_TRACK: 'true', KOOSANDBOX_LANG: 'en', KOOSANDBOX_RUNTIME_DIR: join(tmpdir(), 'koosandbox-tests') },
    globalSetup: ['test/helpers/build.ts'],
    pool: 'forks',
    maxWorkers: WORKERS,
    // Many times what a test needs: the machine may be busy with other things.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // On build machines, whose neighbours nobody knows, a test that fails is tried once more. The closing lines name it.
    retry: process.env.CI === 'true' ? 1 : 0,
    expect: { poll: { timeout: 30_000, interval: 20 } },
    // The vendor's SDK logs every refusal; only a failing test's log is worth reading.
    silent: 'passed-only',
    reporters: [['default', { summary: false }], './test/helpers/closing-line.ts'],
    sequence: { sequencer: IsolatedFirst },
    projects: [
      { extends: true, test: { name: 'shared', include: ['test/**/*.test.ts'], exclude: ISOLATED, isolate: false } },
      { extends: true, test: { name: 'isolated', include: ISOLATED } },
    ],
  },
})
