import { basename } from 'node:path'
import type { ArgsDef } from 'citty'
import { addRecords } from '../../contract/deploy/load-records.ts'
import { type DeployRecord, type Verified, verificationRecord } from '../../contract/deploy/records.ts'
import { countsOf, type Report } from '../../report/report.ts'
import { ExitError, misused } from '../terminal/exit-codes.ts'
import { printNote } from '../terminal/print.ts'

/** Option for the place of records, used by `can-i-deploy` and the commands that record. */
export const resultsArgument = {
  results: {
    type: 'string',
    valueHint: 'place',
    default: process.env.KOOSANDBOX_RESULTS || 'contracts/results',
    description: 'Folder of records, or a file that ends in .jsonl; or set KOOSANDBOX_RESULTS',
  },
} as const satisfies ArgsDef

/** Options of commands that record deployments. */
export const deploymentArguments = {
  app: { type: 'string', valueHint: 'name', required: true, description: 'The application, as pacts name it' },
  to: { type: 'string', valueHint: 'environment', required: true, description: 'Environment: prod' },
  'application-instance': { type: 'string', valueHint: 'name', description: 'Instance, if several run in one environment' },
  ...resultsArgument,
  json: { type: 'boolean', description: 'The record as JSON, for scripts' },
} as const satisfies ArgsDef

/** Options of commands that verify pacts and can record the results. */
export const recordArguments = {
  'record-results': { type: 'string', valueHint: 'place', description: 'Record the result for can-i-deploy, in a folder or a .jsonl file' },
  'consumer-version': { type: 'string', valueHint: 'version', description: 'Version of the consumer, for the record' },
  'provider-version': { type: 'string', valueHint: 'version', description: 'Version of the provider, for the record' },
  'provider-name': {
    type: 'string',
    valueHint: 'name',
    description: 'Name of the provider for the record, if the pacts use another name',
  },
  'build-url': { type: 'string', valueHint: 'address', description: 'Address of the build, for the record' },
} as const satisfies ArgsDef

/** The values of `recordArguments`. */
export type RecordOptions = { readonly [name in keyof typeof recordArguments]?: string | undefined } & {
  readonly 'publish-results'?: boolean | undefined
}

/** They are part of what is published to a broker, too. */
const PUBLISHED = ['provider-version', 'build-url']

/** Default versions: the sandbox's own version, on its side. */
export interface OwnVersion {
  readonly consumer?: string
  readonly provider?: string
}

/**
 * Refuses options with which no record could be written. Call it before the verification.
 * @param partly the option that leaves out interactions, if given: only the result of a whole pact can be recorded
 */
export function readyToRecord(options: RecordOptions, own: OwnVersion, partly?: string): void {
  if (options['record-results'] === undefined) {
    const names = (Object.keys(recordArguments) as (keyof typeof recordArguments)[]).filter((name) => options[name] !== undefined)
    const given = names.find((name) => !options['publish-results'] || !PUBLISHED.includes(name))
    if (given) throw misused(`--${given} needs --record-results.`)
    return
  }
  if (partly !== undefined) throw misused(`--record-results needs the verification of whole pacts. Leave out ${partly}.`)
  versionsOf(options, own)
}

/**
 * Records the result of each pact's verification, if the options say so.
 * @param pacts the parsed files, by the name of their group in the report; other groups are not pacts
 */
export function recordResults(options: RecordOptions, own: OwnVersion, report: Report, pacts: ReadonlyMap<string, object>): void {
  const place = options['record-results']
  if (place === undefined) return
  const about = {
    ...versionsOf(options, own),
    at: Date.parse(report.startedAt) + report.ms,
    providerName: options['provider-name'],
    buildUrl: options['build-url'],
  }
  const records = report.groups.flatMap((group) => {
    const pact = pacts.get(group.name)
    return pact === undefined
      ? []
      : [verificationRecord({ ...about, pact, file: basename(group.name), counts: countsOf({ groups: [group] }) })]
  })
  keep(place, records)
  printNote(`Recorded ${records.length} verification${records.length === 1 ? '' : 's'} in ${place}.`)
}

/** Adds records; on failure, ends the command with a message that names the place. */
export function keep(place: string, records: readonly DeployRecord[]): void {
  try {
    addRecords(place, records)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new ExitError(`Records cannot be written to ${place}: ${message}.`)
  }
}

function versionsOf(options: RecordOptions, own: OwnVersion): Pick<Verified, 'consumerVersion' | 'providerVersion'> {
  const consumerVersion = options['consumer-version'] || own.consumer
  const providerVersion = options['provider-version'] || own.provider
  if (!consumerVersion) throw misused('--record-results needs --consumer-version: the version that was verified, such as a commit.')
  if (!providerVersion) throw misused('--record-results needs --provider-version: the version that was verified, such as a commit.')
  return { consumerVersion, providerVersion }
}
