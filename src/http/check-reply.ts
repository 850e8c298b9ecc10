import type { Outcome, Received } from './exchange.ts'
import type { ServerContext } from './server-context.ts'

/**
 * Compares an answer with its spec and adds the differences to the findings.
 * @throws Error where a difference is a defect to be fixed (`onDrift: 'throw'`)
 */
export function checkReply({ options }: ServerContext, { operation, findings }: Received, { reply, unspecified }: Outcome): boolean {
  const { checkAnswers, onDrift } = options
  if (unspecified || checkAnswers === 'off' || (checkAnswers === 'errors' && reply.status < 400)) return false
  const drift = operation.check(reply)
  const [first] = drift
  if (!first) return false
  findings.push(...drift)
  if (onDrift === 'throw') {
    throw new Error(`${operation.ref} replied outside its spec: ${first.pointer} must be ${first.expected}, not ${first.got}.`)
  }
  return true
}
