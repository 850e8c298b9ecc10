import type { ParameterDoc } from '../../src/spec/document/model.ts'
import type { HappyRequest } from './happy-request.ts'

/** One way to break a request, in words, and the broken request. */
export type Mutation = readonly [string, HappyRequest]

/** Breaks one thing of a good request at a time: what is mandatory left out, what has a form given another. */
export function* mutationsOf(request: HappyRequest): Generator<Mutation> {
  const { operation } = request
  for (const p of operation.doc.parameters ?? []) {
    const place = p.in === 'path' ? 'path' : p.in === 'query' ? 'query' : 'headers'
    // The credential and what signs it are another matter.
    if (/^(x-auth-token|x-security-token|cookie|signature|ts|nonce)$/i.test(p.name)) continue
    if (p.required && p.in !== 'path') yield [`${p.in} ${p.name} left out`, { ...request, [place]: without(request[place], p.name) }]
    for (const bad of badValues(p))
      yield [`${p.in} ${p.name} = ${bad.slice(0, 20)}`, { ...request, [place]: { ...request[place], [p.name]: bad } }]
  }
  const media = Object.entries(operation.doc.requestBody?.content ?? {})[0]
  if (!media || request.body === undefined || typeof request.body !== 'object') return
  const [type] = media
  if (operation.doc.requestBody?.required) yield ['body left out', { ...request, body: '' }]
  if (type === 'application/json') for (const text of ['{', '[]', '"x"', 'null']) yield [`body ${text}`, { ...request, body: text }]
  for (const [pointer, change] of changes(request.body)) yield [`body ${pointer}`, { ...request, body: change }]
}

function badValues({ schema }: ParameterDoc): string[] {
  const type = [schema.type].flat()[0]
  const bad: string[] = []
  if (type === 'integer' || type === 'number' || type === 'boolean') bad.push('x', '1e1', '0x10', ' 1')
  if (schema.enum) bad.push('no-such-thing')
  if (typeof schema.maxLength === 'number' && schema.maxLength < 2000) bad.push('x'.repeat(schema.maxLength + 1))
  if (typeof schema.minLength === 'number' && schema.minLength > 1) bad.push('x')
  if (schema.$ref) bad.push('not a time')
  return bad
}

/** Every member of a value left out, or turned into something of another type. */
function* changes(value: unknown, pointer = ''): Generator<readonly [string, unknown]> {
  if (!value || typeof value !== 'object') return
  const keys = Object.keys(value)
  const put = (key: string, part: unknown): unknown =>
    Array.isArray(value) ? value.map((item, i) => (String(i) === key ? part : item)) : { ...value, [key]: part }
  for (const key of keys) {
    const part = (value as Record<string, unknown>)[key]
    if (!Array.isArray(value)) yield [`${pointer}/${key} left out`, without(value as Record<string, unknown>, key)]
    yield [`${pointer}/${key} another type`, put(key, typeof part === 'object' ? 'text' : { an: ['object'] })]
    yield [`${pointer}/${key} far too long`, put(key, 'x'.repeat(5000))]
    for (const [deeper, changed] of changes(part, `${pointer}/${key}`)) yield [deeper, put(key, changed)]
  }
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> {
  const { [name]: _gone, ...rest } = record
  return rest
}
