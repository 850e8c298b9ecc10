import type { ArgsDef } from 'citty'
import { didYouMean, LIMITED, LIMITS, type Limits } from '../../index.ts'
import { valuesOf } from '../terminal/arguments.ts'
import { misused } from '../terminal/exit-codes.ts'

/** How much one world may hold. */
export const limitArgument = {
  limit: {
    type: 'string',
    valueHint: 'orders=N',
    description: `Most orders, facts, deliveries, attempts of one world; may be repeated (${LIMITED.map((kind) => `${kind}=${LIMITS[kind]}`).join(', ')})`,
  },
} as const satisfies ArgsDef

/** The limits of a command line, or exit code 2. */
export function limitsOf(rawArgs: readonly string[]): Partial<Limits> {
  const limits: Record<string, number> = {}
  for (const text of valuesOf(rawArgs, 'limit')) {
    const [kind = '', most = ''] = text.split('=')
    if (!(LIMITED as readonly string[]).includes(kind))
      throw misused(
        `There is no limit of "${kind}".${didYouMean(kind, LIMITED)} Write --limit orders=20000; there are: ${LIMITED.join(', ')}.`,
      )
    if (!/^[1-9]\d{0,11}$/.test(most)) throw misused(`--limit ${kind}= must be a whole number of at least 1, not "${most}".`)
    limits[kind] = Number(most)
  }
  return limits
}
