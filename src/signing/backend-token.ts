import { createHmac } from 'node:crypto'

function base64url(value: object): string {
  const text = btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value))))
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** Milliseconds for which a token is good. */
const LIFE = 5 * 60_000

/**
 * The token (a JWT, HS256) with which the Agents gateway shows a seller's backend who calls: the key in its payload, the secret in its signature
 * (UM/sp_topic_0000236). That `exp` counts seconds, as JWT libraries read it, is inferred.
 */
export function backendToken(key: string, secret: string, now: number): string {
  const signed = `${base64url({ alg: 'HS256', sign_type: 'SIGN' })}.${base64url({ api_key: key, timestamp: now, exp: Math.ceil((now + LIFE) / 1000) })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
