import { didYouMean } from '../language/did-you-mean.ts'
import type { Controls } from './control-behaviour.ts'
import { findFor } from './find-operation.ts'
import { factsSince, shownFact } from './shown-facts.ts'

/** Maximum bytes of one answer, to limit memory. Request the rest with `since` and a smaller `limit`. */
const PAGE = 8_000_000

/** The journal and the facts. */
export const records: Pick<Controls, 'ListJournal' | 'ClearJournal' | 'ListFacts'> = {
  ListJournal(context) {
    const { input, server, fail } = context
    const { world, operation, since = 0, limit = 100, changes = false, before, status, path, verdict, text } = input.query
    const known = server.worlds.list().map(({ name }) => name)
    const named = world === undefined ? undefined : server.worlds.get(world)?.name
    if (world !== undefined && named === undefined) fail('unknown-world', `There is no world "${world}".${didYouMean(world, known)}`, known)
    const { total, entries } = server.journal.search({
      ...(named === undefined ? {} : { world: named }),
      ...(operation === undefined ? {} : { operation: findFor(context, operation).ref }),
      ...(before === undefined ? {} : { before }),
      ...(status === undefined ? {} : { status: rangeOf(status) }),
      ...(path === undefined ? {} : { path }),
      ...(verdict === undefined ? {} : { verdict }),
      ...(text === undefined ? {} : { text }),
      ...{ since, limit, changes, bytes: PAGE },
    })
    return {
      format: 1,
      last: server.journal.count,
      total,
      count: entries.length,
      entries: entries.map((entry) => ({ ...entry, findings: [...entry.findings] })),
    }
  },

  ClearJournal({ server }) {
    server.journal.clear()
    return undefined
  },

  ListFacts({ input, world }) {
    const { since = 0, limit = 100, about } = input.query
    const last = world.facts.count
    const facts =
      about === undefined ? factsSince(world, Math.max(since, last - limit)) : world.facts.about(about, since, limit).map(shownFact)
    return { world: world.name, last, count: facts.length, facts }
  },
}

/** `404` means itself, `4xx` all from 400 to 499. */
function rangeOf(status: string): readonly [number, number] {
  const first = Number(status.replaceAll('x', '0'))
  return [first, Number(status.replaceAll('x', '9'))]
}
