import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    env: { PACT_DO_NOT_TRACK: 'true' },
    globalSetup: ['test/helpers/build.ts'],
    pool: 'forks',
    // Without a number vitest leaves one processor free, which on a machine with two halves the pace.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // The vendor's SDK logs every refusal; only a failing test's log is worth reading.
    silent: 'passed-only',
    reporters: [['default', { summary: false }], './test/helpers/closing-line.ts'],
  },
})
