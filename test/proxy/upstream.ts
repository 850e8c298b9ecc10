import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

/**
 * A service that answers with the bytes it is told, and remembers the bytes it got. `undefined` never answers; a list is sent in pieces,
 * and an empty piece hangs up.
 */
export async function openUpstream(answer: (asked: string) => string | Buffer | undefined) {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let text = ''
    socket.on('error', () => {})
    socket.on('data', (part) => {
      text += part.toString('latin1')
      const head = text.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/^content-length: *(\d+)/im.exec(text)?.[1] ?? 0)
      if (text.length < head + 4 + length) return
      asked.push(text)
      const said = answer(text)
      text = ''
      if (said !== undefined) socket.end(said)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** An answer in JSON, as bytes. */
export function jsonAnswer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const lines = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)), Connection: 'close', ...headers }
  return `HTTP/1.1 ${status} X\r\n${Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${text}`
}
