import type { Presence } from '../document/model.ts'

/** One name and value of a query, decoded as form data. `bare` when the name was sent without `=`. */
export interface QueryItem {
  readonly name: string
  readonly value: string
  readonly bare: boolean
}

/** A query that is not valid percent-encoded UTF-8. */
export interface QueryFault {
  readonly name: string
  readonly raw: string
}

/**
 * Decodes a raw query as form data: `+` is a blank, a name without `=` has an empty value, values are UTF-8.
 * The Go client needs the first two rules, every client the last. Order and repeats are kept.
 */
export function decodeQuery(raw: string): { items: QueryItem[]; faults: QueryFault[] } {
  const items: QueryItem[] = []
  const faults: QueryFault[] = []
  if (raw === '') return { items, faults }
  for (const part of raw.split('&')) {
    if (part === '') continue
    const cut = part.indexOf('=')
    const rawName = cut < 0 ? part : part.slice(0, cut)
    const name = decodeText(rawName)
    const value = cut < 0 ? '' : decodeText(part.slice(cut + 1))
    if (name === undefined || value === undefined) faults.push({ name: name ?? rawName.slice(0, 40), raw: part.slice(0, 80) })
    else items.push({ name, value, bare: cut < 0 })
  }
  return { items, faults }
}

/** Percent-decodes form text; `undefined` when it is not valid UTF-8 or not valid percent-encoding. */
export function decodeText(text: string): string | undefined {
  return decodeSegment(text.includes('+') ? text.replaceAll('+', ' ') : text)
}

/**
 * Percent-decodes one path segment, where `+` is a plus. Bytes that were sent unencoded (curl with a Chinese character in the
 * address) come from Node as characters below 256; they are read as UTF-8.
 */
export function decodeSegment(text: string): string | undefined {
  const raw = /[\x80-\xff]/.test(text) && !/[\u0100-\uffff]/.test(text)
  if (!raw && !text.includes('%')) return text
  try {
    return decodeURIComponent(raw ? text.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`) : text)
  } catch {
    return undefined
  }
}

/** The meaning of a value in the query after its special form was interpreted. */
export type Meaning =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unsupported'; readonly form: string }

/**
 * Interprets the special forms of a value. S-06 gives "empty" and "empty string" different meanings without defining
 * how they are sent; here `name` and `name=` are empty, `name=""` is the empty string (inferred: the Go
 * client sends the former for "no value", and no other form remains for the latter).
 */
export function readPresence(item: QueryItem, presence: Presence | undefined): Meaning {
  if (!presence) return { kind: 'value', text: item.value }
  const form = item.value === '' ? 'empty' : item.value === '""' ? 'emptyString' : item.value === 'null' ? 'null' : undefined
  if (!form) return { kind: 'value', text: item.value }
  const meaning = presence[form] ?? 'value'
  if (meaning === 'ignore') return { kind: 'absent' }
  if (meaning === 'refuse')
    return {
      kind: 'unsupported',
      form: form === 'emptyString' ? 'an empty string ("")' : form === 'null' ? 'the text null' : 'an empty value',
    }
  return { kind: 'value', text: form === 'emptyString' ? '' : item.value }
}
