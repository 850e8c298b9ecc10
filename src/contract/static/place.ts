import type { Specs } from '../../spec/catalogue.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'

/** The line of the specs that describes a part of an operation: `query/limit`, `body`, `200`, `errors`; else the operation's first line. */
function placeOf({ bundle }: Specs, operation: Operation, part: string, schema?: string): string | undefined {
  const { places } = bundle
  return (
    (schema === undefined ? undefined : places[`${operation.service}#${schema}`]) ??
    places[`${operation.ref}/${part}`] ??
    places[operation.ref]
  )
}

/** What every finding about an operation carries: the source of the rule, its evidence, and its place in the specs. */
export function cited(specs: Specs, operation: Operation, part: string, schema?: string): Pick<Finding, 'source' | 'evidence' | 'place'> {
  const place = placeOf(specs, operation, part, schema)
  return {
    evidence: operation.evidence,
    ...(operation.source === undefined ? {} : { source: operation.source }),
    ...(place === undefined ? {} : { place }),
  }
}

/** `/body/order_infos/0/status` and `/body/order_infos/7/status` are the same place of a contract. */
function anyItem(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*')
}

/** Several comparisons may report the same mistake. The first report is the most precise, so it is kept. Errors come before infos. */
export function onePerPlace(findings: Iterable<Finding>): Finding[] {
  const merged = new Map<string, Finding>()
  for (const finding of findings) {
    const place = anyItem(finding.pointer).toLowerCase()
    const before = merged.get(place)
    if (!before || (before.level !== 'error' && finding.level === 'error')) merged.set(place, finding)
  }
  return [...merged.values()]
}
