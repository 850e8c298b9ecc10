import type { ArgsDef } from 'citty'
import { DRAIN } from '../../stopping/stop.ts'
import { misused } from '../terminal/exit-codes.ts'

/** How long a server command waits for running work when it is stopped. */
export const drainArgument = {
  drain: {
    type: 'string',
    valueHint: 'time',
    default: `${DRAIN / 1000}s`,
    description: 'How long running work may continue after a stop signal: 5s, 500ms, 0. A second signal stops at once',
  },
} as const satisfies ArgsDef

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 }
const LONGEST = 600_000

/** Milliseconds, or exit code 2. */
export function drainOf({ drain }: { readonly drain: string }): number {
  const [, count = '', unit = 's'] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m)?$/.exec(drain) ?? []
  const ms = count === '' ? Number.NaN : Number(count) * (UNITS[unit] ?? 1)
  if (ms <= LONGEST) return ms
  throw misused(`--drain must be a time like 5s or 500ms, at most 10m, not "${drain}".`)
}
