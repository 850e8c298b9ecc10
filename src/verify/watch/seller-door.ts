import { connect } from 'node:net'
import { mayCall } from '../../marketplace/http-client.ts'

/** Machine milliseconds between two connection checks, and the time limit of one check. */
const PAUSE = 300
const TIMEOUT = 2_000

type Wait = (ms: number, signal: AbortSignal) => Promise<void>

/** Whether a server listens at a seller's address, checked without sending anything; undefined for a host that may not be called. */
export async function listensAt(address: string, allow: readonly string[], wait: Wait): Promise<boolean | undefined> {
  return mayCall(new URL(address), allow) ? isListening(address, wait) : undefined
}

/** Whether a server listens at an address. Nothing is sent. */
export function isListening(address: string, wait: Wait): Promise<boolean> {
  const { hostname, port, protocol } = new URL(address)
  const done = new AbortController()
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (protocol === 'https:' ? 443 : 80) })
    const end = (listening: boolean) => {
      done.abort()
      socket.destroy()
      resolve(listening)
    }
    wait(TIMEOUT, done.signal).then(
      () => end(false),
      () => {},
    )
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}

/** Waits for a seller to be up, or to come back. */
export interface SellerWatch {
  /** True when a server listens, false when waiting was ended before. */
  open(): Promise<boolean>
  /** Calls back each time the seller is up again after it was down, until waiting is ended. */
  watch(back: () => void): Promise<void>
}

/**
 * @param options.allow hosts other than this machine
 * @param options.left ends all waiting
 * @throws TypeError for a host that may not be called
 */
export function watchAddress(
  address: string,
  { allow, wait, left }: { readonly allow: readonly string[]; readonly wait: Wait; readonly left: AbortSignal },
): SellerWatch {
  const url = new URL(address)
  if (!mayCall(url, allow)) throw new TypeError(`${url.host} is not this machine`)
  const pause = () => wait(PAUSE, left).catch(() => {})
  return {
    async open() {
      while (!left.aborted) {
        if (await isListening(address, wait)) return true
        await pause()
      }
      return false
    },
    async watch(back) {
      let away = false
      while (!left.aborted) {
        const here = await isListening(address, wait)
        if (here && away) back()
        away = !here
        await pause()
      }
    },
  }
}
