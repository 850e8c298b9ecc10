import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { freePort } from '../helpers/free-port.ts'

const command = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')

/** A replica in a process of its own, on the same port at each start. */
export interface ReplicaProcess {
  readonly url: string
  start(): Promise<void>
  /** Sends a signal to it. */
  signal(signal: NodeJS.Signals): void
  /** Resolves once it has ended. */
  ended(): Promise<void>
  /** What it wrote to stderr since it was started last. */
  readonly notes: string
}

/** Replicas of the built command on one database. They listen on free ports. */
export async function createReplicas(store: string, names: readonly string[], lease: number): Promise<ReplicaProcess[]> {
  return Promise.all(
    names.map(async (name) => {
      const port = await freePort()
      let running: ChildProcess | undefined
      let notes = ''
      let ended = Promise.resolve()
      return {
        url: `http://127.0.0.1:${port}`,
        get notes() {
          return notes
        },
        start: () =>
          new Promise<void>((resolve, reject) => {
            const options = [
              '--port',
              String(port),
              '--replica',
              name,
              '--lease',
              String(lease),
              '--clock',
              'frozen',
              '--quiet',
              '--json',
              '--drain',
              '1s',
            ]
            const child = spawn(process.execPath, [command, 'serve', ...options], {
              env: { ...process.env, KOOSANDBOX_STORE: store },
              stdio: ['ignore', 'pipe', 'pipe'],
            })
            running = child
            notes = ''
            child.stderr.on('data', (text) => (notes += text))
            child.stdout.once('data', () => resolve())
            ended = new Promise((over) => child.once('exit', () => over()))
            child.once('exit', (code) => reject(new Error(`Replica ${name} ended with ${code}: ${notes}`)))
          }),
        signal: (signal) => void running?.kill(signal),
        ended: () => ended,
      }
    }),
  )
}
