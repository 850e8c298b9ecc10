import type { Schema } from '../document/model.ts'
import type { Complaint } from './checks.ts'
import { createMaker } from './values/create-maker.ts'
import { ENDLESS, type Place, type SampleSource } from './values/maker.ts'

export type { SampleSource }

/** How often a value that violates its schema is made anew. */
const MOST_TRIES = 6

/**
 * A value that matches a schema, for operations that have neither a behaviour nor an example. Each leaf depends only on
 * the seed and its own place, so an added field does not change other fields.
 */
export function sample(schema: Schema, schemas: Readonly<Record<string, Schema>>, source: SampleSource): unknown {
  const place: Place = { pointer: '', name: '', depth: 0, refs: [], attempt: 0 }
  if (source.direction === undefined) return createMaker(schemas, source).make(schema, place)
  let best: unknown = null
  let fewest = Number.POSITIVE_INFINITY
  let problems: readonly Complaint[] = []
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const maker = createMaker(schemas, source)
    const made = attempted(() => maker.make(schema, { ...place, attempt }))
    const complaints = maker.check(schema)(made.value)
    if (complaints.length === 0 && made.ended) return made.value
    const count = complaints.length + (made.ended ? 0 : 1_000)
    if (count < fewest) {
      best = made.value
      fewest = count
      problems = complaints
    }
  }
  source.failed?.(problems)
  return best
}

function attempted(make: () => unknown): { readonly value: unknown; readonly ended: boolean } {
  try {
    return { value: make(), ended: true }
  } catch (error) {
    if (error === ENDLESS) return { value: null, ended: false }
    throw error
  }
}
