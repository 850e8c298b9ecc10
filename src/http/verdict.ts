import type { Finding } from '../spec/finding.ts'

const MOST = 5
const LONGEST = 2048

/**
 * The `X-Sandbox-Verdict` header: at most five findings, errors first, as `code pointer`, percent-encoded and
 * separated by commas. The body stays the vendor's; the journal has the whole text.
 */
export function verdictHeader(findings: readonly Finding[]): string | undefined {
  const [only] = findings
  if (!only) return undefined
  if (findings.length === 1 && only.pointer.length <= 300 && PLAIN.test(only.pointer)) return `${only.code} ${only.pointer}`.trim()
  const parts = [...findings]
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
    // Half a surrogate pair, sent or cut that way, cannot be encoded.
    .map((finding) => `${finding.code} ${encodeURI(finding.pointer.slice(0, 300).replace(/\p{Surrogate}/gu, '\ufffd'))}`.trim())
  while (parts.length > 1 && parts.join(', ').length > LONGEST) parts.pop()
  return parts.join(', ').slice(0, LONGEST)
}

/** Pointers that need no encoding: nearly all. */
const PLAIN = /^[\w\-./]*$/

function rank(finding: Finding): number {
  return finding.level === 'error' ? 0 : finding.level === 'warning' ? 1 : 2
}
