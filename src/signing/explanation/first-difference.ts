import type { TextDifference } from './explanation-api.ts'

/** The first line and column where a signed text differs from the right one; undefined when they are the same. */
export function firstDifference(expected: string, signed: string): TextDifference | undefined {
  if (expected === signed) return undefined
  const right = expected.split('\n')
  const wrong = signed.split('\n')
  for (let line = 0; ; line++) {
    const one = right[line]
    const other = wrong[line]
    if (one === other && one !== undefined) continue
    let column = 0
    while (column < Math.min(one?.length ?? 0, other?.length ?? 0) && one?.[column] === other?.[column]) column++
    return { line: line + 1, column: column + 1, expected: one ?? '', signed: other ?? '' }
  }
}
