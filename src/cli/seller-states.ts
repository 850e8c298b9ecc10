import type { ArgsDef } from 'citty'
import { misused } from './stop.ts'

/** What provider states need that no call can find out. */
export const stateArguments = {
  'seller-states': {
    type: 'string',
    valueHint: 'address',
    description: "The seller's own handler of provider states, for what only it can bring about",
  },
  value: { type: 'string', valueHint: 'name=text', description: 'A value for states: license=… a licence code that the seller knows' },
} as const satisfies ArgsDef

const NAMES = ['license', 'clientSecret']

/** `--value license=PL1`, as often as there are values. A value may hold commas. */
export function namedValues(raw: readonly string[]): Record<string, string> {
  const given = raw.flatMap((word, i) =>
    word === '--value' ? [raw[i + 1] ?? ''] : word.startsWith('--value=') ? [word.slice('--value='.length)] : [],
  )
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf('=')
      const name = text.slice(0, at)
      if (at > 0 && NAMES.includes(name) && at < text.length - 1) return [name, text.slice(at + 1)]
      throw misused(`--value is one of ${NAMES.map((one) => `${one}=…`).join(', ')}, not "${text.slice(0, 80)}".`)
    }),
  )
}
