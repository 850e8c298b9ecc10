import { systemClock } from '../../index.ts'
import { visible } from '../../report/visible.ts'
import { printNote } from './print.ts'

/** What is shown of a long run: one line that is written over, on a terminal alone, from the third second on. */
export interface Progress {
  show(text: string): void
  /** Makes room for a line of the result. */
  clear(): void
}

/** Machine milliseconds after which people wonder. */
const DELAY = 2_000

const CLEAR_LINE = '\r\u001b[K'

/** @param now machine milliseconds that never go back */
export function createProgress(
  stream: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown },
  now: () => number,
): Progress {
  const began = now()
  let shown = false
  return {
    show(text) {
      if (stream.isTTY !== true || now() - began < DELAY) return
      stream.write(`${CLEAR_LINE}${visible(text).slice(0, (stream.columns ?? 80) - 1)}`)
      shown = true
    },
    clear() {
      if (!shown) return
      stream.write(CLEAR_LINE)
      shown = false
    },
  }
}

/** How often a log hears of a run that goes on, machine milliseconds. */
const BETWEEN = 20_000

/** Tells of a run that takes longer than two seconds, until it is over: a terminal by one line, a log now and then. */
export function showProgress(text: () => string, about: string, over: AbortSignal): void {
  const progress = createProgress(process.stderr, systemClock.monotonic)
  const terminal = process.stderr.isTTY === true
  over.addEventListener('abort', progress.clear, { once: true })
  const say = (): Promise<void> => {
    if (terminal) progress.show(`${text()}: ${about}`)
    else printNote(`${text()}: ${about} …`)
    return systemClock.wait(terminal ? DELAY / 2 : BETWEEN, over).then(say)
  }
  systemClock
    .wait(DELAY, over)
    .then(say)
    .catch(() => {})
}
