import type { Bundle } from '../../spec/document/model.ts'
import { type Change, textOf } from './rules.ts'

/** Changes of the transition tables: which event leads from which state to which. A seller may then see states in another order. */
export function* compareMachines(old: Bundle, now: Bundle): Generator<Change> {
  for (const name of new Set([...Object.keys(old.machines), ...Object.keys(now.machines)])) {
    const rows = (bundle: Bundle) => new Set((bundle.machines[name] ?? []).map((row) => JSON.stringify(bare(row))))
    const [before, after] = [rows(old), rows(now)]
    const change = (what: string, was: unknown, is: unknown): Change => ({
      code: `provider.transition.${what}`,
      level: 'risky',
      pointer: `/transitions/${name}`,
      old: textOf(was),
      now: textOf(is),
    })
    for (const row of before) if (!after.has(row)) yield change('removed', row, undefined)
    for (const row of after) if (!before.has(row)) yield change('added', undefined, row)
  }
}

/** A row without its texts and sources. */
function bare(row: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'about' && !key.startsWith('x-')))
}
