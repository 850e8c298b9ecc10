import { createTurns } from '../world/engine/system-clock.ts'

/** Turns of the event loop after which all work that runs only in this process is done. */
const QUIET = 4
/** Most turns to wait for an answer that needs nothing from outside, for example only a disk. */
const LONGEST = 500

/** Accepts inputs one after the other, each when the work of the one before is done. */
export interface Gate {
  /** Whether an input is being processed. */
  readonly busy: boolean
  /** Whether the program that made the last input continues synchronously: no promise was awaited since. */
  readonly atOnce: boolean
  /** Runs the work now, or when everything before it is done. */
  enter<T>(work: () => T | Promise<T>): T | Promise<T>
  /** Runs the work now, even while another input is processed: for changes whose result a program needs immediately. */
  now<T>(work: () => T): T
}

/**
 * A gate for all inputs of a sandbox. Inputs that arrive together are processed in the order of arrival, so that a replay can repeat them. An input that
 * waits for something outside (a seller's answer) counts as done as well: a seller may call back before it answers.
 * @param waiting whether anything waits for something outside
 */
export function createGate(waiting: () => boolean): Gate {
  const queue: (() => void)[] = []
  const rest = createRest(waiting)
  let busy = false
  let resting = Promise.resolve()
  let entered = 0
  /** The number of inputs when a promise was last awaited. */
  let left = 0

  /** Work that follows from the result belongs to the same input; after it the next input is accepted. */
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
 * Creates a function that resolves when this process has done everything that follows from an input: all results exist except those that wait
 * for something outside.
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
