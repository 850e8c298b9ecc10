import type { ExampleDoc, MediaDoc, Schema } from '../document/model.ts'
import type { References } from './references.ts'
import type { Located, Spot, Tell } from './spot.ts'

/** What reads the parts of an operation. */
export interface ReadContext {
  readonly tell: Tell
  readonly follow: References['follow']
  schema(at: Located): Schema
  content(at: Located): Readonly<Record<string, MediaDoc>>
  examples(at: Located): Readonly<Record<string, ExampleDoc>>
}

/** What the reader of one schema needs. */
export interface SchemaContext {
  readonly tell: Tell
  /** Whether the words of OpenAPI 3.0 apply. */
  readonly old: boolean
  /** The reference as the engine understands it; `undefined` where it leads to nothing. */
  reference(ref: string, from: Spot): string | undefined
}
