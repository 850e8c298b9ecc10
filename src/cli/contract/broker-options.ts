import type { ArgsDef } from 'citty'
import { type Broker, openBroker } from '../../contract/broker/broker.ts'
import { type BrokerPact, pactsToVerify, selectorOf, usualSelectors } from '../../contract/broker/pacts-to-verify.ts'
import { publishResults } from '../../contract/broker/publish.ts'
import type { Members } from '../../contract/read-body.ts'
import { systemClock, VERSION } from '../../index.ts'
import { type Check, countsOf, type Report } from '../../report/report.ts'
import { EXIT, ExitError, misused } from '../terminal/exit-codes.ts'
import { printNote } from '../terminal/print.ts'

/** Option of every command that speaks to a Pact Broker. */
export const brokerArgument = {
  broker: {
    type: 'string',
    valueHint: 'address',
    description: 'A Pact Broker; or set PACT_BROKER_BASE_URL, with PACT_BROKER_TOKEN or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD',
  },
} as const satisfies ArgsDef

/** Options of the commands that verify pacts of a broker. */
export const publishArguments = {
  ...brokerArgument,
  'publish-results': { type: 'boolean', description: 'Publish the results to the broker, for whole pacts that it gave' },
  'provider-branch': { type: 'string', valueHint: 'branch', description: 'Branch of the provider that is verified' },
} as const satisfies ArgsDef

/** Options that choose the pacts of a broker. */
export const brokerPactsArguments = {
  ...publishArguments,
  provider: { type: 'string', valueHint: 'name', description: "With --broker: the provider's name there; its pacts are verified" },
  selector: {
    type: 'string',
    valueHint: 'selector',
    description:
      'Which versions of consumers, may be repeated: mainBranch, branch=x, environment=prod or JSON. Default: mainBranch, matchingBranch, deployedOrReleased',
  },
  'enable-pending': { type: 'boolean', description: 'Pacts that the provider branch never fulfilled are reported and do not count' },
  'include-wip-pacts-since': { type: 'string', valueHint: 'date', description: 'Pacts of other branches since this day too, as pending' },
} as const satisfies ArgsDef

interface Given {
  readonly broker?: string | undefined
  readonly provider?: string | undefined
  readonly 'provider-branch'?: string | undefined
  readonly 'provider-version'?: string | undefined
  readonly 'build-url'?: string | undefined
  readonly 'enable-pending'?: boolean | undefined
  readonly 'include-wip-pacts-since'?: string | undefined
  readonly 'publish-results'?: boolean | undefined
}

/** The broker that the options or the environment name. */
export function brokerOf({ broker }: Pick<Given, 'broker'>): Broker | undefined {
  const env = (name: string) => process.env[`PACT_BROKER_${name}`] || undefined
  const url = broker ?? env('BASE_URL')
  if (url === undefined) return undefined
  return openBroker({ url, token: env('TOKEN'), username: env('USERNAME'), password: env('PASSWORD') }, systemClock.wait)
}

/** The broker, or exit code 2. */
export function neededBroker(given: Pick<Given, 'broker'>, option: string): Broker {
  const broker = brokerOf(given)
  if (broker === undefined) throw misused(`${option} needs a broker: pass --broker with its address, or set PACT_BROKER_BASE_URL.`)
  return broker
}

/** The pacts that the broker gives for verification; ends with exit code 3 if there is none. */
export async function pactsOfBroker(broker: Broker, given: Given, selectors: readonly string[]): Promise<readonly BrokerPact[]> {
  const { provider, 'provider-branch': branch, 'include-wip-pacts-since': wipSince } = given
  const pending = given['enable-pending'] === true
  if (!provider) throw misused(`--broker needs --provider: the name of the provider there, such as hwc-bss. Or name the pacts.`)
  if ((pending || wipSince !== undefined) && branch === undefined)
    throw misused('--enable-pending and --include-wip-pacts-since need --provider-branch: the broker remembers results for each branch.')
  if (wipSince !== undefined && Number.isNaN(Date.parse(wipSince)))
    throw misused(`--include-wip-pacts-since "${wipSince}" is not a date. Write it like 2026-01-31.`)
  const chosen = selectors.length > 0 ? selectors.map(selectorOf) : usualSelectors(branch)
  const pacts = await pactsToVerify(broker, { provider, selectors: chosen, branch, pending: pending || wipSince !== undefined, wipSince })
  if (pacts.length === 0) throw new ExitError(`The broker at ${broker.url} has no pact of ${provider} for these selectors.`, EXIT.nothing)
  for (const notice of new Set(pacts.flatMap(({ notices }) => notices))) printNote(notice)
  return pacts
}

/** Refuses --publish-results where it cannot be done. Call it before the verification. */
export function readyToPublish(given: Given, own: string | undefined, fetched: boolean, partly: string | undefined): void {
  if (!given['publish-results']) return
  neededBroker(given, '--publish-results')
  if (partly !== undefined) throw misused(`--publish-results needs the verification of whole pacts. Leave out ${partly}.`)
  if (!fetched) throw misused('--publish-results needs pacts of the broker: their addresses, or --provider.')
  if (!(given['provider-version'] || own))
    throw misused('--publish-results needs --provider-version: the version that was verified, such as a commit.')
}

/**
 * Publishes the result of each pact, if the options say so.
 * @param pacts parsed, by the name of their group in the report
 */
export async function publishReport(
  given: Given,
  own: string | undefined,
  report: Report,
  pacts: ReadonlyMap<string, object>,
): Promise<void> {
  if (!given['publish-results']) return
  const broker = neededBroker(given, '--publish-results')
  const results = report.groups.flatMap(({ name, checks, title }) => {
    const pact = pacts.get(name) as Members | undefined
    if (pact === undefined) return []
    const counts = countsOf({ groups: [{ name, title, checks }] })
    const success = counts.passed + counts.warned > 0 && counts.failed === 0 && !checks.some(isPending)
    return [{ pact, provider: String((pact['provider'] as Members)['name']), success, counts }]
  })
  const version = { number: given['provider-version'] || own || '', branch: given['provider-branch'], buildUrl: given['build-url'] }
  await publishResults(broker, version, results, { name: 'koogallery-sandbox', version: VERSION })
  printNote(`Published ${results.length} result${results.length === 1 ? '' : 's'} to ${broker.url}.`)
}

/** The broker decides which failures count, so it is told of pending ones too. */
const isPending = ({ findings }: Check) => findings.some(({ code }) => code === 'interaction.pending')
