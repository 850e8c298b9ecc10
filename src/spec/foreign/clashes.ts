import type { IndexedOperation } from '../document/operation-index.ts'
import type { SourceFile } from '../document/source.ts'
import type { Tell } from './spot.ts'

interface Indexed {
  readonly root: SourceFile
  readonly index: readonly IndexedOperation[]
}

/** Tells of operations that answer the same calls: names in braces do not tell paths apart. The first one answers, unless `Host` decides. */
export function tellClashes(documents: readonly Indexed[], tell: Tell): void {
  const first = new Map<string, { readonly root: SourceFile; readonly path: string; readonly hosts: ReadonlySet<string> }[]>()
  for (const { root, index } of documents) {
    for (const { section, path, method, servers } of index) {
      if (section !== 'paths') continue
      const way = `${method.toUpperCase()} ${path.replace(/\{[^/{}]+\}/g, '{}').replace(/(.)\/$/, '$1')}`
      const hosts = new Set(servers.map(({ url }) => /^https?:\/\/([^/:]+)/i.exec(url)?.[1]?.toLowerCase() ?? ''))
      const known = first.get(way) ?? []
      const same = known.find((one) => one.hosts.size === 0 || hosts.size === 0 || [...hosts].some((host) => one.hosts.has(host)))
      if (same) {
        const other = same.root === root ? `as ${same.path} above` : `by ${same.path} of ${same.root.name}`
        tell('error', 'document.path.same', { file: root, keys: ['paths', path, method] }, `${method.toUpperCase()} ${path} is answered ${other}. Name other servers or another path to tell them apart.`)
      }
      first.set(way, [...known, { root, path, hosts }])
    }
  } // biome-ignore format: one note
}
