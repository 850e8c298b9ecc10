import type { Schema } from '../../spec/document/model.ts'
import type { ForeignSide } from '../../spec/foreign-side.ts'
import { hash32, seededNumbers } from '../../world/engine/chance.ts'
import { FROZEN_START } from '../../world/world.ts'
import type { ForeignCall } from './foreign-call.ts'

/** Makes a value of a schema, for one place of an answer. */
export type Make = (schema: Schema, place: string) => unknown

/** The generator, once a first value was needed: it is large, and many documents need none. */
let loaded: typeof import('../../spec/schema/sample.ts') | undefined

/**
 * Makes values for answers of one call. The same question gets the same values, also after a restart: their times are near the world's where
 * its clock is frozen, else near a fixed moment.
 */
export async function createMaker({ operation, world, values, query }: ForeignCall): Promise<Make> {
  loaded ??= await import('../../spec/schema/sample.ts')
  const { sample } = loaded
  const { schemas, language, compile: check } = operation.foreign as ForeignSide
  const entity = JSON.stringify([values, query])
  const now = world.clock.mode === 'frozen' ? world.clock.now() : FROZEN_START
  return (schema, place) =>
    sample(schema, schemas, {
      seedAt: (pointer) => hash32(world.seed, operation.ref, entity, place, pointer),
      numbersFrom: seededNumbers,
      now,
      language,
      direction: 'answer',
      check,
    })
}
