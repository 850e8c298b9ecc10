import type { ErrorDoc } from './document/model.ts'

/** Fills `{code}`, `{message}`, `{status}` and any member of the entry into an envelope. A `{status}` that is the whole text stays a number. */
export function renderEnvelope(shape: unknown, key: string, error: ErrorDoc, more: Readonly<Record<string, unknown>>): unknown {
  const message = error.message.replace(/\{(\w+)\}/g, (whole, name: string) => String(more[name] ?? whole))
  const values: Record<string, unknown> = { ...error, ...more, message, code: key.split(':')[0] }
  const fill = (node: unknown): unknown => {
    if (typeof node === 'string') {
      const alone = /^\{(\w+)\}$/.exec(node)?.[1]
      if (alone) return values[alone] ?? ''
      return node.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
    }
    if (Array.isArray(node)) return node.map(fill)
    if (node && typeof node === 'object') return Object.fromEntries(Object.entries(node).map(([k, v]) => [k, fill(v)]))
    return node
  }
  return fill(shape)
}

/** The code in an error body, read from the place where its envelope has `{code}`; `undefined` if there is none. */
export function codeIn(shape: unknown, body: unknown): { readonly code: string; readonly pointer: string } | undefined {
  if (shape === '{code}') return typeof body === 'string' || typeof body === 'number' ? { code: String(body), pointer: '' } : undefined
  if (typeof shape !== 'object' || shape === null || typeof body !== 'object' || body === null) return undefined
  for (const [key, below] of Object.entries(shape)) {
    const found = codeIn(below, (body as Record<string, unknown>)[key])
    if (found) return { code: found.code, pointer: `/${key}${found.pointer}` }
  }
  return undefined
}
