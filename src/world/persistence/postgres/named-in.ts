import { createHash } from 'node:crypto'
import type { Change } from '../../engine/change-log.ts'
import type { Stored } from '../../engine/store.ts'
import { CREDENTIAL_KINDS, credentialsOf } from '../../entities/credentials.ts'

/** What changes say about names that are unique in the database. */
export interface Named {
  readonly born: readonly { readonly name: string; readonly about: WorldAbout }[]
  readonly dropped: readonly string[]
  readonly kept: readonly { readonly name: string; readonly about: { readonly world: string; readonly at: number } }[]
  readonly forgotten: readonly string[]
  readonly credentials: readonly { readonly id: string; readonly world: string }[]
}

/** What lists show of a world that nobody has in memory. */
export interface WorldAbout {
  readonly named: boolean
  readonly start?: string
  readonly parent?: string
}

/** A credential as the database knows it: it never holds the text itself as a key. Hexadecimal. */
export const credentialHash = (credential: string): string => createHash('sha256').update(credential).digest('hex')

/**
 * Reads the names out of changes.
 * @param births names of worlds by their birth; those that begin here are added
 * @returns undefined when the changes concern no name
 */
export function namedIn(changes: readonly Change[], births: Map<number, string>): Named | undefined {
  const worlds = new Map<string, WorldAbout | undefined>()
  const snapshots = new Map<string, { readonly world: string; readonly at: number } | undefined>()
  const credentials = new Map<string, { readonly id: string; readonly world: string }>()
  const sheets = new Map<number, Readonly<Record<string, readonly Stored[]>>>()
  const layers = new Map<number, number>()

  const issue = (world: string, kind: string, entity: Stored | undefined) => {
    for (const text of credentialsOf(kind, entity)) {
      const id = credentialHash(text)
      credentials.set(`${id} ${world}`, { id, world })
    }
  }

  for (const change of changes) {
    switch (change.what) {
      case 'sheet':
        sheets.set(change.id, change.put)
        break
      case 'layer':
        layers.set(change.id, change.sheet)
        break
      case 'born': {
        const { world, named, start, ancestors } = change
        births.set(change.birth, world)
        const parent = ancestors.at(-1)
        worlds.set(world, { named, ...(start === undefined ? {} : { start }), ...(parent === undefined ? {} : { parent }) })
        // The credentials of a starting world belong to every world; those of an imported file to this one.
        const put = change.imported ? sheets.get(layers.get(change.over) ?? -1) : undefined
        for (const kind of CREDENTIAL_KINDS) for (const entity of put?.[kind] ?? []) issue(world, kind, entity)
        break
      }
      case 'dropped': {
        const world = births.get(change.birth)
        if (world !== undefined) worlds.set(world, undefined)
        births.delete(change.birth)
        break
      }
      case 'entry': {
        const world = births.get(change.birth)
        if (world !== undefined)
          for (const { kind, entity } of change.entry.changes) issue(world, kind, (entity as Stored | null) ?? undefined)
        break
      }
      case 'kept':
        snapshots.set(change.snapshot, { world: change.world, at: change.at })
        break
      case 'forgotten':
        snapshots.set(change.snapshot, undefined)
        break
    }
  }
  if (worlds.size === 0 && snapshots.size === 0 && credentials.size === 0) return undefined
  return {
    born: present(worlds),
    dropped: absent(worlds),
    kept: present(snapshots),
    forgotten: absent(snapshots),
    credentials: [...credentials.values()],
  }
}

const present = <T>(of: ReadonlyMap<string, T | undefined>) =>
  [...of].flatMap(([name, about]) => (about === undefined ? [] : [{ name, about }]))

const absent = (of: ReadonlyMap<string, unknown>) => [...of].filter(([, about]) => about === undefined).map(([name]) => name)
