import { decodeSegment } from './request/query.ts'

/** One route that was found: its value, and the raw (still encoded) path values by name. */
export interface Found<T> {
  readonly value: T
  readonly path: Readonly<Record<string, string>>
}

interface Node<T> {
  readonly fixed: Map<string, Node<T>>
  /** Segments of which only a part is variable: `{id}.json`. */
  mixed?: { readonly template: string; readonly between: readonly string[]; readonly node: Node<T> }[]
  variable?: Node<T>
  readonly here: Registered<T>[]
}

interface Registered<T> {
  readonly method: string
  readonly names: readonly string[]
  readonly value: T
  /** Its template ends with a slash. */
  readonly slash: boolean
}

/**
 * Finds operations by method and path. A concrete segment has precedence over one that is partly variable (the longest fixed text first), and that
 * over `{name}`, as OpenAPI requires, whatever the order of registration; cost depends on the number of segments, never on the number of operations.
 */
export interface Router<T> {
  add(method: string, template: string, value: T): void
  /** Everything registered for this path and method: several when services share a path and `Host` must decide. */
  find(method: string, path: string): readonly Found<T>[]
  /** Methods known for this path, to distinguish an unknown method from an unknown path. */
  methods(path: string): readonly string[]
  /** Everything registered for this path, whatever its method. */
  at(path: string): readonly T[]
}

export function createRouter<T>(): Router<T> {
  const root: Node<T> = { fixed: new Map(), here: [] }

  const search = (node: Node<T>, parts: readonly string[], at: number, values: string[], visit: (node: Node<T>) => boolean): boolean => {
    const part = parts[at]
    if (part === undefined) return node.here.length > 0 && visit(node)
    const fixed = node.fixed.get(part) ?? (part.includes('%') ? node.fixed.get(decodeSegment(part) ?? part) : undefined)
    if (fixed && search(fixed, parts, at + 1, values, visit)) return true
    for (const { between, node: next } of node.mixed ?? []) {
      const found = variedIn(part, between) ?? (part.includes('%') ? variedIn(withPlainMarks(part), between) : undefined)
      if (!found) continue
      values.push(...found)
      if (search(next, parts, at + 1, values, visit)) return true
      values.length -= found.length
    }
    if (!node.variable || part === '') return false
    values.push(part)
    if (search(node.variable, parts, at + 1, values, visit)) return true
    values.pop()
    return false
  }

  return {
    add(method, template, value) {
      const names: string[] = []
      let node = root
      for (const part of split(template)) {
        const name = /^\{([^{}]+)\}$/.exec(part)?.[1]
        const inside = [...part.matchAll(/\{([^{}]+)\}/g)].map(([, one]) => one as string)
        if (name) {
          names.push(name)
          node.variable ??= { fixed: new Map(), here: [] }
          node = node.variable
        } else if (inside.length > 0) {
          names.push(...inside)
          node = mixedAt(node, part)
        } else {
          const text = decodeSegment(part) ?? part
          const next: Node<T> = node.fixed.get(text) ?? { fixed: new Map(), here: [] }
          node.fixed.set(text, next)
          node = next
        }
      }
      node.here.push({ method: method.toUpperCase(), names, value, slash: template.length > 1 && template.endsWith('/') })
    },

    find(method, path) {
      const values: string[] = []
      let found: Found<T>[] = []
      search(root, split(path), 0, values, (node) => {
        const fitting = asWritten(
          node.here.filter((item) => item.method === method),
          path,
        )
        found = fitting.map((item) => ({
          value: item.value,
          path: Object.fromEntries(item.names.map((name, i) => [name, values[i] ?? ''])),
        }))
        return fitting.length > 0
      })
      return found
    },

    methods(path) {
      const methods = new Set<string>()
      visitAll(path, ({ method }) => methods.add(method))
      return [...methods].sort()
    },

    at(path) {
      const values: T[] = []
      visitAll(path, ({ value }) => values.push(value))
      return values
    },
  }

  function visitAll(path: string, visit: (item: Registered<T>) => void): void {
    search(root, split(path), 0, [], (node) => {
      node.here.forEach(visit)
      return false
    })
  }
}

/** Where `/pets` and `/pets/` are both registered, the one that was called; else the slash does not matter. */
function asWritten<T>(items: readonly Registered<T>[], path: string): readonly Registered<T>[] {
  if (items.length < 2) return items
  const same = items.filter(({ slash }) => slash === path.endsWith('/'))
  return same.length > 0 ? same : items
}

function mixedAt<T>(node: Node<T>, part: string): Node<T> {
  const template = part.replace(/\{[^{}]+\}/g, '{}')
  node.mixed ??= []
  const known = node.mixed.find((one) => one.template === template)
  if (known) return known.node
  const next: Node<T> = { fixed: new Map(), here: [] }
  node.mixed.push({ template, between: template.split('{}'), node: next })
  const fixedText = (one: string) => one.replaceAll('{}', '').length
  node.mixed.sort((a, b) => fixedText(b.template) - fixedText(a.template))
  return next
}

/** Clients may percent-encode the marks that stand between variables (`:seal`, `(7)`). */
function withPlainMarks(part: string): string {
  return part.replace(/%(2[1467-9A-E]|3[ABD]|40|5F|7E)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** The variable parts between fixed texts. Each fixed text is matched at its first occurrence, so no template makes a path expensive. */
function variedIn(part: string, [first = '', ...rest]: readonly string[]): readonly string[] | undefined {
  const last = rest.at(-1) ?? ''
  if (!part.startsWith(first) || !part.endsWith(last)) return undefined
  const found: string[] = []
  let from = first.length
  for (const [i, text] of rest.entries()) {
    const end = i === rest.length - 1 ? part.length - last.length : part.indexOf(text, from + 1)
    // A variable part must not be empty.
    if (end <= from) return undefined
    found.push(part.slice(from, end))
    from = end + text.length
  }
  return found
}

/** Segments of a path. A single slash at the end is ignored (clients sign with it and send without it, or the reverse). */
function split(path: string): string[] {
  const parts = path.split('/').slice(1)
  if (parts.length > 1 && parts.at(-1) === '') parts.pop()
  return parts
}
