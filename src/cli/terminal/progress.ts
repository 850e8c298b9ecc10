import { systemClock } from '../../index.ts'
import { visible } from '../../report/visible.ts'
import { printNote } from './print.ts'

/** Progress of a long run: one line that is overwritten, only on a terminal, after two seconds. */
export interface Progress {
  show(text: string): void
  /** Removes the line, so that a line of the result can be printed. */
  clear(): void
}

/** Machine milliseconds after which progress is shown. */
const DELAY = 2_000

const CLEAR_LINE = '\r\u001b[K'

/** @param now monotonic machine milliseconds */
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

/** Interval of progress lines in a log, machine milliseconds. */
const BETWEEN = 20_000

/** Shows the progress of a run that takes longer than two seconds: on a terminal as one line, in a log at intervals. */
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
