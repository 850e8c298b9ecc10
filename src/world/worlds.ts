import { didYouMean } from '../language/did-you-mean.ts'
import { systemClock as machineWire } from './engine/system-clock.ts'
import { WorldError } from './engine/world-error.ts'
import { issueMissingPairs } from './entities/credentials.ts'
import { familyOf, kinOf, type Related } from './families.ts'
import { createIssuers } from './issuers.ts'
import { optional } from './optional.ts'
import type { Note } from './persistence/change-encoder.ts'
import { withParentOf } from './persistence/layers.ts'
import { readWorldFile } from './persistence/read-world-file.ts'
import type { KeptWorld } from './persistence/replay.ts'
import { layerOf } from './persistence/saved.ts'
import { createSnapshots } from './persistence/snapshots.ts'
import { writeWorldFile } from './persistence/world-file.ts'
import { createStoredWorlds } from './stored-worlds.ts'
import type { Layer, World } from './world-api.ts'
import { checkName, numberedNames } from './world-name.ts'
import { createWorldOfCall } from './world-of-call.ts'
import { nameTaken, startedOtherwise, tooMany } from './world-refusals.ts'
import type { Worlds } from './worlds-api.ts'
import type { WorldsOptions } from './worlds-options.ts'

interface Entry extends Omit<KeptWorld, 'present' | 'name'> {
  readonly world: World
  usedAt: number
}

type WorldOrigin = Omit<Entry, 'world' | 'usedAt' | 'birth'>

/** Far more than any suite runs in parallel; each costs a few hundred kilobytes. */
export const MAX_WORLDS = 2000

