import type { ArgsDef } from 'citty'
import { systemClock } from '../../index.ts'
import { listensAt } from '../../verify/watch/seller-door.ts'
import { misused } from '../terminal/exit-codes.ts'

/** Option of the commands that call a seller. */
export const reachArguments = {
  'allow-host': { type: 'string', valueHint: 'host', description: 'A host other than this machine that may be called' },
} as const satisfies ArgsDef

/** The address of a seller, or exit code 2. */
export function checkAddress(url: string, option: string): void {
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw misused(`"${url}" is not an address of a seller. Write it like http://localhost:8080/isv.`)
  if (new URL(url).password !== '') throw misused(`Leave the name and password out of ${option}: the marketplace sends none.`)
}

/** Ends with exit code 2 for a host that may not be called, or where no server listens: every finding would be about a missing answer. */
export async function reachSeller(url: string, option: string, allow: readonly string[]): Promise<void> {
  const listens = await listensAt(url, allow, systemClock.wait)
  if (listens === undefined) {
    const { host } = new URL(url)
    throw misused(`${host} is not this machine. To call it, pass --allow-host ${host}.`)
  }
  if (!listens) throw misused(`No server listens at ${url}. Start your seller, or correct ${option}, then run this again.`)
}
