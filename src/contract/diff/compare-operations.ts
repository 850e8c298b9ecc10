import type { MediaDoc, OperationDoc, ParameterDoc, ResponseDoc } from '../../spec/document/model.ts'
import { escapeKey } from '../../spec/json-pointer.ts'
import { compareSchemas, type Names } from './compare-schemas.ts'
import { type Change, type Direction, fieldChange, type Level, type Place, type Side, textOf } from './rules.ts'

/** An operation with its method and path. */
export interface Found {
  readonly doc: OperationDoc
  readonly method: string
  /** The path of an API operation; for a call to a seller, its name. */
  readonly path: string
}

/** The two messages of one operation, with their direction from the seller's view. */
const PARTS = {
  consumer: { asked: { part: 'request', direction: 'sent' }, answered: { part: 'reply', direction: 'received' } },
  provider: { asked: { part: 'call', direction: 'received' }, answered: { part: 'answer', direction: 'sent' } },
} as const satisfies Record<Side, Record<string, { part: string; direction: Direction }>>

/** Every change of an operation that both specs have: its path, its request and its answers. */
export function* compareOperations(side: Side, pointer: string, names: Names, old: Found, now: Found): Generator<Change> {
  const placeOf = (way: 'asked' | 'answered', ...keys: string[]): Place => ({
    side,
    ...PARTS[side][way],
    pointer: [pointer, ...keys.map(escapeKey)].join('/'),
  })
  const { part } = PARTS[side].asked
  const change = (what: string, key: string, before: unknown, after: unknown, level: Level = 'breaking'): Change => ({
    code: `${side}.${part}.${what}`,
    level,
    pointer: `${pointer}/${key}`,
    old: textOf(before),
    now: textOf(after),
  })
  if (old.method !== now.method) yield change('method-changed', 'method', old.method, now.method)
  if (side === 'consumer' && shape(old.path) !== shape(now.path)) yield change('path-changed', 'path', old.path, now.path)
  const deprecated = (doc: OperationDoc) => (doc as { deprecated?: unknown }).deprecated === true
  if (deprecated(now.doc) && !deprecated(old.doc)) yield change('deprecated', 'deprecated', false, true, 'risky')
  yield* notCompared(placeOf('asked'), ['callbacks'], old.doc, now.doc)
  yield* compareParameters(names, old.doc, now.doc, placeOf)
  yield* compareContent(names, old.doc.requestBody?.content, now.doc.requestBody?.content, placeOf('asked', 'body'))
  const [needed, needs] = [old.doc.requestBody?.required === true, now.doc.requestBody?.required === true]
  if (needed !== needs) yield fieldChange(placeOf('asked', 'body'), needs ? 'now-required' : 'now-optional', textOf(needed), textOf(needs))
  yield* compareAnswers(names, old.doc, now.doc, placeOf)
}

function* compareParameters(
  names: Names,
  old: OperationDoc,
  now: OperationDoc,
  placeOf: (way: 'asked', ...keys: string[]) => Place,
): Generator<Change> {
  const keyOf = ({ in: where, name }: ParameterDoc) => `${where}/${where === 'header' ? name.toLowerCase() : name}`
  const mapped = (doc: OperationDoc) => new Map((doc.parameters ?? []).map((one) => [keyOf(one), one]))
  const [before, after] = [mapped(old), mapped(now)]
  for (const [key, one] of before) {
    const here = placeOf('asked', one.in, one.name)
    const other = after.get(key)
    if (!other) {
      // A renamed path parameter is no change: the path itself is compared.
      if (one.in !== 'path') yield fieldChange(here, 'field-removed', one.required ? 'required' : 'optional', undefined)
      continue
    }
    yield* compareNeed(here, one, other)
    yield* compareForms(here, one, other)
    yield* notCompared(here, ['allowReserved', 'content'], one, other)
    yield* compareSchemas(names, one.schema, other.schema, here)
  }
  for (const [key, one] of after) {
    if (before.has(key) || one.in === 'path') continue
    const isSent = placeOf('asked').direction === 'sent'
    const what = one.required && isSent ? 'field-added-required' : 'field-added'
    yield fieldChange(placeOf('asked', one.in, one.name), what, undefined, one.required ? 'required' : 'optional')
  }
}

/** What the special forms of a query parameter mean (S-06), and whether case matters. Only requests of the seller have them. */
function* compareForms(place: Place, old: ParameterDoc, now: ParameterDoc): Generator<Change> {
  for (const form of ['empty', 'emptyString', 'null'] as const) {
    const [before, after] = [old['x-presence']?.[form] ?? 'value', now['x-presence']?.[form] ?? 'value']
    if (before === after) continue
    const level = after === 'refuse' ? 'breaking' : before === 'refuse' ? 'harmless' : 'risky'
    yield {
      code: `${place.side}.${place.part}.meaning-changed`,
      level,
      pointer: place.pointer,
      old: `${form}: ${before}`,
      now: `${form}: ${after}`,
    }
  }
  const written = ({
    in: where,
    style = where === 'query' || where === 'cookie' ? 'form' : 'simple',
    explode = style === 'form',
  }: ParameterDoc) => `${style}, ${explode ? 'exploded' : 'in one text'}`
  const takesMany = ({ schema }: ParameterDoc) =>
    schema.$ref !== undefined || !/^(string|integer|number|boolean)$/.test(String(schema.type))
  if (written(old) !== written(now) && (takesMany(old) || takesMany(now)))
    yield {
      code: `${place.side}.${place.part}.style-changed`,
      level: 'breaking',
      pointer: place.pointer,
      old: written(old),
      now: written(now),
    }
  const [before, after] = [old['x-caseless'] === true, now['x-caseless'] === true]
  if (before !== after)
    yield {
      code: `${place.side}.${place.part}.case-${after ? 'ignored' : 'counts'}`,
      level: after ? 'harmless' : 'breaking',
      pointer: place.pointer,
      old: textOf(before),
      now: textOf(after),
    }
}

