import { hashHex } from '../engine/chance.ts'
import type { World } from '../world-api.ts'

/** Why a caller was refused, as a service reports it in `encoded_authorization_message` (S-05). */
export interface Refusal {
  readonly accountId: string
  readonly userId: string
  /** The missing permission, such as `workspace:orders:change`. */
  readonly action: string
  /** The path of the refused call. */
  readonly resource: string
}

/**
 * Encodes a refusal as text. The vendor encrypts it; this encoding is our own: base64url of JSON with a check value of the world. It is not
 * secret. It only has to look opaque and to be valid in one world only.
 */
export function encodeRefusal(world: World, { accountId, userId, action, resource }: Refusal): string {
  const parts = [accountId, userId, action, resource]
  const text = JSON.stringify([...parts, checkOf(world, parts)])
  const binary = String.fromCharCode(...new TextEncoder().encode(text))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Decodes a refusal. Undefined for texts that this world did not encode. */
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
