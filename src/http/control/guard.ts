import { createHash, timingSafeEqual } from 'node:crypto'
import type { Call } from '../../spec/call.ts'
import type { House } from '../house.ts'

/** Why a call may not enter the control room: a problem's key and what to do about it. */
export interface Refusal {
  readonly key: 'unauthorized' | 'forbidden'
  readonly detail: string
}

/**
 * Lets in who may steer the sandbox. With a control token the token alone decides. Without one only this machine may come:
 * `Host` must be a loopback name or an address listened at, or a page in a browser could get here by rebinding a name of its
 * own, and a page of another origin may not even post blindly.
 */
export function guard(call: Call, house: House): Refusal | undefined {
  const wanted = house.options.controlToken
  if (wanted !== undefined) {
    const shown = call.headers['x-sandbox-token'] ?? /^bearer (.+)$/i.exec(call.headers.authorization ?? '')?.[1]
    if (shown !== undefined && same(shown.trim(), wanted)) return undefined
    const detail =
      shown === undefined
        ? 'This sandbox listens beyond loopback. Send the control token of its ready line as X-Sandbox-Token.'
        : 'That is not the control token of this sandbox. Take the one of its ready line.'
    return { key: 'unauthorized', detail }
  }
  if (!isHere(call.host, house)) {
    const host = call.host.slice(0, 80)
    return {
      key: 'forbidden',
      detail: `Host "${host}" is not an address of this sandbox. Call it as ${house.addresses[0] ?? 'localhost'}.`,
    }
  }
  const { origin } = call.headers
  if (origin !== undefined && origin.replace(/^https?:\/\//, '').toLowerCase() !== call.host) {
    return { key: 'forbidden', detail: `A page of ${origin.slice(0, 80)} may not steer this sandbox.` }
  }
  return undefined
}

function isHere(host: string, house: House): boolean {
  // Calls from inside the process (`call.ts`) come without a port; a browser could only say so if we listened on port 80.
  if (host === 'sandbox.local') return true
  const name = host.replace(/:\d+$/, '')
  if (name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name)) return true
  return house.addresses.some((address) => address.replace(/^https?:\/\//, '') === host)
}

/** Hashed first, so that neither content nor length shows in the time it takes. */
function same(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}
