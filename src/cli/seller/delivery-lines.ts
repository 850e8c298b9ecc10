import type { ControlApi } from '../../index.ts'
import { barred, inOneLine, paint } from '../terminal/print.ts'

type Schemas = ControlApi['schemas']
type Shown = Schemas['DeliveryShown']

/** One delivery in columns: id, call, status, attempts, last verdict, subject. */
export function deliveryRow({
  id,
  operation,
  status,
  attempts,
  last,
  orderId,
  resourceId,
  licenceId,
  nextAt,
  resends,
  fault,
}: Schemas['Delivery']): string[] {
  const verdict = last ? (last.passed ? 'passed' : (last.failure ?? last.codes[0] ?? last.resultCode ?? 'failed')) : ''
  return [
    id,
    operation,
    paint(STYLE[status], status),
    `${attempts}×`,
    last?.status === undefined ? '' : `${last.status}${last.resultCode === undefined ? '' : ` ${last.resultCode}`}`,
    verdict,
    nextAt === undefined ? '' : `next ${nextAt}`,
    orderId ?? licenceId ?? resourceId ?? '',
    resends === undefined ? '' : `again ${resends.delivery}`,
    labelOf(fault ?? last?.fault),
  ]
}

/** The rule or scenario that changed a call, and how. */
const labelOf = (fault: Schemas['Attempt']['fault']): string => (fault === undefined ? '' : `[${fault.by} ${fault.does}]`)

const STYLE = { waiting: 'yellow', calling: 'cyan', succeeded: 'green', held: 'red', 'given-up': 'red' } as const

/** A delivery in detail: for each attempt the request, the signed text, the answer and the findings. */
export function deliveryText({ delivery, attempts }: Shown): string {
  const { id, operation, status, nextAt, heldByHand, orderId, url } = delivery
  const head = `${paint('bold', `${id} ${operation}`)} ${paint(STYLE[status], status)} (${reasonOf(delivery)})`
  const about = [orderId === undefined ? '' : `order ${orderId}`, url === undefined ? '' : `at ${url}`].filter((part) => part !== '')
  return [
    head,
    ...(about.length > 0 ? [`  ${about.join(' ')}`] : []),
    ...attempts.map(attemptText),
    ...(nextAt === undefined || heldByHand ? [] : [`Next attempt ${nextAt}.`]),
    ...(status === 'held' && !heldByHand ? [`It is on hold. Run \`koosandbox delivery restart ${id}\` to restart it.`] : []),
    ...(heldByHand ? [`You hold it; its attempt was due at ${nextAt}. Run \`koosandbox delivery release ${id}\` to let it go on.`] : []),
  ].join('\n')
}

function reasonOf({ cause, timetable, resends }: Schemas['Delivery']): string {
  if (resends === undefined) return `${cause}, timetable ${timetable}`
  const { delivery, attempt, fresh } = resends
  return `${cause}, sends attempt ${attempt} of ${delivery} again, ${fresh ? 'signed anew' : 'unchanged'}; without effect on the order`
}

/** One attempt in detail. */
export function attemptText({
  number,
  repeats,
  fault,
  at,
  request,
  canonical,
  answer,
  failure,
  ms,
  resultCode,
  findings,
  passed,
}: Schemas['Attempt']): string {
  const end = answer ? `${answer.status}${resultCode === undefined ? '' : ` ${resultCode}`}` : (failure ?? 'no answer')
  return [
    `\n${paint('bold', `Attempt ${number}`)}${repeats === undefined ? '' : ` (repeats ${repeats}, which was interrupted by a stop)`}${fault === undefined ? '' : ` ${labelOf(fault)}`} at ${at}: ${paint(passed ? 'green' : 'red', passed ? `passed, ${end}` : `failed, ${end}`)} after ${ms} ms`,
    inOneLine(`  → ${request.method} ${request.url}`),
    ...(request.body === '' ? [] : [indented(request.body)]),
    indented(`signed: [key]${canonical}`, 2),
    ...(answer ? [inOneLine(`  ← ${answer.status} ${answer.headers['content-type'] ?? ''}`), indented(answer.body.slice(0, 2000))] : []),
    ...findings.map(findingText),
  ].join('\n')
}

const indented = (text: string, by = 4) => `${' '.repeat(by)}${barred(text, by)}`

/** A finding in an answer of the control API; it may have further members. */
function findingText(finding: Readonly<Record<string, unknown>>): string {
  const { level, code, pointer, expected, got, says, hint, source, evidence } = finding as Record<string, string | undefined>
  return [
    `  ${paint(level === 'error' ? 'red' : 'yellow', `${level === 'error' ? '✗' : '!'} ${code}`)} ${inOneLine(`${pointer ?? ''}: expected ${expected ?? 'something else'}, got ${got ?? 'this'}`)}`,
    ...(says === undefined ? [] : [indented(`The debugging page says: ${says}`, 6)]),
    ...(hint === undefined ? [] : [indented(hint, 6)]),
    ...(source === undefined ? [] : [paint('dim', `      ${source} (${evidence ?? 'doc'})`)]),
  ].join('\n')
}
