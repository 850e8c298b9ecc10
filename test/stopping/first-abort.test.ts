import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { firstAbort } from '../../src/stopping/first-abort.ts'

test('it aborts with the first of them and its reason, also when that was aborted before', () => {
  const [one, other] = [new AbortController(), new AbortController()]
  const { signal } = firstAbort([one.signal, other.signal])
  expect(signal.aborted).toBe(false)
  other.abort('late')
  one.abort('later')
  expect([signal.aborted, signal.reason]).toEqual([true, 'late'])
  expect(firstAbort([new AbortController().signal, other.signal]).signal.reason).toBe('late')
})

test('a signal that lives for long keeps nothing of it once it is released', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const stop = new AbortController()
  const made = Array.from({ length: 50 }, () => {
    const call = new AbortController()
    const { signal, release } = firstAbort([stop.signal, call.signal])
    signal.addEventListener('abort', () => {})
    release()
    return new WeakRef(signal)
  })
  await new Promise((resolve) => setImmediate(resolve))
  collectGarbage()
  expect(made.filter((signal) => signal.deref() !== undefined)).toHaveLength(0)
  stop.abort()
})
