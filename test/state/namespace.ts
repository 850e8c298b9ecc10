import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

/** A mount namespace of its own, in which a test may mount what it likes. */
export interface Namespace {
  /** Words that a command is run by, so that it runs inside. */
  readonly before: readonly string[]
  /** Runs a shell command inside; throws what it says when it fails. */
  run(command: string): void
  close(): Promise<void>
}

/** Opens one, or nothing where the system does not let us: what was not tried is then said in one line. */
export async function openNamespace(): Promise<Namespace | undefined> {
  const child: ChildProcess = spawn('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=4k tmpfs /mnt && echo ready && exec cat'])
  const ready = await Promise.race([
    once(child.stdout!, 'data').then(() => true),
    once(child, 'close').then(() => false),
    once(child, 'error').then(() => false),
  ])
  if (!ready) {
    console.log('Nothing can be mounted here: full disks and read-only files are not tried.')
    return undefined
  }
  const before = ['nsenter', '-t', String(child.pid), '-U', '-m', '--preserve-credentials']
  return {
    before,
    run(command) {
      const [program = '', ...words] = [...before, 'sh', '-c', command]
      const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' })
      if (status !== 0) throw new Error(`${command}: ${stderr}`)
    },
    async close() {
      child.stdin?.end()
      await once(child, 'exit')
    },
  }
}
