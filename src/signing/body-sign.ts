import { createHmac } from 'node:crypto'
import { sameText } from './same-text.ts'

/**
 * Signs an answer of V1.0: the header `Body-Sign` (its case counts, as the vendor's FAQ says). Base64 HMAC-SHA256 with the key
 * alone over the body as it goes over the wire, white space included (CN/zh-cn_topic_0070649177).
 *
 * @example
 * const { header } = signBody(text, key)   // sign_type="HMAC-SHA256", signature="…"
 * response.setHeader('Body-Sign', header)
 */
export function signBody(body: string | Uint8Array, key: string): { readonly value: string; readonly header: string } {
  const value = createHmac('sha256', key).update(body).digest('base64')
  return { value, header: `sign_type="HMAC-SHA256", signature="${value}"` }
}

/** Why a `Body-Sign` cannot be right whatever the key. */
export type BodySignProblem = 'absent' | 'sign-type' | 'unquoted' | 'malformed'

/** What stands in a `Body-Sign`; both parts must be in double quotes. */
export function parseBodySign(header: string | undefined): { readonly signature: string } | { readonly problem: BodySignProblem } {
  if (header === undefined || header.trim() === '') return { problem: 'absent' }
  const part = (name: string) => new RegExp(`(?:^|[,\\s])${name}\\s*=\\s*("?)([^",]*)\\1`).exec(header)
  const [type, signature] = [part('sign_type'), part('signature')]
  if (!type || !signature?.[2]) return { problem: 'malformed' }
  if (type[1] === '' || signature[1] === '') return { problem: 'unquoted' }
  if (type[2] !== 'HMAC-SHA256') return { problem: 'sign-type' }
  return { signature: signature[2] }
}

/** Whether the header is the one that this body and key demand, in constant time. */
export function verifyBody(body: string | Uint8Array, header: string | undefined, key: string): boolean {
  const parsed = parseBodySign(header)
  return 'signature' in parsed && sameText(signBody(body, key).value, parsed.signature)
}
