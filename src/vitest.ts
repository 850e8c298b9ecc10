import { test as base, expect } from 'vitest'
import { type ContractMatcher, contractMatcher } from './contract/record/contract-matcher.ts'
import { type SandboxMatchers, sandboxMatchers } from './sandbox/matchers.ts'
import { startSandbox } from './sandbox/open-sandbox.ts'
import type { Sandbox, SandboxOptions } from './sandbox/sandbox-api.ts'

export type { ContractMatcher } from './contract/record/contract-matcher.ts'
export type { SandboxMatchers } from './sandbox/matchers.ts'

expect.extend({ ...sandboxMatchers, ...contractMatcher })

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: as vitest declares it
  interface Matchers<T = any> extends SandboxMatchers<T>, ContractMatcher<T> {}
}

/**
 * A vitest `test` whose stories get a world of their own, with a frozen clock, in the one sandbox of their file. All that `sandbox` does
 * (`call`, `buy`, `clock`, `facts`, `credentials`, `deliveries`, `waitFor`) speaks of that world, which is dropped when the story ends. Over
 * HTTP, calls with its credentials reach it; a control call wants `?world=` with `sandbox.world.name`.
 *
 * @example
 * import { test } from 'koogallery-sandbox/vitest'
 * import { expect } from 'vitest'
 *
 * test('a paid order is completed within a minute', async ({ sandbox }) => {
 *   const order = await sandbox.buy('crm-basic-month')
 *   await sandbox.clock.advance('1m')
 *   expect(sandbox.world.orders.get(order.id)).toBeInState('completed')
 *   expect(sandbox).toHaveFact('order.paid', { orderId: order.id })
 *   expect(await sandbox.call('bss.ListCustomerOrders')).toAnswer(200)
 * })
 *
 * // With options of your own, once for the file:
 * const bare = test.extend<{ $file: { sandboxOptions: SandboxOptions } }>({
 *   sandboxOptions: [async ({}, use) => use({ world: 'empty' }), { scope: 'file' }],
 * })
 */
export const test = base.extend<{ $file: { sandboxOptions: SandboxOptions; house: Sandbox }; $test: { sandbox: Sandbox } }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants the pattern
  sandboxOptions: [async ({}, use) => use({}), { scope: 'file', injected: true }],
  house: [
    async ({ sandboxOptions }, use) => {
      await using server = await startSandbox(sandboxOptions)
      await use(server)
    },
    { scope: 'file' },
  ],
  sandbox: async ({ house: server, task }, use) => {
    // Of the same story always the same name: keys and ids come from it.
    const name = `test${task.id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 63)
    const own = server.inWorld(name)
    // What the world does not answer is the house's: its address, its specs, its journal, other worlds.
    await use(Object.create(server, Object.getOwnPropertyDescriptors(own)) as Sandbox)
    if (server.worlds.get(name)) server.worlds.drop(name)
  },
})

/** As `test`, but each story gets a whole sandbox with a port of its own: for stories that change what all worlds share. */
export const sandboxTest = base.extend<{ sandboxOptions: SandboxOptions; sandbox: Sandbox }>({
  sandboxOptions: [{}, { injected: true }],
  sandbox: async ({ sandboxOptions }, use) => {
    await using sandbox = await startSandbox(sandboxOptions)
    await use(sandbox)
  },
})
