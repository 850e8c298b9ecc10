import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema, type CallToolResult, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { didYouMean } from '../language/did-you-mean.ts'
import { Refused, Unanswered } from './ask.ts'
import { createArgumentCheck, inputSchema } from './check-arguments.ts'
import { explainProblem } from './explain-problem.ts'
import type { ToolContext } from './mcp-api.ts'
import type { Tool } from './tool.ts'
import { TOOLS } from './tools/tools.ts'

/** What a server works with: the calls that its tools make, and who it is. */
export interface McpOptions extends ToolContext {
  readonly version: string
}

const check = createArgumentCheck(TOOLS)

const INSTRUCTIONS =
  "This is a local sandbox of KooGallery (云商店), Huawei Cloud's marketplace. Nothing here costs money or leaves this machine. " +
  'A world is one isolated marketplace with its own clock; "default" exists always. To find out why a call was refused, use explain_refusal. ' +
  "To let time pass (expiry, retries of calls to sellers), use advance_clock. To check a seller's production interface, use verify_seller."

/** A server of the Model Context Protocol with all tools, not yet connected to a transport. */
export function createMcpServer(options: McpOptions): Server {
  const server = new Server(
    { name: 'koogallery-sandbox', title: 'KooGallery sandbox', version: options.version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  )
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS.map(listed) }))
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => callTool(params.name, params.arguments ?? {}, options))
  return server
}

/** A tool as assistants see it in the list. */
function listed(tool: Tool) {
  const { name, title, description, effect } = tool
  const annotations = { readOnlyHint: effect === 'look', destructiveHint: effect === 'drop', openWorldHint: false }
  return { name, title, description, inputSchema: inputSchema(tool), annotations }
}

async function callTool(name: string, args: Readonly<Record<string, unknown>>, context: ToolContext): Promise<CallToolResult> {
  const tool = TOOLS.find((one) => one.name === name)
  if (!tool) {
    const names = TOOLS.map((one) => one.name)
    return failed(`There is no tool "${name.slice(0, 80)}".${didYouMean(name, names)} The tools are: ${names.join(', ')}.`)
  }
  const wrong = check(tool, args)
  if (wrong.length > 0) return failed(`${wrong.join('\n')}\nNext: correct the arguments and call ${name} again.`, { arguments: wrong })
  const { world, ...own } = args
  try {
    const { value, text } = await tool.run(own, { ...context, world: typeof world === 'string' ? world : context.world })
    return { content: [{ type: 'text', text }], structuredContent: { ...value } }
  } catch (error) {
    if (error instanceof Refused) return failed(explainProblem(error.problem), { problem: error.problem })
    if (error instanceof Unanswered) return failed(error.message)
    return failed(`${name} failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A refusal as a result, so that the assistant reads it and tries again. */
const failed = (text: string, value?: object): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text }],
  ...(value === undefined ? {} : { structuredContent: { ...value } }),
})
