import { didYouMean } from '../language/did-you-mean.ts'
import type { Json } from '../world/engine/json.ts'
import { malformed, objectOf, type Raw } from '../world/entities/shapes/read-shape.ts'

/** All starting worlds, parsed, by name. */
export type Starts = Readonly<Record<string, unknown>>

/** One document of a starting world. Positions in it count from its own beginning. */
export interface StartLayer {
  /** The name of the starting world; absent for a document that was passed in directly. */
  readonly name?: string
  readonly raw: Raw
}

/**
 * The documents of a start, the oldest first. A document that `extends` another begins with all of it, or with the members named in `only`;
 * its own entities follow, its own settings take precedence.
 * @throws StartFault `start.malformed`
 */
export function layersOf(own: StartLayer, starts: Starts, heirs: readonly string[] = []): StartLayer[] {
  const { extends: from, only, ...raw } = own.raw
  if (from === undefined) {
    if (only !== undefined) throw malformed('start.only', 'belongs to "extends", which is missing.')
    return [own]
  }
  const name = String(from)
  if (!Object.hasOwn(starts, name)) {
    throw malformed('start.extends', `there is no starting world "${name}".${didYouMean(name, Object.keys(starts))}`)
  }
  if (heirs.includes(name)) throw malformed('start.extends', `"${name}" comes round to itself: ${[...heirs, name].join(' > ')}.`)
  // Parsed from a file like the document that extends it; every member is checked when the world is filled.
  const base = layersOf({ name, raw: objectOf(starts[name] as Json, name) }, starts, [...heirs, name])
  const wanted = membersOf(base, only)
  const kept = base.map((layer) => ({
    ...layer,
    raw: Object.fromEntries(Object.entries(layer.raw).filter(([member]) => wanted.includes(member))),
  }))
  return [...kept, { ...own, raw }]
}

function membersOf(base: readonly StartLayer[], only: Json | undefined): string[] {
  const known = [...new Set(base.flatMap(({ raw }) => Object.keys(raw)))]
  if (only === undefined) return known
  if (!Array.isArray(only)) throw malformed('start.only', 'must be a list of members.')
  return only.map((member: Json) => {
    const name = String(member)
    if (!known.includes(name)) throw malformed('start.only', `"${name}" is not in the extended world.${didYouMean(name, known)}`)
    return name
  })
}
