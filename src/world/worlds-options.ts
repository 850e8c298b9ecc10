import type { SystemClock } from './engine/system-clock.ts'
import type { Ledger } from './persistence/ledger.ts'
import type { FileKnowledge } from './persistence/read-world-file.ts'
import type { Replayed } from './persistence/replay.ts'
import type { Layer, World, WorldOptions } from './world-api.ts'

/** How the worlds of one sandbox are made, and where they are kept. */
export interface WorldsOptions {
  /** What a new world of that name stands on: the named start, or the usual one. Its clock is the world's at birth. */
  readonly startLayer: (name: string, start: string | undefined) => Layer
  /** Makes a world over a layer. */
  readonly make: (name: string, over: Layer, how: Pick<WorldOptions, 'log' | 'resumed'>) => World
  /** Called for every new world, forks and resets too: listeners, timers. What it returns is called at the end. */
  readonly attach?: (world: World) => (() => void) | undefined
  /** What an imported file may speak of. */
  readonly knowledge?: FileKnowledge
  readonly systemClock?: SystemClock
  /** How many worlds and snapshots there may be at once. */
  readonly most?: number
  readonly mostSnapshots?: number
  /** Where everything is written down; `kept` is what it had from before. */
  readonly ledger?: Ledger
  readonly kept?: Replayed
}
