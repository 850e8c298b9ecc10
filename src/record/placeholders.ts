import type { OutgoingCall } from '../marketplace/marketplace-api.ts'
import {
  parseAuthorization,
  signUsagePush,
  verifyAkSk,
  verifyAuthToken,
  verifyKit,
  verifyKitAuthToken,
  verifyProduction,
  verifyUsagePush,
} from '../signing/index.ts'
import type { Call } from '../spec/call.ts'
import { pack, unpack } from './bytes.ts'
import { bodyOf, callIn, callOf } from './lines.ts'
import type { CallLine, SendLine } from './run-file.ts'
import type { Secrets } from './secrets.ts'

/** Replaces the secrets in data by placeholders. */
export function hideIn<M>(secrets: Secrets, data: M): M {
  return mapTexts(data, secrets.hide)
}

/** The reverse of `hideIn`. */
export function showIn<M>(secrets: Secrets, data: M): M {
  return mapTexts(data, secrets.show)
}

/** Changes every text except Base64. */
function mapTexts<M>(message: M, map: (text: string) => string): M {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return map(value)
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === 'base64' ? one : walk(one)]))
  }
  return walk(message) as M
}

/** Replaces the signature of a call by a placeholder, if it is right: it is signed again when the run is repeated. */
function hideSignature(secrets: Secrets, call: Call): Call {
  const { authorization, signature, ts = '', nonce = '' } = call.headers
  const parsed = parseAuthorization(authorization)
  if (authorization !== undefined && !('problem' in parsed)) {
    const secret = secrets.valueOf(`key ${parsed.access}`)
    if (secret === undefined || !verifyAkSk(call, parsed, secret).ok) return call
    return withHeader(call, 'authorization', authorization.replace(parsed.signature, '{{signature}}'))
  }
  const basic = /^Basic (\S+)$/i.exec(authorization ?? '')?.[1]
  if (basic !== undefined) {
    const plain = new TextDecoder().decode(Buffer.from(basic, 'base64'))
    const hidden = secrets.hide(plain)
    return hidden === plain ? call : withHeader(call, 'authorization', `Basic {{base64}}${hidden}`)
  }
  if (signature === undefined) return call
  const push = { ts, nonce, body: new TextDecoder().decode(call.body) }
  const signer = secrets.sellerKeys().find(([, key]) => verifyUsagePush(push, signature, key).ok)
  return signer ? withHeader(call, 'signature', `{{signature by ${signer[0]}}}`) : call
}

/** Signs a call whose signature is a placeholder, with the secrets of the present sandbox. */
function showSignature(secrets: Secrets, call: Call): Call {
  const { authorization = '', signature = '', ts = '', nonce = '' } = call.headers
  if (authorization.includes('{{signature}}')) {
    const parsed = parseAuthorization(authorization)
    const secret = 'problem' in parsed ? undefined : secrets.valueOf(`key ${parsed.access}`)
    if ('problem' in parsed || secret === undefined) return call
    return withHeader(call, 'authorization', authorization.replace('{{signature}}', verifyAkSk(call, parsed, secret).value))
  }
  const basic = /^Basic \{\{base64\}\}(.*)$/i.exec(authorization)?.[1]
  if (basic !== undefined) return withHeader(call, 'authorization', `Basic ${Buffer.from(secrets.show(basic)).toString('base64')}`)
  const signer = /^\{\{signature by (.*)\}\}$/.exec(signature)?.[1]
  const key = signer === undefined ? undefined : secrets.valueOf(signer)
  if (key === undefined) return call
  return withHeader(call, 'signature', signUsagePush({ ts, nonce, body: new TextDecoder().decode(call.body) }, key).value)
}

function withHeader(call: Call, name: string, value: string): Call {
  return { ...call, headers: { ...call.headers, [name]: value } }
}

type Sent = Pick<SendLine, 'method' | 'url' | 'headers' | 'body'>

/**
 * Replaces the signature of a call to a seller by a placeholder, if it is right and made with a key of the user's own: a replay elsewhere has another
 * key. A wrong signature stays, so that it is compared.
 */
function hideSellerSignature(secrets: Secrets, sent: Sent): Sent {
  const signer = secrets.sellerKeys().find(([, key]) => secrets.own.has(key) && isSignedBy(sent, key))
  if (!signer) return sent
  const stand = `{{signature by ${signer[0]}}}`
  const url = sent.url.replace(/([?&](?:signature|authToken)=)[^&]*/, `$1${stand}`)
  const headers = Object.entries(sent.headers).map(([name, value]) => [name, name === 'x-sign' || name === 'authToken' ? stand : value])
  return { ...sent, url, headers: Object.fromEntries(headers) }
}

/** A call to a seller in the form of a run file's line: with placeholders. */
export function hideSent(secrets: Secrets, request: OutgoingCall): Sent {
  const { method, url, headers, body } = request
  const sent = { method, url, headers, ...bodyOf(pack(new TextEncoder().encode(body))) }
  return hideIn(secrets, hideSellerSignature(secrets, sent))
}

/** Whether a call to a seller has a right signature with this key, in whatever scheme. */
export function isSignedBy({ url, headers, body }: Pick<Sent, 'url' | 'headers' | 'body'>, key: string): boolean {
  const query = Object.fromEntries(new URL(url).searchParams)
  const text = new TextDecoder().decode(unpack(body))
  const { signature, timestamp = '', nonce = '', authToken } = query
  const { 'x-sign': sign, 'x-timestamp': stamp = '', 'x-nonce': once = '', authToken: token } = headers
  try {
    if (signature !== undefined) return verifyProduction(JSON.parse(text), { timestamp, nonce }, signature, key)
    if (sign !== undefined) return verifyKit(JSON.parse(text), { timestamp: stamp, nonce: once }, sign, key)
    if (authToken !== undefined) return verifyAuthToken(query, authToken, key)
    return token !== undefined && verifyKitAuthToken(text, token, key)
  } catch {
    // Not the format of that signature.
    return false
  }
}

/** A call in the form of a run file's line: its secrets are collected and replaced by placeholders. */
export function hideCall(secrets: Secrets, call: Call): Omit<CallLine, 'what' | 'n' | 'at'> {
  const { authorization, signature: _signature, ...headers } = call.headers
  secrets.learnIn({ ...headers, token: /^bearer (.+)$/i.exec(authorization ?? '')?.[1] })
  secrets.learnIn(Object.fromEntries(new URLSearchParams(call.query)))
  secrets.learnIn(read(call.body))
  return hideIn(secrets, callOf(hideSignature(secrets, call)))
}

/** The call of a line with the secrets of the present sandbox, signed again. */
export function showCall(secrets: Secrets, line: CallLine): Call {
  return showSignature(secrets, callIn(showIn(secrets, line)))
}

/** A body as data, if it is JSON or form data. */
function read(body: Uint8Array): unknown {
  if (body.length === 0) return undefined
  const text = new TextDecoder().decode(body)
  try {
    return JSON.parse(text)
  } catch {
    return /^[\w.%+-]+=/.test(text) ? Object.fromEntries(new URLSearchParams(text)) : undefined
  }
}
