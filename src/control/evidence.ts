import type { Bundle, SourceDoc } from '../spec/document/model.ts'
import { escapeKey } from '../spec/json-pointer.ts'

/** One source with the number of places that cite it. */
export interface Source extends SourceDoc {
  readonly id: string
  readonly cited: number
}

/** A place of the specs that cites a source. */
export interface CitingPlace {
  readonly what: 'operation' | 'schema' | 'error' | 'setting' | 'transition'
  /** `bss.PayOrders`, `bss#OrderInfo`, `bss!cbc/CBC.0100`, `bss.rate`, `orders.pay`. */
  readonly name: string
  /** JSON pointer inside that element; empty for the element itself. */
  readonly pointer: string
  readonly evidence?: string
  /** File and line. */
  readonly place?: string
}

export interface SourceThread extends Source {
  readonly format: 1
  readonly places: CitingPlace[]
}

/** Every source of the specs, in the order of `sources.yaml`. */
export function listEvidence(bundle: Bundle, kind?: string): Source[] {
  const cited = new Map<string, number>()
  for (const [id] of citations(bundle)) cited.set(id, (cited.get(id) ?? 0) + 1)
  return Object.entries(bundle.sources)
    .filter(([, source]) => kind === undefined || source.kind === kind)
    .map(([id, source]) => ({ id, ...source, cited: cited.get(id) ?? 0 }))
}

/** All places of the specs that cite a source; undefined when there is no such source. The id may be in any letter case. */
export function traceSource(bundle: Bundle, name: string): SourceThread | undefined {
  const ids = Object.keys(bundle.sources)
  const id = Object.hasOwn(bundle.sources, name) ? name : ids.find((known) => known.toLowerCase() === name.toLowerCase())
  const source = id === undefined ? undefined : bundle.sources[id]
  if (id === undefined || !source) return undefined
  const places = [...citations(bundle)].filter(([cited]) => cited === id).map(([, place]) => place)
  return { format: 1, id, ...source, cited: places.length, places }
}

function* citations(bundle: Bundle): Generator<readonly [string, CitingPlace]> {
  for (const [service, document] of Object.entries(bundle.services)) {
    for (const section of [document.paths, document.webhooks]) {
      for (const item of Object.values(section ?? {})) {
        for (const doc of Object.values(item)) yield* cite(bundle, 'operation', `${service}.${doc.operationId}`, doc)
      }
    }
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {}))
      yield* cite(bundle, 'schema', `${service}#${name}`, schema)
  }
  for (const [service, families] of Object.entries(bundle.families)) {
    for (const [family, { errors }] of Object.entries(families)) {
      for (const [key, entry] of Object.entries(errors)) yield* cite(bundle, 'error', `${service}!${family}/${key}`, entry)
    }
  }
  for (const [name, setting] of Object.entries(bundle.settings)) yield* cite(bundle, 'setting', name, setting)
  for (const [kind, rows] of Object.entries(bundle.machines)) {
    for (const row of rows) yield* cite(bundle, 'transition', `${kind}.${row.event} from ${row.from}`, row)
  }
}

/** Every `x-source` inside one element, with the pointer to the node that has it. */
function* cite(bundle: Bundle, what: CitingPlace['what'], name: string, thing: unknown): Generator<readonly [string, CitingPlace]> {
  const place = what === 'transition' ? 'specs/transitions.yaml' : bundle.places[name]
  for (const { pointer, sources, evidence } of sourced(thing, '')) {
    for (const id of sources) {
      yield [id, { what, name, pointer, ...(evidence === undefined ? {} : { evidence }), ...(place === undefined ? {} : { place }) }]
    }
  }
}

function* sourced(node: unknown, pointer: string): Generator<{ pointer: string; sources: readonly string[]; evidence?: string }> {
  if (!node || typeof node !== 'object') return
  const { 'x-source': sources, 'x-evidence': evidence } = node as { 'x-source'?: readonly string[]; 'x-evidence'?: string }
  if (Array.isArray(sources)) yield { pointer, sources, ...(evidence === undefined ? {} : { evidence }) }
  for (const [key, child] of Object.entries(node)) {
    if (key !== 'x-source' && key !== 'examples') yield* sourced(child, `${pointer}/${escapeKey(key)}`)
  }
}
