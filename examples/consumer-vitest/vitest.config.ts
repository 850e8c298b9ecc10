import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.pact.test.ts'],
    // Pact counts its users, unless it is told not to.
    env: { PACT_DO_NOT_TRACK: 'true' },
    globalSetup: [join(import.meta.dirname, 'empty-pacts.ts')],
    // Both write into one folder; in order, they write the same bytes each time.
    fileParallelism: false,
  },
})
