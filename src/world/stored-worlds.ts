import { familyOf, type Related } from './families.ts'
import type { KeptSnapshot, KeptWorld } from './persistence/replay.ts'
import type { StoredWorlds } from './worlds-api.ts'

/** What taking worlds in and out of memory needs from the worlds. */
export interface WorldsInMemory<E> {
  world(name: string): Related | undefined
  /** The names of the worlds that issued a credential. */
  issuers(credential: string): readonly string[]
  worlds(): readonly (Related & { readonly entry: E })[]
  about(entry: E): KeptWorld
  /** Takes a world out of memory. */
  leave(entry: E): void
  /** Continues a stored world. The returned function is called once all of them are there. */
  resume(kept: KeptWorld): () => void
  readonly snapshots: { all(): KeptSnapshot[]; replace(kept: readonly KeptSnapshot[]): void }
}

export function createStoredWorlds<E>({ world, issuers, worlds, about, leave, resume, snapshots }: WorldsInMemory<E>): StoredWorlds {
  /** Whether something belongs to a family; everything does when none is named. */
  const isOf = (family: string | undefined) => (one: Related) => family === undefined || familyOf(one) === family
  const isSnapshotOf = (family: string | undefined) => (one: KeptSnapshot) => isOf(family)({ ...one, name: one.world })

  const release = (family?: string) => {
    for (const { entry } of worlds().filter(isOf(family))) leave(entry)
    const gone = isSnapshotOf(family)
    snapshots.replace(snapshots.all().filter((one) => !gone(one)))
  }

  const familyOfWorld = (name: string) => {
    const there = world(name)
    return there && familyOf(there)
  }

  return {
    familyOf: familyOfWorld,
    familyOfCredential(credential) {
      const names = issuers(credential)
      // What a starting world issued means `default`.
      const name = names.includes('default') ? 'default' : names[0]
      return name === undefined ? undefined : familyOfWorld(name)
    },
    present: (family) => ({
      worlds: worlds()
        .filter(isOf(family))
        .map(({ entry }) => about(entry)),
      snapshots: snapshots.all().filter(isSnapshotOf(family)),
    }),
    of: (family) => ({
      worlds: worlds()
        .filter(isOf(family))
        .map(({ name }) => name),
      snapshots: snapshots.all().filter(isSnapshotOf(family)).length,
    }),
    adopt(kept, family) {
      release(family)
      snapshots.replace([...snapshots.all(), ...kept.snapshots])
      for (const attach of kept.worlds.map(resume)) attach()
    },
    release,
  }
}
