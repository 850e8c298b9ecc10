import { byteText } from '../document/derived.ts'
import type { Schema } from '../document/model.ts'
import { bareType, isJsonType } from '../negotiate.ts'
import { xmlText } from '../schema/xml.ts'
import { binaryBytes } from './binary.ts'

/** What a body is written from. */
export interface BodySource {
  /** The media type, with its parameters. */
  readonly type: string
  readonly value: unknown
  readonly schema: Schema | undefined
  readonly schemas: Readonly<Record<string, Schema>>
  /** The value comes from the document: a text is sent as its author wrote it. */
  readonly example: boolean
}

const LINES = /^application\/(x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines|json-seq|x-json-stream)$/

/** The bytes of a body, one character for each byte. */
export function bodyBytes({ type, value, schema, schemas, example }: BodySource): string {
  const bare = bareType(type)
  if (isJsonType(type)) return byteText(JSON.stringify(value) ?? 'null')
  if (LINES.test(bare)) return byteText(typeof value === 'string' && example ? value : jsonLines(value, bare))
  if (bare === 'text/event-stream') return byteText(typeof value === 'string' && example ? value : eventStream(value))
  if (/[/+]xml$/.test(bare)) return byteText(typeof value === 'string' && example ? value : xmlText(value, schema ?? {}, schemas))
  if (bare === 'application/x-www-form-urlencoded') return byteText(typeof value === 'string' ? value : formText(value))
  if (bare.startsWith('multipart/')) return byteText(typeof value === 'string' ? value : multipartText(value, boundaryOf(type)))
  const binary = binaryBytes(bare, example ? value : undefined)
  return binary ?? byteText(plainText(value))
}

/** The media type as it is sent: a multipart body needs a boundary. */
export function sentType(type: string): string {
  return /^multipart\//i.test(type) && !/;\s*boundary=/i.test(type) ? `${type}; boundary=${BOUNDARY}` : type
}

const BOUNDARY = 'sandbox-boundary'
const boundaryOf = (type: string): string => /;\s*boundary="?([^";]+)/i.exec(type)?.[1] ?? BOUNDARY

const plainText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** One JSON text in each line; `json-seq` puts a record separator before each (RFC 7464). */
const jsonLines = (value: unknown, bare: string): string =>
  listed(value)
    .map((one) => `${bare.endsWith('json-seq') ? '\u001e' : ''}${JSON.stringify(one)}\n`)
    .join('')

/** One event for each item. An object with a member `data` and other members of an event is such an event. */
function eventStream(value: unknown): string {
  return listed(value)
    .map((one) => {
      const event = typeof one === 'object' && one !== null && 'data' in one ? (one as Readonly<Record<string, unknown>>) : { data: one }
      const lines = ['id', 'event', 'retry'].flatMap((name) => (event[name] === undefined ? [] : [`${name}: ${plainText(event[name])}`]))
      const data = plainText(event['data'])
        .split('\n')
        .map((line) => `data: ${line}`)
      return `${[...lines, ...data].join('\n')}\n\n`
    })
    .join('')
}

function formText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return plainText(value)
  const fields = Object.entries(value).flatMap(([name, one]) => listed(one).map((item) => [name, plainText(item)] as [string, string]))
  return new URLSearchParams(fields).toString()
}

function multipartText(value: unknown, boundary: string): string {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [['value', value] as const]
  const written = parts.flatMap(([name, one]) =>
    listed(one).map((item) => {
      const type = typeof item === 'object' ? 'Content-Type: application/json\r\n' : ''
      return `--${boundary}\r\nContent-Disposition: form-data; name="${String(name).replace(/["\r\n]/g, '_')}"\r\n${type}\r\n${plainText(item)}\r\n`
    }),
  )
  return `${written.join('')}--${boundary}--\r\n`
}
