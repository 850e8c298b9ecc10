import type { ArgsDef } from 'citty'
import { type SandboxLimits, SETTABLE_LIMITS, wrongLimit } from '../../index.ts'
import { valuesOf } from '../terminal/arguments.ts'
import { misused } from '../terminal/exit-codes.ts'

/** Limits of the sandbox and its worlds. */
export const limitArgument = {
  limit: {
    type: 'string',
    valueHint: 'orders=N',
    description: `Another limit, may be repeated: ${SETTABLE_LIMITS.join(', ')}; \`koosandbox doctor\` lists them with their defaults`,
  },
} as const satisfies ArgsDef

/** The limits of a command line, or exit code 2. */
export function limitsOf(rawArgs: readonly string[]): Partial<SandboxLimits> {
  const limits: Record<string, number> = {}
  for (const text of valuesOf(rawArgs, 'limit')) {
    const [name = '', most = ''] = text.split('=')
    const wrong = wrongLimit(name, /^[1-9]\d{0,11}$/.test(most) ? Number(most) : most)
    if (wrong?.startsWith(name)) throw misused(`--limit ${name}=${wrong.slice(name.length)}`)
    if (wrong !== undefined) throw misused(`${wrong[0]?.toUpperCase()}${wrong.slice(1)} Write --limit orders=20000.`)
    limits[name] = Number(most)
  }
  return limits
}
