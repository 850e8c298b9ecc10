import type { Specs } from '../spec/catalogue.ts'

interface Words {
  readonly id: string
  readonly message: string
  readonly 'x-source'?: readonly string[]
}

/** The debugging page's text for a fault (`x-debugging` of specs/production), its {braces} filled in. */
export function debuggingWords(
  specs: Specs,
  id: string,
  fill: Readonly<Record<string, string>>,
): { readonly text: string; readonly source: string | undefined } | undefined {
  const all = (specs.bundle.services['production'] as { readonly 'x-debugging'?: readonly Words[] } | undefined)?.['x-debugging'] ?? []
  const words = all.find((one) => one.id === id)
  if (!words) return undefined
  const text = words.message.replace(/\{(\w+)\}/g, (whole, name: string) => fill[name] ?? whole)
  return { text, source: words['x-source']?.[0] }
}
