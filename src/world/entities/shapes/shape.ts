import type { Entities, Kind } from '../entities.ts'

/**
 * How one member is written in a starting world. A question mark makes it optional. `fen` is written as yuan (`"128.00"`),
 * `time` as a distance from the world's start (`-P3D`) or as a UTC moment, `@accounts` as an id, or `@` and a `ref`.
 */
export type Field = Scalar | `${Scalar}?` | Nested
type Scalar = 'text' | 'number' | 'flag' | 'fen' | 'time' | 'open' | `@${Kind}`
/** A member with parts: one of some values, a list, an object. */
export type Nested = { readonly optional?: true } & (
  | { readonly oneOf: readonly (string | number)[] }
  | { readonly list: Field }
  | { readonly object: Shape }
)
/** How the members of one object are written. */
export type Shape = Readonly<Record<string, Field>>

/** How the members of some kinds are written. The compiler holds this against the entities: a new member that is not described does not build. */
export type ShapesOf<K extends Kind> = { readonly [P in K]: { readonly [F in keyof Required<Entities[P]>]: Field } }
