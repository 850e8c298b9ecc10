import type { Finding } from '../spec/finding.ts'
import type { Called } from './call.ts'
import type { Case } from './case.ts'

/**
 * Findings about calls that a marketplace never makes, or never in this way; undefined where the usual verdict applies. A server may
 * refuse an invalid request in any way. A request that it cannot receive breaks the rule of its case, whatever the symptom.
 */
export function unusualFindings(one: Case, called: Called): readonly Finding[] | undefined {
  const { refusal, travels, otherwise } = one
  const { status, failure, resultCode } = called
  // If the seller has ended, the preceding request may be the reason; otherwise this is not about transport.
  if (failure === 'unreachable' && travels?.before === undefined) return undefined
  if (refusal === 'client-error' && status !== undefined && status >= 400 && status < 500) return []
  // An answer to HEAD with a body is broken, but nothing reads it.
  if (refusal === 'any' && (failure === undefined || (failure === 'broken' && travels?.method === 'HEAD'))) {
    const succeeded = status === 200 && (travels?.method === 'HEAD' || resultCode === '000000')
    return succeeded ? broken(one, resultCode ?? `${status}`) : []
  }
  if (travels === undefined || otherwise === undefined || refusal === 'any') return undefined
  if (failure !== undefined && failure !== 'redirect') return broken(one, GOT[failure] ?? failure)
  return status === 200 ? undefined : broken(one, `status ${status}`)
}

const GOT: Readonly<Record<string, string>> = {
  timeout: 'no answer in time',
  reset: 'a closed connection',
  unreachable: 'no server at this address',
}

function broken({ otherwise, codes, refusal }: Case, got: string): readonly Finding[] {
  if (otherwise === undefined) return []
  const { level = 'error', ...rule } = otherwise
  const expected = refusal === 'any' ? 'no success' : codes.join(' or ')
  return [{ ...rule, level, pointer: refusal === 'any' ? '/status' : '/body/resultCode', expected, got }]
}
