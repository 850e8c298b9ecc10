import { CREDENTIAL_KINDS, credentialsOf, issuePairs } from './credentials.ts'
import { wire as machineWire, type Wire } from './wire.ts'
import type { Layer, World } from './world.ts'
import { didYouMean, WorldError } from './world-error.ts'

/** A world as lists show it. */
export interface WorldInfo {
  readonly name: string
  readonly parent?: string
  /** The named start it was born from; absent for forks. */
  readonly start?: string
  /** False when the sandbox made the name up; such worlds are dropped when idle. */
  readonly named: boolean
}

/** All worlds of one sandbox, and which credential belongs to which. */
export interface Worlds {
  get(name: string): World | undefined
  /**
   * The world of that name, born now from the named start if there is none. Without a name a new one with a name of ours.
   * Throws `world.name`, and `world.started` when it exists with another start.
   */
  open(name?: string, start?: string): World
  /** The world a request is for: the header's, else that of the credential, else `default`. */
  of(header: string | undefined, credential: string | undefined): { readonly world: World } | { readonly problem: WorldError }
  list(): WorldInfo[]
  /** Throws `world.unknown`, and `world.default` for the one that always is. */
  drop(name: string): void
  /** Back to how it was born: its start, or its parent as it was at the fork. */
  reset(name: string): World
  /** Throws `world.unknown`, `world.exists`, `world.name`. */
  fork(from: string, name?: string): World
  /** The world that issued a credential; the first, when several started with the same fixture. */
  byCredential(credential: string): string | undefined
  /** Drops worlds without a name of their own that nobody asked for in `ms` machine milliseconds; returns their names. */
  sweep(ms: number): string[]
}

interface Entry {
  world: World
  readonly named: boolean
  readonly ancestors: readonly string[]
  readonly start?: string
  readonly layer?: Layer
  usedAt: number
}

/** Far more than any suite runs side by side; each costs some hundred kilobytes. */
const MOST = 2000

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/

/**
 * @param options.build makes and fills a new world; it issues the pairs of its printed accounts itself (`populate` does).
 * @param options.attach is called for every new world, forks and resets too: listeners, timers. What it returns is called at the end.
 */
