import { type DocumentedAnswer, documentedKeys, mediaTypesOf } from '../../spec/answers/documented.ts'
import { examplesOf } from '../../spec/answers/examples.ts'
import { STATUS_TEXTS } from '../../spec/answers/status-texts.ts'
import type { Operation } from '../../spec/operation.ts'
import type { Outcome } from '../exchange.ts'
import { type AnswerChoice, documentedAnswer } from './documented-answer.ts'
import type { ForeignCall } from './foreign-call.ts'
import { refusalAnswer } from './refusal-answer.ts'
import { ForeignRefused } from './refused.ts'

/**
 * The answer that the caller asked for with `Prefer`, in the query or with `X-Sandbox-Error`; `undefined` where none was asked for.
 * @throws ForeignRefused for what the document does not describe, with what it does
 */
export function wishedAnswer(opened: ForeignCall): Outcome | Promise<Outcome> | undefined {
  const { call, wishes } = opened
  const error = call.headers['x-sandbox-error']?.trim()
  if (error) return forcedAnswer(opened, error, 'forced')
  const { code, example, dynamic } = wishes
  if (code === undefined && example === undefined && dynamic === undefined) return undefined
  const answer = code === undefined ? answerShowing(opened.operation, example) : answerFor(opened.operation, code)
  if (!answer) return refuse(opened.operation, code === undefined ? `example=${example}` : `code=${code}`)
  if (example !== undefined && !namesIn(opened.operation, answer).includes(example)) return refuse(opened.operation, `example=${example}`)
  const choice: AnswerChoice = { origin: 'forced', example, dynamic }
  return marked(
    opened,
    dynamic || example !== undefined
      ? documentedAnswer(opened, exampleIn(opened, answer, example), choice)
      : plainly(opened, answer, 'forced'),
  )
}

/** A documented answer. A generated error says which one it is. */
function plainly(opened: ForeignCall, answer: DocumentedAnswer, origin: 'forced' | 'scenario'): Outcome | Promise<Outcome> {
  const { status, response } = answer
  if (status < 400 || mediaTypesOf(response).length === 0) return documentedAnswer(opened, answer, { origin })
  const title = STATUS_TEXTS[String(status)] ?? `Status ${status}`
  return refusalAnswer(opened, { status, title, detail: response.description || title }, origin)
}

/** An error that somebody asked for: a status, or the name of an example of one. @throws ForeignRefused */
export function forcedAnswer(opened: ForeignCall, asked: string, origin: 'forced' | 'scenario'): Outcome | Promise<Outcome> {
  const { operation } = opened
  const byStatus = /^[1-5]\d\d$/.test(asked) ? answerFor(operation, asked) : undefined
  const answer = byStatus ?? answerShowing(operation, asked)
  if (!answer || (!byStatus && !namesIn(operation, answer).includes(asked))) return refuse(operation, asked)
  const outcome = byStatus
    ? plainly(opened, byStatus, origin)
    : documentedAnswer(opened, exampleIn(opened, answer, asked), { origin, example: asked })
  const error = operation.errors.has(String(answer.status)) ? String(answer.status) : undefined
  return outcome instanceof Promise ? outcome.then((late) => ({ ...late, error })) : { ...outcome, error }
}

/** What the document says about a status. `default` stands for each status that is not listed, as OpenAPI has it. */
function answerFor({ foreign }: Operation, code: string): DocumentedAnswer | undefined {
  const status = Number(code)
  // The success of a document that describes a range or `default` only is asked for by its status.
  if (status === foreign?.success?.status) return foreign.success
  return /^[2-5]\d\d$/.test(code) ? foreign?.answerAt(status) : undefined
}

/** The answer that shows an example of that name: the success first. Without a name: the success. */
function answerShowing(operation: Operation, name: string | undefined): DocumentedAnswer | undefined {
  const { foreign, doc } = operation
  const success = foreign?.success
  if (name === undefined || (success && namesIn(operation, success).includes(name))) return success
  const others = Object.keys(doc.responses).flatMap((status) => foreign?.answerAt(Number(status)) ?? [])
  const ranges = Object.keys(doc['x-ranges'] ?? {}).map((range) => (range === 'default' ? 500 : Number(range[0]) * 100))
  return [...others, ...ranges.flatMap((status) => foreign?.answerAt(status) ?? [])].find((one) => namesIn(operation, one).includes(name))
}

/** An answer reduced to the media types that show an example, so that the caller need not accept them by name. */
function exampleIn({ operation }: ForeignCall, answer: DocumentedAnswer, name: string | undefined): DocumentedAnswer {
  if (name === undefined) return answer
  const { response } = answer
  const types = mediaTypesOf(response).filter((type) => namesOf(operation, response.content?.[type]).includes(name))
  const content = Object.fromEntries(types.map((type) => [type, response.content?.[type] ?? {}]))
  const { 'x-media': _, ...rest } = response
  return { ...answer, response: { ...rest, content } }
}

const namesOf = ({ foreign }: Operation, media: Parameters<typeof examplesOf>[0]): readonly string[] =>
  examplesOf(media, foreign?.schemas ?? {}).flatMap(({ name }) => (name === undefined ? [] : [name]))

const namesIn = (operation: Operation, { response }: DocumentedAnswer): readonly string[] =>
  mediaTypesOf(response).flatMap((type) => namesOf(operation, response.content?.[type]))

function refuse(operation: Operation, asked: string): never {
  const { doc } = operation
  const keys = documentedKeys(doc)
  const examples = [...new Set(keys.flatMap((key) => exampleNames(operation, key)))]
  const named = examples.length === 0 ? 'It names no examples.' : `Its examples: ${examples.slice(0, 40).join(', ')}.`
  throw new ForeignRefused({
    status: 400,
    title: `${operation.ref} cannot be made to answer "${asked.slice(0, 80)}"`,
    detail: `The document describes these answers: ${keys.join(', ') || 'none'}. ${named}`,
    more: { code: 'wish.impossible', documented: { statuses: keys, examples } },
    plain: true,
    finding: {
      code: 'request.wish.impossible',
      pointer: '/header',
      expected: [...keys, ...examples].slice(0, 40).join(', '),
      got: asked.slice(0, 80),
    },
  })
}

function exampleNames(operation: Operation, key: string): readonly string[] {
  const { doc } = operation
  const response = doc.responses[key] ?? doc['x-ranges']?.[key]
  return response ? namesIn(operation, { status: 0, key, response }) : []
}

/** Tells which wishes were granted (RFC 7240). */
function marked({ call, wishes }: ForeignCall, outcome: Outcome | Promise<Outcome>): Outcome | Promise<Outcome> {
  if (outcome instanceof Promise) return outcome.then((late) => withApplied(late))
  return withApplied(outcome)

  function withApplied(done: Outcome): Outcome {
    if (call.headers['prefer'] === undefined) return done
    const applied = Object.entries(wishes).map(([name, value]) => `${name}=${String(value)}`)
    return { ...done, reply: { ...done.reply, headers: { ...done.reply.headers, 'Preference-Applied': applied.join(', ') } } }
  }
}
