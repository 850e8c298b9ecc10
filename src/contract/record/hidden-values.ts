import type { Read } from './exchange.ts'
import type { Known } from './known-values.ts'

/** What every state may use without bringing it about, by the member that holds it. */
const OF_THE_WORLD: Readonly<Record<string, string>> = { client_secret: 'clientSecret', password: 'password' }

/** A secret as the journal shows it: its beginning and its length. */
const HIDDEN = /^.{4}…\(\d+\)$/s
const HIDDEN_IN_TEXT = /[^\s"&=]{0,4}…(?:\(\d+\))?/g

/**
 * Secrets of the world that requests carry. The journal hides them, so they are told by where they stand, and by not being the reason of a
 * refusal: a wrong password is to stay wrong.
 */
export function secretsOf(exchanges: readonly Read[]): readonly Known[] {
  const found = new Map<string, Known>()
  for (const one of exchanges) {
    if (isRefusedAsUnknown(one)) continue
    for (const [member, value] of membersOf(one.asked, one.request.headers['content-type'])) {
      const name = OF_THE_WORLD[member]
      if (name !== undefined && HIDDEN.test(value)) found.set(value, { name, value, from: OF_BEFORE, pointer: '' })
    }
  }
  return [...found.values()]
}

/** Nothing that was recorded brought it. */
const OF_BEFORE = -1

/** Whether the credentials of a request were the reason of its refusal. */
export function isRefusedAsUnknown({ reply, error = '', caller }: Pick<Read, 'reply' | 'error' | 'caller'>): boolean {
  const isNobody = caller === undefined || caller.via === 'none'
  return isNobody && (reply.status === 401 || error.startsWith('invalid_client'))
}

/** A text in which nothing hidden is left. */
export const withoutHidden = (text: string): string => text.replace(HIDDEN_IN_TEXT, 'a-secret')

/** Texts of a body by the member that holds each. */
function membersOf(asked: unknown, type = ''): readonly (readonly [string, string])[] {
  if (typeof asked === 'string') return isForm(type) ? [...new URLSearchParams(asked)] : []
  if (!asked || typeof asked !== 'object') return []
  return Object.entries(asked).flatMap(([name, one]) => (typeof one === 'string' ? [[name, one] as const] : membersOf(one)))
}

export const isForm = (type: string): boolean => /^application\/x-www-form-urlencoded\b/i.test(type)
