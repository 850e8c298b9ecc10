import type { NumberedFact } from '../world/entities/facts/facts.ts'
import type { World } from '../world/world-api.ts'

/** Facts numbered above `n`, with times in the form of the control API. */
export function factsSince(world: World, n: number) {
  return world.facts.since(n).map(shownFact)
}

/** Members that contain a credential itself and are therefore shortened. */
const SECRETS = new Set(['tokenId', 'grantId'])

/** The id of an AppCode is the credential itself. */
const isSecret = (name: string, about: Readonly<Record<string, unknown>>) =>
  SECRETS.has(name) || (name === 'keyId' && about.use === 'appcode')

const initials = (secret: string) => `${secret.slice(0, 4)}…(${secret.length})`

/** One fact for an answer: ISO time, without the store's own members. */
export function shownFact({ id: _id, n, at, type, ...about }: NumberedFact & { readonly id?: string }) {
  const shown = Object.entries(about).map(([name, value]) => [name, isSecret(name, about) ? initials(String(value)) : value])
  return { n, at: new Date(at).toISOString(), type, ...Object.fromEntries(shown) } as Pick<NumberedFact, 'n' | 'type'> & { at: string }
}
