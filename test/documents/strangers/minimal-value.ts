/** A schema as a document writes it. */
// The test reads documents without the sandbox's own reader.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Written = any

/** Follows references inside one document. */
export function followed(document: Written, node: Written): Written {
  let found = node
  for (let steps = 0; steps < 20 && typeof found?.$ref === 'string'; steps++)
    found = (found.$ref as string)
      .slice(2)
      .split('/')
      .reduce((value: Written, key) => value?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document)
  return found
}

/** The smallest value that a schema allows. Written for the documents of this folder; an oracle beside the sandbox's own generator. */
export function minimalValue(document: Written, schema: Written): unknown {
  const node = followed(document, schema) ?? {}
  if (node.const !== undefined) return node.const
  if (node.enum) return node.enum[0]
  if (node.allOf) {
    const parts = [...node.allOf, { type: 'object', properties: node.properties, required: node.required }]
    return Object.assign({}, ...parts.map((part: Written) => minimalValue(document, part)))
  }
  if (node.oneOf ?? node.anyOf) return minimalValue(document, (node.oneOf ?? node.anyOf)[0])
  const type = Array.isArray(node.type) ? node.type[0] : (node.type ?? (node.properties ? 'object' : 'string'))
  if (type === 'object')
    return Object.fromEntries(
      (node.required ?? [])
        .filter((name: string) => followed(document, node.properties?.[name])?.readOnly !== true)
        .map((name: string) => [name, minimalValue(document, node.properties?.[name] ?? {})]),
    )
  if (type === 'array')
    return node.prefixItems
      ? node.prefixItems.map((item: Written) => minimalValue(document, item))
      : Array.from({ length: node.minItems ?? 0 }, () => minimalValue(document, node.items ?? {}))
  if (type === 'integer' || type === 'number') {
    const above = typeof node.exclusiveMinimum === 'number' ? node.exclusiveMinimum : node.minimum
    return (above ?? 0) + (node.exclusiveMinimum === undefined ? 0 : 1)
  }
  if (type === 'boolean') return true
  return textFor(node)
}

/** Texts for the patterns and formats of these documents. */
function textFor({ pattern, format, minLength = 0 }: Written): string {
  const texts: Readonly<Record<string, string>> = {
    '^[A-Z]{3}$': 'CNY',
    '^u[0-9]+$': 'u1',
    '^[a-z]{3}-[0-9]{2}$': 'abc-01',
    '^[0-9]{16}$': '4000123412341234',
    'date-time': '2026-01-02T03:04:05Z',
    date: '2026-01-02',
    uuid: '2f1c9f0e-6f3b-4c56-9d0c-3c1de1f6a001',
  }
  return texts[pattern] ?? texts[format] ?? 'abc'.padEnd(minLength, 'a')
}

/** A value that a schema refuses, if this table knows one. */
export function wrongValue(document: Written, schema: Written): unknown {
  const node = followed(document, schema) ?? {}
  if (node.enum || node.const !== undefined) return 'no-such-value'
  if (['integer', 'number', 'boolean', 'object', 'array'].includes(node.type)) return 'no-such-value'
  if (node.pattern || ['date', 'date-time', 'uuid'].includes(node.format)) return 'no such value!'
  if (node.minLength > 0) return ''
  return undefined
}
