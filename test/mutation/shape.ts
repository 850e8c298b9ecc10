/** Members whose value is what a contract is about. */
const TOLD = /(status|state|code|error|type|activity|scene)$/i

/** What a contract holds of a value: names and types, and the values of states and codes. Lists by their different items. */
export function shapeOf(value: unknown, name = ''): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map((item) => shapeOf(item, name)))].sort().join('|')}]`
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, part]) => `${key}:${shapeOf(part, key)}`)
      .sort()
      .join()}}`
  return TOLD.test(name) ? JSON.stringify(value) : value === null ? 'null' : typeof value
}
