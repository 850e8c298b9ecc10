import { test as base } from 'vitest'
import { startSandbox } from './sandbox.ts'
import type { Sandbox, SandboxOptions } from './sandbox-api.ts'

/**
 * A vitest `test` whose stories get a sandbox of their own, with a frozen clock, closed when the story ends.
 *
 * @example
 * import { sandboxTest as test } from 'koogallery-sandbox/vitest'
 *
 * test('lists orders', async ({ sandbox }) => {
 *   expect((await sandbox.call('bss.ListCustomerOrders')).status).toBe(200)
 * })
 */
export const sandboxTest = base.extend<{ sandboxOptions: SandboxOptions; sandbox: Sandbox }>({
  sandboxOptions: [{}, { injected: true }],
  sandbox: async ({ sandboxOptions }, use) => {
    await using sandbox = await startSandbox(sandboxOptions)
    await use(sandbox)
  },
})