export function createWorlds(options: {
  readonly build: (name: string, start: string | undefined) => World
  readonly attach?: (world: World) => (() => void) | undefined
  readonly wire?: Wire
}): Worlds {
  const { build, attach, wire = machineWire } = options
  const entries = new Map<string, Entry>()
  const detach = new Map<World, (() => void) | undefined>()
  // Credential -> worlds that issued it, first come first.
  const issuers = new Map<string, string[]>()
  let unnamed = 0

  const register = (name: string, credential: string, issued: boolean) => {
    const names = (issuers.get(credential) ?? []).filter((other) => issued || other !== name)
    if (issued && !names.includes(name)) names.push(name)
    if (names.length > 0) issuers.set(credential, names)
    else issuers.delete(credential)
  }

  const adopt = (world: World, about: Omit<Entry, 'world' | 'usedAt'>): World => {
    const { name } = world
    const alive = () => entries.get(name)?.world === world
    entries.set(name, { ...about, world, usedAt: wire.now() })
    // What a fork inherits stays its ancestors'.
    if (!world.parent) {
      for (const kind of CREDENTIAL_KINDS) {
        for (const entity of world[kind].all()) for (const text of credentialsOf(kind, entity)) register(name, text, true)
      }
    }
    world.watch((kind, after, before) => {
      if (!alive()) return
      const now = credentialsOf(kind, after)
      for (const text of credentialsOf(kind, before)) if (!now.includes(text)) register(name, text, false)
      for (const text of now) register(name, text, true)
    })
    if (about.layer) issuePairs(world)
    detach.set(world, attach?.(world))
    return world
  }

  const forget = (entry: Entry) => {
    entries.delete(entry.world.name)
    for (const [credential, names] of issuers) if (names.includes(entry.world.name)) register(entry.world.name, credential, false)
    detach.get(entry.world)?.()
    detach.delete(entry.world)
  }

  const find = (name: string): Entry => {
    const entry = entries.get(name)
    if (!entry) throw new WorldError('world.unknown', `There is no world "${name}".${didYouMean(name, entries.keys())}`)
    return entry
  }

  const nameFor = (wanted: string | undefined): string => {
    if (wanted !== undefined) return checkName(wanted)
    let name: string
    do name = `world-${++unnamed}`
    while (entries.has(name))
    return name
  }

  /** A header opens worlds, so a client gone astray could fill the machine with them. */
  const refuseTooMany = () => {
    if (entries.size >= MOST) throw new WorldError('world.too-many', `There are ${MOST} worlds already; drop some before opening more.`)
  }

  const open = (wanted?: string, start?: string): World => {
    const name = nameFor(wanted)
    const entry = entries.get(name)
    if (entry) {
      if (start !== undefined && start !== entry.start) {
        const began = entry.start === undefined ? (entry.layer ? 'as a fork' : 'with the usual start') : `with start "${entry.start}"`
        throw new WorldError('world.started', `World "${name}" was opened ${began}; drop it to open it with "${start}".`)
      }
      entry.usedAt = wire.now()
      return entry.world
    }
    refuseTooMany()
    return adopt(build(name, start), { named: wanted !== undefined, ancestors: [], ...(start === undefined ? {} : { start }) })
  }

  const reset = (name: string): World => {
    const { world, layer, ...about } = find(name)
    forget(find(name))
    return adopt(layer ? world.fork(name, { from: layer }) : build(name, about.start), { ...about, ...(layer ? { layer } : {}) })
  }

  const fork = (from: string, wanted?: string): World => {
    const parent = find(from)
    const name = nameFor(wanted)
    if (entries.has(name)) throw new WorldError('world.exists', `There is a world "${name}" already; drop it first or take another name.`)
    refuseTooMany()
    const layer = parent.world.snapshot()
    const ancestors = [...parent.ancestors, from]
    return adopt(parent.world.fork(name, { from: layer }), { named: wanted !== undefined, ancestors, layer })
  }

  const of: Worlds['of'] = (header, credential) => {
    const owners = (credential !== undefined && issuers.get(credential)) || []
    try {
      // A credential of a fixture has several owners; `default` is meant unless the header says otherwise.
      if (header === undefined) return { world: open(owners.includes('default') ? 'default' : (owners[0] ?? 'default')) }
      const born = !entries.has(header)
      const world = open(header)
      const ancestors = entries.get(header)?.ancestors ?? []
      if (owners.length === 0 || owners.some((owner) => owner === header || ancestors.includes(owner))) return { world }
      // Whoever may not enter leaves no world behind.
      if (born) forget(find(header))
      const problem = `The header asks for world "${header}", but the credential belongs to world "${owners[0]}". Use the keys of "${header}".`
      return { problem: new WorldError('world.credential', problem) }
    } catch (error) {
      if (error instanceof WorldError) return { problem: error }
      throw error
    }
  }

  return {
    get: (name) => entries.get(name)?.world,
    open,
    of,
    list: () =>
      [...entries.values()].map(({ world, named, start }) => ({
        name: world.name,
        named,
        ...(world.parent === undefined ? {} : { parent: world.parent }),
        ...(start === undefined ? {} : { start }),
      })),
    drop(name) {
      if (name === 'default') throw new WorldError('world.default', 'World "default" cannot be dropped; reset it instead.')
      forget(find(name))
    },
    reset,
    fork,
    byCredential: (credential) => issuers.get(credential)?.[0],
    sweep(ms) {
      const idle = [...entries.values()].filter((entry) => !entry.named && wire.now() - entry.usedAt >= ms)
      for (const entry of idle) forget(entry)
      return idle.map((entry) => entry.world.name)
    },
  }
}

function checkName(name: string): string {
  if (NAME.test(name)) return name
  const shape = 'small letters, digits and hyphens, at most 63, beginning with a letter or digit'
  throw new WorldError('world.name', `"${name.slice(0, 80)}" cannot name a world: ${shape}.`)
}
