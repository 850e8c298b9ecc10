import type { Check } from '../../spec/schema/checks.ts'
import { sentenceOf, type Violation } from './problems.ts'
import type { ForeignRefusal } from './refused.ts'

/** Members that commonly say what was wrong, compared without case and punctuation. */
const TEXTS =
  /^(message|msg|detail|details|description|errormessage|errormsg|errordescription|reason|usermessage|developermessage|text|summary|cause|hint)$/
const TITLES = /^(title|error|name|statustext|errortitle|reasonphrase)$/
const STATUSES = /^(status|statuscode|httpstatus|httpstatuscode|httpcode)$/
const CODES = /^(code|errorcode|type|kind|rule|slug)$/
const LISTS = /^(errors|violations|details|issues|fields|invalidparams|fielderrors|validationerrors|messages|problems|causes)$/
const PLACES = /^(pointer|path|field|param|parameter|property|location|loc|name|source|target|attribute|in|key)$/

const DEEPEST = 4
const MOST_ENTRIES = 20

type Members = Record<string, unknown>

/**
 * Writes what was wrong with a call into a generated error body: into members whose names commonly say it, where their schema allows it. The
 * result always fits the schema that the value fitted before.
 */
export function fillError(value: unknown, check: Check, refusal: ForeignRefusal, violations: readonly Violation[]): unknown {
  const whole: unknown = structuredClone(value)
  const fits = (): boolean => check(whole).length === 0

  /** Puts the first of the candidates that fits in the place of a member. */
  const put = (members: Members | unknown[], key: string | number, candidates: readonly unknown[]): boolean => {
    const place = members as Members
    const before = place[key]
    for (const candidate of candidates) {
      if (candidate === undefined) continue
      place[key] = candidate
      if (fits()) return true
    }
    place[key] = before
    return false
  }

  const fillMembers = (
    members: Members,
    about: { readonly text: string; readonly title: string; readonly violation?: Violation },
    depth: number,
  ): void => {
    const { text, title, violation } = about
    for (const key of Object.keys(members)) {
      const name = key.toLowerCase().replace(/[^a-z]/g, '')
      const now = members[key]
      if (Array.isArray(now)) {
        if (LISTS.test(name)) fillList(members, key, now, depth)
      } else if (typeof now === 'object' && now !== null) {
        if (depth < DEEPEST) fillMembers(now as Members, about, depth + 1)
      } else if (STATUSES.test(name)) put(members, key, [refusal.status, String(refusal.status)])
      else if (violation && PLACES.test(name)) put(members, key, [violation.pointer, violation.pointer.split('/').at(-1)])
      else if (TEXTS.test(name)) put(members, key, [text, title])
      else if (TITLES.test(name)) put(members, key, [title])
      else if (CODES.test(name) && name !== 'type')
        put(members, key, typeof now === 'number' ? [refusal.status] : [violation?.rule, String(refusal.status)])
    }
  }

  /** A list gets an entry for each violation, made from the entry that was generated. */
  const fillList = (members: Members, key: string, list: readonly unknown[], depth: number): void => {
    if (violations.length === 0 || depth >= DEEPEST) return
    const texts = violations.slice(0, MOST_ENTRIES).map(sentenceOf)
    const [first] = list
    if (typeof first === 'string') put(members, key, [texts, texts.slice(0, 1)])
    if (typeof first !== 'object' || first === null) return
    const entries = violations.slice(0, MOST_ENTRIES).map(() => structuredClone(first))
    if (!put(members, key, [entries, [structuredClone(first)]])) return
    for (const [i, entry] of (members[key] as unknown[]).entries()) {
      const violation = violations[i] as Violation
      if (!Array.isArray(entry)) fillMembers(entry as Members, { text: sentenceOf(violation), title: refusal.title, violation }, depth + 1)
    }
  }

  if (typeof whole === 'string') return check(refusal.detail).length === 0 ? refusal.detail : whole
  if (typeof whole !== 'object' || whole === null || !fits()) return whole
  const about = { text: refusal.detail, title: refusal.title }
  for (const one of Array.isArray(whole) ? whole : [whole])
    if (typeof one === 'object' && one !== null) fillMembers(one as Members, about, 0)
  return whole
}
