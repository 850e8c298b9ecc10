import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { membersOf } from '../terminal/set-members.ts'
import { callbackRow } from './callbacks.ts'

export default defineCommand({
  meta: { description: 'Send a callback or a webhook of an API document now, and show the answer' },
  args: {
    name: { type: 'positional', required: true, description: 'Its name, as `koosandbox callback list` shows it' },
    to: {
      type: 'string',
      required: true,
      valueHint: 'URL',
      description: 'The address to call; on this machine, or allowed by --allow-host',
    },
    set: { type: 'string', valueHint: 'name=value', description: 'Set a member of the body, as JSON or text; may be repeated' },
    ...worldArgument,
    ...remoteArguments,
  },
  run: ({ args, rawArgs }) => sendCallback(args.name, args, rawArgs),
})

/** Sends one call of a document and shows the answer. */
export async function sendCallback(
  name: string,
  args: Parameters<typeof connect>[0] & { readonly to: string; readonly world?: string | undefined; readonly json?: boolean | undefined },
  rawArgs: readonly string[],
): Promise<number> {
  const set = membersOf(rawArgs)
  const body = { name, url: args.to, ...(Object.keys(set).length > 0 ? { set } : {}) }
  const sent = await connect(args).ask<ControlApi['schemas']['SentCallback']>('POST', '/callbacks', {
    query: { world: args.world },
    body,
  })
  if (args.json) printJson(sent)
  else print([table([callbackRow(sent)]), ...(sent.answer?.body ? [sent.answer.body] : [])].join('\n'))
  return sent.answer && sent.answer.status < 400 ? EXIT.fine : EXIT.wrong
}
