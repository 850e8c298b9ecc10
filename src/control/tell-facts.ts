import type { NumberedFact } from '../world/entities/facts/facts.ts'
import type { World } from '../world/world-api.ts'

/** Facts numbered above `n`, with times as the control API writes them. */
export function factsSince(world: World, n: number) {
  return world.facts.since(n).map(tellFact)
}

/** Members that hold a credential itself: whoever reads it could use it. */
const SECRETS = new Set(['tokenId', 'grantId'])

/** An AppCode is its own name. */
const isSecret = (name: string, about: Readonly<Record<string, unknown>>) =>
  SECRETS.has(name) || (name === 'keyId' && about.use === 'appcode')

const initials = (secret: string) => `${secret.slice(0, 4)}…(${secret.length})`

/** One fact for the wire: ISO time, no book-keeping of the store. */
export function tellFact({ id: _id, n, at, type, ...about }: NumberedFact & { readonly id?: string }) {
  const shown = Object.entries(about).map(([name, value]) => [name, isSecret(name, about) ? initials(String(value)) : value])
  return { n, at: new Date(at).toISOString(), type, ...Object.fromEntries(shown) } as Pick<NumberedFact, 'n' | 'type'> & { at: string }
}
