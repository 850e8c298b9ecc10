import { bodyBytes } from '../../spec/answers/body-bytes.ts'
import { isBodiless, mediaTypesOf } from '../../spec/answers/documented.ts'
import { bareType, chooseMedia } from '../../spec/negotiate.ts'
import type { Input } from '../../spec/operation.ts'
import type { Stateful, StatefulResult } from '../../stateful/stateful-api.ts'
import type { Outcome } from '../exchange.ts'
import { documentedAnswer } from './documented-answer.ts'
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
  // A caller who accepts none of the media types is refused before anything is changed.
  const shown = await usual()
  const result = await stateful.act({
    operation,
    world,
    values,
    path: call.path,
    input,
    mediaType: call.body.length === 0 ? '' : bareType(call.headers['content-type'] ?? ''),
    usual: () => shown.reply.body,
    generate: (schema, salt) => make(schema, `item ${salt}`),
  })
  if (!result) return shown
  if ('refused' in result)
    return refusalAnswer(opened, { status: result.refused, title: TITLES[result.refused], detail: result.detail }, 'behaviour')
  const answer = operation.foreign?.answerAt(result.status)
  const described = answer && (await documentedAnswer(opened, answer, { origin: 'example' }))
  return outcomeOf(opened, result, described?.reply.headers)
}

const TITLES = { 404: 'There is no such thing', 409: 'The change does not fit', 422: 'The result does not match the document' } as const

/** @param described the headers that the document describes for the status */
function outcomeOf(
  { operation, call }: ForeignCall,
  { status, body, headers }: Exclude<StatefulResult, { refused: number }>,
  described: Outcome['reply']['headers'] = {},
): Outcome {
  const { 'Content-Type': _, ...declared } = described
  if (body === undefined || isBodiless(status)) return { origin: 'behaviour', reply: { status, headers: { ...declared, ...headers } } }
  const response = operation.foreign?.answerAt(status)?.response
  const types = response ? mediaTypesOf(response) : []
  const media = chooseMedia(types, call.headers['accept']) ?? chooseMedia(types, undefined) ?? JSON_MEDIA
  const schema = response?.content?.[media.declared]?.schema
  const bytes = bodyBytes({ type: media.type, value: body, schema, schemas: operation.foreign?.schemas ?? {}, example: false })
  return { origin: 'behaviour', reply: { status, headers: { ...declared, 'Content-Type': media.type, ...headers }, body }, bytes }
}

const JSON_MEDIA = { declared: 'application/json', type: 'application/json' }
