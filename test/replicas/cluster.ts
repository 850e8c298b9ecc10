import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { freePort } from '../helpers/free-port.ts'
import type { Network } from './network.ts'

const command = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')

/** The control token of replicas in a network. */
export const TOKEN = 'token-of-the-team'
/** The port of each replica in a network. */
export const PORT = 4100

/** A replica in a process of its own, at the same address at each start. */
export interface ReplicaProcess {
  readonly url: string
  /** @param other another build of the command */
  start(other?: string): Promise<void>
  /** Sends a signal to it. */
  signal(signal: NodeJS.Signals): void
  /** Resolves once it has ended. */
  ended(): Promise<void>
  /** What it wrote to stderr since it was started last. */
  readonly notes: string
}

/** Replicas of the built command on one database: on free ports, or on the machines of a network. */
export async function createReplicas(store: string, names: readonly string[], lease: number, network?: Network): Promise<ReplicaProcess[]> {
  return Promise.all(
    names.map(async (name, n) => {
      const machine = network?.machines[n]
      const port = machine ? PORT : await freePort()
      const url = machine ? `http://${machine.address('others')}:${port}` : `http://127.0.0.1:${port}`
      const whole = machine
        ? ['--host', '0.0.0.0', '--advertise', url, '--own-host', machine.address('others').replace(/\d+\.\d+$/, '4.1')]
        : []
      let running: ChildProcess | undefined
      let notes = ''
      let ended = Promise.resolve()
      return {
        url,
        get notes() {
          return notes
        },
        start: (other = command) =>
          new Promise<void>((resolve, reject) => {
            const options = [
              ...['--port', String(port), '--replica', name, '--lease', String(lease), '--clock', 'frozen'],
              ...['--quiet', '--json', '--drain', '1s', ...whole],
            ]
            const [program, ...args] = [...(machine?.inside ?? []), process.execPath, other, 'serve', ...options]
            const child = spawn(program as string, args, {
              env: { ...process.env, KOOSANDBOX_STORE: store, ...(machine ? { KOOSANDBOX_CONTROL_TOKEN: TOKEN } : {}) },
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
