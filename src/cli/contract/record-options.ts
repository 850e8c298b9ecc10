import { basename } from 'node:path'
import type { ArgsDef } from 'citty'
import { addRecords } from '../../contract/deploy/load-records.ts'
import { type DeployRecord, type Verified, verificationRecord } from '../../contract/deploy/records.ts'
import { countsOf, type Report } from '../../report/report.ts'
import { ExitError, misused } from '../terminal/exit-codes.ts'
import { printNote } from '../terminal/print.ts'

/** Where `can-i-deploy` and its like keep and find records. */
export const resultsArgument = {
  results: {
    type: 'string',
    valueHint: 'place',
    default: process.env.KOOSANDBOX_RESULTS || 'contracts/results',
    description: 'Folder of records, or a file that ends in .jsonl; or set KOOSANDBOX_RESULTS',
  },
} as const satisfies ArgsDef

/** Options of commands that record what is deployed. */
export const deploymentArguments = {
  app: { type: 'string', valueHint: 'name', required: true, description: 'The application, as pacts name it' },
  to: { type: 'string', valueHint: 'environment', required: true, description: 'Environment: prod' },
  'application-instance': { type: 'string', valueHint: 'name', description: 'Instance, if several run in one environment' },
  ...resultsArgument,
  json: { type: 'boolean', description: 'The record as JSON, for scripts' },
} as const satisfies ArgsDef

/** Options of commands that verify pacts and may record what came of it. */
export const recordArguments = {
  'record-results': { type: 'string', valueHint: 'place', description: 'Record the result for can-i-deploy, in a folder or a .jsonl file' },
  'consumer-version': { type: 'string', valueHint: 'version', description: 'Version of the consumer, for the record' },
  'provider-version': { type: 'string', valueHint: 'version', description: 'Version of the provider, for the record' },
  'provider-name': {
    type: 'string',
    valueHint: 'name',
    description: 'Name of the provider for the record, if pacts use another one',
  },
  'build-url': { type: 'string', valueHint: 'address', description: 'Address of the build, for the record' },
} as const satisfies ArgsDef

/** What was given for `recordArguments`. */
export type RecordOptions = { readonly [name in keyof typeof recordArguments]?: string | undefined }

/** Which versions stand where none is given: that of the sandbox, on its side. */
export interface OwnVersion {
  readonly consumer?: string
  readonly provider?: string
}

/**
 * Refuses to verify for a record that could not be written. Call it before anything is verified.
 * @param partly the option that leaves interactions out, if one was given: a part says nothing of a pact
 */
export function readyToRecord(options: RecordOptions, own: OwnVersion, partly?: string): void {
  if (options['record-results'] === undefined) {
    const given = (Object.keys(recordArguments) as (keyof typeof recordArguments)[]).find((name) => options[name] !== undefined)
    if (given) throw misused(`--${given} is for the record. Pass --record-results too.`)
    return
  }
  if (partly !== undefined) throw misused(`--record-results needs whole pacts verified. Leave ${partly} out.`)
  versionsOf(options, own)
}

/**
 * Records what the verification of each pact came to, if that was asked for.
 * @param pacts the parsed files, by the name of their group in the report; groups without one are no pact
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

/** Adds records, or ends with a message that names the place. */
export function keep(place: string, records: readonly DeployRecord[]): void {
  try {
    addRecords(place, records)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new ExitError(`Nothing can be recorded in ${place}: ${message}.`)
  }
}

function versionsOf(options: RecordOptions, own: OwnVersion): Pick<Verified, 'consumerVersion' | 'providerVersion'> {
  const consumerVersion = options['consumer-version'] || own.consumer
  const providerVersion = options['provider-version'] || own.provider
  if (!consumerVersion) throw misused('--record-results needs --consumer-version: the version that was verified, such as a commit.')
  if (!providerVersion) throw misused('--record-results needs --provider-version: the version that was verified, such as a commit.')
  return { consumerVersion, providerVersion }
}
