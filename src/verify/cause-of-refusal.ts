import { operationOf } from './call.ts'
import type { Case, Member, Profile } from './case.ts'
import { findCause, hintOf } from './find-cause.ts'
import type { Names } from './names.ts'
import { PROFILES } from './profiles/profiles.ts'
import { namesOf, openSession, type SessionOptions } from './verification-session.ts'

/**
 * Finds out why a seller refuses correctly signed calls of an operation, as an examination does: with the first case that makes such a call
 * and depends on no other one, or else with such a case of the same key. Undefined when no known mistake explains it.
 * @param ref `production.newInstance`
 * @returns a hint for a finding
 */
export async function causeOfRefusal(options: Omit<SessionOptions, 'profile'>, ref: string): Promise<string | undefined> {
  await using session = await openSession({ ...options, profile: PROFILES[0] as Profile })
  const { use, operation } = operationOf(session.shared, { operation: ref })
  const names = namesOf(session, session.freshRun(), [])
  const cases = PROFILES.flatMap((profile) => profile.cases.filter(isPlain)).flatMap((one) => {
    const of = operationOf(session.shared, one)
    const set = filled(one, names)
    return set !== undefined && of.use === use && of.operation.service === operation.service ? [{ one, set, ref: of.operation.ref }] : []
  })
  const found = cases.find((each) => each.ref === ref) ?? cases[0]
  if (found === undefined || options.keys[use] === undefined) return undefined
  const cause = await findCause({ ...session.shared, names, passed: new Set() }, found.one, found.set)
  return cause === undefined ? undefined : hintOf(cause)
}

/** A correct call that needs nothing before it. */
const isPlain = ({ codes, tamper, travels, body, after, atOnce }: Case) =>
  codes.includes('000000') && [tamper, travels, body, after, atOnce].every((one) => one === undefined)

function filled({ set }: Case, names: Names): Readonly<Record<string, Member | undefined>> | undefined {
  const members: Record<string, Member | undefined> = {}
  for (const [name, value] of Object.entries(set)) {
    const known = names.fill(value)
    if ('unknown' in known) return undefined
    members[name] = known.member ?? undefined
  }
  return members
}
