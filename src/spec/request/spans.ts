import type { OperationDoc } from '../document/model.ts'

/** The rule of S-07 as data: how far apart two times of a query may be. Times in the wrong order match nothing, so they are not refused. */
export function checkSpans(
  doc: OperationDoc,
  query: Readonly<Record<string, unknown>>,
  complain: (kind: 'span', pointer: string, expected: string, got: string) => void,
): void {
  for (const span of doc['x-span'] ?? []) {
    const from = query[span.from]
    const to = query[span.to]
    if (typeof from !== 'string' || typeof to !== 'string') continue
    const years = Number(/^P(\d+)Y$/.exec(span.max)?.[1] ?? 1)
    const limit = new Date(from)
    limit.setUTCFullYear(limit.getUTCFullYear() + years)
    if (new Date(to).getTime() > limit.getTime())
      complain('span', `/query/${span.to}`, `at most ${years} year after ${span.from}`, `${from} to ${to}`)
  }
}
