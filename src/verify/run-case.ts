import { resultMessageOf } from '../marketplace/judge/judge-body.ts'
import { type Check, type ReportFinding, stateOf } from '../report/report.ts'
import type { Finding } from '../spec/finding.ts'
import { createBarriers } from './barrier.ts'
import { type Called, type CallHow, call, operationOf } from './call.ts'
import type { Case, Member } from './case.ts'
import type { CaseContext } from './case-context.ts'
import { findCause, isRefused, withCause } from './find-cause.ts'
import { type Names, ONLY_GIVEN } from './names.ts'
import { unusualFindings } from './unusual-findings.ts'

/** The result of one case. */
export interface CaseResult extends Check {
  readonly resultCodes: readonly string[]
  /** The slowest answer, machine milliseconds. */
  readonly ms: number
  /** Answered with an accepted code, even if the form of the answer is wrong: dependent cases can run. */
  readonly served?: boolean
}

/** How often, and at which interval, an instance that is opened in the background is queried. */
const POLLS = 20
const BETWEEN = 500

export function skipCase(one: Case, reason: string): CaseResult {
  return { ...about(one), state: 'skipped', findings: [], reason, resultCodes: [], ms: 0 }
}

/** Runs one case against the seller. Never throws because of the seller's behaviour. */
export async function runCase(context: CaseContext, one: Case): Promise<CaseResult> {
  const skip = (reason: string) => skipCase(one, reason)
  const missing = [one.after ?? []].flat().find((name) => !context.passed.has(name))
  if (missing !== undefined) return skip(context.skipped?.get(missing) ?? `${missing} did not pass`)
  const { use, key } = operationOf(context, one)
  if (key === undefined) return skip(`no key of the ${use} interfaces was given`)
  const set: Record<string, Member | undefined> = {}
  for (const [name, value] of Object.entries(one.set)) {
    const filled = context.names.fill(value)
    if ('unknown' in filled) return skip(ONLY_GIVEN[filled.unknown] ?? 'no call of newInstance answered an instance to speak of')
    set[name] = filled.member ?? undefined
  }

  if (one.gone !== undefined && isShared(context.names, one)) return skip('another order got the same instance')
  const how = howOf(context.names, one)
  if (how === undefined) return skip('no call of newInstance answered an instance to speak of')

  // Simultaneous calls are prepared before the first one is sent.
  const barriers = one.atOnce === undefined ? [undefined] : createBarriers(one.atOnce, context.wait)
  const make = () =>
    Promise.all(barriers.map((barrier) => call(context, one, context.next(), set, barrier ? { ...how, gate: barrier } : how)))
  let calls = await make()
  for (let i = 0; i < POLLS && one.polls && isOpening(calls); i++) {
    await context.wait(BETWEEN)
    calls = await make()
  }
  const findings = distinct(
    calls.flatMap((called): readonly ReportFinding[] =>
      [...(unusualFindings(one, called) ?? findingsOf(one, called)), ...remember(context.names, one, called)].map((finding) => ({
        ...finding,
        exchange: called.exchange(),
      })),
    ),
  )
  if (one.waived !== undefined && stateOf(findings) === 'failed') return skip(one.waived)
  const cause = !context.understood?.has(use) && isRefused(one, findings) ? await findCause(context, one, set) : undefined
  return {
    ...about(one),
    state: stateOf(findings),
    findings: withCause(findings, cause),
    served: findings.every(isForm) && calls.every(({ resultCode }) => resultCode !== undefined && one.codes.includes(resultCode)),
    resultCodes: calls.map(({ resultCode }) => resultCode ?? ''),
    ms: Math.max(...calls.map(({ ms }) => ms)),
  }
}

/** Findings about the form of an answer whose meaning is clear. */
const isForm = ({ level, code }: Finding) =>
  level !== 'error' || /^answer\.(field|credentials|body-sign|memo|frontEndUrl|resultMsg)\./.test(code)

/** Body and instances with names filled in; undefined when a name has no value. */
function howOf(names: Names, { body, shows }: Case): CallHow | undefined {
  const filled = names.fill({ ...(body === undefined ? {} : { body }), ...(shows === undefined ? {} : { shows }) })
  return 'unknown' in filled ? undefined : (filled.member as CallHow)
}

/** Whether the first order got the same instance too. */
function isShared({ instances }: Names, { set }: Case): boolean {
  return set['instanceId'] === '$second' && instances.get('second') === instances.get('first')
}

const about = ({ name, title }: Case) => ({ name, title })

const isOpening = (calls: readonly Called[]) => calls.some(({ findings }) => findings.some(({ code }) => code === 'answer.info.missing'))

