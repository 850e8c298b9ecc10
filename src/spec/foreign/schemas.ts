import type { Schema } from '../document/model.ts'
import type { SourceFile } from '../document/source.ts'
import { escapeKey } from '../json-pointer.ts'
import type { SchemaContext } from './read-context.ts'
import type { References } from './references.ts'
import { createLoopBreaker } from './schema-loops.ts'
import { readSchema } from './schema-words.ts'
import { hasMembers, type Located, type Members, type Spot, type Tell } from './spot.ts'

/** The schemas of a foreign document. Each is read when it is first asked for. */
export interface Schemas {
  /** All shared schemas by name: those of `components.schemas`, and those that references lead to elsewhere. Grows with `read`. */
  readonly shared: Readonly<Record<string, Schema>>
  /** A schema in the form that the engine understands. Its references lead to `shared`. */
  read(at: Located): Schema
  /** The name under which the schemas of another place are shared. */
  nameOf(at: Located): string
}

const PREFIX = '#/components/schemas/'
/** Names that need no escape in a reference. Others are replaced. */
const PLAIN = /^[\p{L}\p{N}_.-]+$/u

export function createSchemas(root: SourceFile, references: References, tell: Tell, isOld: (file: SourceFile) => boolean): Schemas {
  const written = (root.value as { components?: { schemas?: unknown } }).components?.schemas
  const components: Members = hasMembers(written) ? written : {}
  const shared: Record<string, Schema> = {}
  /** Where each shared schema is written, by its name. */
  const places = new Map<string, Located>()
  /** The names of places, so that all references to one place share one schema. */
  const names = new Map<string, string>()
  const plain = new Map<string, Schema>()

  const idOf = ({ file, keys }: Spot) => `${file.name}#${keys.map((key) => `/${escapeKey(String(key))}`).join('')}`

  const unique = (wanted: string): string => {
    const base = wanted.replace(/[^\p{L}\p{N}_.]+/gu, '-').replace(/^-+|-+$/g, '') || 'schema'
    let name = base
    for (let n = 2; places.has(name) || Object.hasOwn(components, name); n++) name = `${base}-${n}`
    return name
  }

  const share = (name: string, at: Located): string => {
    places.set(name, at)
    names.set(idOf(at), name)
    Object.defineProperty(shared, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = breakLoops(name)
        Object.defineProperty(shared, name, { value, enumerable: true, configurable: true, writable: true })
        return value
      },
    })
    return name
  }

  const nameOf = (at: Located): string => names.get(idOf(at)) ?? share(unique(naturalName(at)), at)

  const contexts = new Map<SourceFile, SchemaContext>()
  const contextOf = (file: SourceFile): SchemaContext => {
    const known = contexts.get(file)
    if (known) return known
    const isRoot = file === root
    const context: SchemaContext = {
      tell,
      old: isOld(file),
      reference(ref, from) {
        if (isRoot && ref.startsWith(PREFIX)) {
          const name = ref.slice(PREFIX.length)
          if (PLAIN.test(name) && Object.hasOwn(components, name)) return ref
        }
        const found = references.locate(ref, from)
        return found && `${PREFIX}${nameOf(found)}`
      },
    }
    contexts.set(file, context)
    return context
  }

  const read = (at: Located): Schema => readSchema(at.value, at, contextOf(at.file))
  /** A shared schema as it is written; it may refer back to itself without end. */
  const plainly = (name: string): Schema => {
    const known = plain.get(name)
    if (known) return known
    const place = places.get(name)
    const made = place ? read(place) : {}
    plain.set(name, made)
    return made
  }
  const breakLoops = createLoopBreaker(plainly, (name, schema) => {
    const made = unique(`${name}-base`)
    plain.set(made, schema)
    places.set(made, places.get(name) as Located)
    shared[made] = schema
    return made
  }, (name) => {
    const place = places.get(name)
    if (place) tell('warning', 'document.schema.loop', place, `schema "${name}" contains itself without end. What leads back to it is left out.`)
  }) // biome-ignore format: three functions

  // First the names that the author chose, so that no made name takes one of them.
  for (const name of Object.keys(components)) {
    const at: Located = { file: root, keys: ['components', 'schemas', name], value: components[name] }
    share(PLAIN.test(name) ? name : unique(name), at)
  }
  // A shared schema that is only a reference to another place gives that place its name.
  for (const [name, at] of [...places]) {
    const ref = (at.value as Members | null)?.$ref
    if (typeof ref !== 'string' || ref.startsWith(PREFIX) || Object.keys(at.value as Members).length > 1) continue
    const target = references.locate(ref, { file: root, keys: [...at.keys, '$ref'] })
    if (target && !names.has(idOf(target))) {
      places.set(name, target)
      names.set(idOf(target), name)
    }
  }
  return { shared, read, nameOf }
}

/** `Pet` for `pets.yaml#/components/schemas/Pet` and for `schemas/Pet.yaml`; the whole path where the end says little. */
function naturalName({ file, keys }: Located): string {
  if (keys.length === 0) return (file.name.split(/[\\/]/).at(-1) as string).replace(/\.(ya?ml|json)$/i, '')
  const holder = keys.slice(0, -1).join('/')
  if (/^(components\/schemas|definitions|schemas|\$defs)?$/.test(holder)) return String(keys.at(-1))
  return keys
    .filter((key, i) => !((key === 'components' && i === 0) || (key === 'schemas' && i === 1) || key === 'properties' || key === '$defs'))
    .join('-')
}
