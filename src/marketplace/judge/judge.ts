import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import { parseDuration } from '../../world/engine/calendar.ts'
import { debuggingWords } from '../debugging-words.ts'
import type { CallOutcome } from '../marketplace-api.ts'
import { judgeBody } from './judge-body.ts'
import type { Complain, Complaint, Trial } from './trial.ts'

/** Result of one attempt: the code that the seller answered, if it can be read, and all findings. */
export interface Verdict {
  readonly findings: readonly Finding[]
  /** The answer is right: no finding of level `error`, and success or, where it is right, a refusal. */
  readonly passed: boolean
  /** It is right and says that the call was carried out: the code means success or, where allowed, in process. */
  readonly succeeded: boolean
  readonly resultCode?: string
  /** The answer's JSON, if there is one. */
  readonly body?: Readonly<Record<string, unknown>>
}

/**
 * Checks a seller's answer as the marketplace does (koogallery.md 1, 12, 13): an answer with status 200, as JSON, with the
 * fields, types and lengths of its table, a result code of this activity, a signature where the scheme has one, the same
 * instance for the same order. Unknown members are allowed (11.3). Each finding says what was expected, what came, its
 * source, the text of the vendor's debugging page if there is one, and the usual cause.
 */
export function judge(trial: Trial): Verdict {
  const findings: Finding[] = []
  const complain = complainer(trial, findings)
  const { outcome } = trial
  if (outcome.failure !== undefined && outcome.failure !== 'redirect') {
    complain(FAILURES[outcome.failure](outcome, trial))
    return { findings, passed: false, succeeded: false }
  }
  const { status, headers, bytes } = outcome.answer!
  if (trial.expected?.clientError && status >= 400 && status < 500) return { findings, passed: true, succeeded: false }
  if (status !== 200) {
    complain({
      ...textOf(bytes),
      code: 'answer.status.wrong',
      pointer: '/status',
      expected: '200, whatever the result',
      got: outcome.failure === 'redirect' ? `${status} to ${headers['location'] ?? 'nowhere'}` : String(status),
      words: ['http-status', { httpCode: String(status) }],
      hint: outcome.failure === 'redirect' ? 'Redirects are not followed; give the final address.' : hintOf(status, trial),
      source: 'CN/access_topic_0000008',
    })
    return { findings, passed: false, succeeded: false }
  }
  judgeType(trial, headers['content-type'], complain)
  judgeTime(trial, complain)
  const body = judgeBody(trial, bytes, complain)
  const resultCode = typeof body?.['resultCode'] === 'string' ? body['resultCode'] : undefined
  const accepted = resultCode === '000000' || (resultCode === '000004' && mayBeAsynchronous(trial.operation))
  if (accepted) judgeAcceptance(trial, resultCode, complain)
  const refused = resultCode !== undefined && trial.expected?.refusals.includes(resultCode) === true
  const passed = (accepted || refused) && !findings.some(({ level }) => level === 'error')
  return {
    findings,
    passed,
    succeeded: passed && accepted,
    ...(resultCode === undefined ? {} : { resultCode }),
    ...(body === undefined ? {} : { body }),
  }
}

/** A call that was to be refused was carried out. */
function judgeAcceptance({ expected }: Trial, got: string, complain: Complain): void {
  if (!expected?.success) return
  complain({ pointer: '/body/resultCode', expected: `a refusal: ${expected.refusals.join(' or ')}`, got, ...expected.success })
}

/** The text of an answer with another status: its `resultMsg`, or its beginning. */
function textOf(bytes: Uint8Array): Pick<Finding, 'answerText'> {
  const text = new TextDecoder().decode(bytes.subarray(0, 4096)).trim()
  const message = /"resultMsg"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? (text.startsWith('<') ? '' : text)
  return message === '' ? {} : { answerText: message.slice(0, 200) }
}

/** The same text for every call of a kind, so that a list of findings shows it once. */
function hintOf(status: number, { operation, request }: Trial): string {
  const path = operation.doc['x-path']?.replace(/[^/]+$/, '…')
  if (status === 404 && path !== undefined)
    return `Nothing is served there: the marketplace appends ${path} to the production address itself.`
  if (status === 404) return 'Nothing is served there. Check the address, its path included.'
  if (status === 405 || status === 501) return `${request.method} is not served there: V1.0 is called by GET, all else by POST.`
  if (status > 200 && status < 300) return 'Answer 200 whatever was done, also for what was created or accepted.'
  if (status >= 500) return 'The seller failed. Look for the error in its log, and answer failures of your own with 000005 and status 200.'
  return 'Send refusals in resultCode, with status 200.'
}

/** 000004 (in process) is allowed only for work that may be done in the background. */
function mayBeAsynchronous(operation: Operation): boolean {
  return (operation.doc['x-result-codes'] ?? []).some((code) => (typeof code === 'string' ? code : code.code) === '000004')
}

