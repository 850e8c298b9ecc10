import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { numberOf, remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson, printNote } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { refuseUnknownFact } from './fact-names.ts'

type Facts = ControlApi['schemas']['FactList']
type FactLine = Facts['facts'][number]

/** Maximum number of facts in one answer. */
const MOST = 1000

export default defineCommand({
  meta: { description: 'Show the facts of a world, in order' },
  args: {
    since: { type: 'string', valueHint: 'n', default: '0', description: 'Only facts numbered above this' },
    type: { type: 'string', valueHint: 'name', description: `Only facts of this name, such as order.paid, among the newest ${MOST}` },
    limit: { type: 'string', valueHint: 'n', default: '100', description: 'At most this many, the newest' },
    follow: { type: 'boolean', description: 'Follow new entries until stopped' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    const { world, type, json } = args
    if (type !== undefined) refuseUnknownFact('--type', type)
    const { ask, follow } = connect(args)
    const since = numberOf(args.since, '--since', 0, Number.MAX_SAFE_INTEGER)
    const limit = numberOf(args.limit, '--limit', 1, MOST)
    const list = await ask<Facts>('GET', '/facts', { query: { world, since, limit: type === undefined ? limit : MOST } })
    const facts = list.facts.filter((fact) => type === undefined || fact.type === type).slice(-limit)
    if (json && !args.follow) printJson({ ...list, count: facts.length, facts })
    else for (const fact of facts) print(json ? JSON.stringify(fact) : factText(fact))
    if (facts.length === 0 && !json) printNote(type === undefined ? 'No facts yet.' : `No ${type} yet.`)
    const rest = args.follow ? follow<FactLine>('/events', { world, type, since: list.last }, new AbortController().signal) : []
    for await (const fact of rest) print(json ? JSON.stringify(fact) : factText(fact))
    if (args.follow) printNote(`The stream ended: world "${world}" was reset or dropped.`)
    return facts.length === 0 && !args.follow ? EXIT.nothing : EXIT.fine
  },
})

/** Number, time and name of a fact, then its payload. */
function factText({ n, at, type, ...about }: FactLine): string {
  return `${String(n).padStart(5)}  ${at}  ${type}  ${JSON.stringify(about)}`
}
