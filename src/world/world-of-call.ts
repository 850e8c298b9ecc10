import { WorldError } from './engine/world-error.ts'
import type { Issuers } from './issuers.ts'
import type { World } from './world-api.ts'
import { checkName } from './world-name.ts'
import { foreignCredential, unknownWorld } from './world-refusals.ts'
import type { Worlds } from './worlds-api.ts'

/** What finding the world of a call needs from the worlds. */
export interface FoundIn {
  readonly issuers: Issuers
  names(): Iterable<string>
  /** The ancestors of a world, or undefined when there is no world of that name. */
  ancestors(name: string): readonly string[] | undefined
  open(name: string): World
  drop(name: string): void
}

/** `Worlds.of`. */
export function createWorldOfCall({ issuers, names, ancestors, open, drop }: FoundIn): Worlds['of'] {
  return (header, credential, mayOpen = true) => {
    const owners = credential === undefined ? [] : issuers.of(credential)
    try {
      // A credential of a fixture has several owners; it means `default` unless the header names another.
      if (header === undefined) return { world: open(owners.includes('default') ? 'default' : (owners[0] ?? 'default')) }
      checkName(header)
      const born = ancestors(header) === undefined
      if (born && (owners.length === 0 || !mayOpen)) throw unknownWorld(header, names())
      const world = open(header)
      const before = ancestors(header) ?? []
      if (owners.length === 0 || owners.some((owner) => owner === header || before.includes(owner))) return { world, born }
      // A refused caller must not leave a new world behind.
      if (born) drop(header)
      return { problem: foreignCredential(header, owners[0]) }
    } catch (error) {
      if (error instanceof WorldError) return { problem: error }
      throw error
    }
  }
}
