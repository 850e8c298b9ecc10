import { type Document, isAlias, isMap, isNode, isPair, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { SpecFault } from './fault.ts'

/** One parsed file, and a function from a place in it to its line. */
export interface YamlFile {
  readonly name: string
  readonly value: unknown
  /** `specs/bss/errors.yaml:12` for the keys of a place. */
  readonly place: (...keys: (string | number)[]) => string
}

/**
 * Parses one YAML (or JSON) file. Duplicate keys and syntax errors throw a `SpecFault` that names the line.
 * @param name shown in messages, relative to the project
 */
export function parseYaml(name: string, text: string): YamlFile {
  const lines = new LineCounter()
  const document = bounded(name, () => parseDocument(text, { lineCounter: lines, version: '1.2' }))
  const wrong = document.errors[0]
  if (wrong) throw new SpecFault(`${name}:${lines.linePos(wrong.pos[0]).line}: ${sentence(wrong.message)}`)
  const place = (...keys: (string | number)[]) => {
    let at = 0
    let node: unknown = document.contents
    for (const key of keys) {
      const step = descend(node, key)
      if (!step) break
      at = step.at ?? at
      node = step.node
    }
    return `${name}:${lines.linePos(at).line}`
  }
  const value = bounded(name, () => document.toJS({ maxAliasCount: MOST_ALIASES })) ?? {}
  refuseEndless(value, place)
  return { name, value, place }
}

/** Aliases of aliases multiply: a few lines can expand to more than any memory holds. */
const MOST_ALIASES = 100

/** Deeper than any real document. Recursion beyond this depth could exceed the stack. */
const DEEPEST = 500

/** An alias inside of the node that it refers to never ends. */
function refuseEndless(whole: unknown, place: YamlFile['place']): void {
  const above = new Set<object>()
  const done = new Set<object>()
  const visit = (node: unknown, at: readonly (string | number)[]): void => {
    if (!node || typeof node !== 'object' || done.has(node)) return
    if (above.has(node)) throw new SpecFault(`${place(...at)}: an alias (*name) stands for what it is a part of. Write it out.`)
    if (above.size > DEEPEST) throw new SpecFault(`${place(...at)}: it is nested too deeply to be read.`)
    above.add(node)
    for (const [key, child] of Object.entries(node)) visit(child, [...at, key])
    above.delete(node)
    done.add(node)
  }
  visit(whole, [])
}

/** The parser throws plain errors for documents that are nested too deeply or expand aliases too often. */
function bounded<T>(name: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (error instanceof RangeError) throw new SpecFault(`${name}: it is nested too deeply to be read.`)
    if (error instanceof ReferenceError)
      throw new SpecFault(`${name}: ${sentence(error.message)} Write out what its aliases (*name) stand for.`)
    throw error
  }
}

/** The parser's message without the place, which is shown before it already, and without the excerpt that follows. */
export function sentence(message: string): string {
  const [first = ''] = message.split('\n')
  return `${first.replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '')}.`
}

/** The value below a key, and where the key is written. Aliases are followed where their document is given. */
export function descend(
  whole: unknown,
  key: string | number,
  document?: Document.Parsed,
): { node: unknown; at: number | undefined } | undefined {
  const node = isAlias(whole) && document ? whole.resolve(document) : whole
  if (isMap(node)) {
    const pair = node.items.findLast(
      (item) => isPair(item) && String(isNode(item.key) ? (item.key as Node).toJSON() : item.key) === String(key),
    )
    if (!pair) return undefined
    return { node: pair.value, at: isNode(pair.key) ? pair.key.range?.[0] : undefined }
  }
  if (isSeq(node)) {
    const item = node.items[Number(key)]
    return isNode(item) ? { node: item, at: item.range?.[0] } : undefined
  }
  return undefined
}
