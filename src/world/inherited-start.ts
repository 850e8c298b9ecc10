import type { Json } from './json.ts'
import { malformed, objectOf, type Raw } from './start-reader.ts'
import { didYouMean } from './world-error.ts'

/** All starting worlds there are, parsed, by name. */
export type Starts = Readonly<Record<string, unknown>>

/**
 * A start that `extends` another begins with all of that one, or with the members named in `only`; its own entities come after,
 * its own settings win. Throws `start.malformed`.
 */
export function inheritStart(own: Raw, starts: Starts, heirs: readonly string[] = []): Raw {
  const { extends: from, only, ...rest } = own
  if (from === undefined) {
    if (only !== undefined) throw malformed('start.only', 'belongs to "extends", which is missing.')
    return own
  }
  const name = String(from)
  if (!Object.hasOwn(starts, name)) {
    throw malformed('start.extends', `there is no starting world "${name}".${didYouMean(name, Object.keys(starts))}`)
  }
  if (heirs.includes(name)) throw malformed('start.extends', `"${name}" comes round to itself: ${[...heirs, name].join(' > ')}.`)
  // Parsed from a file like its heir; populate looks at every member.
  const base = inheritStart(objectOf(starts[name] as Json, name), starts, [...heirs, name])
  const kept = Object.fromEntries(wanted(base, only).map((member) => [member, base[member]]))
  const merged = Object.entries(rest).map(([member, value]) => [member, join(kept[member], value)])
  return { ...kept, ...Object.fromEntries(merged) }
}

function wanted(base: Raw, only: Json | undefined): string[] {
  const known = Object.keys(base)
  if (only === undefined) return known
  if (!Array.isArray(only)) throw malformed('start.only', 'a list of members is wanted here.')
  return only.map((member: Json) => {
    const name = String(member)
    if (!known.includes(name)) throw malformed('start.only', `"${name}" is not in the extended world.${didYouMean(name, known)}`)
    return name
  })
}

function join(inherited: Json | undefined, own: Json | undefined): Json | undefined {
  if (Array.isArray(inherited) && Array.isArray(own)) return [...inherited, ...own]
  const objects = [inherited, own].every((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  return objects ? { ...(inherited as Record<string, Json>), ...(own as Record<string, Json>) } : own
}
