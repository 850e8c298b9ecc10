import type { ChangeLog, WorldLog } from '../engine/change-log.ts'
import type { SystemClock } from '../engine/system-clock.ts'
import { WorldError } from '../engine/world-error.ts'
import { createEncoder, type Note } from './change-encoder.ts'
import { type Kept, type MadeSheets, type Replayed, replay } from './replay.ts'

/** The worlds whose changes are written down. */
export interface StateOwner {
  /** Everything as it is now. */
  present(): Kept
  /** Replaces everything by the stored state, after it could not be written. */
  restore?(kept: Replayed): void
  /** Without `restore`: what could not be written is to be forgotten. */
  lost?(error: WorldError): void
}

/** Writes the changes of the worlds of one sandbox, in order and in batches. */
export interface Ledger {
  /** The stored state. Throws what `ChangeLog.load` throws. */
  load(): Promise<Replayed>
  /** Sets the worlds to write down and to restore. */
  attach(owner: StateOwner): void
  note(note: Note): void
  logOf(birth: number): WorldLog
  /** Resolves when everything noted so far is stored. Rejects with `state.unwritable`; then everything is as it was last stored. */
  saved(): Promise<void>
  /** Writes what was noted and closes the log. Later notes are ignored, and `saved` rejects with `state.closed`. */
  close(): Promise<void>
}

interface Batch {
  notes: Note[]
  readonly done: Promise<void>
  resolve(): void
  reject(error: unknown): void
}

/**
 * @param failed receives write errors that nobody may be waiting for
 * @param made sheets that several logs share
 */
export function createLedger(
  log: ChangeLog,
  systemClock: SystemClock,
  failed: (error: unknown) => void = () => {},
  made?: MadeSheets,
): Ledger {
  const encoder = createEncoder()
  let owner: StateOwner | undefined
  let pending = newBatch()
  let writing: Batch | undefined
  // Worlds of an epoch that ended in a failure are invalid: their later writes are ignored.
  let epoch: { failure?: unknown } = {}

  /** Worlds that are not dropped, by their birth. A call of a seller may end after its world was dropped: that is not written any more. */
  const living = new Map<number, { dropped: boolean }>()
  let scheduled = false
  let closed = false

  const start = () => {
    if (scheduled) return
    scheduled = true
    // Everything that happens in this turn is written together.
    Promise.resolve().then(run)
  }

  const run = async () => {
    while (pending.notes.length > 0) {
      const batch = pending
      writing = batch
      pending = newBatch()
      try {
        await log.append(encoder.encode(batch.notes))
        if (log.grown && owner) await compact(owner)
        batch.resolve()
      } catch (error) {
        const failure = await restoreStored(error)
        batch.reject(failure)
        failed(failure)
      }
    }
    writing = undefined
    scheduled = false
  }

  const compact = async (from: StateOwner) => {
    const { changes, accept } = encoder.condense(from.present())
    const inside = pending
    pending = newBatch()
    try {
      await log.compact(changes)
      accept()
      inside.resolve()
    } catch {
      // The longer log is still valid. Notes that were waiting keep waiting, before those that came since.
      inside.notes = inside.notes.concat(pending.notes)
      pending.done.catch(() => {})
      inside.done.then(pending.resolve, pending.reject)
      pending = inside
    }
  }

  /** Restores the last stored state. */
  const restoreStored = async (cause: unknown): Promise<WorldError> => {
    const error = unwritable(cause)
    const ended = epoch
    ended.failure = error
    if (owner && !owner.restore) owner.lost?.(error)
    // Without the file there is no stored state to restore, and after closing nobody to restore it for.
    else if (!closed && error.code !== 'state.changed') {
      try {
        const kept = replay(await log.load(), systemClock, made)
        encoder.resume(kept)
        epoch = {}
        owner?.restore?.(kept)
      } catch (second) {
        failed(second)
      }
    }
    // What was noted meanwhile was based on changes that are now invalid.
    const late = pending
    pending = newBatch()
    late.reject(error)
    return error
  }

  const saved = async (): Promise<void> => {
    if (epoch.failure) throw epoch.failure
    if (closed && !writing && pending.notes.length === 0)
      throw new WorldError('state.closed', 'The sandbox has stopped. Changes are not kept any more.')
    if (pending.notes.length > 0) await pending.done
    else await writing?.done
  }

  return {
    async load() {
      const kept = replay(await log.load(), systemClock, made)
      encoder.resume(kept)
      return kept
    },
    attach(newOwner) {
      owner = newOwner
    },
    note(note) {
      if (closed) return
      pending.notes.push(note)
      start()
      if (note.what !== 'dropped') return
      const world = living.get(note.birth)
      if (world) world.dropped = true
      living.delete(note.birth)
    },
    logOf(birth) {
      const startedIn = epoch
      const world = { dropped: false }
      living.set(birth, world)
      return {
        shared: log.shared === true,
        add(entry) {
          if (startedIn.failure || closed || world.dropped) return
          pending.notes.push({ what: 'entry', birth, entry })
          start()
        },
        async saved() {
          if (startedIn.failure) throw startedIn.failure
          await saved()
        },
      }
    },
    saved,
    async close() {
      if (closed) return
      closed = true
      const last = pending.notes.length > 0 ? pending.done : writing?.done
      try {
        await last
      } finally {
        await log.close()
      }
    },
  }
}

/** Errors of a store that say all there is to say. */
const EXPLAINED = ['state.changed', 'state.lost', 'state.taken', 'state.database']

function unwritable(cause: unknown): WorldError {
  if (cause instanceof WorldError && EXPLAINED.includes(cause.code)) return cause
  const reason = cause instanceof Error ? cause.message : String(cause)
  const message = `What was asked could not be kept, and was taken back: ${reason}. All worlds are as they last were kept.`
  return new WorldError('state.unwritable', message, { cause })
}

function newBatch(): Batch {
  let resolve = () => {}
  let reject = (_error: unknown) => {}
  const done = new Promise<void>((yes, no) => {
    resolve = yes
    reject = no
  })
  // Callers that wait receive the failure; without any, it must not count as an unhandled rejection.
  done.catch(() => {})
  return { notes: [], done, resolve, reject }
}
