import { defineCommand } from 'citty'
import { type ControlApi, systemClock } from '../../index.ts'
import { givenOf, numberOf, remoteArguments } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { print, printJson, printNote } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { exchangeLine } from './exchange-line.ts'

type Journal = ControlApi['schemas']['Journal']

/** Milliseconds between two polls while following. */
const PAUSE = 300

export default defineCommand({
  meta: { description: 'Show the calls and their answers' },
  args: {
    since: { type: 'string', valueHint: 'n', default: '0', description: 'Only exchanges numbered above this' },
    operation: { type: 'string', valueHint: 'ref', description: 'Only this operation: bss.PayOrders, or PayOrders' },
    world: { type: 'string', valueHint: 'name', description: 'Only this world' },
    limit: { type: 'string', valueHint: 'n', default: '100', description: 'At most this many, the newest' },
    follow: { type: 'boolean', description: 'Follow new entries until stopped' },
    clear: { type: 'boolean', description: 'Delete all exchanges' },
    ...remoteArguments,
  },
  async run({ args, rawArgs }) {
    const { ask } = connect(args)
    if (args.clear) {
      const other = givenOf(rawArgs, ['follow', 'since', 'operation', 'world', 'limit'])
      if (other !== undefined) throw misused(`--clear deletes all exchanges. Leave out ${other}.`)
      await ask('DELETE', '/journal')
      if (args.json) printJson({ cleared: true })
      else print('The journal is empty.')
      return EXIT.fine
    }
    const filter = { operation: args.operation, world: args.world }
    let since = numberOf(args.since, '--since', 0, Number.MAX_SAFE_INTEGER)
    const look = (limit: number) => ask<Journal>('GET', '/journal', { query: { ...filter, since, limit } })
    const first = await look(numberOf(args.limit, '--limit', 1, 1000))
    if (!args.follow && args.json) printJson(first)
    else show(first, args.json)
    if (first.count === 0 && !args.json) printNote('No calls yet.')
    while (args.follow) {
      await systemClock.wait(PAUSE)
      show(await look(1000), args.json)
    }
    return first.count === 0 ? EXIT.nothing : EXIT.fine

    function show({ entries, last }: Journal, json: boolean | undefined): void {
      // A restarted sandbox starts again at number 1.
      since = last
      for (const entry of entries) print(json ? JSON.stringify(entry) : exchangeLine(entry))
    }
  },
})