type Content = Readonly<Record<string, MediaDoc>>

function* compareContent(names: Names, old: Content | undefined, now: Content | undefined, place: Place): Generator<Change> {
  for (const [media, one] of Object.entries(old ?? {})) {
    const other = now?.[media]
    if (other) {
      yield* notCompared(place, ['encoding'], one, other)
      yield* compareSchemas(names, one.schema, other.schema, place)
    } else
      yield {
        code: `${place.side}.${place.part}.media-removed`,
        level: 'breaking',
        pointer: place.pointer,
        old: media,
        now: textOf(Object.keys(now ?? {})[0]),
      }
  }
  for (const media of Object.keys(now ?? {})) {
    if (old?.[media] || Object.keys(old ?? {}).length === 0) continue
    const level = place.direction === 'sent' ? 'harmless' : 'risky'
    yield { code: `${place.side}.${place.part}.media-added`, level, pointer: place.pointer, old: 'nothing', now: media }
  }
  // `required` is compared separately.
  if (!old && now) yield fieldChange(place, 'field-added', undefined, 'a body')
}

function* compareAnswers(
  names: Names,
  old: OperationDoc,
  now: OperationDoc,
  placeOf: (way: 'answered', ...keys: string[]) => Place,
): Generator<Change> {
  // Refusals that follow from x-errors are compared there, code by code.
  const statuses = (doc: OperationDoc) =>
    Object.entries({ ...doc['x-ranges'], ...doc.responses }).filter(
      ([status]) => !/^[45]/.test(status) || (doc['x-errors'] ?? []).length === 0,
    )
  const [before, after] = [new Map(statuses(old)), new Map(statuses(now))]
  const change = (what: string, status: string, level: Level): Change => {
    const { side, part, pointer } = placeOf('answered', status)
    const known = `status ${status}`
    return {
      code: `${side}.${part}.${what}`,
      level,
      pointer,
      old: what === 'status-added' ? 'nothing' : known,
      now: what === 'status-added' ? known : 'nothing',
    }
  }
  const isSent = placeOf('answered').direction === 'sent'
  for (const [status, one] of before) {
    const other = after.get(status)
    if (!other) yield change('status-removed', status, /^[23]/.test(status) || isSent ? 'breaking' : 'harmless')
    else {
      yield* compareHeaders(names, one, other, placeOf('answered', status, 'header'))
      yield* compareContent(names, one.content, other.content, placeOf('answered', status, 'body'))
    }
  }
  for (const status of after.keys()) if (!before.has(status)) yield change('status-added', status, isSent ? 'harmless' : 'risky')
}

function* compareHeaders(names: Names, old: ResponseDoc, now: ResponseDoc, place: Place): Generator<Change> {
  const lower = ({ headers = {} }: ResponseDoc) =>
    new Map(Object.entries(headers).map(([name, header]) => [name.toLowerCase(), { name, ...header }]))
  const [before, after] = [lower(old), lower(now)]
  for (const [key, one] of before) {
    const here = { ...place, pointer: `${place.pointer}/${one.name}` }
    const other = after.get(key)
    if (!other) {
      yield fieldChange(here, 'field-removed', 'a header', undefined)
      continue
    }
    yield* compareNeed(here, one, other)
    yield* compareSchemas(names, one.schema, other.schema, here)
  }
  for (const [key, { name, required }] of after) {
    if (before.has(key)) continue
    const what = required && place.direction === 'sent' ? 'field-added-required' : 'field-added'
    yield fieldChange({ ...place, pointer: `${place.pointer}/${name}` }, what, undefined, required ? 'required' : 'optional')
  }
}

/** The path without the names of its parameters: requests do not contain them. */
const shape = (path: string) => path.replace(/\{[^/}]+\}/g, '{}')

/** Reports a required field that became optional, or the reverse. */
function* compareNeed(here: Place, old: { readonly required?: boolean }, now: { readonly required?: boolean }): Generator<Change> {
  if (Boolean(old.required) === Boolean(now.required)) return
  const word = ({ required }: { readonly required?: boolean }) => (required ? 'required' : 'optional')
  yield fieldChange(here, now.required ? 'now-required' : 'now-optional', word(old), word(now))
}

/** Members that affect requests and answers, but whose changes are only reported, not assessed. */
function* notCompared(place: Place, names: readonly string[], old: object, now: object): Generator<Change> {
  const of = (one: object, name: string) => (one as Readonly<Record<string, unknown>>)[name]
  const shown = (name: string, value: unknown) => (value === undefined ? `no ${name}` : `${name} ${JSON.stringify(value)}`)
  for (const name of names) {
    const [was, is] = [of(old, name), of(now, name)]
    if (JSON.stringify(was) !== JSON.stringify(is)) yield fieldChange(place, 'not-compared', shown(name, was), shown(name, is))
  }
}
