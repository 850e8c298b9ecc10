import { didYouMean } from '../../language/did-you-mean.ts'
import type { Check, Group, Report } from '../../report/report.ts'
import type { Finding } from '../../spec/finding.ts'
import { deployedIn } from './deployed-in.ts'
import type { DeployRecord, VerificationRecord } from './records.ts'

/** The version to deploy, and the environment. */
export interface Deployment {
  readonly app: string
  readonly version: string
  readonly environment: string
}

/**
 * Decides from records whether a version may be deployed, as the Pact Broker does: for every pact between this version and a deployed
 * application, a verification must exist and the newest must have succeeded. A verification belongs to the content of a pact, so a later
 * version of the consumer with the same pact needs no new one. A consumer needs its provider to be deployed; a provider can be deployed
 * before its consumers. With nothing to compare, the report has no checks.
 */
export function canIDeploy(wanted: Deployment, records: readonly DeployRecord[], startedAt: number): Report {
  const { app, version, environment } = wanted
  const rows = records.filter((record) => record.kind === 'verification')
  const deployed = deployedIn(environment, records)
  const groups: readonly Group[] = [
    { name: 'needs', title: `What ${app} ${version} needs`, checks: asConsumer(wanted, rows, deployed) },
    { name: 'serves', title: `Who needs ${app} in ${environment}`, checks: asProvider(wanted, rows, deployed) },
  ].filter(({ checks }) => checks.length > 0)
  const nothing = groups.length === 0 || deployed.size === 0
  return {
    format: 1,
    command: 'can-i-deploy',
    title: `${app} ${version} to ${environment}`,
    about: {},
    startedAt: new Date(startedAt).toISOString(),
    ms: 0,
    groups: nothing ? [{ name: 'nothing', title: 'Nothing to compare yet', checks: [nothingYet(wanted, rows, deployed)] }] : groups,
  }
}

type Deployed = ReturnType<typeof deployedIn>

function asConsumer({ app, version, environment }: Deployment, rows: readonly VerificationRecord[], deployed: Deployed): readonly Check[] {
  const mine = rows.filter(({ consumer, provider }) => consumer.name === app && provider.name !== app)
  const here = mine.filter(({ consumer }) => consumer.version.number === version)
  if (mine.length > 0 && here.length === 0) {
    const known = [...new Set(mine.map(({ consumer }) => consumer.version.number))]
    const hint = `Verify the pacts of ${version} and record it: \`koosandbox contract verify consumer … --record-results … --consumer-version ${version}\`.`
    const got = `pacts of ${known.slice(-3).join(', ')}`
    return [failed(`${app} ${version}`, 'deploy.pact.missing', `a pact of ${app} ${version}`, got, hint)]
  }
  return pactsOf(here).flatMap(({ provider: { name }, pact: { sha256 } }) => {
    const versions = deployed.get(name) ?? []
    if (versions.length > 0) return versions.map((number) => pair({ consumer: `${app} ${version}`, provider: name, number, sha256 }, rows))
    const hint = `Once it is deployed, run \`koosandbox deploy record --app ${name} --version … --to ${environment}\`.`
    const got = `nothing of ${name} is recorded as deployed`
    return [
      failed(
        `${app} ${version} › ${name} › ${sha256.slice(0, 8)}`,
        'deploy.provider.absent',
        `a version of ${name} in ${environment}`,
        got,
        hint,
      ),
    ]
  })
}

function asProvider({ app, version }: Deployment, rows: readonly VerificationRecord[], deployed: Deployed): readonly Check[] {
  return [...deployed]
    .filter(([name]) => name !== app)
    .flatMap(([name, versions]) => versions.map((number) => ({ name, number })))
    .flatMap(({ name, number }) => {
      const theirs = rows.filter((row) => row.consumer.name === name && row.consumer.version.number === number && row.provider.name === app)
      return pactsOf(theirs).map(({ pact: { sha256 } }) =>
        pair({ consumer: `${name} ${number}`, provider: app, number: version, sha256 }, rows),
      )
    })
}

