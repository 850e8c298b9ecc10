import { defineCommand } from 'citty'
import { VERSION } from '../../index.ts'
import { remoteArguments, worldArgument, worldName } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { fetchTrusting } from '../terminal/fetch-trusting.ts'
import { printJson } from '../terminal/print.ts'
import { addressOf } from '../terminal/remote.ts'
import { listenForStop } from '../terminal/stop-signals.ts'

export default defineCommand({
  meta: {
    description:
      'Serve the tools of a running sandbox to an assistant (Model Context Protocol) over standard input and output. Your assistant starts this command. Over HTTP the same tools are at /_sandbox/mcp of the sandbox',
  },
  args: {
    ...worldArgument,
    ...remoteArguments,
    json: { type: 'boolean', description: 'Print the entry for the configuration of your assistant (mcpServers) and end' },
  },
  async run({ args }) {
    const address = addressOf(args.url)
    const token = args['control-token'] ?? process.env.KOOSANDBOX_CONTROL_TOKEN
    if (args.json) {
      printJson({ mcpServers: { 'koogallery-sandbox': startedBy(['--url', address, '--world', args.world]) } })
      return EXIT.fine
    }
    const { stop } = listenForStop()
    const { serveStdio } = await import('../../mcp/stdio.ts')
    const send = (path: string, init: RequestInit) =>
      fetchTrusting(`${address}${path}`, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), ...(token === undefined ? {} : { 'x-sandbox-token': token }) },
        redirect: 'manual',
        signal: new AbortController().signal,
      })
    await serveStdio({ version: VERSION, url: address, world: worldName(args.world), send }, stop)
    return EXIT.fine
  },
})

/** How an assistant starts this command: with this Node and this file, so that it works from any folder. The token stays in the environment. */
const startedBy = (words: readonly string[]) => ({ command: process.execPath, args: [process.argv[1] ?? 'koosandbox', 'mcp', ...words] })
