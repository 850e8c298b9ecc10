import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'

/** The process that holds a directory, for messages to others. What the system does not tell is empty. */
export interface Holder {
  readonly host: string
  /** Changes at every start of the machine. */
  readonly boot: string
  /** The process namespace: process numbers are valid only inside it. */
  readonly space: string
  readonly pid: number
  /** When the process started, because process numbers are reused. */
  readonly born: string
  /** Name of the socket in the directory that answers while the process runs; absent where sockets are not possible. */
  readonly socket?: string
}

export async function thisProcess(): Promise<Holder> {
  return {
    host: hostname(),
    boot: await bootId(),
    space: await readlink('/proc/self/ns/pid').catch(() => ''),
    pid: process.pid,
    born: (await statOf(process.pid))?.[19] ?? '',
  }
}

/** The holder that a lock file names. Undefined when the text is incomplete. */
export function readHolder(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null
    return typeof value?.pid === 'number' && typeof value.host === 'string' && typeof value.boot === 'string'
      ? (value as Holder)
      : undefined
  } catch {
    return undefined
  }
}

/** Whether a process runs. Undefined when its number belongs to another machine or namespace. */
export async function isRunning({ boot, space, pid, born }: Holder, me: Holder): Promise<boolean | undefined> {
  if (boot !== me.boot || space !== me.space) return undefined
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const stat = await statOf(pid)
  // It has ended, and nobody has asked for its exit code yet.
  if (stat?.[0] === 'Z') return false
  return born === '' || stat === undefined || stat[19] === born
}

const read = (path: string) => readFile(path, 'utf8').catch(() => undefined)

const bootId = async () => (await read('/proc/sys/kernel/random/boot_id'))?.trim() ?? ''

/** The columns of a process from its state on; its start is number 19 of them. */
async function statOf(pid: number): Promise<string[] | undefined> {
  const stat = await read(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
}
