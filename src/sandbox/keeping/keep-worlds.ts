import type { Entrances } from '../../record/entrances.ts'
import type { JoinedReplicas, SharedSecrets } from '../../replicas/join-replicas.ts'
import { machineSecret, type SystemClock } from '../../world/engine/system-clock.ts'
import { WorldError } from '../../world/engine/world-error.ts'
import { createLedger } from '../../world/persistence/ledger.ts'
import type { Kept } from '../../world/persistence/replay.ts'
import type { Worlds } from '../../world/worlds-api.ts'
import type { Ledgers } from '../../world/worlds-options.ts'
import type { SandboxOptions } from '../sandbox-api.ts'
import { VERSION } from '../version.ts'
import { openState } from './open-state.ts'

/** The default seed. The secrets that belong to it are in the documentation. */
export const PUBLISHED_SEED = 'koogallery'

/** Where the worlds of a sandbox are kept: nowhere, in a directory, or in a database that several replicas share. */
export interface KeptWorlds {
  readonly seed: string
  /** Absent for a sandbox that is not shared. */
  readonly controlToken: string | undefined
  readonly ledgers?: Ledgers
  /** What was kept, for worlds that are all in memory. */
  readonly kept?: Kept
  readonly replicas?: JoinedReplicas
  /** The machine's time, where it is not the machine that says it. */
  readonly systemClock?: SystemClock
  /**
   * Called once, when the worlds are there.
   * @param most worlds in memory
   */
  attach(worlds: Worlds, most: number): void
  /** Called once, when the sandbox listens. */
  listening(url: string): Promise<void>
  /** Announces that `close` will follow. */
  stopping(): void
  close(): Promise<void>
}

/**
 * Opens what keeps the worlds.
 * @param shared it listens beyond loopback
 * @throws WorldError `state.*`
 */
export async function keepWorlds(options: SandboxOptions, entrances: Entrances, shared: boolean): Promise<KeptWorlds> {
  // Everybody who knows the default seed knows every key and token made from it.
  const seed = options.seed ?? (shared ? machineSecret() : PUBLISHED_SEED)
  const controlToken = options.controlToken ?? machineSecret()
  if (options.store === undefined) {
    const token = shared ? controlToken : options.controlToken
    return { ...(await inDirectory(options, entrances)), seed, controlToken: token }
  }
  const kept = await inDatabase(options.store, options, entrances, { seed, controlToken })
  // All replicas have the same keys and tokens.
  const all = kept.replicas.shared
  return { ...kept, seed: all.seed, controlToken: shared ? all.controlToken : options.controlToken }
}

type Store = Omit<KeptWorlds, 'seed' | 'controlToken'>

async function inDirectory(options: SandboxOptions, entrances: Entrances): Promise<Store> {
  const notice = options.onNotice ?? ((text: string) => process.emitWarning(text))
  const directory = options.state === undefined ? undefined : await openState(options.state, { fsync: options.fsync ?? false, notice })
  const store = entrances.keeping(directory)
  const ledger = store && createLedger(store, entrances.systemClock, options.onError)
  const kept = await ledger?.load().catch(async (error: unknown) => {
    await store?.close()
    throw error
  })
  return {
    ...(ledger ? { ledgers: { of: () => ledger, saved: () => ledger.saved() } } : {}),
    ...(kept ? { kept } : {}),
    attach: ({ stored }) => ledger?.attach({ present: () => stored.present(), restore: (state) => stored.adopt(state) }),
    listening: async () => {},
    stopping: () => store?.stopping?.(),
    close: async () => ledger?.close(),
  }
}

async function inDatabase(
  store: string,
  options: SandboxOptions,
  entrances: Entrances,
  fresh: SharedSecrets,
): Promise<Store & { readonly replicas: JoinedReplicas }> {
  if (options.state !== undefined)
    throw new WorldError('state.database', 'A sandbox keeps its worlds in a directory or in a database. Leave out one of the two.')
  if (entrances.keeping(undefined))
    throw new WorldError('state.database', 'A run cannot be recorded while worlds are kept in a database. Leave out one of the two.')
  // The driver is only loaded where there is a database.
  const { joinReplicas } = await import('../../replicas/join-replicas.ts')
  const replicas = await joinReplicas(
    {
      ...options.replica,
      store,
      version: VERSION,
      systemClock: entrances.systemClock,
      incarnation: machineSecret(),
      failed: options.onError ?? (() => {}),
    },
    { ...fresh, secret: machineSecret() },
  )
  return {
    ledgers: replicas.ledgers,
    replicas,
    systemClock: replicas.systemClock,
    attach: (worlds, most) => replicas.attach(worlds, most),
    listening: (url) => replicas.start(options.replica?.url ?? url),
    stopping: () => replicas.stopping(),
    close: () => replicas.close(),
  }
}
