import type { ExampleDoc, MediaDoc, Schema } from '../document/model.ts'
import { resolveSchema } from '../request/coerce.ts'

/** One example of a media type, as it is sent. */
export interface AnswerExample {
  /** Absent where the document gives it none: the only `example` of a media type or of its schema. */
  readonly name: string | undefined
  readonly value: unknown
  /** The value is the whole body as text, whatever the media type. */
  readonly written?: true
}

/** An example as OpenAPI 3.2 writes it, and as 3.0 and 3.1 do. */
type WrittenExample = ExampleDoc & { readonly dataValue?: unknown; readonly serializedValue?: unknown }

/**
 * The examples of a media type, the one that is sent first in front: `example`, then `examples`, then those of its schema. An example that
 * is only an address (`externalValue`) has no value here.
 */
export function examplesOf(media: MediaDoc | undefined, schemas: Readonly<Record<string, Schema>>): readonly AnswerExample[] {
  if (!media) return []
  const found: AnswerExample[] = media.example === undefined ? [] : [{ name: undefined, value: media.example }]
  for (const [name, one] of Object.entries(media.examples ?? {})) {
    const read = readExample(one as WrittenExample | undefined)
    if (read) found.push({ name, ...read })
  }
  if (found.length > 0 || !media.schema) return found
  const schema = resolveSchema(media.schema, schemas) as { readonly example?: unknown; readonly examples?: unknown }
  if (schema.example !== undefined) return [{ name: undefined, value: schema.example }]
  const [first] = Array.isArray(schema.examples) ? (schema.examples as readonly unknown[]) : []
  return first === undefined ? [] : [{ name: undefined, value: first }]
}

function readExample(one: WrittenExample | undefined): Omit<AnswerExample, 'name'> | undefined {
  if (typeof one !== 'object' || one === null) return undefined
  if (typeof one.serializedValue === 'string') return { value: one.serializedValue, written: true }
  if (one.dataValue !== undefined) return { value: one.dataValue }
  return 'value' in one && one.value !== undefined ? { value: one.value } : undefined
}
