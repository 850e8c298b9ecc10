import { didYouMean } from '../../language/did-you-mean.ts'
import { nodesOf } from '../document/document-path.ts'
import type { SourceFile } from '../document/source.ts'
import { keyOf } from '../json-pointer.ts'
import { hasMembers, type Located, type Members, type Spot, type Tell } from './spot.ts'

/** Follows references of a foreign document, within one file and from file to file. */
export interface References {
  /** What a reference leads to, whatever is there. Tells why, where it leads to nothing. */
  locate(ref: string, from: Spot): Located | undefined
  /** The value itself, or what its reference leads to after any number of steps. Tells why, where that is nothing. */
  follow(at: Located): Located | undefined
  /** The files that were read so far, the document first. */
  files(): readonly SourceFile[]
}

/** More steps than any real chain of references has. */
const MOST_STEPS = 50

export function createReferences(root: SourceFile, tell: Tell): References {
  const files = new Map<string, SourceFile>([[root.name, root]])
  const names = new Map<SourceFile, ReadonlyMap<string, Located>>()

  /** Values by what names them beside their place: `$anchor`, `$id`, and `$self` of the whole file. */
  const namedIn = (file: SourceFile): ReadonlyMap<string, Located> => {
    const known = names.get(file)
    if (known) return known
    const found = new Map<string, Located>()
    const { $self } = file.value as Members
    if (typeof $self === 'string') found.set($self.replace(/#$/, ''), { file, keys: [], value: file.value })
    const isApi = hasMembers(file.value) && 'openapi' in file.value
    for (const { node, at, inSchema, names: chosen } of nodesOf(file.value, [], !isApi)) {
      if (chosen || !inSchema) continue
      const { $anchor, $dynamicAnchor, $id } = node as Members
      for (const anchor of [$anchor, $dynamicAnchor])
        if (typeof anchor === 'string' && !found.has(`#${anchor}`)) found.set(`#${anchor}`, { file, keys: at, value: node })
      if (typeof $id === 'string' && !found.has($id.replace(/#$/, ''))) found.set($id.replace(/#$/, ''), { file, keys: at, value: node })
    }
    names.set(file, found)
    return found
  }

  /** The innermost schema around a place that has an `$id`: references within it count from there. */
  const resourceOf = ({ file, keys }: Spot): Located | undefined => {
    let found: Located | undefined
    let value: unknown = file.value
    for (const [i, key] of keys.entries()) {
      value = (value as Members | undefined)?.[key]
      if (typeof (value as Members | undefined)?.$id === 'string') found = { file, keys: keys.slice(0, i + 1), value }
    }
    return found
  }

  const fileOf = (path: string, from: Spot): SourceFile | string => {
    const read = from.file.sibling(decoded(path))
    if (typeof read === 'string') return read
    const known = files.get(read.name) ?? read
    files.set(read.name, known)
    return known
  }

  const find = (ref: string, from: Spot): Located | string => {
    const [path = '', fragment = ''] = ref.split(/#(.*)/s)
    if (path === '') return within({ file: from.file, keys: [], value: from.file.value }, fragment, from)
    const named = byName(path, from)
    if (named) return within(named, fragment, { file: named.file, keys: [] })
    if (/^[a-z][\w+.-]+:/i.test(path) && !/^file:/i.test(path)) return REMOTE
    const file = fileOf(path, from)
    if (typeof file !== 'string') return within({ file, keys: [], value: file.value }, fragment, { file, keys: [] })
    // `$ref: Pet` is often written where `#/components/schemas/Pet` is meant.
    const meant = /^[\w.-]+$/.test(ref) ? at(root, `/components/schemas/${ref}`) : undefined
    return meant ? repaired(ref, meant, from) : `leads to nothing: ${file}.`
  }

  const byName = (path: string, from: Spot): Located | undefined => {
    const isName = (name: string) =>
      name === path || (!path.includes(':') && name.includes(':') && name.endsWith(`/${path.replace(/^\.?\//, '')}`))
    for (const file of new Set([from.file, root])) {
      if (!/\$id|\$self/.test(file.text())) continue
      for (const [name, found] of namedIn(file)) if (!name.startsWith('#') && isName(name)) return found
    }
    return undefined
  }

  const within = (whole: Located, fragment: string, from: Spot): Located | string => {
    const { file } = whole
    if (fragment === '') return resourceOf(from) ?? whole
    if (fragment.startsWith('/')) {
      const inner = resourceOf(from)
      const found = (inner && below(inner, fragment)) ?? below(whole, fragment) ?? at(file, fragment)
      if (found) return found
      const old = /^\/(?:definitions|components\/schema|schemas)\/([^/]+)$/.exec(fragment)?.[1]
      const meant = old === undefined ? undefined : at(file, `/components/schemas/${old}`)
      return meant ? repaired(`#${fragment}`, meant, from) : `points to nothing.${nearestTo(file, fragment)}`
    }
    const anchor = namedIn(file).get(`#${decoded(fragment)}`)
    if (anchor) return anchor
    const meant = fragment.includes('/') ? at(file, `/${fragment}`) : undefined
    return meant ? repaired(`#${fragment}`, meant, from) : 'names no $anchor.'
  }

  const repaired = (ref: string, meant: Located, from: Spot): Located => {
    tell('warning', 'document.reference.form', from, `reference ${ref} is read as #/${meant.keys.join('/')}. Write it so.`)
    return meant
  }

  const locate: References['locate'] = (ref, from) => {
    const found = find(ref, from)
    if (typeof found !== 'string') return found
    if (found === REMOTE)
      tell('warning', 'document.reference.remote', from, `reference ${ref} is not fetched from the network. Anything is accepted there. Save it as a file and name that.`) // biome-ignore format: one note
    else tell('error', 'document.reference.dangling', from, `reference ${ref} ${found}`)
    return undefined
  }

  return {
    locate,
    follow(first) {
      let found = first
      for (let steps = 0; steps <= MOST_STEPS; steps++) {
        const ref = (found.value as Members | null | undefined)?.$ref
        if (typeof ref !== 'string') return found
        const next = locate(ref, { file: found.file, keys: [...found.keys, '$ref'] })
        if (!next) return undefined
        found = next
      }
      const { $ref } = first.value as Members
      tell('error', 'document.reference.loop', { ...first, keys: [...first.keys, '$ref'] }, `reference ${$ref} refers back to itself.`)
      return undefined
    },
    files: () => [...files.values()],
  }
}

const REMOTE = 'remote'

const at = (file: SourceFile, pointer: string) => below({ file, keys: [], value: file.value }, pointer)

function below(whole: Located, pointer: string): Located | undefined {
  const keys: string[] = []
  let value = whole.value
  for (const part of pointer.slice(1).split('/')) {
    const key = [keyOf(decoded(part)), keyOf(part)].find((one) => typeof value === 'object' && value !== null && Object.hasOwn(value, one))
    if (key === undefined) return undefined
    keys.push(key)
    value = (value as Members)[key]
  }
  return value === undefined ? undefined : { file: whole.file, keys: [...whole.keys, ...keys], value }
}

function nearestTo(file: SourceFile, fragment: string): string {
  const keys = fragment.slice(1).split('/')
  const last = keyOf(decoded(keys.pop() as string))
  const holder = keys.length === 0 ? file.value : at(file, `/${keys.join('/')}`)?.value
  return hasMembers(holder) ? didYouMean(last, Object.keys(holder)) : ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
