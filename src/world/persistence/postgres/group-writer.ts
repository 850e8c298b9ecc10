import { WorldError } from '../../engine/world-error.ts'
import { type Database, isPassing, isRefused } from './database.ts'
import type { Named } from './named-in.ts'

/** One entry for the log of a family. */
export interface NewEntry {
  readonly family: string
  readonly epoch: number
  readonly seq: number
  readonly body: string
  readonly named: Named | undefined
}

/** Appends entries of all families of one process: what waits goes in one statement. */
export interface GroupWriter {
  /**
   * Resolves when the entry is committed.
   * @throws WorldError `state.lost` when another process owns the family now, `state.taken` when a new name belongs to another family,
   * `state.database` when the database cannot be reached; then it may or may not be stored
   */
  append(entry: NewEntry): Promise<void>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

interface Waiting extends NewEntry {
  resolve(): void
  reject(error: unknown): void
}

/** Most that goes in one statement. */
const MOST_ENTRIES = 500
const MOST_CHARACTERS = 8_000_000
/** How often a statement is sent that the database ended because of others. */
const MOST_TRIES = 5

/** @param owner the incarnation of this process */
export function createGroupWriter(database: Database, owner: string): GroupWriter {
  let waiting: Waiting[] = []
  let writing: Promise<void> | undefined

  const next = (): Waiting[] => {
    let size = 0
    let count = 0
    while (count < Math.min(waiting.length, MOST_ENTRIES)) {
      size += waiting[count]?.body.length ?? 0
      if (count > 0 && size > MOST_CHARACTERS) break
      count++
    }
    const batch = waiting.slice(0, count)
    waiting = waiting.slice(count)
    return batch
  }

  const write = async (batch: readonly Waiting[], tried = 1): Promise<void> => {
    try {
      const rows = await database.query<{ n: number; outcome: string }>('select n, outcome from append_entries($1, $2, $3, $4, $5, $6)', [
        owner,
        batch.map(({ family }) => family),
        batch.map(({ epoch }) => epoch),
        batch.map(({ seq }) => seq),
        batch.map(({ body }) => body),
        batch.map(({ named }) => (named === undefined ? null : JSON.stringify(named))),
      ])
      const outcomes = new Map(rows.map(({ n, outcome }) => [n, outcome]))
      batch.forEach((entry, index) => {
        const problem = refusedOutcome(outcomes.get(index + 1), entry)
        if (problem) entry.reject(problem)
        else entry.resolve()
      })
    } catch (error) {
      if (isPassing(error) && tried < MOST_TRIES) await write(batch, tried + 1)
      // One entry that the database refuses must not take the others with it.
      else if (isRefused(error) && batch.length > 1) for (const entry of batch) await write([entry])
      else for (const { reject } of batch) reject(error)
    }
  }

  const run = async () => {
    // Everything that happens in this turn is written together.
    await Promise.resolve()
    while (waiting.length > 0) await write(next())
    writing = undefined
  }

  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ ...entry, resolve, reject })
        writing ??= run()
      }),
    idle: async () => {
      await writing
    },
  }
}

function refusedOutcome(outcome: string | undefined, { family, named }: NewEntry): WorldError | undefined {
  if (outcome === 'stored') return undefined
  if (outcome === 'taken') {
    const names = [...(named?.born ?? []), ...(named?.kept ?? [])].map(({ name }) => `"${name}"`).join(', ')
    return new WorldError('state.taken', `Another replica has just taken the name ${names}. Send the request again.`)
  }
  return new WorldError('state.lost', `Another replica continues the world "${family}" now. Send the request again.`)
}
