import { openEntrances } from '../record/entrances.ts'
import { createRecorder } from '../record/recorder.ts'
import { systemClock } from '../world/engine/system-clock.ts'
import { openThrough } from './sandbox.ts'
import type { Sandbox, SandboxOptions } from './sandbox-api.ts'
import { VERSION } from './version.ts'

/**
 * Opens a sandbox and resolves once it answers. For serving: live clock, a mismatch with the spec is reported, not thrown.
 * @throws SpecFault for a spec that cannot be used; the system's error for an address that is not available
 */
export function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  return openThrough(
    (failed) =>
      options.record === undefined ? openEntrances(systemClock) : createRecorder({ file: options.record, version: VERSION, failed }),
    options,
  )
}

/** A sandbox for tests: frozen clock, a port of its own, and an answer that does not match its spec throws. */
export function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  return openSandbox({ clock: 'frozen', onDrift: 'throw', drain: 200, ...options })
}
