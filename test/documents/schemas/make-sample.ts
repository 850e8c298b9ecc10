import type { Schema } from '../../../src/spec/document/model.ts'
import { type Complaint, createChecks } from '../../../src/spec/schema/checks.ts'
import { type SampleSource, sample } from '../../../src/spec/schema/sample.ts'
import { hash32, seededNumbers } from '../../../src/world/engine/chance.ts'

export type Schemas = Readonly<Record<string, Schema>>
export type Direction = NonNullable<SampleSource['direction']>

/** A reference to a shared schema. */
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** 2026-01-01, the moment that generated times are near to. */
export const NOW = Date.UTC(2026, 0, 1)

/** The generated value of a schema, and what is wrong with it. */
export function madeFor(schema: unknown, schemas: Schemas = {}, seed = 'a', more: Partial<SampleSource> = {}) {
  const failed: Complaint[] = []
  const value = sample(schema as Schema, schemas, {
    seedAt: (pointer) => hash32(seed, pointer),
    numbersFrom: seededNumbers,
    now: NOW,
    language: 'en',
    direction: 'answer',
    failed: (complaints) => failed.push(...complaints),
    ...more,
  })
  return { value, failed }
}

/** The checks of a foreign document. */
export const checksOf = (schemas: Schemas, direction: Direction = 'answer') =>
  createChecks({ components: { schemas } }, true, direction === 'answer' ? 'writeOnly' : 'readOnly')

/** The check of one foreign schema. */
export const checkOf = (schema: unknown, schemas: Schemas = {}, direction?: Direction) => checksOf(schemas, direction).of(schema as Schema)

/** Complaints as tests compare them: `minLength /name`. */
export const told = (complaints: readonly Complaint[]) => complaints.map(({ rule, pointer }) => `${rule} ${pointer}`)
