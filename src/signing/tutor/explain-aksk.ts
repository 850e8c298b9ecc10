import { createHash } from 'node:crypto'
import { type AkSkRequest, canonicalRequest } from '../aksk.ts'
import { AKSK_ALGORITHM, type AkSkAuthorization } from '../authorization.ts'
import { type Diagnosis, diagnose, type Step } from './diagnose.ts'
import { carriageStep, HEX_STEP, keyStep, type OtherKey } from './keys-and-digests.ts'
import { writtenBodies } from './written-bodies.ts'

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')
const same = (text: string) => text

/** Changes one line of the canonical request. */
type Edit = (line: string) => string

/**
 * Why a client came to another signature of SDK-HMAC-SHA256 (`signAkSk`).
 * @param request as it came, with the `SignedHeaders` that it names
 */
export function explainAkSk(
  request: AkSkRequest & { readonly body?: Uint8Array },
  { signedHeaders, signature }: AkSkAuthorization,
  secret: string,
  others?: readonly OtherKey[],
): Diagnosis | undefined {
  const [method = '', path = '', query = '', ...rest] = canonicalRequest({ ...request, signedHeaders }).split('\n')
  const [names = '', hash = ''] = rest.slice(-2)
  const headers = rest.slice(0, -3)
  const date = headers.find((line) => line.startsWith('x-sdk-date:'))?.slice('x-sdk-date:'.length) ?? ''
  const body = writtenBodies(new TextDecoder().decode(request.body ?? new Uint8Array()), 'as-sent')
  const steps = {
    method: { right: same, wrong: [{ id: 'method.lower', says: 'The method was signed in small letters.', value: lower }] } as Step<Edit>,
    path: PATH,
    query: queryStep(request.query ?? ''),
    host: HOST,
    // The hash of the bytes is at hand even where they are no text.
    body: { right: hash, wrong: body.wrong.map((way) => ({ ...way, value: sha256(way.value) })) } satisfies Step<string>,
    inner: INNER,
    key: keyStep(secret, others),
    digest: HEX_STEP,
    carriage: carriageStep(),
  }
  type Chosen = { readonly [Name in keyof typeof steps]: (typeof steps)[Name]['right'] }
  const canonicalOf = (way: Chosen) => {
    const lines = headers.map((line) => (line.startsWith('host:') ? way.host(line) : line))
    return [way.method(method), way.path(path), way.query(query), ...lines, '', names, way.body].join('\n')
  }
  const sign = (way: Chosen) => way.carriage(way.digest(way.key, [AKSK_ALGORITHM, date, way.inner(canonicalOf(way))].join('\n')))
  return diagnose(steps, sign as (way: object) => string, signature, canonicalOf as (way: object) => string)
}

const lower: Edit = (line) => line.toLowerCase()
const again: Edit = (line) => line.replaceAll('%', '%25')

const PATH: Step<Edit> = {
  right: same,
  wrong: [
    {
      id: 'path.no-slash',
      says: 'The path was signed without a slash at its end; the canonical path always ends with one.',
      value: (path) => path.replace(/\/$/, ''),
    },
    { id: 'path.encoded-twice', says: 'The path was URL-encoded twice.', value: again },
    { id: 'path.decoded', says: 'The path was signed decoded.', value: decodeURI },
  ],
}

function queryStep(raw: string): Step<Edit> {
  const parts = raw.split('&').filter((part) => part !== '')
  const unsorted = parts.map((part) => (part.includes('=') ? part : `${part}=`)).join('&')
  return {
    right: same,
    wrong: [
      {
        id: 'query.as-sent',
        says: 'The query was signed as it was sent; it is sorted by name, and empty values keep their =.',
        value: () => raw,
      },
      // Without bare names this is the query as sent, and two mistakes that lead to one signature would name none.
      ...(unsorted === raw ? [] : [{ id: 'query.unsorted', says: 'The query was not sorted by name.', value: () => unsorted }]),
      { id: 'query.plus', says: 'Blanks in the query were signed as +; they are %20.', value: (query) => query.replaceAll('%20', '+') },
      { id: 'query.encoded-twice', says: 'The query was URL-encoded twice.', value: again },
      { id: 'query.missing', says: 'The query was not signed.', value: () => '' },
      {
        id: 'query.lower-escapes',
        says: 'Escapes were written in small letters (%2f); capitals are signed (%2F).',
        value: (query) => query.replace(/%[0-9A-F]{2}/g, lower),
      },
    ],
  }
}

const HOST: Step<Edit> = {
  right: same,
  wrong: [
    {
      id: 'host.no-port',
      says: 'The host was signed without its port; it is signed as it is sent.',
      value: (line) => line.replace(/:\d+$/, ''),
    },
    {
      id: 'host.localhost',
      says: 'The host was signed as localhost, but sent as an address.',
      value: (line) => line.replace(/^host:[^:]+/, 'host:localhost'),
    },
    {
      id: 'host.address',
      says: 'The host was signed as 127.0.0.1, but sent as a name.',
      value: (line) => line.replace(/^host:[^:]+/, 'host:127.0.0.1'),
    },
  ],
}

const INNER: Step<Edit> = {
  right: sha256,
  wrong: [
    { id: 'inner.forgotten', says: 'The canonical request itself was signed; its SHA-256 is.', value: same },
    {
      id: 'inner.upper',
      says: 'The hash of the canonical request was written in capital letters.',
      value: (canonical) => sha256(canonical).toUpperCase(),
    },
    { id: 'inner.line-end', says: 'The canonical request had a line end at its end.', value: (canonical) => sha256(`${canonical}\n`) },
    {
      id: 'inner.crlf',
      says: 'The lines of the canonical request ended in CR LF.',
      value: (canonical) => sha256(canonical.replaceAll('\n', '\r\n')),
    },
  ],
}
