import type { Exchange } from '../../journal.ts'

/** The status of an answer, and the error that it is. */
export function Status({ exchange: { reply, error } }: { readonly exchange: Exchange }) {
  const tone = reply.status < 400 ? 'good' : reply.status < 500 ? 'waiting' : 'bad'
  return (
    <>
      <span class={`state ${tone} num`}>{reply.status}</span> {error !== undefined && <code class="muted">{error}</code>}
    </>
  )
}

/** How many findings there are, coloured by the worst of them. */
export function Verdict({ findings }: { readonly findings: Exchange['findings'] }) {
  if (findings.length === 0) return <span class="muted">–</span>
  const worst = (['error', 'warning'] as const).find((level) => findings.some((one) => one.level === level))
  return <span class={`state ${worst === 'error' ? 'bad' : worst === 'warning' ? 'waiting' : ''} num`}>{findings.length}</span>
}
