import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ask, control, type Schemas } from './api.ts'
import { connection } from './live.ts'
import { world } from './place.ts'

export type Exchange = Schemas['JournalEntry']

/** Exchanges that are kept, the newest last. */
const KEPT = 500
/** Milliseconds between two questions. */
const EACH = 500

/** The last exchanges of the world, the newest last, while a page uses them. */
const exchanges = signal<readonly Exchange[]>([])

/** Reads the journal as long as the page is shown. Returns what is kept, and changes at most twice a second. */
export function useExchanges(): readonly Exchange[] {
  const name = world.value
  const connected = connection.value === 'live'
  useEffect(() => {
    if (!connected) return
    let over = false
    let since = 0
    exchanges.value = []
    const read = async () => {
      if (over) return
      try {
        const { last, entries } = await ask(control.GET('/_sandbox/journal', { params: { query: { world: name, since, limit: KEPT } } }))
        if (over) return
        // Fewer than before: somebody emptied the journal.
        if (last < since) exchanges.value = []
        else if (entries.length > 0) exchanges.value = [...exchanges.peek(), ...entries].slice(-KEPT)
        since = last
      } catch {
        // The stream of facts says that the sandbox is away, and starts this anew.
      }
      setTimeout(read, EACH)
    }
    void read()
    return () => {
      over = true
    }
  }, [name, connected])
  return exchanges.value
}
