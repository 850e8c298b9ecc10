import { didYouMean } from '../../language/did-you-mean.ts'
import { WorldError } from '../engine/world-error.ts'
import type { World } from '../world-api.ts'
import { checkName } from '../world-name.ts'
import type { Snapshots } from '../worlds-api.ts'
import type { Note } from './change-encoder.ts'
import type { KeptSnapshot } from './replay.ts'

/** What snapshots need from the worlds. */
export interface SnapshotWorlds {
  note(snapshot: Pick<KeptSnapshot, 'world' | 'ancestors' | 'family'>, change: Note): void
  freeze(world: string): Pick<KeptSnapshot, 'layer' | 'ancestors' | 'family'>
  open(snapshot: KeptSnapshot, world: string | undefined, idle: number | undefined): World
  restore(snapshot: KeptSnapshot): World
  /** Maximum number of snapshots. */
  readonly most?: number
}

/** Far more than people create by hand. */
export const MAX_SNAPSHOTS = 1000

/** The snapshots of one sandbox. `all` and `replace` are for the persistence layer. */
export function createSnapshots(
  worlds: SnapshotWorlds,
): Snapshots & { all(): KeptSnapshot[]; replace(kept: readonly KeptSnapshot[]): void } {
  const { most = MAX_SNAPSHOTS } = worlds
  const snapshots = new Map<string, KeptSnapshot>()
  const find = (name: string): KeptSnapshot => {
    const found = snapshots.get(name)
    if (!found) throw new WorldError('snapshot.unknown', `There is no snapshot "${name}".${didYouMean(name, snapshots.keys())}`)
    return found
  }
  const infoOf = ({ name, world, at }: KeptSnapshot) => ({ name, world, at })
  return {
    save(world, name) {
      checkName(name, 'snapshot')
      if (snapshots.has(name))
        throw new WorldError('snapshot.exists', `There is a snapshot "${name}" already; drop it first or take another name.`)
      if (snapshots.size >= most)
        throw new WorldError(
          'snapshot.too-many',
          `There are ${most} snapshots, the most that this sandbox keeps. Drop some (\`koosandbox world forget SNAPSHOT\`), or raise the limit at its start: --max-snapshots ${2 * most}.`,
        )
      const frozen = worlds.freeze(world)
      const snapshot = { ...frozen, name, world, at: frozen.layer.clock.now }
      snapshots.set(name, snapshot)
      worlds.note(snapshot, { what: 'kept', snapshot })
      return infoOf(snapshot)
    },
    list: () => [...snapshots.values()].map(infoOf),
    open: (name, world, idle) => worlds.open(find(name), world, idle),
    restore(world, name) {
      const snapshot = find(name)
      if (snapshot.world !== world)
        throw new WorldError('snapshot.foreign', `Snapshot "${name}" is of world "${snapshot.world}"; open a new world from it instead.`)
      return worlds.restore(snapshot)
    },
    drop(name) {
      const snapshot = find(name)
      snapshots.delete(name)
      worlds.note(snapshot, { what: 'forgotten', snapshot: name })
    },
    all: () => [...snapshots.values()],
    replace(kept) {
      snapshots.clear()
      for (const snapshot of kept) snapshots.set(snapshot.name, snapshot)
    },
  }
}
