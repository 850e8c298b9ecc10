import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { Call } from '../spec/call.ts'
import { createAsk } from './ask.ts'
import { createMcpServer } from './server.ts'

/** What answers a message needs beside it. */
export interface HttpOptions {
  readonly version: string
  /** Answers a request to this sandbox. */
  readonly fetch: (request: Request) => Response | Promise<Response>
}

/** Headers by which the tools' own calls are let in as the message was. */
const PASSED_ON = ['host', 'x-sandbox-token', 'authorization'] as const

/**
 * Answers one message of an assistant over HTTP, by a server of its own: nothing is kept between two. The caller has checked host, origin and
 * control token; the tools' calls show the same ones and are checked again.
 */
export async function answerMcp(call: Call, { version, fetch }: HttpOptions): Promise<Response> {
  const { method, headers, body, host } = call
  if (method !== 'POST') return wrongMethod(method)
  const origin = `http://${host}`
  const shown = Object.fromEntries(PASSED_ON.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])))
  const send = async (path: string, init: RequestInit) =>
    fetch(new Request(origin + path, { ...init, headers: { ...(init.headers as Record<string, string>), ...shown } }))
  const server = createMcpServer({ version, world: headers['x-sandbox-world'] ?? 'default', ask: createAsk(send, origin) })
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
  await server.connect(transport)
  try {
    const sent = Object.entries(headers).flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as [string, string]]))
    return await transport.handleRequest(
      new Request(`${origin}${call.path}`, { method, headers: sent, body: body as Uint8Array<ArrayBuffer> }),
    )
  } finally {
    await server.close()
  }
}

/** There are no sessions and no messages of the server's own: no stream to read, nothing to end. */
function wrongMethod(method: string): Response {
  const problem = {
    title: 'This address takes messages by POST',
    status: 405,
    detail: `Messages of the Model Context Protocol are sent to /_sandbox/mcp by POST, not ${method}. Configure your assistant with this address and the transport "streamable HTTP".`,
    code: 'method-not-allowed',
  }
  return Response.json(problem, { status: 405, headers: { allow: 'POST', 'content-type': 'application/problem+json' } })
}
