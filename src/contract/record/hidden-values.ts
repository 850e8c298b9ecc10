import type { Read } from './exchange.ts'
import type { Known } from './known-values.ts'

/** Secrets of the world that every state may use without setting them up, by the member that holds them. */
const OF_THE_WORLD: Readonly<Record<string, string>> = { client_secret: 'clientSecret', password: 'password' }

/** A secret as the journal shows it: its first characters and its length. */
const HIDDEN = /^.{4}…\(\d+\)$/s
const HIDDEN_IN_TEXT = /[^\s"&=]{0,4}…(?:\(\d+\))?/g

/**
 * Finds secrets of the world in requests. The journal masks them, so they are recognised by the member that holds them. A secret that
 * was the reason of a refusal is left alone: a wrong password must stay wrong.
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

/** No recorded answer contains it. */
const OF_BEFORE = -1

/** Whether a request was refused because of its credentials. */
export function isRefusedAsUnknown({ reply, error = '', caller }: Pick<Read, 'reply' | 'error' | 'caller'>): boolean {
  const isNobody = caller === undefined || caller.via === 'none'
  return isNobody && (reply.status === 401 || error.startsWith('invalid_client'))
}

/** A text that contains no masked value. */
export const withoutHidden = (text: string): string => text.replace(HIDDEN_IN_TEXT, 'a-secret')

/** The texts of a body, each with the name of its member. */
function membersOf(asked: unknown, type = ''): readonly (readonly [string, string])[] {
  if (typeof asked === 'string') return isForm(type) ? [...new URLSearchParams(asked)] : []
  if (!asked || typeof asked !== 'object') return []
  return Object.entries(asked).flatMap(([name, one]) => (typeof one === 'string' ? [[name, one] as const] : membersOf(one)))
}

export const isForm = (type: string): boolean => /^application\/x-www-form-urlencoded\b/i.test(type)