/**
 * The pacts of one version, each once: one pact with a provider, or several files. If a file was verified with several contents, only the
 * content of the newest run counts, because it replaced the earlier ones.
 */
function pactsOf(rows: readonly VerificationRecord[]): readonly VerificationRecord[] {
  const fileOf = ({ provider, pact }: VerificationRecord) => JSON.stringify([provider.name, pact.file ?? pact.sha256])
  const at = ({ verificationResult }: VerificationRecord) => Date.parse(verificationResult.verifiedAt)
  const newest = new Map<string, number>()
  for (const row of rows) newest.set(fileOf(row), Math.max(newest.get(fileOf(row)) ?? 0, at(row)))
  const current = rows.filter((row) => at(row) === newest.get(fileOf(row)))
  return [...new Map(current.map((row) => [`${row.provider.name} ${row.pact.sha256}`, row])).values()]
}

interface Pair {
  readonly consumer: string
  readonly provider: string
  /** Version of the provider. */
  readonly number: string
  readonly sha256: string
}

function pair({ consumer, provider, number, sha256 }: Pair, rows: readonly VerificationRecord[]): Check {
  const name = `${consumer} › ${provider} ${number} › ${sha256.slice(0, 8)}`
  const results = rows.filter(
    (row) => row.pact.sha256 === sha256 && row.provider.name === provider && row.provider.version.number === number,
  )
  const expected = `pact ${sha256.slice(0, 8)} of ${consumer} verified against ${provider} ${number}`
  const newest = results.map(({ verificationResult }) => verificationResult).sort(newestFirst)[0]
  if (newest === undefined) {
    const elsewhere = rows.filter((row) => row.pact.sha256 === sha256 && row.provider.name === provider)
    const versions = [...new Set(elsewhere.map((row) => row.provider.version.number))]
    const got = versions.length === 0 ? 'never verified' : `verified against ${versions.slice(-3).join(', ')} only`
    return failed(name, 'deploy.verification.missing', expected, got, `Verify it against ${provider} ${number} and record the result.`)
  }
  const { skipped } = newest.testResults
  const title = `verified at ${newest.verifiedAt}${skipped === 0 ? '' : `, ${skipped} of its checks left out`}`
  if (newest.success) return { name, title, state: 'passed', findings: [] }
  const got = `failed at ${newest.verifiedAt}${newest.buildUrl === undefined ? '' : `, ${newest.buildUrl}`}`
  return failed(name, 'deploy.verification.failed', expected, got, 'Read what the verification found, fix it, and verify again.')
}

/** Of two at the same moment, the failure counts. */
function newestFirst(a: VerificationRecord['verificationResult'], b: VerificationRecord['verificationResult']): number {
  return Date.parse(b.verifiedAt) - Date.parse(a.verifiedAt) || Number(a.success) - Number(b.success)
}

function failed(name: string, code: string, expected: string, got: string, hint: string): Check {
  const finding: Finding = { code, level: 'error', pointer: '', expected, got, hint }
  return { name, title: got, state: 'failed', findings: [finding] }
}

function nothingYet({ app, environment }: Deployment, rows: readonly VerificationRecord[], deployed: Deployed): Check {
  const apps = new Set(rows.flatMap(({ consumer, provider }) => [consumer.name, provider.name]))
  const reason =
    rows.length === 0
      ? 'no verification is recorded: pass --record-results to `koosandbox contract verify`'
      : !apps.has(app)
        ? `there is no verification of ${app}.${didYouMean(app, apps)}`
        : deployed.size === 0
          ? `nothing is recorded as deployed to ${environment}: run \`koosandbox deploy record\``
          : `nothing that is deployed to ${environment} has a pact with ${app}`
  return { name: 'something-to-compare', title: 'Nothing to compare yet', state: 'skipped', findings: [], reason }
}
