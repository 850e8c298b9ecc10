import type { Check, Report } from '../../report/report.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Deployment } from '../deploy/can-i-deploy.ts'
import { isObject, type Members } from '../read-body.ts'
import { type Broker, noticesOf } from './broker.ts'

/** Asks a broker's matrix whether a version may be deployed: one check for each pact that counts, and the broker's own answer. */
export async function askCanIDeploy(broker: Broker, { app, version, environment }: Deployment, startedAt: number): Promise<Report> {
  const query = Object.entries({ 'q[][pacticipant]': app, 'q[][version]': version, latestby: 'cvpv', environment })
  const answer = await broker.ask(`/matrix?${query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`)
  const rows = (Array.isArray(answer['matrix']) ? answer['matrix'] : []).filter(isObject)
  const checks = rows.map(checkOf)
  return {
    format: 1,
    command: 'can-i-deploy',
    title: `${app} ${version} to ${environment}`,
    about: { broker: broker.url },
    startedAt: new Date(startedAt).toISOString(),
    ms: 0,
    groups: [{ name: 'broker', title: 'What the broker says', checks: [...checks, summaryOf(answer)] }],
  }
}

function checkOf({ consumer, provider, verificationResult }: Members): Check {
  const name = `${nameOf(consumer)} › ${nameOf(provider)}`
  const expected = `the pact of ${nameOf(consumer)} verified against ${nameOf(provider)}`
  if (!isObject(verificationResult)) return failed(name, 'deploy.verification.missing', expected, 'never verified')
  const at = String(verificationResult['verifiedAt'] ?? 'an unknown time')
  if (verificationResult['success'] === true) return { name, title: `verified at ${at}`, state: 'passed', findings: [] }
  return failed(name, 'deploy.verification.failed', expected, `failed at ${at}`)
}

/** The broker decides. It also knows of versions that have no pact yet, which no row shows. */
function summaryOf(answer: Members): Check {
  const summary = isObject(answer['summary']) ? answer['summary'] : {}
  const deployable = summary['deployable'] === true
  const said = [String(summary['reason'] ?? ''), ...noticesOf(answer)].filter((text) => text !== '')
  const reason = [...new Set(said)].join(' ').slice(0, 1000)
  const name = 'summary'
  if (deployable) return { name, title: reason || 'may be deployed', state: 'passed', findings: [] }
  return failed(name, 'deploy.refused', 'a version that may be deployed', reason || 'the broker gives no reason')
}

function nameOf(side: unknown): string {
  const { name, version } = isObject(side) ? side : {}
  const number = isObject(version) ? ` ${String(version['number'])}` : ''
  return `${String(name)}${number}`
}

const finding = (code: string, expected: string, got: string): Finding => ({ code, level: 'error', pointer: '', expected, got })

function failed(name: string, code: string, expected: string, got: string): Check {
  return { name, title: got, state: 'failed', findings: [finding(code, expected, got)] }
}
