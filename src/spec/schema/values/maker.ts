import type { Schema } from '../../document/model.ts'
import type { Check, Complaint } from '../checks.ts'
import type { createFaker, NumbersFrom } from '../faker.ts'
import type { Flat } from './flatten.ts'

/** The source of the numbers for generated values. */
export interface SampleSource {
  /** A 32-bit number for one place of the value; the same place always gets the same number. */
  readonly seedAt: (pointer: string) => number
  readonly numbersFrom: NumbersFrom
  /** Epoch milliseconds. Generated times are near to it. */
  readonly now: number
  readonly language: 'zh' | 'en'
  /** Of a foreign document: an answer leaves out `writeOnly` members, a request `readOnly` ones. Such a value is checked against its schema. */
  readonly direction?: 'answer' | 'request'
  /** The checks of that direction, where they are compiled already. */
  readonly check?: (schema: Schema) => Check
  /** Told where the value still violates its schema after all tries. */
  readonly failed?: (complaints: readonly Complaint[]) => void
}

/** Where a value is made. */
export interface Place {
  readonly pointer: string
  /** The name of the nearest member. */
  readonly name: string
  readonly depth: number
  /** The shared schemas on the way here, the outermost first. */
  readonly refs: readonly string[]
  /** The number of the try; each try has other numbers. */
  readonly attempt: number
}

/** What the parts of the generator share. */
export interface Maker {
  readonly source: SampleSource
  readonly foreign: boolean
  /** A value for a schema. @throws ENDLESS where the schema demands itself without end */
  make(schema: unknown, place: Place): unknown
  flat(schema: unknown, refs: readonly string[]): Flat | false
  both(one: Flat, more: unknown, refs: readonly string[]): Flat | false
  check(schema: unknown): Check
  fits(schema: unknown, value: unknown): boolean
  /** A 32-bit number for a place. */
  seed(place: Place): number
  faker(place: Place): ReturnType<ReturnType<typeof createFaker>['at']>
  /** Whether members and items that may be left out are made here. */
  generous(place: Place): boolean
  /** How many more values may be made. */
  left(): number
}

/** Thrown where a schema demands itself without end. Whoever has another way takes it. */
export const ENDLESS: unique symbol = Symbol('endless')

/** What `make` gives, or the other value where there is no end. */
export function unlessEndless<T>(make: () => T, otherwise: T): T {
  try {
    return make()
  } catch (error) {
    if (error === ENDLESS) return otherwise
    throw error
  }
}
