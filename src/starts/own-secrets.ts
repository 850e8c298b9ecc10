import { hashHex, hashText } from '../world/engine/chance.ts'
import { MIXED } from '../world/entities/credentials.ts'

/**
 * Starting worlds in which the published passwords and secrets are replaced by ones of this sandbox. An AppCode is its own secret, so its
 * id changes as well.
 */
export function withOwnSecrets<T>(starts: T, seed: string): T {
  const renew = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(renew)
    if (node === null || typeof node !== 'object') return node
    const made = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, renew(value)]))
    if (typeof made.password === 'string') made.password = `${hashText(14, MIXED, seed, String(made.id), 'password')}@1a`
    if (typeof made.secret === 'string') {
      const digits = hashHex(made.secret.length, seed, String(made.id), 'secret')
      const secret = made.secret.replace(/[0-9a-f]/g, (_digit, at: number) => digits[at] as string)
      if (made.id === made.secret) made.id = secret
      made.secret = secret
    }
    return made
  }
  return renew(starts) as T
}
