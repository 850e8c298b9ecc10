import { EXIT } from './stop.ts'

/** Resolves at the first signal to stop; a second one does not wait for open requests. */
export function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(EXIT.wrong))
        resolve()
      })
    }
  })
}
