import type { Call } from '../call.ts'
import type { OperationDoc, Schema } from '../document/model.ts'
import { type Check, shorten } from '../schema/checks.ts'
import { fittingType, kindOfMedia, type MediaType, parseMediaType } from './media-type.ts'
import { type BodyReading, createMediumReader, isStructured, type ReadMedium } from './read-medium.ts'
import type { Complain, ComplaintKind } from './report-problem.ts'
import { MOST_MEMBERS } from './request-limits.ts'
import { createTeller } from './tell-members.ts'
import { createTyping } from './typing.ts'

/** Reads and checks one body. */
type ReadBody = (call: Call, complain: Complain) => unknown

/** One declared media type. */
interface Medium {
  /** As declared. */
  readonly name: string
  readonly media: MediaType
  /** Its reader, for the media type that was sent where the declared one has a wildcard. */
  readonly readerFor: (sent: MediaType) => ReadMedium
}

/** So many content types are remembered as they were sent; clients send one or two. */
const MOST_REMEMBERED = 100

const NOTHING: MediaType = { type: '', parameters: {} }

/** Reads and checks the body of one operation. Prepared at the first call with a body, used for each request. */
export function createBodyReader(
  doc: OperationDoc,
  schemas: Readonly<Record<string, Schema>>,
  compile: (schema: Schema) => Check,
  most = MOST_MEMBERS,
): ReadBody {
  const foreign = doc['x-foreign'] === true
  const types = Object.keys(doc.requestBody?.content ?? {})
  let read: ReadBody | undefined
  return (call, complain) => {
    if (!doc.requestBody || types.length === 0) {
      // The Node SDK sends `{}` with some GET requests of its own. Only other bodies are reported.
      if (call.body.length > 2) complain('ignored', '/body', 'no body', `${call.body.length} bytes`, undefined, 'unknown')
      return undefined
    }
    if (call.body.length === 0) {
      if (doc.requestBody.required)
        complain(
          'missing',
          '/body',
          `a body of type ${types.map((type) => (foreign ? type : parseMediaType(type).type)).join(' or ')}`,
          'nothing',
          undefined,
          'required',
        )
      if (doc.requestBody.required || !foreign || !isSentEmpty(call)) return undefined
    }
    if (!read) {
      const loose = foreign
      const typing = createTyping(schemas, compile, loose)
      const reading: BodyReading = { typing, compile, loose, most, tell: createTeller(schemas, typing, foreign) }
      const media = Object.entries(doc.requestBody.content).map(([name, described]): Medium => {
        // A foreign document may leave it empty.
        const one = described ?? {}
        const own = parseMediaType(name)
        const readers = new Map<string, ReadMedium>()
        return {
          name,
          media: own,
          readerFor(sent) {
            const wild = own.type.includes('*')
            const type = wild ? sent.type : own.type
            const told = wild && !foreign ? 'json' : kindOfMedia(type)
            // Of a wildcard, the sent type says how to read. Where it says nothing, lists and objects are JSON.
            const kind = wild && told === 'bytes' && one.schema && isStructured(one.schema, reading) ? 'json' : told
            const key = kind === 'parts' || kind === 'text' ? type : kind
            const known = readers.get(key) ?? createMediumReader(kind, type, one, reading)
            readers.set(key, known)
            return known
          },
        }
      })
      read = foreign ? readForeign(media) : readVendor(media)
    }
    return read(call, complain)
  }
}

/** Whether a request sends a body of no bytes and says its type; most requests without a body send none. */
const isSentEmpty = ({ headers }: Call): boolean => headers['content-length'] === '0' && (headers['content-type'] ?? '').trim() !== ''

/** JSON is read as JSON under any media type, and the difference is reported; another form is refused. */
function readVendor(media: readonly Medium[]): ReadBody {
  const [usual] = media as [Medium]
  return (call, complain) => {
    const sent = call.headers['content-type'] ?? ''
    const { type } = parseMediaType(sent)
    const chosen = media.find((one) => one.media.type === type) ?? usual
    const strict = /^multipart\/|urlencoded$/.test(chosen.media.type)
    if (type !== chosen.media.type && chosen.media.type !== '*/*')
      complain(strict ? 'malformed' : 'ignored', '/header/Content-Type', chosen.media.type, shorten(sent))
    return chosen.readerFor(chosen.media)(call, NOTHING, complain)?.value
  }
}

/** A media type that is not declared is refused. Without one, the body is what the first declared type makes of it. */
function readForeign(media: readonly Medium[]): ReadBody {
  const [usual] = media as [Medium]
  const expected = media.map(({ name }) => name).join(' or ')
  const remembered = new Map<string, { readonly sent: MediaType; readonly read: ReadMedium | undefined }>()
  const choose = (header: string) => {
    const known = remembered.get(header)
    if (known) return known
    const sent = parseMediaType(header)
    const made = { sent, read: fittingType(sent, media)?.readerFor(sent) }
    if (remembered.size < MOST_REMEMBERED) remembered.set(header, made)
    return made
  }

  return (call, complain) => {
    const coding = call.headers['content-encoding']
    if (coding !== undefined && !/^\s*(identity\s*)?$/i.test(coding)) {
      complain('media', '/header/Content-Encoding', 'a body that is not compressed', shorten(coding), undefined, 'content-encoding')
      return undefined
    }
    const header = call.headers['content-type']
    if (header === undefined || header.trim() === '') return withoutType(call, complain)
    const { sent, read } = choose(header)
    if (read && call.body.length === 0) return undefined
    if (read) return read(call, sent, complain)?.value
    complain('media', '/header/Content-Type', expected, shorten(header), undefined, 'content-type')
    return undefined
  }

  function withoutType(call: Call, complain: Complain): unknown {
    const told: Parameters<Complain>[] = []
    const content = usual.readerFor(NOTHING)(call, NOTHING, (...complaint) => told.push(complaint))
    if (told.some(([kind]) => (kind satisfies ComplaintKind) === 'unparsable')) {
      complain('media', '/header/Content-Type', expected, 'nothing', undefined, 'content-type')
      return undefined
    }
    for (const complaint of told) complain(...complaint)
    return content?.value
  }
}
