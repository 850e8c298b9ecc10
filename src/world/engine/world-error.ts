/**
 * A request to a world that cannot be carried out. The message is written for the person who made it. `code` never changes once published:
 * `world.unknown`, `clock.backwards`, `setting.unknown`, `transition.illegal` …
 */
export class WorldError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = 'WorldError'
    this.code = code
  }
}

/** ` Did you mean "x"?` with the known name most similar to a mistyped one, or an empty text when none is similar. */
export function didYouMean(wrong: string, known: Iterable<string>): string {
  let best: string | undefined
  let least = Math.max(2, Math.floor(wrong.length / 3)) + 1
  for (const name of known) {
    // A large difference in length rules out similarity. Checked first, because a mistyped name may be a megabyte long.
    if (Math.abs(wrong.length - name.length) >= least) continue
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase())
    if (distance < least) {
      least = distance
      best = name
    }
  }
  return best === undefined ? '' : ` Did you mean "${best}"?`
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change))
    }
    row = next
  }
  return row[b.length]!
}
