import { createHash } from 'node:crypto'

/**
 * Identifies the content of a pact: SHA-256 of its canonical JSON without `metadata`, 64 hex digits. Metadata names the tool that wrote
 * the file, so it is left out. Names and interactions are sorted, because tests that run in parallel write them in any order.
 *
 * @param pact the parsed file
 */
export function pactSha(pact: object): string {
  const { metadata: _, ...contract } = pact as Record<string, unknown>
  for (const list of ['interactions', 'messages']) {
    const entries = contract[list]
    if (Array.isArray(entries))
      contract[list] = entries.map((entry) => JSON.parse(canonical(entry))).sort((a, b) => compare(canonical(a), canonical(b)))
  }
  return createHash('sha256').update(canonical(contract)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  const written = members.sort(([a], [b]) => compare(a, b)).map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
  return `{${written.join(',')}}`
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
