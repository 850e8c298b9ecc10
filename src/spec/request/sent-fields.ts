import { decodeText, type QueryItem } from './query.ts'

/** One field as sent; of fields with the same name the last one, with the earlier ones behind `before`. */
export interface SentField extends QueryItem {
  /** The value as sent, encoded. */
  readonly raw: string
  readonly decode: (raw: string) => string
  readonly before: SentField | undefined
  /** How many fields have this name. */
  readonly count: number
}

/** Text of a query or form whose encoding was found to be right. */
const decodeField = (raw: string): string => decodeText(raw) ?? raw

/**
 * The fields of a query or form by name, in the order in which each name first occurs. Fields that are not valid percent-encoded UTF-8
 * are left out; `fault` is called for each.
 */
export function fieldsOf(text: string, fault: (name: string, raw: string) => void): ReadonlyMap<string, SentField> {
  const fields = new Map<string, SentField>()
  for (let start = 0; start < text.length; ) {
    const sign = text.indexOf('&', start)
    const end = sign < 0 ? text.length : sign
    if (end > start) {
      const cut = text.indexOf('=', start)
      const bare = cut < 0 || cut > end
      const rawName = text.slice(start, bare ? end : cut)
      const raw = bare ? '' : text.slice(cut + 1, end)
      const name = decodeText(rawName)
      const value = decodeText(raw)
      if (name === undefined || value === undefined) fault(name ?? rawName.slice(0, 40), text.slice(start, Math.min(end, start + 80)))
      else add(fields, name, value, raw, bare, decodeField)
    }
    start = end + 1
  }
  return fields
}

/** A cookie's value is decoded where it is encoded; many are not. */
const decodeCookie = (raw: string): string => {
  if (!raw.includes('%')) return raw
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}

/** The cookies of a request by name. Quotes around a value belong to the syntax. */
export function cookiesOf(header: string): ReadonlyMap<string, SentField> {
  const fields = new Map<string, SentField>()
  for (const part of header.split(';')) {
    const cut = part.indexOf('=')
    if (cut < 0) continue
    const raw = part.slice(cut + 1).trim().replace(/^"(.*)"$/, '$1') // biome-ignore format: one thought
    add(fields, part.slice(0, cut).trim(), decodeCookie(raw), raw, false, decodeCookie)
  }
  return fields
}

/** Written out member by member: a spread costs fifty times as much. */
function add(
  fields: Map<string, SentField>,
  name: string,
  value: string,
  raw: string,
  bare: boolean,
  decode: (raw: string) => string,
): void {
  const before = fields.get(name)
  fields.set(name, { name, value, raw, bare, decode, before, count: before ? before.count + 1 : 1 })
}