function complainer({ specs, operation }: Trial, findings: Finding[]): Complain {
  return ({ words, level = 'error', ...rest }) => {
    const says = words && debuggingWords(specs, words[0], words[1])
    const source = rest.source ?? says?.source ?? operation.source
    const evidence = rest.evidence ?? (rest.source === undefined && says === undefined ? operation.evidence : 'doc')
    findings.push({
      level,
      evidence,
      ...rest,
      ...(source === undefined ? {} : { source }),
      ...(says === undefined ? {} : { vendorText: says.text }),
    })
  }
}

const UNREACHABLE = { pointer: '', expected: 'an answer', words: ['unreachable', {}] as const }

const FAILURES: Readonly<
  Record<Exclude<NonNullable<CallOutcome['failure']>, 'redirect'>, (outcome: CallOutcome, trial: Trial) => Complaint>
> = {
  timeout: (_outcome, trial) => ({
    code: 'answer.timeout',
    pointer: '',
    expected: `an answer within ${timeoutOf(trial) / 1000} s`,
    got: 'none so far',
    words: ['timeout', {}],
    hint: 'Answer at once with 000004 and let the marketplace poll, instead of opening the instance inside the call.',
  }),
  unreachable: ({ reason }) => ({
    ...UNREACHABLE,
    code: 'answer.unreachable',
    got: reason ?? 'nothing',
    hint: 'Check that the server runs at this address and port.',
  }),
  reset: ({ reason }) => ({
    ...UNREACHABLE,
    code: 'answer.reset',
    got: `the connection was closed (${reason})`,
    hint: 'The server accepted the call and closed the connection. Look for a crash in its log.',
  }),
  broken: ({ reason }) => ({
    ...UNREACHABLE,
    code: 'answer.broken',
    got: reason ?? 'something that is not HTTP',
    hint: 'The answer is not HTTP.',
  }),
  'too-large': () => ({
    code: 'answer.too-large',
    pointer: '/body',
    expected: 'at most 1 MB',
    got: 'more',
    evidence: 'inferred',
    hint: 'A documented answer has some kilobytes at most.',
  }),
  'not-allowed': ({ reason }) => ({
    code: 'answer.not-allowed',
    pointer: '/url',
    expected: 'an address on this machine, or one that was allowed',
    got: reason ?? '',
    evidence: 'inferred',
    hint: `Start the sandbox with --allow-host ${reason}.`,
  }),
  aborted: () => ({
    code: 'answer.aborted',
    level: 'info',
    pointer: '',
    expected: 'no answer: a rule closed the connection before it was read',
    got: 'nothing',
    evidence: 'inferred',
    hint: 'The call may have been carried out. The next attempt must find what it made.',
  }),
  'not-sent': () => ({
    code: 'answer.not-sent',
    level: 'info',
    pointer: '',
    expected: 'no answer: a rule kept the call from being sent',
    got: 'nothing',
    evidence: 'inferred',
  }),
  'not-dialled': () => ({
    code: 'answer.not-dialled',
    pointer: '',
    expected: 'an answer',
    got: 'five time-outs in a row at this address',
    evidence: 'inferred',
    hint: 'It is called again when time advances.',
  }),
}

function judgeType({ world }: Trial, type: string | undefined, complain: Complain): void {
  const [media = '', ...parameters] = (type ?? '').split(';').map((part) => part.trim())
  const strict = world.setting('production.answerContentTypeCharset') === 'refuse' && parameters.length > 0
  if (media.toLowerCase() === 'application/json' && !strict) return
  complain({
    code: 'answer.content-type.wrong',
    pointer: '/header/Content-Type',
    expected: 'application/json',
    got: type ?? 'none',
    words: ['content-type', { contentType: type ?? '' }],
    hint: 'Frameworks send text/plain or text/html for a plain string. Set the content type.',
  })
}

function judgeTime({ world, outcome, operation }: Trial, complain: Complain): void {
  const limit = parseDuration(world.setting('production.answerTimeoutWarning')).ms
  if (outcome.ms < limit) return
  complain({
    code: 'answer.slow',
    level: 'warning',
    pointer: '',
    expected: `an answer within ${limit / 1000} s`,
    got: `${(outcome.ms / 1000).toFixed(1)} s`,
    source: 'EU/en-us_topic_000006',
    evidence: 'doc',
    hint: `${operation.id} still counts; one page of the vendor sets the limit here.`,
  })
}

/** Machine milliseconds that a call of this edition waits for its answer. */
export function timeoutOf({ world, operation }: Pick<Trial, 'world' | 'operation'>): number {
  const service = operation.service === 'production-v1' ? 'production-v1' : 'production'
  return Math.max(1, parseDuration(world.setting(`${service}.answerTimeout`)).ms)
}
