import { connect, type Socket } from 'node:net'

/** One request as it goes over the wire, again and again. */
export interface Shot {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/**
 * Fires one request over kept-alive connections, one at a time on each, for so many milliseconds. The client is a bare
 * socket, so that the two cores belong to the server as far as possible.
 * @returns answers per second; throws when an answer has another status than wanted
 */
export async function fire(url: string, shot: Shot, { connections = 32, ms = 1500, status = 200 } = {}): Promise<number> {
  const { hostname, port, host } = new URL(url)
  const body = shot.body ?? ''
  const headers = { Host: host, ...shot.headers, ...(body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }) }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const bytes = Buffer.from(`${shot.method} ${shot.path} HTTP/1.1\r\n${head.join('')}\r\n${body}`)
  const until = performance.now() + ms
  const started = performance.now()
  let answers = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(Number(port), hostname)
      socket.setNoDelay(true)
      await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
      while (performance.now() < until) {
        socket.write(bytes)
        const got = await readAnswer(socket)
        if (got !== status) throw new Error(`${shot.method} ${shot.path} answered ${got}, wanted ${status}.`)
        answers++
      }
      socket.destroy()
    }),
  )
  return answers / ((performance.now() - started) / 1000)
}

/** Waits for one whole answer with a Content-Length (or none) and gives its status. */
function readAnswer(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    let seen: Buffer = Buffer.alloc(0)
    const done = (result: () => void) => {
      socket.removeAllListeners('data')
      socket.removeAllListeners('close')
      result()
    }
    socket.once('close', () => done(() => reject(new Error('The server closed the connection.'))))
    socket.on('data', (chunk: Buffer) => {
      seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk])
      const gap = seen.indexOf('\r\n\r\n')
      if (gap < 0) return
      const head = seen.subarray(0, gap).toString('latin1')
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
      if (seen.length >= gap + 4 + length) done(() => resolve(Number(head.slice(9, 12))))
    })
  })
}
