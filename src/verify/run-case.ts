import { resultMessageOf } from '../marketplace/judge/judge-body.ts'
import { type Check, stateOf } from '../report/report.ts'
import type { Finding } from '../spec/finding.ts'
import { createBarriers } from './barrier.ts'
import { type Called, type CallHow, call, operationOf } from './call.ts'
import type { Case, Member } from './case.ts'
import type { CaseContext } from './case-context.ts'
import { findCause, isRefused, withCause } from './find-cause.ts'
import { type Names, ONLY_GIVEN } from './names.ts'
import { unusualFindings } from './unusual-findings.ts'

/** What came of one case. */
export interface CaseResult extends Check {
  readonly resultCodes: readonly string[]
  /** The slowest answer, machine milliseconds. */
  readonly ms: number
  /** Answered with a right code, whatever is wrong with the form of the answer: what comes after can be played. */
  readonly served?: boolean
}

/** How often, and how far apart, an instance that is opened in the background is asked for. */
const POLLS = 20
const BETWEEN = 500

export function skipCase(one: Case, reason: string): CaseResult {
  return { ...about(one), state: 'skipped', findings: [], reason, resultCodes: [], ms: 0 }
}

/** Plays one case against the seller. Never throws for what a seller does. */
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

  // Calls at once are all but finished before the first one is.
  const barriers = one.atOnce === undefined ? [undefined] : createBarriers(one.atOnce, context.wait)
  const make = () =>
    Promise.all(barriers.map((barrier) => call(context, one, context.next(), set, barrier ? { ...how, gate: barrier } : how)))
  let calls = await make()
  for (let i = 0; i < POLLS && one.polls && isOpening(calls); i++) {
    await context.wait(BETWEEN)
    calls = await make()
  }
  const findings = distinct(
    calls.flatMap((called) => [...(unusualFindings(one, called) ?? findingsOf(one, called)), ...remember(context.names, one, called)]),
  )
  if (one.waived !== undefined && stateOf(findings) === 'failed') return skip(one.waived)
  const cause = isRefused(one, findings) ? await findCause(context, one, set) : undefined
  return {
    ...about(one),
    state: stateOf(findings),
    findings: withCause(findings, cause),
    served: findings.every(isForm) && calls.every(({ resultCode }) => resultCode !== undefined && one.codes.includes(resultCode)),
    resultCodes: calls.map(({ resultCode }) => resultCode ?? ''),
    ms: Math.max(...calls.map(({ ms }) => ms)),
  }
}

/** Complaints about the form of an answer: its meaning is plain. */
const isForm = ({ level, code }: Finding) =>
  level !== 'error' || /^answer\.(field|credentials|body-sign|memo|frontEndUrl|resultMsg)\./.test(code)

/** Body and instances with their names filled in; undefined when one stands for nothing. */
function howOf(names: Names, { body, shows }: Case): CallHow | undefined {
  const filled = names.fill({ ...(body === undefined ? {} : { body }), ...(shows === undefined ? {} : { shows }) })
  return 'unknown' in filled ? undefined : (filled.member as CallHow)
}

/** Whether the instance that is asked for was answered to the first order too. */
function isShared({ instances }: Names, { set }: Case): boolean {
  return set['instanceId'] === '$second' && instances.get('second') === instances.get('first')
}

const about = ({ name, title }: Case) => ({ name, title })

const isOpening = (calls: readonly Called[]) => calls.some(({ findings }) => findings.some(({ code }) => code === 'answer.info.missing'))

/** The marketplace's verdict, told for this case: a refusal may be what is right, and a success what is wrong. */
function findingsOf(one: Case, { findings: reported, resultCode, body }: Called): readonly Finding[] {
  const { codes, otherwise, orNone, insists = [] } = one
  const findings = reported.map((one): Finding => (insists.includes(one.code) ? { ...one, level: 'error' } : one))
  // An answer whose code cannot be read has its complaint already.
  if (resultCode === undefined) return findings
  const others = findings.filter(({ code }) => !code.startsWith('answer.resultCode.'))
  const hidden = codes.includes('000000') && findings.some(({ code }) => code === 'answer.info.missing')
  if (one.gone !== undefined && (hidden || isLost(one, resultCode))) return [goneOf(one, resultCode)]
  if (codes.includes(resultCode)) return others
  const none = !Array.isArray(body?.['info']) || body['info'].length === 0
  if (orNone && resultCode === '000000' && none) return others.filter(({ code }) => code !== 'answer.info.missing')
  if (isLost(one, resultCode)) return [...others, { ...lost(codes), ...resultMessageOf(body) }]
  // A refusal with the wrong code is another mistake than none.
  const toRefuse = !codes.includes('000000')
  if (!otherwise) return findings
  const { code, source, evidence, hint, level = 'error' } = otherwise
  if (findings.some((reportedOne) => reportedOne.code === 'answer.resultCode.unknown'))
    // What the code would mean elsewhere is no matter where the call has to be refused.
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
    hint,
  }
  // What else such a success says, or leaves out, is no matter.
  return toRefuse && !refused ? [wrong] : [...others, wrong]
}

/** Whether an instance that the seller opened itself is unknown to it. Released once, it may have been forgotten: the case's rule says more. */
function isLost({ operation, set, codes, otherwise }: Case, resultCode: string): boolean {
  const own = typeof set['instanceId'] === 'string' && /^\$(first|second|third)$/.test(set['instanceId'])
  return own && resultCode === '000003' && codes.includes('000000') && !(operation.endsWith('releaseInstance') && otherwise)
}

/** What was done to another instance, order or tenant took this one away. */
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
    hint: 'Keep an instance by the id that newInstance was answered until it is released: while it is frozen its data stay, and it can be renewed.',
  }
}

/** Keeps what was answered (instance, licence); tells when it is another than before, or that of another order. */
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
        'Look the order line (orderId and orderLineId) up before you create: a repeated call answers what was created the first time.'
      return [{ ...about, code: `answer.${member}.changed`, expected: before, source: 'S-42', evidence: 'seed', hint }]
    }
    const shared = [...instances.values()].includes(id)
    instances.set(name, id)
    if (!shared) return []
    const expected = 'another one than that of the order before'
    const hint = 'Every order line gets an instance of its own, with an id that no other has.'
    return [{ ...about, code: `answer.${member}.shared`, expected, source: 'CN/zh-cn_topic_0070649427', evidence: 'doc', hint }]
  })
}

/** Two calls at once may earn the same complaint. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.code} ${finding.pointer}`, finding])).values()]
}
