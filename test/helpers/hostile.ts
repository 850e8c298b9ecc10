import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Seeded } from './seeded.ts'

/** Bytes that somebody with bad intentions sends on one connection, and what may never become of them. */
export interface Hostile {
  readonly what: string
  readonly pieces: readonly Buffer[]
  /** Ends with a reset instead of a clean end. */
  readonly reset: boolean
}

/** A good request that is bent. `probe` marks it, so that its answer can be told from all others. */
export interface Good {
  readonly method: string
  readonly target: (probe: string) => string
  readonly headers: (probe: string) => Readonly<Record<string, string>>
  readonly body: (probe: string) => string
}

/** What a request hidden in another one would be marked with. It has to reach nobody. */
export const smuggled = (n: number): string => `smuggled-${n}`

/** Endless hostile connections from one seed. */
export function createHostile(good: Good, random: Seeded): (n: number) => Hostile {
  const many = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join('')

  return (n) => {
    const probe = `probe-${n}`
    const target = good.target(probe)
    const body = good.body(probe)
    const headers = many(Object.entries(good.headers(probe)).length, (i) => {
      const [name, value] = Object.entries(good.headers(probe))[i] as [string, string]
      return `${name}: ${value}\r\n`
    })
    const start = `${good.method} ${target} HTTP/1.1\r\nHost: localhost\r\n${headers}`
    const whole = `${start}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
    const hidden = `${good.method} ${good.target(smuggled(n))} HTTP/1.1\r\nHost: localhost\r\nX-Hidden: ${smuggled(n)}\r\nContent-Length: 0\r\n\r\n`
    const chunk = (text: string, extension = '') => `${Buffer.byteLength(text).toString(16)}${extension}\r\n${text}\r\n`
    const chunked = `${start}Transfer-Encoding: chunked\r\n\r\n`

    const forms: readonly (readonly [string, () => string | Buffer])[] = [
      ['length and chunks', () => `${start}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`],
      ['chunks and length', () => `${start}Transfer-Encoding: chunked\r\nContent-Length: ${hidden.length}\r\n\r\n0\r\n\r\n${hidden}`],
      ['two lengths', () => `${start}Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`],
      ['a list of lengths', () => `${start}Content-Length: 0, ${hidden.length}\r\n\r\n${hidden}`],
      ['a coding in disguise', () => `${start}Transfer-Encoding: ${random.pick(['xchunked', 'chunked, identity', ' chunked;q=1', '\x0bchunked', 'identity'])}\r\n\r\n0\r\n\r\n${hidden}`], // biome-ignore format: one thought
      ['a coding with a blank in its name', () => `${start}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`],
      ['a folded header', () => `${start}Content-Length:\r\n ${hidden.length}\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n${hidden}`],
      ['bare line feeds', () => whole.replaceAll('\r\n', '\n')],
      ['bare line feeds in chunks', () => `${chunked}${chunk(body).replaceAll('\r\n', '\n')}0\n\n`],
      ['bare carriage returns', () => whole.replaceAll('\r\n', '\r')],
      ['a chunk extension', () => `${chunked}${chunk(body, `;${'x'.repeat(random.int(40_000))}`)}0\r\n\r\n`],
      ['chunk sizes beyond all numbers', () => `${chunked}${'F'.repeat(1 + random.int(40))}\r\n${body}\r\n0\r\n\r\n`],
      ['a chunk size that is none', () => `${chunked}${random.pick(['-1', '+5', '0x5', '5 5', ' 5', ''])}\r\n${body}\r\n0\r\n\r\n`],
      [
        'trailers',
        () =>
          `${chunked}${chunk(body)}0\r\n${many(random.int(2000), (i) => `X-T-${i}: 1\r\n`)}Content-Length: 5\r\nHost: evil.example\r\n\r\n`,
      ],
      ['half a head', () => start.slice(0, random.int(start.length))],
      ['half a body', () => whole.slice(0, whole.length - 1 - random.int(Math.max(1, body.length)))],
      ['a giant header', () => `${start}X-Giant: ${'g'.repeat(random.int(400_000))}\r\n\r\n`],
      ['many headers', () => `${start}${many(random.int(6000), (i) => `X-${i}: ${i}\r\n`)}\r\n`],
      ['a giant address', () => `${good.method} ${target}${'/a'.repeat(random.int(200_000))} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
      ['a body in another encoding', () => `${start}Content-Encoding: ${random.pick(['gzip', 'br', 'deflate', 'zstd', 'gzip, gzip', 'x'])}\r\nContent-Length: ${body.length}\r\n\r\n${body}`], // biome-ignore format: one thought
      ['an encoding of text', () => `${start}Content-Type: application/json; charset=${random.pick(['utf-16', 'utf-7', 'x', '"'])}\r\nContent-Length: ${body.length}\r\n\r\n${body}`], // biome-ignore format: one thought
      [
        'bytes for an address',
        () => Buffer.concat([Buffer.from(`${good.method} /`), random.bytes(60), Buffer.from(' HTTP/1.1\r\nHost: localhost\r\n\r\n')]),
      ],
      ['bytes for a header', () => Buffer.concat([Buffer.from(`${start}X-Bytes: `), random.bytes(60), Buffer.from('\r\n\r\n')])],
      ['zeros', () => whole.replace('Host', 'Ho\0st')],
      [
        'other versions',
        () => whole.replace('HTTP/1.1', random.pick(['HTTP/0.9', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/1.1 ', 'HTTP/1', 'ICE/1.1', ''])),
      ],
      ['a greeting of HTTP/2', () => `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${whole}`],
      ['a tunnel', () => `CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n${hidden}`],
      [
        'another protocol',
        () => `${start}Connection: Upgrade\r\nUpgrade: ${random.pick(['websocket', 'h2c', 'x'])}\r\nContent-Length: 0\r\n\r\n`,
      ],
      [
        'an expectation',
        () => `${start}Expect: ${random.pick(['100-continue', '200-ok', ''])}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      ],
      ['many at once', () => whole.repeat(1 + random.int(20))],
      ['garbage behind', () => Buffer.concat([Buffer.from(whole), random.bytes(200)])],
      ['bytes', () => Buffer.from(random.bytes(2000))],
      ['flipped bytes', () => {
        const bytes = Buffer.from(whole)
        for (let i = random.int(6); i >= 0; i--) bytes[random.int(bytes.length)] = random.int(256)
        return bytes
      }], // biome-ignore format: one thought
      ['a good one', () => whole],
    ]
    const [what, make] = random.pick(forms)
    const bytes = Buffer.from(make() as string)
    // A tenth drips, a twentieth hangs up in the middle.
    const size = random.int(10) === 0 ? Math.max(1, Math.ceil(bytes.length / (2 + random.int(30)))) : bytes.length
    const pieces: Buffer[] = []
    for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
    return { what, pieces, reset: random.int(20) === 0 }
  }
}

/** Milliseconds after the last byte of an answer until the client ends. Node cuts off the answers of a client that ends before. */
const SILENCE = 30

/**
 * Sends it on a connection of its own; resolves with all that came back once the server has closed. Rejects when it does not.
 * @param idle milliseconds to wait for the first byte of an answer before the client ends
 */
export function sendHostile(url: string, { pieces, reset, what }: Hostile, patience: number, idle = 100): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { port, protocol } = new URL(url)
    const secure = protocol === 'https:'
    const place = { host: '127.0.0.1', port: Number(port), noDelay: true }
    const socket = secure ? connectTls({ ...place, rejectUnauthorized: false }) : connect(place)
    const received: Buffer[] = []
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`${what}: the connection is open after ${patience} ms, ${Buffer.concat(received).length} bytes came`))
    }, patience)
    let ending: NodeJS.Timeout | undefined
    const endAfter = (ms: number) => {
      clearTimeout(ending)
      ending = setTimeout(() => socket.end(), ms)
    }
    socket.on('data', (data) => {
      received.push(data)
      endAfter(SILENCE)
    })
    socket.on('error', () => {})
    socket.once('close', () => {
      clearTimeout(timer)
      clearTimeout(ending)
      resolve(Buffer.concat(received))
    })
    socket.once(secure ? 'secureConnect' : 'connect', async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return
        socket.write(piece)
        if (pieces.length > 1) await new Promise((next) => setImmediate(next))
      }
      if (reset && secure) socket.destroy()
      else if (reset) socket.resetAndDestroy()
      else if (received.length === 0) endAfter(idle)
    })
  })
}

/** The first two bytes of an alert of TLS. A port of HTTPS sends one for random bytes that happen to begin like a record of TLS. */
const ALERT = '\x15\x03'

/** The statuses of all answers on a connection, one after the other; throws on bytes that are no answer. */
export function statusesOf(bytes: Buffer): number[] {
  const statuses: number[] = []
  if (bytes.subarray(0, ALERT.length).toString('latin1') === ALERT) return statuses
  let at = 0
  while (at < bytes.length) {
    const end = bytes.indexOf('\r\n\r\n', at)
    const head = bytes.subarray(at, end < 0 ? undefined : end).toString('latin1')
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1])
    if (!(status >= 100)) throw new Error(`no answer: ${head.slice(0, 200)}`)
    // Cut off in the middle: the other side reset it.
    if (end < 0) return statuses
    if (status >= 200) statuses.push(status)
    const length = /^content-length: *(\d+)/im.exec(head)?.[1]
    if (status === 204 || status < 200) at = end + 4
    else if (/^transfer-encoding: *chunked/im.test(head)) at = bytes.indexOf('\r\n0\r\n\r\n', end) + 7
    else if (length !== undefined) at = end + 4 + Number(length)
    // To a client of HTTP/1.0 or older a body lasts until the connection is closed.
    else return statuses
  }
  return statuses
}
