import type { HeaderDoc, MediaDoc, ResponseDoc, Schema } from '../document/model.ts'
import { resolveSchema } from '../request/coerce.ts'
import { examplesOf } from './examples.ts'

type Schemas = Readonly<Record<string, Schema>>

/** Headers that the connection or the body decides, whatever a document says of them. */
const NOT_DECLARED = new Set([
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'upgrade',
  'trailer',
  'date',
])

/** Makes a value for a header that has no example; `name` tells what it is for. */
export type MakeHeader = (schema: Schema, name: string) => unknown

const declared = ({ headers = {} }: ResponseDoc): readonly (readonly [string, HeaderDoc])[] =>
  Object.entries(headers).filter(([name, header]) => !NOT_DECLARED.has(name.toLowerCase()) && typeof header === 'object' && header !== null)

/** Whether a value must be generated for one of the headers. */
export const needsMadeHeaders = (response: ResponseDoc, schemas: Schemas): boolean =>
  declared(response).some(([, header]) => shownIn(header, schemas) === undefined)

/** The headers that a document declares for an answer, required or not. */
export function headersOf(response: ResponseDoc, schemas: Schemas, make: MakeHeader): Record<string, string> {
  const written: Record<string, string> = {}
  for (const [name, header] of declared(response)) {
    const schema = header.schema ?? mediaOf(header)?.schema ?? {}
    const value = shownIn(header, schemas) ?? make(schema, name)
    written[name] = header.content ? JSON.stringify(value) : headerText(value, header.explode === true)
  }
  return written
}

const mediaOf = ({ content }: HeaderDoc): MediaDoc | undefined => Object.values(content ?? {})[0]

/** The value that the document shows for a header: an example, or the default of its schema. */
function shownIn({ schema, content, example, examples, ...rest }: HeaderDoc, schemas: Schemas): unknown {
  const media: MediaDoc = content
    ? (mediaOf({ content, ...rest }) ?? {})
    : { ...(schema ? { schema } : {}), example, ...(examples ? { examples } : {}) }
  const [first] = examplesOf(media, schemas)
  return first?.value ?? (schema ? resolveSchema(schema, schemas).default : undefined)
}

/** The style `simple`: items separated by commas, members as `name,value`, or `name=value` where they are exploded. */
function headerText(value: unknown, exploded: boolean): string {
  if (Array.isArray(value)) return value.map(String).join(',')
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  return Object.entries(value)
    .map(([name, one]) => `${name}${exploded ? '=' : ','}${String(one)}`)
    .join(',')
}
