import { createStore } from './engine/store.ts'
import { CREDENTIAL_KINDS, credentialsOf } from './entities/credentials.ts'
import type { Layer, World } from './world-api.ts'

/** Which worlds issued a credential, in order. */
export interface Issuers {
  of(credential: string): readonly string[]
  /**
   * Registers the credentials of a world, then follows its writes. Credentials that are also in `base` are inherited and stay with its
   * ancestors.
   */
  add(world: World, base: Layer | undefined, alive: () => boolean): void
  /** Removes all credentials of a world. */
  remove(world: string): void
}

/** The credentials of all worlds of one sandbox. */
export function createIssuers(): Issuers {
  const issuers = new Map<string, string[]>()
  const issued = new Map<string, Set<string>>()

  const note = (world: string, credential: string) => {
    const names = issuers.get(credential) ?? []
    if (!names.includes(world)) issuers.set(credential, [...names, world])
    issued.get(world)?.add(credential)
  }
  const unlist = (world: string, credential: string) => {
    const names = (issuers.get(credential) ?? []).filter((other) => other !== world)
    if (names.length > 0) issuers.set(credential, names)
    else issuers.delete(credential)
    issued.get(world)?.delete(credential)
  }

  return {
    of: (credential) => issuers.get(credential) ?? [],
    add(world, base, alive) {
      const { name } = world
      issued.set(name, new Set())
      const inherited = base && createStore(base.sheet)
      for (const kind of CREDENTIAL_KINDS) {
        for (const entity of world[kind].all()) {
          const before = inherited ? credentialsOf(kind, inherited.read(kind, entity.id)) : []
          for (const text of credentialsOf(kind, entity)) if (!before.includes(text)) note(name, text)
        }
      }
      world.watch((kind, after, before) => {
        if (!alive()) return
        const now = credentialsOf(kind, after)
        for (const text of credentialsOf(kind, before)) if (!now.includes(text)) unlist(name, text)
        for (const text of now) note(name, text)
      })
    },
    remove(world) {
      for (const credential of issued.get(world) ?? []) unlist(world, credential)
      issued.delete(world)
    },
  }
}