/** The marketplace's verdict, adapted to this case: a refusal may be right, and a success wrong. */
function findingsOf(one: Case, { findings: reported, resultCode, body }: Called): readonly Finding[] {
  const { codes, otherwise, usually, orNone, insists = [] } = one
  const findings = reported.map((one): Finding => (insists.includes(one.code) ? { ...one, level: 'error' } : one))
  // An answer with an unreadable code already has a finding.
  if (resultCode === undefined) return findings
  const others = findings.filter(({ code }) => !code.startsWith('answer.resultCode.'))
  const hidden = codes.includes('000000') && findings.some(({ code }) => code === 'answer.info.missing')
  if (one.gone !== undefined && (hidden || isLost(one, resultCode))) return [goneOf(one, resultCode)]
  if (codes.includes(resultCode)) return others
  const none = !Array.isArray(body?.['info']) || body['info'].length === 0
  if (orNone && resultCode === '000000' && none) return others.filter(({ code }) => code !== 'answer.info.missing')
  if (isLost(one, resultCode)) return [...others, { ...lost(codes), ...resultMessageOf(body) }]
  // A refusal with a wrong code is another mistake than no refusal.
  const toRefuse = !codes.includes('000000')
  if (!otherwise)
    return usually === undefined
      ? findings
      : findings.map((one) => (one.code === 'answer.resultCode.failure' ? { ...one, hint: usually } : one))
  const { code, source, evidence, hint, level = 'error' } = otherwise
  if (findings.some((reportedOne) => reportedOne.code === 'answer.resultCode.unknown'))
    // If the call must be refused, the usual meaning of the code does not matter.
    return toRefuse
      ? findings.map((reportedOne) =>
          reportedOne.code === 'answer.resultCode.unknown' ? { ...reportedOne, expected: codes.join(' or '), hint } : reportedOne,
        )
      : findings
  const refused = resultCode !== '000000' && resultCode !== '000004' && toRefuse
  const wrong: Finding = {
    code: refused ? 'seller.refusal.other-code' : code,
    level,
    pointer: '/body/resultCode',
    expected: codes.join(' or '),
    got: resultCode,
    ...resultMessageOf(body),
    source,
    evidence,
    hint: refused ? `The call is refused, as it must be, but with ${resultCode}: answer ${codes.join(' or ')}.` : hint,
  }
  // Other contents of such a success are not checked.
  return toRefuse && !refused ? [wrong] : [...others, wrong]
}

/** Whether the seller no longer knows an instance that it opened. After a release this is allowed, and the case's own rule applies. */
function isLost({ operation, set, codes, otherwise }: Case, resultCode: string): boolean {
  const own = typeof set['instanceId'] === 'string' && /^\$(first|second|third)$/.test(set['instanceId'])
  return own && resultCode === '000003' && codes.includes('000000') && !(operation.endsWith('releaseInstance') && otherwise)
}

/** A call about another instance, order or tenant removed this one. */
function goneOf({ gone, codes }: Case, resultCode: string): Finding {
  const { level = 'error', ...rule } = gone!
  return {
    ...rule,
    level,
    pointer: '/body',
    expected: `${codes.join(' or ')}, as before`,
    got: resultCode === '000000' ? 'an answer without it' : resultCode,
  }
}

function lost(codes: readonly string[]): Finding {
  return {
    code: 'seller.instance.lost',
    level: 'error',
    pointer: '/body/resultCode',
    expected: codes.join(' or '),
    got: '000003',
    source: 'CN/zh-cn_topic_0070649414',
    evidence: 'doc',
    hint: 'Keep an instance under the id that newInstance returned until it is released: while it is frozen, its data are kept and it can be renewed.',
  }
}

/** Stores the answered instance or licence; reports when it differs from before, or is that of another order. */
function remember({ instances }: Names, { remembers, answersWith = ['instanceId'] }: Case, { body }: Called): readonly Finding[] {
  if (remembers === undefined) return []
  return answersWith.flatMap((member): readonly Finding[] => {
    const id = body?.[member]
    if (typeof id !== 'string' || id === '') return []
    const name = member === 'instanceId' ? remembers : `${member} of ${remembers}`
    const before = instances.get(name)
    const about = { level: 'error', pointer: `/body/${member}`, got: id } as const
    if (before !== undefined) {
      if (before === id) return []
      const hint =
        'Look up the order line (orderId and orderLineId) before you create anything: a repeated call gets what was created the first time.'
      return [{ ...about, code: `answer.${member}.changed`, expected: before, source: 'S-42', evidence: 'seed', hint }]
    }
    const shared = [...instances.values()].includes(id)
    instances.set(name, id)
    if (!shared) return []
    const expected = 'another id than that of the previous order'
    const hint = 'Every order line gets its own instance, with a unique id.'
    return [{ ...about, code: `answer.${member}.shared`, expected, source: 'CN/zh-cn_topic_0070649427', evidence: 'doc', hint }]
  })
}

/** Two simultaneous calls may give the same finding. */
function distinct(findings: readonly ReportFinding[]): readonly ReportFinding[] {
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.pointer}`, finding])).values()]
}
