import { afterAll, expect } from 'vitest'
import type { SandboxOptions } from '../../src/index.ts'
import { builtInBundle } from '../../src/spec/schema/cache.ts'
import { sandboxTest, test } from '../../src/vitest.ts'
import type { Machines } from '../../src/world/engine/machines.ts'
import type { World } from '../../src/world/world-api.ts'
import { type Audit, audit } from './audit.ts'

/** Watches every world of a sandbox: give `onWorld` to `startSandbox`, and ask `expectSound()` whenever something was done. */
export function watchful() {
  const machines = builtInBundle().machines as unknown as Machines
  const audits: Audit[] = []
  return {
    onWorld: (world: World) => {
      audits.push(audit(world, machines))
    },
    /** Nothing was left in contradiction by any operation, and nothing at all is at the end. */
    expectSound() {
      for (const one of audits) one.checkAll()
      expect(audits.flatMap((one) => one.findings)).toEqual([])
    },
  }
}

/** `sandboxTest` under the eyes of the audit: a story fails when any operation leaves amounts, states, dates or counts in contradiction. */
export const auditedTest = sandboxTest.extend<{ watch: ReturnType<typeof watchful>; sandboxOptions: SandboxOptions }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants the pattern
  watch: async ({}, use) => {
    const watch = watchful()
    await use(watch)
    watch.expectSound()
  },
  sandboxOptions: async ({ watch }, use) => use({ onWorld: watch.onWorld }),
})

/** As `auditedTest`, with one sandbox for the file and a world for each story: much faster, where nothing is asked over HTTP without keys. */
export const worldTest = test.extend<{
  $file: { watch: ReturnType<typeof watchful>; sandboxOptions: SandboxOptions }
  $test: { sound: undefined }
}>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants the pattern
  watch: [async ({}, use) => use(watchful()), { scope: 'file' }],
  sandboxOptions: [async ({ watch }, use) => use({ onWorld: watch.onWorld }), { scope: 'file' }],
  sound: [
    async ({ watch, sandbox: _sandbox }, use) => {
      await use(undefined)
      watch.expectSound()
    },
    { auto: true },
  ],
})

/** For files that open one sandbox for all their stories: `startSandbox(watchedOptions())`. */
export function watchedOptions() {
  const watch = watchful()
  afterAll(() => watch.expectSound())
  return { onWorld: watch.onWorld }
}
