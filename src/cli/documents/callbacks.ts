import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson, printNote, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'

export default defineCommand({
  meta: { description: 'List the callbacks and webhooks of your API documents, and the calls that were made' },
  args: { ...worldArgument, ...remoteArguments },
  async run({ args }) {
    const list = await connect(args).ask<ControlApi['schemas']['CallbackList']>('GET', '/callbacks', { query: { world: args.world } })
    if (args.json) printJson(list)
    else if (list.declared.length === 0 && list.count === 0) printNote('The served documents declare no callbacks and no webhooks.')
    else {
      print(
        table(list.declared.map(({ name, kind, method, expression = 'the address that you name' }) => [name, kind, method, expression])),
      )
      if (list.count > 0) print(['', table(list.callbacks.map(callbackRow))].join('\n'))
    }
    return EXIT.fine
  },
})

/** One call that was made or is planned. */
export const callbackRow = ({ id, name, method, url, status, answer, failure }: ControlApi['schemas']['SentCallback']): string[] => [
  id,
  name,
  `${method} ${url}`,
  answer ? String(answer.status) : (failure ?? status),
]
