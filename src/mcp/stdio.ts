import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { createAsk } from './ask.ts'
import type { Send } from './mcp-api.ts'
import { createMcpServer } from './server.ts'

/** Where the tools' calls go, and what they are about when they name no world. */
export interface StdioOptions {
  readonly version: string
  readonly url: string
  readonly world: string
  readonly send: Send
}

/** Answers an assistant over standard input and output until the input ends, or `stopped` comes. */
export async function serveStdio({ url, send, ...about }: StdioOptions, stopped: Promise<unknown>): Promise<void> {
  const server = createMcpServer({ ...about, ask: createAsk(send, url) })
  await server.connect(new StdioServerTransport())
  const ended = new Promise((resolve) => process.stdin.once('end', resolve).once('close', resolve))
  await Promise.race([ended, stopped])
  await server.close()
}
