import type { Entities, Kind } from '../entities.ts'

/**
 * Written form of one member in a starting world. A question mark makes it optional. `fen` is written as yuan (`"128.00"`), `time` as a
 * distance from the world's start (`-P3D`) or as a UTC moment, `@accounts` as an id, or as `@` and a `ref`.
 */
export type Field = Scalar | `${Scalar}?` | Nested
type Scalar = 'text' | 'number' | 'flag' | 'fen' | 'time' | 'open' | `@${Kind}`
/** A composite member: one of several values, a list, an object. */
export type Nested = { readonly optional?: true } & (
  | { readonly oneOf: readonly (string | number)[] }
  | { readonly list: Field }
  | { readonly object: Shape }
)
/** Written form of the members of one object. */
export type Shape = Readonly<Record<string, Field>>

/** Written form of some kinds. The compiler compares it with the entities: a new member without a description does not compile. */
export type ShapesOf<K extends Kind> = { readonly [P in K]: { readonly [F in keyof Required<Entities[P]>]: Field } }
