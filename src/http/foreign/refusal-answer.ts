import { type DocumentedAnswer, mediaTypesOf } from '../../spec/answers/documented.ts'
import { examplesOf } from '../../spec/answers/examples.ts'
import type { MediaDoc } from '../../spec/document/model.ts'
import { chooseMedia, isJsonType } from '../../spec/negotiate.ts'
import type { Origin, Outcome } from '../exchange.ts'
import { documentedAnswer } from './documented-answer.ts'
import { fillError } from './fill-error.ts'
import type { ForeignCall } from './foreign-call.ts'
import { problemBody, sentenceOf, type Violation, violationsIn } from './problems.ts'
import type { ForeignRefusal } from './refused.ts'

const MOST_SENTENCES = 5

/**
 * The answer to a call that is refused: the body that the document declares for the status – its example, else a generated one that says what was
 * wrong – or else a problem that lists every violation.
 */
export function refusalAnswer(opened: ForeignCall, given: ForeignRefusal, origin: Origin = 'refused'): Outcome | Promise<Outcome> {
  const { operation } = opened
  if (given.finding) opened.findings.push({ level: 'error', ...given.finding })
  const violations = violationsIn(opened.findings)
  const sentences = violations.slice(0, MOST_SENTENCES).map(sentenceOf)
  const refusal = { ...given, detail: given.detail === '' ? sentences.join('; ') : given.detail }
  const declared = operation.foreign?.answerAt(refusal.status)
  const error = operation.errors.has(String(refusal.status)) ? String(refusal.status) : undefined
  const withHeaders = (outcome: Outcome): Outcome => ({
    ...outcome,
    error,
    reply: { ...outcome.reply, headers: { ...refusal.headers, ...outcome.reply.headers } },
  })
  const problem = (): Outcome => ({
    origin,
    error,
    unspecified: true,
    reply: {
      status: refusal.status,
      headers: { 'Content-Type': 'application/problem+json', ...refusal.headers },
      body: problemBody(refusal, violations),
    },
  })
  if (!declared || refusal.plain || mediaTypesOf(declared.response).length === 0) return problem()
  const shown = isShown(opened, declared)
  // What is generated is the same for every refusal of this status; what was wrong is written into a copy.
  const usual = documentedAnswer(shown ? opened : { ...opened, values: {}, query: '' }, declared, { origin })
  const finish = (outcome: Outcome): Outcome => {
    if (shown) return withHeaders(outcome)
    const body = filled(opened, declared, outcome, refusal, violations)
    if (body === undefined) return problem()
    return withHeaders({ origin, reply: { ...outcome.reply, body } })
  }
  return usual instanceof Promise ? usual.then(finish) : finish(usual)
}

/** What a declared error body is written in. */
function chosenFor({ call }: ForeignCall, { response }: DocumentedAnswer): { readonly type: string; readonly media: MediaDoc } | undefined {
  const types = mediaTypesOf(response)
  const chosen = chooseMedia(types, call.headers['accept']) ?? chooseMedia(types, undefined)
  return chosen && { type: chosen.type, media: response.content?.[chosen.declared] ?? {} }
}

/** Whether the document shows the body. What is not JSON cannot say what was wrong. */
function isShown(opened: ForeignCall, declared: DocumentedAnswer): boolean {
  const chosen = chosenFor(opened, declared)
  if (!chosen) return false
  return !isJsonType(chosen.type) || examplesOf(chosen.media, opened.operation.foreign?.schemas ?? {}).length > 0
}

/** The generated body that says what was wrong; `undefined` where what was generated does not fit its schema. */
function filled(
  opened: ForeignCall,
  declared: DocumentedAnswer,
  { reply, drift }: Outcome,
  refusal: ForeignRefusal,
  violations: readonly Violation[],
): unknown {
  const { foreign } = opened.operation
  const schema = chosenFor(opened, declared)?.media.schema
  if (!schema || !foreign || (drift && drift.length > 0)) return undefined
  return fillError(reply.body, foreign.compile(schema), refusal, violations)
}
