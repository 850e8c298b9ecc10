/** What is shown of a long run: one line that is written over, on a terminal alone, from the third second on. */
export interface Progress {
  show(text: string): void
  /** Makes room for a line of the result. */
  clear(): void
}

/** Machine milliseconds after which people wonder. */
const PATIENCE = 2_000

import { visible } from '../report/visible.ts'

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
      if (stream.isTTY !== true || now() - began < PATIENCE) return
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
