import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

/** What one call looked like to the seller. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: string
  readonly json: Record<string, unknown>
  /** Which connection brought it, in the order in which they were made. */
  readonly connection: number
}

type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown } | 'silence' | 'reset'

/** A seller of our own making: answers as it is told, remembers what it was asked. */
export async function openSeller(answer: (call: Received) => Answer | Promise<Answer>) {
  const calls: Received[] = []
  /** Numbers of connections by the port that they came from. */
  const taken = new Map<number, number>()
  let count = 0
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts).toString('utf8')
    const url = new URL(request.url ?? '/', 'http://seller')
    const call: Received = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body,
      connection: taken.get(request.socket.remotePort ?? 0) ?? 0,
      json: body === '' ? Object.fromEntries(url.searchParams) : (JSON.parse(body) as Record<string, unknown>),
    }
    calls.push(call)
    const said = await answer(call)
    if (said === 'silence') return
    if (said === 'reset') {
      request.socket.resetAndDestroy()
      return
    }
    response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers })
    response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  server.on('connection', ({ remotePort = 0 }) => taken.set(remotePort, ++count))
  return {
    /** How many connections were made until now, to the very last: they are taken in one after the other, and this one comes behind them. */
    async connections() {
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      const from = socket.localPort as number
      while (!taken.has(from)) await once(server, 'connection')
      socket.destroy()
      return taken.get(from) as number
    },
    url: `http://127.0.0.1:${port}`,
    calls,
    activities: () => calls.map(({ json }) => json['activity']),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
    async [Symbol.asyncDispose]() {
      await this.close()
    },
  }
}
