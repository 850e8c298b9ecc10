import { didYouMean } from '../language/did-you-mean.ts'
import { WorldError } from '../world/engine/world-error.ts'
import { checkName } from '../world/world-name.ts'
import type { Snapshots, Worlds } from '../world/worlds-api.ts'
import type { Namespace } from './access-api.ts'
import { nameIn, namespaceIn } from './namespaces.ts'

/** What limits a namespace. */
interface WorldsInOptions extends Pick<Namespace, 'snapshots'> {
  /** Makes a name for a world without one, with the namespace. Default: a number. @param root it begins a family */
  readonly makeName?: ((root: boolean) => string) | undefined
}

/**
 * The worlds and snapshots of one namespace, as if there were no others: a name without the namespace means the world of it that has this
 * name, so a world of another namespace cannot even be asked for.
 */
export function worldsIn(worlds: Worlds, namespace: string, { snapshots: most, makeName }: WorldsInOptions): Worlds {
  const isOwn = (name: string) => namespaceIn(name) === namespace
  const full = (name: string) => nameIn(namespace, name)
  const list = () => worlds.list().filter(({ name }) => isOwn(name))
  const known = () => list().map(({ name }) => name)

  const there = (name: string): string => {
    const whole = full(name)
    if (worlds.get(whole)) return whole
    throw new WorldError('world.unknown', `There is no world "${whole}".${didYouMean(whole, known())}`)
  }

  const unnamed = (root: boolean): string => {
    for (let n = 1; ; n++) {
      const name = makeName?.(root) ?? full(`world-${n}`)
      if (!worlds.get(name)) return name
    }
  }

  const ownSnapshots = () => worlds.snapshots.list().filter(({ name }) => isOwn(name))

  const kept = (name: string): string => {
    const whole = full(name)
    const names = ownSnapshots().map((one) => one.name)
    if (names.includes(whole)) return whole
    throw new WorldError('snapshot.unknown', `There is no snapshot "${whole}".${didYouMean(whole, names)}`)
  }

  const snapshots: Snapshots = {
    save(world, name) {
      if (most !== undefined && ownSnapshots().length >= most)
        throw new WorldError(
          'snapshot.too-many',
          `The namespace ${namespace} keeps ${most} snapshots, which is its limit (snapshots). Drop some, or ask for a higher limit.`,
        )
      return worlds.snapshots.save(there(world), full(name))
    },
    list: ownSnapshots,
    open: (name, world, idle) => worlds.snapshots.open(kept(name), world === undefined ? unnamed(false) : full(world), idle),
    restore: (world, name) => worlds.snapshots.restore(there(world), kept(name)),
    drop: (name) => worlds.snapshots.drop(kept(name)),
  }

  return {
    ...worlds,
    get: (name) => worlds.get(full(name)),
    open: (name, start, idle) => worlds.open(name === undefined ? unnamed(true) : checkName(full(name)), start, idle),
    list,
    info: (name) => worlds.info(full(name)),
    drop: (name) => worlds.drop(there(name)),
    reset: (name) => worlds.reset(there(name)),
    fork: (from, name, idle) => worlds.fork(there(from), name === undefined ? unnamed(false) : full(name), idle),
    snapshots,
    export: (name) => worlds.export(there(name)),
    import: (name, file) => worlds.import(full(name), file),
    byCredential(credential) {
      const name = worlds.byCredential(credential)
      return name !== undefined && isOwn(name) ? name : undefined
    },
  }
}
