import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/**
 * Folders whose tests stay in this process and keep nothing at module level: their files share one, so that what is compiled for one
 * serves the next. Three times as fast. Tests that start processes, change the environment or measure have a process of their own.
 */
const SHARED = [
  'auth',
  'commerce',
  'console',
  'control',
  'gate',
  'http',
  'journeys',
  'marketplace',
  'recipes',
  'report',
  'services',
  'signing',
  'spec',
  'starts',
  'ui',
  'world',
].map((folder) => `test/${folder}/**/*.test.ts`)

export default defineConfig({
  test: {
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
    projects: [
      { extends: true, test: { name: 'shared', include: SHARED, isolate: false } },
      { extends: true, test: { name: 'isolated', include: ['test/**/*.test.ts'], exclude: SHARED } },
    ],
  },
})
