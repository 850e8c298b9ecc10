import { headersOf, needsMadeHeaders } from '../../spec/answers/answer-headers.ts'
import { bodyBytes, sentType } from '../../spec/answers/body-bytes.ts'
import { type DocumentedAnswer, isBodiless, mediaTypesOf } from '../../spec/answers/documented.ts'
import { type AnswerExample, examplesOf } from '../../spec/answers/examples.ts'
import type { Finding } from '../../spec/finding.ts'
import type { ForeignSide } from '../../spec/foreign-side.ts'
import { type ChosenMedia, chooseMedia } from '../../spec/negotiate.ts'
import type { Operation } from '../../spec/operation.ts'
import type { Origin, Outcome } from '../exchange.ts'
import type { ForeignCall } from './foreign-call.ts'
import { createMaker, type Make } from './make-value.ts'
import { ForeignRefused } from './refused.ts'

/** How an answer is chosen among what is documented for its status. */
export interface AnswerChoice {
  readonly origin: Origin
  /** The name of an example; the first one otherwise. */
  readonly example?: string | undefined
  /** Generated, although there are examples. */
  readonly dynamic?: boolean | undefined
}

/** An answer that is the same for the same question: rendered once. */
interface Prepared {
  readonly origin: 'example' | 'generated'
  readonly headers: Readonly<Record<string, string>>
  /** For the journal. */
  readonly body: unknown
  readonly bytes: string | undefined
  /** How a generated body differs from its schema. An example is its author's, whether or not it fits. */
  readonly drift: readonly Finding[]
}

/** Questions whose answers are kept for each operation. */
const MOST_KEPT = 200

const kept = new WeakMap<Operation, Map<string, Prepared>>()

/**
 * The documented answer with a status: its example, else a value generated from its schema, in the media type that the caller accepts.
 * @throws ForeignRefused 406 where the caller accepts none of a success
 */
export function documentedAnswer(opened: ForeignCall, answer: DocumentedAnswer, choice: AnswerChoice): Outcome | Promise<Outcome> {
  const side = opened.operation.foreign as ForeignSide
  const { media, example, made, name } = planned(opened, side, answer, choice)
  const key = made ? keyOf(opened, name) : name
  const answers = keptOf(opened.operation)
  const known = answers.get(key)
  if (known) return outcomeOf(answer, known, choice)
  const keep = (given: Omit<Prepared, 'drift'>): Outcome => {
    const { origin, headers, body } = given
    const drift = origin === 'generated' ? opened.operation.check({ status: answer.status, headers, body }) : []
    const prepared = { ...given, drift }
    if (answers.size >= MOST_KEPT) answers.clear()
    answers.set(key, prepared)
    return outcomeOf(answer, prepared, choice)
  }
  if (!made) return keep(prepare(side, answer, media, example, noValue))
  return createMaker(opened).then((make) => keep(prepare(side, answer, media, example, make)))
}

const noValue: Make = () => undefined

function prepare(
  side: ForeignSide,
  { response }: DocumentedAnswer,
  media: ChosenMedia | undefined,
  example: AnswerExample | undefined,
  make: Make,
): Omit<Prepared, 'drift'> {
  const { schemas } = side
  const headers = headersOf(response, schemas, (schema, name) => make(schema, `header ${name}`))
  if (!media) return { origin: 'example', headers, body: undefined, bytes: undefined }
  const schema = response.content?.[media.declared]?.schema
  const value = example ? example.value : make(schema ?? {}, 'body')
  const type = sentType(media.type)
  const bytes = bodyBytes({ type: example?.written ? 'text/plain' : type, value, schema, schemas, example: example !== undefined })
  return {
    origin: example ? 'example' : 'generated',
    headers: { ...headers, 'Content-Type': type },
    body: value,
    bytes,
  }
}

function outcomeOf({ status }: DocumentedAnswer, { origin, headers, body, bytes, drift }: Prepared, choice: AnswerChoice): Outcome {
  return {
    origin: choice.origin === 'example' ? origin : choice.origin,
    reply: { status, headers, ...(body === undefined ? {} : { body }) },
    ...(bytes === undefined ? {} : { bytes }),
    drift,
  }
}

/** The media type that is sent: none where the document describes no body. Errors are sent whatever the caller accepts. */
function mediaFor({ call }: ForeignCall, { response, status }: DocumentedAnswer): ChosenMedia | undefined {
  const types = mediaTypesOf(response)
  if (types.length === 0) return undefined
  const chosen = chooseMedia(types, call.headers['accept'])
  if (chosen) return chosen
  if (status >= 400) return chooseMedia(types, undefined)
  throw new ForeignRefused({
    status: 406,
    title: 'No answer of an accepted media type',
    detail: `The call accepts ${(call.headers['accept'] ?? '').slice(0, 200)}, and the document describes ${types.join(', ')}.`,
    more: { available: types },
    finding: {
      code: 'request.accept.incompatible',
      pointer: '/header/Accept',
      expected: types.join(', '),
      got: (call.headers['accept'] ?? '').slice(0, 80),
    },
  })
}

function exampleFor(
  { schemas }: ForeignSide,
  { response }: DocumentedAnswer,
  media: ChosenMedia | undefined,
  name: string | undefined,
): AnswerExample | undefined {
  const examples = examplesOf(media && response.content?.[media.declared], schemas)
  return name === undefined ? examples[0] : examples.find((one) => one.name === name)
}

function needsMade(
  { schemas }: ForeignSide,
  { response }: DocumentedAnswer,
  media: ChosenMedia | undefined,
  example: AnswerExample | undefined,
): boolean {
  return (media !== undefined && !example) || needsMadeHeaders(response, schemas)
}

/** What does not depend on the values of a call. */
interface Plan {
  readonly media: ChosenMedia | undefined
  readonly example: AnswerExample | undefined
  /** Whether a value has to be generated. */
  readonly made: boolean
  readonly name: string
}

const plans = new WeakMap<DocumentedAnswer, Map<string, Plan>>()

/** The plan of an answer; clients ask for few media types, so it is made once for each. */
function planned(opened: ForeignCall, side: ForeignSide, answer: DocumentedAnswer, choice: AnswerChoice): Plan {
  const asked = `${choice.dynamic ? 'dynamic' : 'shown'} ${choice.example === undefined ? '' : `= ${choice.example}`}\n${opened.call.headers['accept'] ?? ''}`
  const own = plans.get(answer) ?? new Map<string, Plan>()
  const known = own.get(asked)
  if (known) return known
  const media = isBodiless(answer.status) ? undefined : mediaFor(opened, answer)
  const example = choice.dynamic ? undefined : exampleFor(side, answer, media, choice.example)
  const made = needsMade(side, answer, media, example)
  const name = `${answer.status} ${answer.key} ${media?.type ?? ''} ${example ? `= ${example.name ?? ''}` : ''}`
  const plan = { media, example, made, name }
  if (own.size >= MOST_KEPT) own.clear()
  own.set(asked, plan)
  plans.set(answer, own)
  return plan
}

/** What a generated answer depends on besides: what is asked about, and the seed and time of the world. */
function keyOf({ world, values, query }: ForeignCall, name: string): string {
  return `${name} ${world.seed} ${world.clock.mode === 'frozen' ? world.clock.now() : ''} ${JSON.stringify(values)} ${query}`
}

function keptOf(operation: Operation): Map<string, Prepared> {
  const known = kept.get(operation)
  if (known) return known
  const made = new Map<string, Prepared>()
  kept.set(operation, made)
  return made
}
