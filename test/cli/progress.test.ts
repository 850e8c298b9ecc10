import { expect, test } from 'vitest'
import { createProgress } from '../../src/cli/terminal/progress.ts'

/** A terminal, or none, and a clock that only moves when told. */
function scene(isTTY: boolean) {
  const written: string[] = []
  let now = 0
  const stream = { isTTY, columns: 20, write: (text: string) => written.push(text) }
  const wait = (ms: number) => {
    now += ms
  }
  return { written, wait, progress: createProgress(stream, () => now) }
}
const LINE = '\r\u001b[K'

test('nothing is shown for two seconds, then one line that is written over, and cleared once', () => {
  const { written, wait, progress } = scene(true)
  wait(1999)
  progress.show('1 of 3')
  progress.clear()
  expect(written).toEqual([])
  wait(1)
  progress.show('2 of 3')
  progress.show('3 of 3 with a name that is too long')
  progress.clear()
  progress.clear()
  expect(written).toEqual([`${LINE}2 of 3`, `${LINE}3 of 3 with a name `, LINE])
})

test('a file or a pipe gets none of it', () => {
  const { written, wait, progress } = scene(false)
  wait(60_000)
  progress.show('1 of 3')
  progress.clear()
  expect(written).toEqual([])
})
