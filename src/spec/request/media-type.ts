/** A media type: its name in lower case and its parameters. */
export interface MediaType {
  readonly type: string
  readonly parameters: Readonly<Record<string, string>>
}

export function parseMediaType(text: string): MediaType {
  const [type = '', ...rest] = text.match(/(?:[^;"]|"(?:[^"\\]|\\.)*"?)+/g) ?? []
  const parameters: Record<string, string> = Object.create(null)
  for (const one of rest) {
    const cut = one.indexOf('=')
    if (cut < 0) continue
    const value = one.slice(cut + 1).trim()
    parameters[one.slice(0, cut).trim().toLowerCase()] = value.startsWith('"') ? value.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') : value
  }
  return { type: type.trim().toLowerCase(), parameters }
}

/** How the bytes of a media type are read. */
export type MediaKind = 'json' | 'lines' | 'form' | 'parts' | 'xml' | 'text' | 'bytes'

export function kindOfMedia(type: string): MediaKind {
  if (/^[^/]+\/(?:.*[.+-])?json$/.test(type)) return 'json'
  if (/^application\/(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines|json-seq)$/.test(type)) return 'lines'
  if (type === 'application/x-www-form-urlencoded') return 'form'
  if (type.startsWith('multipart/')) return 'parts'
  if (/[/+]xml$/.test(type)) return 'xml'
  if (/^text\/|[/+](?:x-)?(?:yaml|yml|graphql|javascript|toml|sql)$/.test(type)) return 'text'
  return 'bytes'
}

/** Parameters that say how the bytes are written, not what they are: no document tells bodies apart by them. */
const WRITING = new Set(['charset', 'boundary', 'q'])

/**
 * The declared media type that fits best: the same name before `image/*` before a wildcard for all. A parameter of the declared type, such as a
 * version, may be left out but not contradicted.
 */
export function fittingType<T extends { readonly media: MediaType }>(sent: MediaType, declared: readonly T[]): T | undefined {
  let best: T | undefined
  let rank = 0
  for (const one of declared) {
    const fits = rankOf(sent, one.media)
    if (fits > rank) {
      best = one
      rank = fits
    }
  }
  return best
}

function rankOf(sent: MediaType, { type, parameters }: MediaType): number {
  if (type !== sent.type) {
    const star = type.indexOf('*')
    // `application/*+json` is no standard, but its meaning is plain.
    if (star < 0 || !(sent.type.startsWith(type.slice(0, star).replace(/\*.*/, '')) || type === '*/*' || type === '*')) return 0
    const [, after = ''] = type.split(/\*(?!.*\*)/)
    return sent.type.endsWith(after === '/*' ? '' : after) ? 1 + Math.min(star, 50) / 100 : 0
  }
  let named = 0
  for (const [name, value] of Object.entries(parameters)) {
    if (WRITING.has(name)) continue
    if (sent.parameters[name] === undefined) continue
    if (sent.parameters[name]?.toLowerCase() !== value.toLowerCase()) return 0
    named++
  }
  return 2 + named
}
