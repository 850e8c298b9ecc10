import type { SystemClock } from './engine/system-clock.ts'
import type { Ledger } from './persistence/ledger.ts'
import type { FileKnowledge } from './persistence/read-world-file.ts'
import type { Kept } from './persistence/replay.ts'
import type { Layer, World, WorldOptions } from './world-api.ts'

/** How the worlds of one sandbox are created and stored. */
export interface WorldsOptions {
  /** The layer for a new world of that name: the named start, or the default one. Its clock is the new world's clock. */
  readonly startLayer: (name: string, start: string | undefined) => Layer
  /** Creates a world over a layer. */
  readonly make: (name: string, over: Layer, how: Pick<WorldOptions, 'log' | 'resumed'>) => World
  /**
   * Called for every new world, including forks and resets, to add listeners and timers. The returned function is called when the world
   * ends.
   */
  readonly attach?: (world: World) => (() => void) | undefined
  /** What an imported file may refer to. */
  readonly knowledge?: FileKnowledge
  readonly systemClock?: SystemClock
  /** Maximum number of worlds and snapshots. */
  readonly most?: number
  readonly mostSnapshots?: number
  /** Why there may be no other world of that name. */
  readonly refuse?: (name: string) => string | undefined
  /** Makes a name for a world without one. Default: a number. @param root it begins a family */
  readonly makeName?: (root: boolean) => string
  /** Where changes are written; `kept` is its content at the start. */
  readonly ledgers?: Ledgers
  readonly kept?: Kept
}

/** Where the changes of each family of worlds are written. */
export interface Ledgers {
  /** Undefined for a family that is not kept. */
  of(family: string): Pick<Ledger, 'note' | 'logOf'> | undefined
  /** Resolves when everything noted so far is stored. Rejects when some of it could not be stored. */
  saved(): Promise<void>
}
