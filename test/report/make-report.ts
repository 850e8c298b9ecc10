import { type Check, type Report, stateOf } from '../../src/report/report.ts'
import type { Finding } from '../../src/spec/finding.ts'

/** Everything that some form of a report might stumble over. */
export const NASTY = `</script><script>window.stolen = 1</script> ]]> & "q" 'a' <!-- \u0000\u001b[31m\u202e\ufffe \ud800| \`x\` @everyone #1 **b** 订单已支付 😀`

export const finding = (more: Partial<Finding> = {}): Finding => ({
  code: 'answer.resultCode.failure',
  level: 'error',
  pointer: '/body/resultCode',
  expected: '000000',
  got: '000005',
  source: 'S-42',
  evidence: 'seed',
  hint: 'Answer 000000 when it is done.',
  ...more,
})

export const check = (name: string, more: Partial<Check> = {}): Check => ({
  name,
  title: `${name} is answered`,
  state: stateOf(more.findings ?? []),
  findings: [],
  ms: 12,
  ...more,
})

export function makeReport(groups: Report['groups'], more: Partial<Report> = {}): Report {
  return {
    format: 1,
    command: 'verify seller',
    title: 'A seller of SaaS',
    about: { url: 'http://localhost:8080/isv', profile: 'saas-period' },
    startedAt: '2026-01-01T00:00:00.500Z',
    ms: 1234,
    groups,
    ...more,
  }
}

/** Two groups: one mistake seen three times, one seen once, a warning, two things left out for the same reason. */
export const MIXED = makeReport([
  {
    name: 'newInstance',
    title: 'Opening',
    checks: [
      check('first', { findings: [finding()], again: 'koosandbox verify seller --case first' }),
      check('repeated', { findings: [finding({ got: '000004' }), finding({ code: 'answer.slow', level: 'warning', pointer: '' })] }),
      check('quick'),
    ],
  },
  {
    name: 'release',
    title: '释放实例',
    checks: [
      check('release', { findings: [finding(), finding({ code: 'answer.status', pointer: '/status', got: NASTY })] }),
      check('again', { state: 'skipped', reason: 'release did not pass' }),
      check('later', { state: 'skipped', reason: 'release did not pass' }),
    ],
  },
])

export const EMPTY = makeReport([
  { name: 'newInstance', title: 'Opening', checks: [check('first', { state: 'skipped', reason: 'no key' })] },
])
export const GOOD = makeReport([{ name: 'newInstance', title: 'Opening', checks: [check('first'), check('second')] }])
/** Nothing failed, and one thing is doubtful. */
export const WARNED = makeReport([
  {
    name: 'query',
    title: 'query',
    checks: [check('memo', { findings: [finding({ code: 'answer.memo.not-escaped', level: 'warning' })] }), check('plain')],
  },
])

/** A call with an answer, as it stands in a report. */
export const EXCHANGE: NonNullable<Check['findings'][number]['exchange']> = {
  request: {
    method: 'POST',
    url: 'http://localhost:8080/isv?nonce=1',
    headers: { 'x-sign': 'abcd…(64)' },
    body: '{"activity":"newInstance"}',
  },
  signed: '[key]11790000000000ab',
  answer: { status: 200, headers: { 'content-type': 'application/json' }, body: NASTY },
}
