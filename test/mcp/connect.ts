import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'

/** What came of a tool. */
export interface Called {
  readonly text: string
  readonly failed: boolean
  // biome-ignore lint/suspicious/noExplicitAny: the test knows what a tool returns
  readonly value: any
}

/** The vendor-neutral official client, connected. */
export async function connectThrough(transport: Transport) {
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(transport)
  return {
    client,
    async use(name: string, args: Readonly<Record<string, unknown>> = {}): Promise<Called> {
      const result = (await client.callTool({ name, arguments: { ...args } })) as CallToolResult
      const [first] = result.content
      return { text: first?.type === 'text' ? first.text : '', failed: result.isError === true, value: result.structuredContent }
    },
    [Symbol.asyncDispose]: () => client.close(),
  }
}

/** The client over HTTP. The package is written without `exactOptionalPropertyTypes`, so that its classes do not fit its interfaces here. */
export const connectTo = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  connectThrough(new StreamableHTTPClientTransport(new URL(`${url}/_sandbox/mcp`), { requestInit: { headers } }) as Transport)
