import type { WorldError } from './engine/world-error.ts'
import type { Kept } from './persistence/replay.ts'
import type { WorldFile } from './persistence/world-file.ts'
import type { World } from './world-api.ts'

/** A world as lists show it. */
export interface WorldInfo {
  readonly name: string
  readonly parent?: string
  /** The named start it was opened with; absent for forks. */
  readonly start?: string
  /** False when the sandbox chose the name. Such worlds are dropped when idle. */
  readonly named: boolean
  /** It is dropped when it was not used for so many system milliseconds. */
  readonly idle?: number
}

/** A world as it was at one moment, kept under a name. */
export interface SnapshotInfo {
  readonly name: string
  /** The world it was taken from, which may no longer exist. */
  readonly world: string
  /** World time of the snapshot, epoch milliseconds UTC. */
  readonly at: number
}

/** Named snapshots. They outlive the worlds they were taken from. */
export interface Snapshots {
  /**
   * Keeps a world as it is now.
   * @throws WorldError `world.unknown`, `snapshot.exists`, `snapshot.name`, `snapshot.too-many`
   */
  save(world: string, name: string): SnapshotInfo
  list(): SnapshotInfo[]
  /**
   * A new world from a snapshot, as a fork of the world it was taken from.
   * @throws WorldError `snapshot.unknown`, `world.exists`, `world.name`
   */
  open(name: string, world?: string, idle?: number): World
  /**
   * Sets the world it was taken from back to the snapshot.
   * @throws WorldError `snapshot.unknown`, `world.unknown`; `snapshot.foreign` for any other world
   */
  restore(world: string, name: string): World
  /** @throws WorldError `snapshot.unknown` */
  drop(name: string): void
}

/** All worlds of one sandbox, and which credential belongs to which. */
export interface Worlds {
  get(name: string): World | undefined
  /**
   * The world of that name, created from the named start if there is none. Without a name: a new world with a generated name.
   * @param idle system milliseconds without use after which a new one is dropped; default: never, or an hour without a name
   * @throws WorldError `world.name`; `world.started` when it exists with another start
   */
  open(name?: string, start?: string, idle?: number): World
  /**
   * The world for a request: the one the header names, else the one that issued the credential, else `default`. A known credential of a
   * starting world may create the world of the header (`born`), unless `mayOpen` is false; an unknown credential never does.
   */
  of(
    header: string | undefined,
    credential: string | undefined,
    mayOpen?: boolean,
  ): { readonly world: World; readonly born?: boolean } | { readonly problem: WorldError }
  list(): WorldInfo[]
  /** One line of the list. */
  info(name: string): WorldInfo | undefined
  /** @throws WorldError `world.unknown`; `world.default` for the world that always exists */
  drop(name: string): void
  /** Sets a world back to how it was created: its start, its parent at the time of the fork, or the imported file. */
  reset(name: string): World
  /** @throws WorldError `world.unknown`, `world.exists`, `world.name` */
  fork(from: string, name?: string, idle?: number): World
  readonly snapshots: Snapshots
  /**
   * A whole world as one readable file.
   * @throws WorldError `world.unknown`
   */
  export(name: string): WorldFile
  /**
   * Replaces the world of that name by the file's content; creates it when there is none. All or nothing.
   * @throws WorldError `import.malformed` with place and reason, `import.format`, `world.name`, `world.too-many`
   */
  import(name: string, file: unknown): World
  /** The world that issued a credential. The first, when several started with the same fixture. */
  byCredential(credential: string): string | undefined
  /** Drops worlds that were not used for their time; those with a generated name and no time of their own: for `ms` system milliseconds. Returns their names. */
  sweep(ms: number): string[]
  /**
   * Resolves when everything so far is stored; at once without a store.
   * @throws WorldError `state.unwritable`; then the worlds are as they were last stored
   */
  saved(): Promise<void>
  /** For what stores worlds. */
  readonly stored: StoredWorlds
}

/** The content of worlds, for what stores them. A family is a world with its forks and their snapshots; without a name: everything. */
export interface StoredWorlds {
  /** As it is now. */
  present(family?: string): Kept
  /** The names of a family's worlds, and how many snapshots it has. */
  of(family: string): { readonly worlds: readonly string[]; readonly snapshots: number }
  /** The family of a world in memory. */
  familyOf(name: string): string | undefined
  /** The family of the world in memory that issued a credential. */
  familyOfCredential(credential: string): string | undefined
  /** Replaces what is in memory by what was stored. Nothing of that is written. */
  adopt(kept: Kept, family?: string): void
  /** Takes worlds out of memory. What is stored of them stays. */
  release(family?: string): void
}
