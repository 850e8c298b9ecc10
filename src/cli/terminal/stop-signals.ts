import { EXIT } from './exit-codes.ts'

/** The stop signals of the process. */
export interface Signals {
  /** Resolves at the first one. */
  readonly stop: Promise<void>
  /** Aborted at the second one: running work is not waited for. A third one ends the process at once. */
  readonly hurry: AbortSignal
}

/** From now on errors of the output (closed pipe, full disk) do not end the process: others use what it serves. */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.removeAllListeners('error')
    stream.on('error', () => {})
  }
}

/** Listens to SIGINT and SIGTERM. While a command waits for a signal, errors of its output do not end it. */
export function listenForStop(): Signals {
  outliveOutput()
  const hurry = new AbortController()
  const stop = new Promise<void>((resolve) => {
    const answers = [resolve, () => hurry.abort(), () => process.exit(EXIT.wrong)]
    const hear = () => answers.shift()?.()
    process.on('SIGINT', hear)
    process.on('SIGTERM', hear)
  })
  return { stop, hurry: hurry.signal }
}
