/** Keys from the root of a document to one of its values. */
export type Path = readonly (string | number)[]

/** The document with one value changed; all that lies beside it is shared with the old one. */
export function changed(node: unknown, [key, ...rest]: Path, edit: (value: unknown) => unknown): unknown {
  if (key === undefined) return edit(node)
  if (!node || typeof node !== 'object' || !Object.hasOwn(node, key)) throw new Error(`There is nothing at "${key}".`)
  const part = changed((node as Record<string | number, unknown>)[key], rest, edit)
  return Array.isArray(node) ? node.map((item, i) => (i === key ? part : item)) : { ...node, [key]: part }
}

/** Without one entry. */
export function dropped(node: unknown, key: string | number): unknown {
  if (Array.isArray(node)) return node.filter((_, i) => i !== key)
  const { [key]: _gone, ...rest } = node as Record<string | number, unknown>
  return rest
}

/** With another value for a key that is there. */
export function replaced(node: unknown, key: string, value: unknown): unknown {
  return { ...(node as object), [key]: value }
}

/** With one key called otherwise, in its old place. */
export function renamed(node: unknown, key: string, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(node as object).map(([one, value]) => [one === key ? name : one, value]))
}
