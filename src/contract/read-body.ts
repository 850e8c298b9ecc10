/** A body: JSON, other text, or bytes that are not text. */
export interface PactBody {
  readonly json: boolean
  readonly value: unknown
}

/** Whether a value is a JSON object. */
export type Members = Readonly<Record<string, unknown>>

export function headersOf(headers: unknown): Record<string, string> {
  if (!isObject(headers)) return {}
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]))
}

/** The body of a request or an answer; undefined where the pact has none. */
export function bodyOf(part: Members, version: 2 | 3 | 4): PactBody | undefined {
  if (!('body' in part)) return undefined
  const { body } = part
  const media = Object.entries(headersOf(part.headers)).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  if (version < 4 || !isObject(body) || !('content' in body)) {
    if (version === 4 && (body === null || (isObject(body) && Object.keys(body).length === 0))) return undefined
    return { json: typeof body !== 'string' || media === undefined || isJson(media), value: body }
  }
  const { content, contentType, encoded } = body
  const type = typeof contentType === 'string' ? contentType : (media ?? 'application/json')
  if (typeof encoded === 'string' && encoded.toLowerCase() === 'base64') return decoded(String(content), type)
  if (typeof encoded === 'string' && encoded.toLowerCase() === 'json') return { json: true, value: JSON.parse(String(content)) }
  return { json: isJson(type), value: content }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Decodes base64: JSON, a form or other text as text, anything else as bytes. */
function decoded(base64: string, media: string): PactBody {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'))
  try {
    const text = utf8.decode(bytes)
    return isJson(media) ? { json: true, value: JSON.parse(text) } : { json: false, value: text }
  } catch {
    return { json: false, value: bytes }
  }
}

const isJson = (media: string): boolean => /[/+]json\b/i.test(media)

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