/** The worlds of one sandbox, starting with those that were stored. */
export function createWorlds(options: WorldsOptions): Worlds {
  const {
    startLayer,
    make,
    attach,
    knowledge = { settings: {}, work: [] },
    systemClock = machineWire,
    ledgers,
    kept,
    most = MAX_WORLDS,
    mostSnapshots,
    makeName = numberedNames(),
    refuse,
  } = options
  const entries = new Map<string, Entry>()
  const detach = new Map<World, (() => void) | undefined>()
  const issuers = createIssuers()
  let lastBirth = 0

  const note = (family: string, change: Note) => ledgers?.of(family)?.note(change)

  const adopt = (world: World, about: Omit<Entry, 'world' | 'usedAt'>) => {
    entries.set(world.name, { ...about, world, usedAt: systemClock.now() })
    // What a fork inherits still belongs to its ancestors.
    issuers.add(world, world.parent === undefined ? undefined : about.base, () => entries.get(world.name)?.world === world)
  }

  /** Creates a world, or creates it again, over `base`. `over` is its state when that differs from `base`. */
  const startWorld = (name: string, about: WorldOrigin, over: Layer = about.base): World => {
    const birth = ++lastBirth
    const family = familyOf({ ...about, name })
    const log = ledgers?.of(family)?.logOf(birth)
    const world = make(name, withParentOf(over, about.base), log ? { log } : {})
    note(family, { what: 'born', ...about, birth, name, over, clock: world.clock.state() })
    adopt(world, { ...about, birth })
    issueMissingPairs(world)
    detach.set(world, attach?.(world))
    return world
  }

  /** Takes a world out of memory. */
  const leave = ({ world }: Entry) => {
    entries.delete(world.name)
    issuers.remove(world.name)
    detach.get(world)?.()
    detach.delete(world)
  }

  const forget = (entry: Entry) => {
    leave(entry)
    note(familyOf(relatedOf(entry)), { what: 'dropped', birth: entry.birth })
  }

  const find = (name: string): Entry => {
    const entry = entries.get(name)
    if (!entry) throw new WorldError('world.unknown', `There is no world "${name}".${didYouMean(name, entries.keys())}`)
    return entry
  }

  /** @param root the world begins a family */
  const nameFor = (wanted: string | undefined, root: boolean): string => {
    if (wanted !== undefined) return checkName(wanted)
    let name: string
    do name = makeName(root)
    while (entries.has(name))
    return name
  }

  const refuseTooMany = (name: string) => {
    const why = refuse?.(name)
    if (entries.size >= most || why !== undefined) throw tooMany(most, why)
  }

  const open = (wanted?: string, start?: string, idle?: number): World => {
    const name = nameFor(wanted, true)
    const entry = entries.get(name)
    if (entry) {
      const { start: before, base } = entry
      if (start !== undefined && start !== before) throw startedOtherwise(name, { start: before, forked: base.world !== undefined }, start)
      entry.usedAt = systemClock.now()
      return entry.world
    }
    refuseTooMany(name)
    const base = startLayer(name, start)
    return startWorld(name, { base, named: wanted !== undefined, ancestors: [], ...optional(start, idle) })
  }

  /** Replaces an entry by a newly created world. */
  const reopen = (entry: Entry, about: WorldOrigin, over?: Layer): World => {
    const { name } = entry.world
    forget(entry)
    return startWorld(name, about, over)
  }

  const reset = (name: string): World => {
    const entry = find(name)
    const { world: _world, usedAt: _usedAt, birth: _birth, ...about } = entry
    // A start counts its times from the day it is opened, so it is made again; everything else goes back to its base.
    const fromStart = about.base.world === undefined && !about.imported
    return reopen(entry, fromStart ? { ...about, base: startLayer(name, about.start) } : about)
  }

  /** The present state of a world as a layer. */
  const freeze = (entry: Entry): Layer => {
    const { world, birth } = entry
    const layer = world.snapshot()
    note(familyOf(relatedOf(entry)), { what: 'frozen', birth, layer })
    return layer
  }

  /** A new world over a layer of another world. */
  const openOver = (layer: Layer, kin: Omit<Related, 'name'>, wanted: string | undefined, idle?: number): World => {
    const name = nameFor(wanted, false)
    if (entries.has(name)) throw nameTaken(name)
    refuseTooMany(name)
    return startWorld(name, { named: wanted !== undefined, ...kin, base: layer, ...optional(undefined, idle) })
  }

  const fork = (from: string, wanted?: string, idle?: number): World => {
    const parent = find(from)
    // Check first, so that a refused fork freezes nothing.
    if (wanted !== undefined && entries.has(checkName(wanted))) throw nameTaken(wanted)
    return openOver(freeze(parent), kinOf(parent, from), wanted, idle)
  }

  const importWorld = (name: string, file: unknown): World => {
    checkName(name)
    const base = layerOf(readWorldFile(file, knowledge))
    const entry = entries.get(name)
    const about = { base, named: true, ancestors: [], imported: true } as const
    // The name stays with the worlds that it is stored with.
    if (entry) return reopen(entry, entry.ancestors.length > 0 ? { ...about, family: familyOf(relatedOf(entry)) } : about)
    refuseTooMany(name)
    return startWorld(name, about)
  }

  const snapshots = createSnapshots({
    ...(mostSnapshots === undefined ? {} : { most: mostSnapshots }),
    note: (snapshot, change) => note(familyOf({ ...snapshot, name: snapshot.world }), change),
    freeze: (name) => {
      const entry = find(name)
      const { ancestors, family } = entry
      return { layer: freeze(entry), ancestors, ...(family === undefined ? {} : { family }) }
    },
    open: (snapshot, wanted, idle) => openOver(snapshot.layer, kinOf(snapshot, snapshot.world), wanted, idle),
    restore({ layer, world }) {
      const { world: _world, usedAt: _usedAt, birth: _birth, ...about } = find(world)
      return reopen(find(world), about, layer)
    },
  })

  const stored = createStoredWorlds({
    world: (name) => {
      const entry = entries.get(name)
      return entry && relatedOf(entry)
    },
    issuers: (credential) => issuers.of(credential),
    worlds: () => [...entries.values()].map((entry) => ({ ...relatedOf(entry), entry })),
    about: ({ world, usedAt: _usedAt, ...about }) => ({ ...about, name: world.name, present: world.snapshot() }),
    leave,
    resume({ name, present, ...about }) {
      lastBirth = Math.max(lastBirth, about.birth)
      const log = ledgers?.of(familyOf({ ...about, name }))?.logOf(about.birth)
      const world = make(name, withParentOf(present, about.base), { ...(log ? { log } : {}), resumed: present.clock })
      adopt(world, about)
      return () => detach.set(world, attach?.(world))
    },
    snapshots,
  })
  if (kept) stored.adopt(kept)

  return {
    get: (name) => entries.get(name)?.world,
    open,
    of: createWorldOfCall({
      issuers,
      names: () => entries.keys(),
      ancestors: (name) => entries.get(name)?.ancestors,
      open,
      drop: (name) => forget(find(name)),
    }),
    list: () => [...entries.values()].map(infoOf),
    info: (name) => (entries.has(name) ? infoOf(find(name)) : undefined),
    drop(name) {
      if (name === 'default') throw new WorldError('world.default', 'World "default" cannot be dropped; reset it instead.')
      forget(find(name))
    },
    reset,
    fork,
    snapshots,
    export: (name) => writeWorldFile(find(name).world.save()),
    import: importWorld,
    byCredential: (credential) => issuers.of(credential)[0],
    sweep(ms) {
      const now = systemClock.now()
      const unused = [...entries.values()].filter(({ named, idle = named ? Number.POSITIVE_INFINITY : ms, usedAt }) => now - usedAt >= idle)
      for (const entry of unused) forget(entry)
      return unused.map((entry) => entry.world.name)
    },
    saved: async () => ledgers?.saved(),
    stored,
  }
}

const relatedOf = ({ world, ancestors, family }: Entry): Related => ({
  name: world.name,
  ancestors,
  ...(family === undefined ? {} : { family }),
})

const infoOf = ({ world, named, start, idle }: Entry) => ({
  name: world.name,
  named,
  ...(world.parent === undefined ? {} : { parent: world.parent }),
  ...optional(start, idle),
})
