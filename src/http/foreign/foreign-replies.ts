import type { Outcome } from '../exchange.ts'
import type { Replies } from '../interrupt-call.ts'
import { refuseCall } from '../refuse-call.ts'
import type { ServerContext } from '../server-context.ts'
import { documentedAnswer } from './documented-answer.ts'
import type { ForeignCall } from './foreign-call.ts'
import { refusalAnswer } from './refusal-answer.ts'
import { ForeignRefused } from './refused.ts'
import { forcedAnswer } from './wishes.ts'

/** The answers that rules and scenarios give to calls of foreign documents. */
export function repliesOf(server: ServerContext, opened: ForeignCall): Replies {
  return {
    error: (key) => forcedAnswer(opened, key, 'scenario'),
    example: (name) => forcedAnswer(opened, name, 'scenario'),
    throttled: (limit) => throttled(opened, limit),
    refused: (thrown) =>
      thrown instanceof ForeignRefused ? refusalAnswer(opened, thrown.refusal, 'scenario') : refuseCall(server, opened, undefined, thrown),
  }
}

/** The declared 429, else a problem. */
function throttled(opened: ForeignCall, limit: number): Outcome | Promise<Outcome> {
  const headers = { 'Retry-After': '1' }
  const declared = opened.operation.errors.has('429') ? opened.operation.foreign?.answerAt(429) : undefined
  if (declared) return documentedAnswer(opened, declared, { origin: 'scenario' })
  return refusalAnswer(
    opened,
    { status: 429, title: 'Too many calls', detail: `A rule allows ${limit} calls per second.`, headers },
    'scenario',
  )
}
