/** Between the name of a namespace and that of a world. */
const BETWEEN = '--'

const NAME = /^[a-z0-9](?:-?[a-z0-9]){0,30}$/

/** Whether a namespace may have that name: it holds no two hyphens in a row, which end it. */
export const isNamespace = (name: string): boolean => NAME.test(name)

/** The namespace of a world or snapshot: what stands before the first two hyphens of its name. */
export function namespaceIn(name: string): string | undefined {
  const at = name.indexOf(BETWEEN)
  return at > 0 ? name.slice(0, at) : undefined
}

/** The whole name of a world, as its namespace knows it by a short one. */
export function nameIn(namespace: string, name: string): string {
  return namespaceIn(name) === namespace ? name : `${namespace}${BETWEEN}${name}`
}
