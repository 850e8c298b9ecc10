import { parseUtc } from '../../world/engine/calendar.ts'
import type { BehaviourContext } from '../behaviour.ts'
import type { Span } from './select-orders.ts'

/**
 * A time span from two texts of a request. The vendor's times are whole seconds, so the end includes its whole second. Refuses dates that
 * do not exist, which the schema cannot detect.
 */
export function spanOf(context: Pick<BehaviourContext, 'refuse'>, from: Given, to: Given): Span {
  return { from: momentOf(context, from), to: momentOf(context, to, 999) }
}

/** A text with its pointer in the request. */
export type Given = readonly [pointer: string, text: string | undefined]

function momentOf(context: Pick<BehaviourContext, 'refuse'>, [pointer, text]: Given, more = 0): number | undefined {
  if (text === undefined) return undefined
  const at = parseUtc(text)
  return at === undefined ? context.refuse('malformed', pointer, 'a day that exists, as 2019-05-06T08:05:01Z', text) : at + more
}
