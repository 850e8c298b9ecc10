import { isBodiless, mediaTypesOf } from '../../spec/answers/documented.ts'
import { bareType, chooseMedia } from '../../spec/negotiate.ts'
import type { Input } from '../../spec/operation.ts'
import type { Stateful, StatefulResult } from '../../stateful/stateful-api.ts'
import type { Outcome } from '../exchange.ts'
import type { ForeignCall } from './foreign-call.ts'
import { createMaker } from './make-value.ts'
import { refusalAnswer } from './refusal-answer.ts'

/**
 * The answer from what clients created before (`--stateful`); `undefined` where the operation has no memory.
 * @param usual the answer without memory
 */
export function rememberedAnswer(
  stateful: Stateful,
  opened: ForeignCall,
  input: Input,
  usual: () => Outcome | Promise<Outcome>,
): Promise<Outcome> | undefined {
  return stateful.roleOf(opened.operation) === undefined ? undefined : remember(stateful, opened, input, usual)
}

async function remember(stateful: Stateful, opened: ForeignCall, input: Input, usual: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  const { operation, world, values, call } = opened
  const make = await createMaker(opened)
  const result = await stateful.act({
    operation,
    world,
    values,
    path: call.path,
    input,
    mediaType: call.body.length === 0 ? '' : bareType(call.headers['content-type'] ?? ''),
    usual: () => bodyOf(usual()),
    generate: (schema, salt) => make(schema, `item ${salt}`),
  })
  if (!result) return usual()
  if ('refused' in result)
    return refusalAnswer(opened, { status: result.refused, title: TITLES[result.refused], detail: result.detail }, 'behaviour')
  return outcomeOf(opened, result)
}

const TITLES = { 404: 'There is no such thing', 409: 'The change does not fit', 422: 'The result does not match the document' } as const

/** The usual body; a promise of it where it must be generated. */
function bodyOf(outcome: Outcome | Promise<Outcome>): unknown {
  return outcome instanceof Promise ? outcome.then(({ reply }) => reply.body) : outcome.reply.body
}

function outcomeOf({ operation, call }: ForeignCall, { status, body, headers }: Exclude<StatefulResult, { refused: number }>): Outcome {
  const response = operation.foreign?.answerAt(status)?.response
  const types = response ? mediaTypesOf(response) : []
  const media = chooseMedia(types, call.headers['accept']) ?? chooseMedia(types, undefined)
  const type = body === undefined || isBodiless(status) ? {} : { 'Content-Type': media?.type ?? 'application/json' }
  return { origin: 'behaviour', reply: { status, headers: { ...type, ...headers }, ...(body === undefined ? {} : { body }) } }
}
