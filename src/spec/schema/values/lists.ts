import type { Flat } from './flatten.ts'
import { ENDLESS, type Maker, type Place, unlessEndless } from './maker.ts'

const TRIES = 60
const NONE: unique symbol = Symbol('none')

/** A list of one to three items, or of as many as its schema demands. */
export function listFor(node: Flat, place: Place, maker: Maker): unknown[] {
  const first = Array.isArray(node.prefixItems) ? node.prefixItems : []
  const rest = node.items ?? node.unevaluatedItems ?? {}
  const least = Number(node.minItems ?? 0)
  const wanted = node.contains === undefined ? 0 : Number(node.minContains ?? 1)
  const limit = Math.min(Number(node.maxItems ?? Number.POSITIVE_INFINITY), rest === false ? first.length : Number.POSITIVE_INFINITY)
  const length = Math.min(lengthOf(node, place, maker, Math.max(least, wanted), first.length), limit, maker.left())
  const needed = node.contains === undefined ? {} : { allOf: [rest, node.contains] }
  const others = node.maxContains === undefined ? rest : { allOf: [rest, { not: node.contains }] }

  const list: unknown[] = []
  const seen = new Set<string>()
  for (let i = 0; i < length; i++) {
    const schema = i < first.length ? first[i] : i - first.length < wanted ? needed : others
    const item = itemOf(schema, i)
    if (item === NONE) {
      if (i < least) throw ENDLESS
      break
    }
    list.push(item)
  }
  return list

  function itemOf(schema: unknown, i: number): unknown {
    const at = { ...place, pointer: `${place.pointer}/${i}`, depth: place.depth + 1 }
    for (let n = 0; n < TRIES; n++) {
      const item = i < least ? maker.make(schema, { ...at, attempt: place.attempt + n }) : unlessEndless(() => maker.make(schema, { ...at, attempt: place.attempt + n }), NONE) // biome-ignore format: one choice
      if (node.uniqueItems !== true || item === NONE) return item
      const key = JSON.stringify(item)
      if (seen.has(key)) continue
      seen.add(key)
      return item
    }
    return NONE
  }
}

/** Whether the items are schemas that are a part of themselves already. */
function againIn(items: unknown, place: Place, maker: Maker): boolean {
  if (!maker.foreign || typeof items !== 'object') return false
  const flat = maker.flat(items, place.refs)
  return flat !== false && flat.from.some((name) => place.refs.indexOf(name) !== place.refs.lastIndexOf(name))
}

function lengthOf(node: Flat, place: Place, maker: Maker, least: number, prefix: number): number {
  const most = Math.min(Number(node.maxItems ?? 3), Math.max(3, least))
  if (!maker.generous(place) || againIn(node.items, place, maker)) return least
  // The limit on contained items is kept best by a list that holds no others.
  if (node.maxContains !== undefined) return Math.max(least, prefix)
  const usual = Math.max(least, 1 + (maker.source.seedAt(place.pointer) % Math.max(most, 1)))
  return Math.max(prefix, Math.min(usual, Math.max(most, least)))
}
