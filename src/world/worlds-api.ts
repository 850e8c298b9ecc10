import type { WorldError } from './engine/world-error.ts'
import type { WorldFile } from './persistence/world-file.ts'
import type { World } from './world-api.ts'

/** A world as lists show it. */
export interface WorldInfo {
  readonly name: string
  readonly parent?: string
  /** The named start it was born from; absent for forks. */
  readonly start?: string
  /** False when the sandbox made the name up; such worlds are dropped when idle. */
  readonly named: boolean
}

/** A world as it was at one moment, kept under a name. */
export interface SnapshotInfo {
  readonly name: string
  /** The world it was taken of; it may be gone by now. */
  readonly world: string
  /** That world's time, epoch milliseconds UTC. */
  readonly at: number
}

/** Worlds as they were, kept under names. They outlive the worlds they were taken of. */
export interface Snapshots {
  /** Keeps a world as it is now. Throws `world.unknown`, `snapshot.exists`, `snapshot.name`, `snapshot.too-many`. */
  save(world: string, name: string): SnapshotInfo
  list(): SnapshotInfo[]
  /** A new world from a snapshot, as a fork of the world it was taken of. Throws `snapshot.unknown`, `world.exists`, `world.name`. */
  open(name: string, world?: string): World
  /** Puts the world it was taken of back to it. Throws `snapshot.unknown`, `world.unknown`, and `snapshot.foreign` for any other world. */
  restore(world: string, name: string): World
  /** Throws `snapshot.unknown`. */
  drop(name: string): void
}

/** All worlds of one sandbox, and which credential belongs to which. */
export interface Worlds {
  get(name: string): World | undefined
  /**
   * The world of that name, born now from the named start if there is none. Without a name a new one with a name of ours.
   * Throws `world.name`, and `world.started` when it exists with another start.
   */
  open(name?: string, start?: string): World
  /**
   * The world a request is for: the header's, else that of the credential, else `default`. A known credential of a starting world may open
   * the header's (`born`), unless `mayOpen` is false; an unknown one never does.
   */
  of(
    header: string | undefined,
    credential: string | undefined,
    mayOpen?: boolean,
  ): { readonly world: World; readonly born?: boolean } | { readonly problem: WorldError }
  list(): WorldInfo[]
  /** One line of the list. */
  info(name: string): WorldInfo | undefined
  /** Throws `world.unknown`, and `world.default` for the one that always is. */
  drop(name: string): void
  /** Back to how it was born: its start, its parent as it was at the fork, or what was imported. */
  reset(name: string): World
  /** Throws `world.unknown`, `world.exists`, `world.name`. */
  fork(from: string, name?: string): World
  readonly snapshots: Snapshots
  /** A whole world as one file for people. Throws `world.unknown`. */
  export(name: string): WorldFile
  /**
   * Makes the world of that name what the file says, in place of what it was; opens it when there is none. All or nothing.
   * Throws `import.malformed` with place and reason, `import.format`, `world.name`, `world.too-many`.
   */
  import(name: string, file: unknown): World
  /** The world that issued a credential; the first, when several started with the same fixture. */
  byCredential(credential: string): string | undefined
  /** Drops worlds without a name of their own that nobody asked for in `ms` machine milliseconds; returns their names. */
  sweep(ms: number): string[]
  /** Resolves once everything so far is kept; at once without a store. Throws `state.unwritable`: then the worlds are as they last were kept. */
  saved(): Promise<void>
}
