import { createTurns } from '../world/engine/system-clock.ts'

/** Turns of the event loop after which nothing that runs in this process alone can still be going on. */
const QUIET = 4
/** Turns that an answer may take that waits for nothing outside: for a disk. */
const LONGEST = 500

/** Lets in one thing after the other, each when the one before has come to rest. */
export interface Gate {
  /** Whether something that entered is being worked off. */
  readonly busy: boolean
  /** Whether the program that did the last thing goes straight on: no promise was awaited since. */
  readonly atOnce: boolean
  /** Runs the work now, or when everything before it has come to rest. */
  enter<T>(work: () => T | Promise<T>): T | Promise<T>
  /** Runs the work now, whatever is being worked off: for changes that a program wants to see at once. */
  now<T>(work: () => T): T
}

/**
 * A gate for everything that enters a sandbox. What enters together is worked off in the order of arrival, so that a replay can repeat it. Whatever
 * waits for the outside (a seller's answer) comes to rest too: a seller may call back before it answers.
 * @param waiting whether anything waits for the outside
 */
export function createGate(waiting: () => boolean): Gate {
  const queue: (() => void)[] = []
  const rest = createRest(waiting)
  let busy = false
  let resting = Promise.resolve()
  let entered = 0
  /** How much of it had entered when a promise was last awaited. */
  let left = 0

  /** What follows the result belongs to what entered; then the next one is let in. */
  const hold = (result: unknown) => {
    busy = true
    const mark = ++entered
    queueMicrotask(() => {
      left = Math.max(left, mark)
    })
    const mine = resting.then(() => rest(result))
    resting = mine
    mine.then(() => {
      if (mine !== resting) return
      busy = false
      queue.shift()?.()
    })
  }
  const now = <T>(work: () => T): T => {
    busy = true
    let result: T | undefined
    try {
      result = work()
      return result
    } finally {
      hold(result)
    }
  }
  return {
    get busy() {
      return busy
    },
    get atOnce() {
      return left < entered
    },
    enter(work) {
      if (!busy) return now(work)
      return new Promise((resolve, reject) => {
        queue.push(() => {
          try {
            resolve(now(work))
          } catch (error) {
            reject(error)
          }
        })
      })
    },
    now,
  }
}

/**
 * A function that resolves when everything that follows from what entered is done in this process: all results are there that wait for nothing
 * outside.
 */
export function createRest(waiting: () => boolean): (result: unknown) => Promise<void> {
  const turn = createTurns()
  let open = 0
  const done = () => {
    open--
  }
  return async (result) => {
    if (result instanceof Promise) {
      open++
      result.then(done, done)
    }
    for (let turns = 0; turns < QUIET || (open > 0 && !waiting() && turns < LONGEST); turns++) await turn()
  }
}
