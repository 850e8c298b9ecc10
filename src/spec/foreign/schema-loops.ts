import type { Schema } from '../document/model.ts'

const PREFIX = '#/components/schemas/'
/** Keywords whose schemas all apply to the same value. */
const ALL = ['allOf'] as const
/** Keywords of which some schemas apply to the same value. */
const SOME = ['oneOf', 'anyOf'] as const
const ONE = ['not', 'if', 'then', 'else'] as const

interface Edge {
  readonly to: string
  /** Whether the schema it leads to must hold, not only perhaps. */
  readonly must: boolean
}

/**
 * Ends schemas that apply themselves to the same value again, which no check could ever finish. Often that is meant well: `Pet` is one of `Cat`
 * and `Dog`, and each of them is a `Pet` and more. Then the `Pet` in `Cat` becomes a copy without what leads back.
 * @param plainly a shared schema as it is written
 * @param addBase shares such a copy and gives its name
 * @param found is told the name of a schema in which something was left out
 */
export function createLoopBreaker(
  plainly: (name: string) => Schema,
  addBase: (name: string, schema: Schema) => string,
  found: (name: string) => void,
): (name: string) => Schema {
  const edges = new Map<string, readonly Edge[]>()
  const edgesOf = (name: string): readonly Edge[] => {
    const known = edges.get(name)
    if (known) return known
    const all = edgesIn(plainly(name), true)
    edges.set(name, all)
    return all
  }
  /** Whether a schema leads to another one for the same value. */
  const reaches = (from: string, to: string, by: (edge: Edge) => boolean = () => true): boolean => {
    const seen = new Set<string>()
    const open = [from]
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (name === to) return true
      if (seen.has(name)) continue
      seen.add(name)
      for (const edge of edgesOf(name)) if (by(edge)) open.push(edge.to)
    }
    return false
  }
  const perhaps = ({ must }: Edge) => !must
  const bases = new Map<string, string>()

  const baseOf = (name: string, without: string): string => {
    const schema = rewritten(plainly(name), true, ({ to }) => (reaches(to, without) ? undefined : to))
    const key = `${name} ${JSON.stringify(schema)}`
    const known = bases.get(key) ?? addBase(name, schema)
    bases.set(key, known)
    return known
  }

  return (name) => {
    const schema = plainly(name)
    if (!edgesOf(name).some(({ to }) => reaches(to, name))) return schema
    let lost = false
    const whole = rewritten(schema, true, ({ to, must }) => {
      if (!reaches(to, name)) return to
      if (to !== name && must) return baseOf(to, name)
      if (to !== name && !reaches(to, name, perhaps)) return to
      lost = true
      return undefined
    })
    if (lost) found(name)
    return whole
  }
}

function edgesIn(schema: Schema, must: boolean): Edge[] {
  const found: Edge[] = []
  rewritten(schema, must, (edge) => {
    found.push(edge)
    return edge.to
  })
  return found
}

/** A schema with other references for the same value; those that `choose` gives no name are left out. */
function rewritten(schema: Schema, must: boolean, choose: (edge: Edge) => string | undefined): Schema {
  if (typeof schema !== 'object' || schema === null) return schema
  let out: Record<string, unknown> | undefined
  const set = (key: string, value: unknown) => {
    out ??= { ...schema }
    if (value === undefined) delete out[key]
    else out[key] = value
  }
  if (typeof schema.$ref === 'string' && schema.$ref.startsWith(PREFIX)) {
    const to = schema.$ref.slice(PREFIX.length)
    const chosen = choose({ to, must })
    if (chosen !== to) set('$ref', chosen === undefined ? undefined : `${PREFIX}${chosen}`)
  }
  const part = (one: Schema, needed: boolean): Schema | undefined => {
    const made = rewritten(one, needed, choose)
    // Nothing is left of a schema that was a reference alone.
    return made !== one && Object.keys(made).length === 0 ? undefined : made
  }
  for (const key of [...ALL, ...SOME]) {
    const list = schema[key]
    if (!Array.isArray(list)) continue
    const parts = list.map((one: Schema) => part(one, must && key === 'allOf'))
    if (parts.every((one, i) => one === list[i])) continue
    const left = parts.filter((one) => one !== undefined)
    set(key, left.length === 0 ? undefined : left)
  }
  for (const key of ONE) {
    const one = schema[key] as Schema | undefined
    if (one === undefined) continue
    const made = part(one, false)
    if (made !== one) set(key, made)
  }
  return (out ?? schema) as Schema
}
