import { signal } from '@preact/signals'
import { Refused } from '../api.ts'
import { t } from '../texts/shared.ts'

interface Note {
  readonly n: number
  readonly text: string
  readonly bad: boolean
}

const notes = signal<readonly Note[]>([])
let count = 0

/** Says for some seconds what was done, or what failed. */
export function say(text: string, bad = false): void {
  const note = { n: ++count, text, bad }
  notes.value = [...notes.value, note].slice(-4)
  setTimeout(
    () => {
      notes.value = notes.value.filter((one) => one !== note)
    },
    bad ? 10_000 : 4000,
  )
}

/**
 * Does what a button asks for, and says how it ended. Never throws.
 * @returns what `act` returned; nothing when it was refused
 */
export async function attempt<T>(act: () => Promise<T>, done?: (result: T) => string): Promise<T | undefined> {
  try {
    const result = await act()
    if (done) say(done(result))
    return result
  } catch (cause) {
    say(cause instanceof Refused && cause.away ? t('failure.away') : cause instanceof Error ? cause.message : String(cause), true)
    return undefined
  }
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {notes.value.map(({ n, text, bad }) => (
        <p key={n} class={bad ? 'toast bad' : 'toast'}>
          {text}
        </p>
      ))}
    </div>
  )
}
