import type { Imported } from '../../world/persistence/postgres/import-directory.ts'
import type { StoreStatus, Vacuumed } from '../../world/persistence/postgres/maintenance.ts'
import { VERSION } from '../version.ts'

/** A database that replicas share. The driver is loaded when it is asked for. */
export interface StoreTools {
  /**
   * Creates the tables, or brings them to this version; returns the steps that were needed.
   * @throws WorldError `state.database`; `state.format` when it belongs to a newer version
   */
  migrate(url: string): Promise<string[]>
  /** @throws WorldError `state.database` */
  status(url: string): Promise<StoreStatus>
  /**
   * Copies the worlds and snapshots of a directory of `serve --state`: all of them, or none.
   * @throws WorldError `state.taken` when the database has a world or snapshot of that name; `state.directory`, `state.locked`,
   * `state.broken` when the directory cannot be read; `state.database`
   */
  importDirectory(url: string, directory: string): Promise<Imported>
  /**
   * Removes what nobody needs, and worlds that were not used for `unused` days when that is given.
   * @throws WorldError `state.database`
   */
  vacuum(url: string, unused?: number): Promise<Vacuumed>
}

export const store: StoreTools = {
  migrate: async (url) => (await import('../../world/persistence/postgres/migrate.ts')).migrate(url, VERSION),
  status: async (url) => (await import('../../world/persistence/postgres/maintenance.ts')).storeStatus(url),
  importDirectory: async (url, directory) =>
    (await import('../../world/persistence/postgres/import-directory.ts')).importDirectory(url, directory, VERSION),
  vacuum: async (url, unused) => (await import('../../world/persistence/postgres/maintenance.ts')).vacuumStore(url, unused),
}
