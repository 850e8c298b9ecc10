import type { ArgsDef } from 'citty'
import { DRAIN } from '../../stopping/stop.ts'
import { misused } from '../terminal/exit-codes.ts'

/** How long a command that listens waits when it is stopped. */
export const drainArgument = {
  drain: {
    type: 'string',
    valueHint: 'time',
    default: `${DRAIN / 1000}s`,
    description: 'How long what is under way may go on after a signal to stop: 5s, 500ms, 0. A second signal ends the wait',
  },
} as const satisfies ArgsDef

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 }
const LONGEST = 600_000

/** Milliseconds, or exit code 2. */
export function drainOf({ drain }: { readonly drain: string }): number {
  const [, count = '', unit = 's'] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m)?$/.exec(drain) ?? []
  const ms = count === '' ? Number.NaN : Number(count) * (UNITS[unit] ?? 1)
  if (ms <= LONGEST) return ms
  throw misused(`--drain is a time like 5s or 500ms, at most 10m, not "${drain}".`)
}
