import { COVERED_KINDS, type CoveredKind } from '../../spec/coverable.ts'
import { type Measured, type Measurement, partsOf, percentOf, shareOf } from './measure.ts'

/** Kinds that share a table: sellers' calls, calls to sellers, transitions. */
const TABLES: readonly (readonly CoveredKind[])[] = [
  ['operations', 'parameters', 'statuses', 'errors'],
  ['activities', 'scenes', 'results', 'outcomes'],
  ['transitions'],
]

/** Rows of cells for the terminal, one table for each direction; the last row of each adds up. */
export function coverageTables({ items }: Measurement): readonly (readonly (readonly string[])[])[] {
  return TABLES.flatMap((kinds) => {
    const own = items.filter(({ kind }) => kinds.includes(kind))
    if (own.length === 0) return []
    const rowOf = (name: string, of: readonly Measured[]) => [name, ...kinds.map((kind) => cellOf(of.filter((item) => item.kind === kind)))]
    const parts = partsOf(own)
    const rows = parts.map((part) =>
      rowOf(
        part,
        own.filter((item) => item.part === part),
      ),
    )
    return [[['', ...kinds], ...rows, ...(parts.length > 1 ? [rowOf('all', own)] : [])]]
  })
}

function cellOf(items: readonly Measured[]): string {
  if (items.length === 0) return '–'
  const share = shareOf(items)
  return share.of === 0 ? 'excluded' : `${share.exercised}/${share.of} ${percentOf(share)} %`
}

/** What was never exercised, by name: one line for each operation. What was only forced is marked with `!`. */
export function neverLines({ items }: Measurement): readonly string[] {
  return COVERED_KINDS.flatMap((kind) => {
    const open = items.filter((item) => item.kind === kind && (item.state === 'never' || item.state === 'forced'))
    if (open.length === 0) return []
    const byOwner = new Map<string, string[]>()
    for (const { name, state, part } of open) {
      const cut = name.indexOf(' ')
      const owner = cut < 0 ? part : name.slice(0, cut)
      const rest = cut < 0 ? name.slice(part.length + 1) : name.slice(cut + 1)
      byOwner.set(owner, [...(byOwner.get(owner) ?? []), `${rest}${state === 'forced' ? '!' : ''}`])
    }
    return [`${kind} (${open.length})`, ...[...byOwner].map(([owner, names]) => `  ${owner}: ${names.join(', ')}`)]
  })
}
