import type { Finding } from './finding.ts'
import { isSecretName } from './secret-names.ts'

/** The parts of one exchange that could contain a secret, as text. */
export interface Exposed {
  readonly headers: readonly Readonly<Record<string, string | undefined>>[]
  /** Bodies, query: JSON or form. */
  readonly texts: readonly string[]
  /** Values that are known to be secrets, under whatever name they occur. */
  readonly known?: Iterable<string>
  /** Names of headers and query parameters that carry secrets, besides the usual ones: keys of a foreign document. */
  readonly names?: readonly string[]
}

const IN_JSON = /"((?:[^"\\]|\\.){1,64})"\s*:\s*(?:"((?:[^"\\]|\\.)*)(?:"|$)|(\d[\d.]*))/g
/** In IAM a token is called `id`; nothing else called `id` is that long. */
const LONG_ID = /"id"\s*:\s*"([^"]{200,})/g
const IN_FORM = /(?:^|[?&;])([^=&;?\s]{1,64})=([^&\s]+)/g
const LISTED = /"((?:[^"\\]|\\.){1,64})"\s*:\s*\[\s*("(?:[^"\\]|\\.)*"(?:\s*,\s*"(?:[^"\\]|\\.)*")*)/g
const IN_LIST = /"((?:[^"\\]|\\.)*)"/g
const IN_PART = /\bname="([^"]{1,64})"[^\n]*\n(?:[^\r\n]+\r?\n)*\r?\n([^\r\n]+)/g
/** Shorter secrets are masked only in their own place, not searched for elsewhere: they would be found in any text. */
const SHORTEST = 4
/** Findings quote the beginning of a value. This many characters of a secret are enough to recognise it. */
const TELLING = 16

/**
 * Masks values that could be used to call in somebody's name, wherever they occur in one exchange: in their own place, quoted by a finding,
 * or inside the canonical request of a refusal.
 */
export function createMask({ headers, texts, known: given = [], names = [] }: Exposed): {
  text(text: string): string
  finding(finding: Finding): Finding
} {
  const secrets = new Set<string>()
  const own = new Set(names.map((name) => name.toLowerCase()))
  for (const all of headers) {
    for (const [name, value] of Object.entries(all)) {
      if (!value) continue
      if (/authorization$/i.test(name)) for (const secret of inAuthorization(value)) secrets.add(secret)
      else if (name.toLowerCase() === 'location') for (const secret of inForm(value)) secrets.add(secret)
      else if (own.has(name.toLowerCase()) || isSecretName(name, 'address')) secrets.add(value)
    }
  }
  if (own.size > 0) for (const text of texts) for (const secret of inFormNamed(text, own)) secrets.add(secret)
  for (const text of texts) {
    for (const secret of [...inJson(text), ...inForm(text), ...inParts(text)])
      for (const form of [secret, ...readings(secret)]) secrets.add(form)
  }
  for (const secret of given) if (secret.length > TELLING / 2) secrets.add(secret)
  // The longest first: one secret may be the beginning of another.
  const known = [...secrets].filter((secret) => secret.length >= SHORTEST).sort((a, b) => b.length - a.length)
  const short = [...secrets].some((secret) => secret.length > 0 && secret.length < SHORTEST)

  const text = (given: string): string => {
    let masked = given
    for (const secret of known) masked = maskOne(masked, secret)
    if (!short) return masked
    const hide = (where: 'body' | 'address') => (whole: string, name: string, secret?: string, number?: string) => {
      const value = secret ?? number ?? ''
      return value !== '' && value.length < SHORTEST && isSecretName(name, where)
        ? `${whole.slice(0, whole.lastIndexOf(value))}…${whole.slice(whole.lastIndexOf(value) + value.length)}`
        : whole
    }
    return masked
      .replace(IN_JSON, hide('body'))
      .replace(IN_FORM, (whole, name: string, value: string) => hide('address')(whole, name, value))
  }
  return {
    text,
    finding(finding) {
      // The expected value comes from the specs, the actual value from the caller.
      return finding.got === undefined ? finding : { ...finding, got: text(finding.got) }
    },
  }
}

function* inJson(text: string): Generator<string> {
  for (const [, name = '', secret, number] of text.matchAll(IN_JSON)) {
    const value = secret ?? number
    if (value && isSecretName(readings(name).at(-1) ?? name)) yield value
  }
  for (const [, name = '', list = ''] of text.matchAll(LISTED))
    if (isSecretName(readings(name).at(-1) ?? name)) for (const [, secret] of list.matchAll(IN_LIST)) if (secret) yield secret
  for (const [, secret = ''] of text.matchAll(LONG_ID)) yield secret
}

/** Parts of a multipart form. */
function* inParts(text: string): Generator<string> {
  for (const [, name = '', secret = ''] of text.matchAll(IN_PART)) if (isSecretName(name, 'address')) yield secret
}

function* inForm(text: string): Generator<string> {
  for (const [, name = '', secret = ''] of text.matchAll(IN_FORM)) {
    if (isSecretName(readings(name).at(-1) ?? name, 'address')) yield secret
  }
}

/** Values of a query whose names are known to carry secrets, as sent and decoded. */
function* inFormNamed(text: string, own: ReadonlySet<string>): Generator<string> {
  for (const [, name = '', secret = ''] of text.matchAll(IN_FORM)) {
    if (!own.has((readings(name).at(-1) ?? name).toLowerCase())) continue
    yield secret
    yield* readings(secret)
  }
}

/** A signature cannot be used a second time, so its header stays readable. Of any other scheme only the scheme's name stays. */
function inAuthorization(value: string): string[] {
  const signature = /^SDK-HMAC-SHA256 .*Signature=(.+)$/i.exec(value)?.[1]
  if (signature !== undefined) return [signature]
  const word = /^(\S+)\s+(.+)$/.exec(value.trim())
  if (word) return [word[2] as string]
  // A scheme name without a value contains no secret; a single word that is not a scheme name may be a token.
  return /^(basic|bearer|(sdk|v11)-[a-z0-9-]{1,20})$/i.test(value.trim()) ? [] : [value.trim()]
}

/** The forms in which others may quote the same value: decoded from a form or from JSON text. */
function readings(secret: string): string[] {
  const found: string[] = []
  try {
    if (secret.includes('\\')) found.push(JSON.parse(`"${secret}"`) as string)
    if (/[%+]/.test(secret)) found.push(decodeURIComponent(secret.replaceAll('+', ' ')))
  } catch {
    // Not well-formed, so no reader could decode it either.
  }
  return found
}

function maskOne(text: string, secret: string): string {
  const start = secret.slice(0, TELLING)
  let masked = ''
  let from = 0
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, from)) {
    let end = at + start.length
    while (end - at < secret.length && text[end] === secret[end - at]) end++
    masked += `${text.slice(from, at)}${secret.length <= 8 ? '…' : `${secret.slice(0, 4)}…(${secret.length})`}`
    from = end
  }
  return masked + text.slice(from)
}
