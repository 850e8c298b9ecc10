import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { certificateFile } from './tls-files.ts'

/**
 * `fetch` for an https address: trusts the certificate that `serve --tls` keeps, too. The platform's own reads what it trusts only when the
 * process starts.
 */
export async function fetchTrusting(address: string, init: RequestInit & { readonly signal: AbortSignal }): Promise<Response> {
  if (!address.startsWith('https:') || !existsSync(certificateFile())) return fetch(address, init)
  // Every start reads this file, and almost none needs these.
  const [{ request }, { rootCertificates }] = await Promise.all([import('node:https'), import('node:tls')])
  const extra = process.env.NODE_EXTRA_CA_CERTS
  const files = [certificateFile(), ...(extra !== undefined && existsSync(extra) ? [extra] : [])]
  const ca = [...rootCertificates, ...files.map((file) => readFileSync(file, 'utf8'))]
  const body = (init.body ?? undefined) as string | undefined
  const headers = {
    ...(init.headers as Record<string, string>),
    ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
  }
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(address, { method: init.method ?? 'GET', headers, ca, signal: init.signal, agent: false }, resolve)
    outgoing.once('error', reject)
    outgoing.end(body)
  })
  const status = incoming.statusCode ?? 502
  const told = Object.entries(incoming.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  )
  const empty = status === 204 || status === 304
  return new Response(empty ? null : (Readable.toWeb(incoming) as ReadableStream), { status, headers: told })
}
