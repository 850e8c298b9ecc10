import { hashHex } from '../engine/chance.ts'
import type { World } from '../world-api.ts'

/** Why a caller was refused, as a service tells it in `encoded_authorization_message` (S-05). */
export interface Refusal {
  readonly accountId: string
  readonly userId: string
  /** The permission that is missing, such as `workspace:orders:change`. */
  readonly action: string
  /** What it was wanted for: the path of the call. */
  readonly resource: string
}

/**
 * The refusal as text for the wire. The vendor encrypts it; this encoding is our own, base64url of JSON with a check value of
 * the world. It is no secret, it only has to be opaque at a glance and to belong to one world.
 */
export function encodeRefusal(world: World, { accountId, userId, action, resource }: Refusal): string {
  const parts = [accountId, userId, action, resource]
  const text = JSON.stringify([...parts, checkOf(world, parts)])
  const binary = String.fromCharCode(...new TextEncoder().encode(text))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The way back; undefined for whatever this world did not encode. */
export function decodeRefusal(world: World, message: string): Refusal | undefined {
  let read: unknown
  try {
    const binary = atob(message.replaceAll('-', '+').replaceAll('_', '/'))
    read = JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0))))
  } catch {
    return undefined
  }
  if (!Array.isArray(read) || read.length !== 5 || !read.every((part) => typeof part === 'string')) return undefined
  const [accountId, userId, action, resource, check] = read as [string, string, string, string, string]
  if (check !== checkOf(world, [accountId, userId, action, resource])) return undefined
  return { accountId, userId, action, resource }
}

function checkOf(world: World, parts: readonly string[]): string {
  return hashHex(16, world.seed, world.name, 'refusal', ...parts)
}
