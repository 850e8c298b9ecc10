import { useSignalEffect } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Refused } from './api.ts'
import { changes } from './live.ts'
import { world } from './place.ts'
import { language } from './texts/language.ts'

interface Result<T> {
  readonly data?: T
  readonly failure?: Refused
}

/** Something that is read from the sandbox. What was there stays while it is read again. */
export interface Loaded<T> extends Result<T> {
  /** Reads again now. */
  readonly reload: () => void
}

interface Run {
  over: boolean
  busy: boolean
  again: boolean
}

/**
 * Reads something for a page: at the beginning, when one of `deps` or the language changes, and when something happened in the world.
 * @param load what to read: `() => ask(control.GET('/_sandbox/clock'))`
 * @param how `live: false` for what does not change by what happens in the world; `keep: true` to show the old until the new is there when
 *   `deps` change, as a list does when its filter changes
 */
export function useLoaded<T>(load: () => Promise<T>, deps: readonly unknown[] = [], { live = true, keep = false } = {}): Loaded<T> {
  const [shown, show] = useState<Result<T>>({})
  const latest = useRef(load)
  latest.current = load
  const present = useRef<Run>(undefined)
  const name = world.value

  const read = async (run: Run): Promise<void> => {
    // One question at a time, however fast the world changes.
    run.again = run.busy
    if (run.over || run.busy) return
    run.busy = true
    const next: Result<T> = await latest.current().then(
      (data) => ({ data }),
      (cause: unknown) => ({ failure: cause instanceof Refused ? cause : new Refused(-1, { detail: String(cause) }) }),
    )
    run.busy = false
    if (run.over) return
    show((before) => (next.failure && before.data !== undefined ? { data: before.data, failure: next.failure } : next))
    if (run.again) await read(run)
  }

  useEffect(() => {
    const run: Run = { over: false, busy: false, again: false }
    present.current = run
    if (!keep) show({})
    void read(run)
    return () => {
      run.over = true
    }
  }, [name, ...deps])

  const seen = useRef({ changes: changes.peek(), language: language.peek() })
  useSignalEffect(() => {
    const before = seen.current
    seen.current = { changes: changes.value, language: language.value }
    const spoken = before.language !== language.value
    if (((live && before.changes !== changes.value) || spoken) && present.current) void read(present.current)
  })
  return {
    ...shown,
    reload: () => {
      if (present.current) void read(present.current)
    },
  }
}
