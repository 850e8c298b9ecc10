import type { Call } from '../../spec/call.ts'
import type { OperationDoc, ParameterDoc } from '../../spec/document/model.ts'

/** The values of a request, before they are written. A parameter that is not here is left out. */
export interface RequestValues {
  readonly parameters: ReadonlyMap<ParameterDoc, unknown>
  readonly body?: unknown
}

const SIGNS: Readonly<Record<string, string>> = { spaceDelimited: '%20', pipeDelimited: '|' }

/** The media type that a body is written in: JSON, else a form, else the first. */
export function mediaOf({ requestBody }: OperationDoc): string | undefined {
  const types = Object.keys(requestBody?.content ?? {})
  return types.find((type) => /json/i.test(type)) ?? types.find((type) => /urlencoded/i.test(type)) ?? types[0]
}

/** Writes a request as a client would: each parameter in its style. */
export function writeRequest(method: string, doc: OperationDoc, { parameters, body }: RequestValues) {
  const inPlace = (place: ParameterDoc['in']) => [...parameters].filter(([one]) => one.in === place)
  const media = mediaOf(doc)
  const cookies = inPlace('cookie').map(([one, value]) => `${one.name}=${encoded(joined(one, value))}`)
  const call: Call = {
    method,
    path: '/',
    query: inPlace('query')
      .flatMap(([one, value]) => queryParts(one, value))
      .join('&'),
    host: 'localhost',
    headers: {
      ...Object.fromEntries(inPlace('header').map(([one, value]) => [one.name.toLowerCase(), joined(one, value)])),
      ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}),
      ...(body === undefined || media === undefined ? {} : { 'content-type': media.includes('*') ? 'application/json' : media }),
    },
    body: new TextEncoder().encode(body === undefined || media === undefined ? '' : bodyText(media, body)),
  }
  const values = Object.fromEntries(inPlace('path').map(([one, value]) => [one.name, pathPart(one, value)]))
  return { call, values }
}

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
const encoded = (value: unknown) => encodeURIComponent(text(value))
const pairsOf = (value: object) => Object.entries(value) as readonly (readonly [string, unknown])[]

function queryParts(one: ParameterDoc, value: unknown): readonly string[] {
  const style = one.style ?? 'form'
  const explode = one.explode ?? style === 'form'
  const name = encodeURIComponent(one.name)
  if (one.content || typeof value !== 'object' || value === null) return [`${name}=${encoded(value)}`]
  if (style === 'deepObject') return pairsOf(value).map(([key, member]) => `${name}[${encodeURIComponent(key)}]=${encoded(member)}`)
  if (explode) return Array.isArray(value) ? value.map((item) => `${name}=${encoded(item)}`) : pairsOf(value).map(([key, member]) => `${encodeURIComponent(key)}=${encoded(member)}`)
  return [`${name}=${(Array.isArray(value) ? value : pairsOf(value).flat()).map(encoded).join(SIGNS[style] ?? ',')}`]
} // biome-ignore format: one form a line

/** Lists and objects as the style `simple` has them. */
function joined(one: ParameterDoc, value: unknown): string {
  if (one.content || typeof value !== 'object' || value === null) return text(value)
  if (Array.isArray(value)) return value.map(text).join(',')
  return pairsOf(value).map(([key, member]) => `${key}${one.explode ? '=' : ','}${text(member)}`).join(',') // biome-ignore format: one line
}

function pathPart(one: ParameterDoc, value: unknown): string {
  if (one.explode && typeof value === 'object' && value !== null && !one.content && (one.style === 'label' || one.style === 'matrix')) {
    const named = Array.isArray(value)
      ? value.map((item) => (one.style === 'matrix' ? `${one.name}=${encoded(item)}` : encoded(item)))
      : pairsOf(value).map(([key, member]) => `${encodeURIComponent(key)}=${encoded(member)}`)
    const sign = one.style === 'matrix' ? ';' : '.'
    return `${sign}${named.join(sign)}`
  }
  const items = Array.isArray(value) ? value.map(encoded).join(',') : encodeURIComponent(joined(one, value)).replaceAll('%2C', ',').replaceAll('%3D', '=')
  if (one.style === 'label') return `.${items}`
  return one.style === 'matrix' ? `;${one.name}=${items}` : items
} // biome-ignore format: one form a line

function bodyText(media: string, body: unknown): string {
  if (/urlencoded/i.test(media) && typeof body === 'object' && body !== null)
    return pairsOf(body).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((item) => `${encodeURIComponent(name)}=${encoded(item)}`)).join('&') // biome-ignore format: one form a line
  return /json|\*/i.test(media) ? JSON.stringify(body) : text(body)
}
