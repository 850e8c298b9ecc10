import { connect, type Socket } from 'node:net'

/** One answer as it came over the wire. Header names are in lower case. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The body as JSON; throws where it is none. */
  // The outside comes in: what a test expects of a body is the test's business.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  json(): any
}

export interface RawRequest {
  readonly method?: string
  /** Path and query exactly as they shall stand in the request line. */
  readonly target: string
  /** A list keeps order, case and repeats. */
  readonly headers?: Readonly<Record<string, string>> | readonly (readonly [string, string])[]
  readonly body?: string | Uint8Array
  /** Send the body in pieces of this many bytes, `Transfer-Encoding: chunked`. */
  readonly chunked?: number
  /** Absent: `127.0.0.1`. `null` sends none. */
  readonly host?: string | null
}

/** A connection on which a test says exactly what it wants, byte by byte. */
export interface RawConnection {
  write(bytes: string | Uint8Array): void
  /** The next answer on this connection; rejects when it closes without one, or after five seconds of silence. */
  answer(to?: { readonly head?: boolean }): Promise<RawAnswer>
  /** Resolves once the server has closed the connection. */
  readonly closed: Promise<void>
  readonly socket: Socket
  end(): void
}

const SILENCE = 15_000

/** Sends one request on a connection of its own and gives back the answer. */
export async function rawHttp(url: string, request: RawRequest | string | Uint8Array): Promise<RawAnswer> {
  const connection = await openRaw(url)
  try {
    const plain = typeof request === 'string' || request instanceof Uint8Array
    connection.write(plain ? request : rawRequest(request))
    return await connection.answer({ head: !plain && request.method === 'HEAD' })
  } finally {
    connection.end()
  }
}

/** The bytes of a request, nothing added but `Host` and the length or chunks of the body. */
export function rawRequest({ method = 'GET', target, headers = {}, body = '', chunked, host = '127.0.0.1' }: RawRequest): Buffer {
  const given = Array.isArray(headers) ? (headers as readonly (readonly [string, string])[]) : Object.entries(headers)
  const bytes = Buffer.from(body as string)
  const lines = [`${method} ${target} HTTP/1.1`]
  const named = (name: string) => given.some(([other]) => other.toLowerCase() === name)
  if (host !== null && !named('host')) lines.push(`Host: ${host}`)
  for (const [name, value] of given) lines.push(`${name}: ${value}`)
  if (chunked !== undefined) lines.push('Transfer-Encoding: chunked')
  else if (bytes.length > 0 && !named('content-length')) lines.push(`Content-Length: ${bytes.length}`)
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  return Buffer.concat([head, chunked === undefined ? bytes : inChunks(bytes, chunked)])
}

export async function openRaw(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port), noDelay: true })
  let received = Buffer.alloc(0)
  let over = false
  let wake = () => {}
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])
    wake()
  })
  // A reset after the answer is the server's way to stop a client that goes on sending; it shows as `over`.
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) =>
    socket.on('close', () => {
      over = true
      wake()
      resolve()
    }),
  )
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))

  return {
    socket,
    closed,
    write: (bytes) => void socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes),
    end: () => socket.destroy(),
    async answer({ head = false } = {}) {
      const until = Date.now() + SILENCE
      for (;;) {
        const found = readAnswer(received, head, over)
        if (found) {
          received = received.subarray(found.length)
          return found.answer
        }
        if (over)
          throw new Error(`The connection was closed after ${received.length} bytes: ${received.subarray(0, 200).toString('latin1')}`)
        if (Date.now() > until) throw new Error(`No answer within ${SILENCE} ms, only ${received.length} bytes.`)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 250)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    },
  }
}

function inChunks(bytes: Buffer, size: number): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size)
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'))
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')])
}

/** The first whole answer in the bytes so far, and its length. The sandbox never answers in chunks. */
function readAnswer(bytes: Buffer, head: boolean, over: boolean): { answer: RawAnswer; length: number } | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1] ?? Number.NaN)
  if (Number.isNaN(status)) throw new Error(`This is no HTTP answer: ${first.slice(0, 100)}`)
  if (status === 100) return readAnswer(bytes.subarray(end + 4), head, over)
  const headers: Record<string, string> = {}
  for (const line of lines) headers[line.slice(0, line.indexOf(':')).toLowerCase()] = line.slice(line.indexOf(':') + 1).trim()
  const start = end + 4
  const bodiless = head || status === 204 || status === 304
  const stated = headers['content-length']
  if (!bodiless && stated === undefined && !over) return undefined
  const length = bodiless ? 0 : stated === undefined ? bytes.length - start : Number(stated)
  if (bytes.length < start + length) return undefined
  const body = bytes.subarray(start, start + length).toString('utf8')
  return { answer: { status, headers, body, json: () => JSON.parse(body) }, length: start + length }
}
