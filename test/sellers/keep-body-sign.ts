import { createServer, type RequestListener, type ServerOptions } from 'node:http'

/** V1.0 wants the name `Body-Sign` as it is; what goes through `Headers` is written in lower case. A server for `serve` of Hono. */
export const keepBodySign = ((options: ServerOptions, listener: RequestListener) =>
  createServer(options, (request, response) => {
    const writeHead = response.writeHead.bind(response)
    response.writeHead = ((status: number, headers: Record<string, string> = {}) => {
      const { 'body-sign': sign, ...others } = headers
      return writeHead(status, sign === undefined ? others : { ...others, 'Body-Sign': sign })
    }) as typeof response.writeHead
    listener(request, response)
  })) as typeof createServer
