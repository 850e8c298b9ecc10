import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A seller's service behind an Agents gateway: answers as a test says, and keeps what it heard. */
export async function openModelService() {
  const heard: { method?: string | undefined; url?: string | undefined; headers: IncomingHttpHeaders; body: string }[] = []
  let answer: (response: ServerResponse) => void = (response) => response.end()
  let gone: () => void = () => {}
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text) => {
      body += text
    })
    request.on('end', () => {
      const { method, url, headers } = request
      heard.push({ method, url, headers, body })
      response.on('close', () => gone())
      answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    address,
    url: `${address}/v1/chat`,
    heard,
    /** What every later call is answered with. */
    says(text: string, status = 200) {
      const type = text.startsWith('data:') ? 'text/event-stream' : 'application/json'
      answer = (response) => response.writeHead(status, { 'Content-Type': type }).end(text)
    },
    /** What every later call meets. */
    does(how: (response: ServerResponse) => void) {
      answer = how
    },
    /** The next answer whose connection is closed. */
    hungUp: () =>
      new Promise<void>((resolve) => {
        gone = resolve
      }),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
