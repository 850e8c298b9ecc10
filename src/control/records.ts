import { didYouMean } from '../spec/document/fault.ts'
import type { Controls } from './control-behaviour.ts'
import { findFor } from './find-operation.ts'
import { factsAbout } from './lifecycle/facts-about.ts'
import { factsSince, shownFact } from './shown-facts.ts'

/** Maximum bytes of one answer, to limit memory. Request the rest with `since` and a smaller `limit`. */
const PAGE = 8_000_000

/** The journal and the facts. */
export const records: Pick<Controls, 'ListJournal' | 'ClearJournal' | 'ListFacts'> = {
  ListJournal(context) {
    const { input, server, fail } = context
    const { world, operation, since, limit, changes = false } = input.query
    const known = server.worlds.list().map(({ name }) => name)
    if (world !== undefined && !known.includes(world))
      fail('unknown-world', `There is no world "${world}".${didYouMean(world, known)}`, known)
    const filter = {
      ...(world === undefined ? {} : { world }),
      ...(operation === undefined ? {} : { operation: findFor(context, operation).ref }),
    }
    const entries = server.journal.entries({ ...filter, since: since ?? 0, limit: limit ?? 100, changes: changes, bytes: PAGE })
    return {
      format: 1,
      last: server.journal.count,
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
    const facts = about === undefined ? factsSince(world, since).slice(-limit) : factsAbout(world, about, since, limit).map(shownFact)
    return { world: world.name, last: world.facts.count, count: facts.length, facts }
  },
}
