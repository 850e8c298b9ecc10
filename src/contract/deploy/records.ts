import type { Counts } from '../../report/report.ts'
import { pactSha } from './pact-sha.ts'

/** A pact was verified: a row of the Pact Broker's matrix, with its names. The broker numbers contents differently; here it is `pact.sha256`. */
export interface VerificationRecord {
  readonly format: 1
  readonly kind: 'verification'
  readonly consumer: Pacticipant
  readonly provider: Pacticipant
  /** `file` is the name of its file without folders: a later content of the same file replaces this one. */
  readonly pact: { readonly sha256: string; readonly file?: string }
  readonly verificationResult: {
    readonly success: boolean
    /** Machine time, ISO 8601, UTC. */
    readonly verifiedAt: string
    readonly buildUrl?: string
    /** How many checks passed, failed and were left out. */
    readonly testResults: Counts
  }
}

/** A version was deployed to an environment, or removed from it: the broker's "deployed version", with its names. */
export interface DeploymentRecord {
  readonly format: 1
  readonly kind: 'deployment'
  readonly pacticipant: { readonly name: string }
  /** Absent: the deployed version was removed. */
  readonly version?: { readonly number: string }
  readonly environment: { readonly name: string }
  /** Name of this instance, if the application has several instances in the environment. */
  readonly applicationInstance?: string
  readonly currentlyDeployed: boolean
  /** Machine time, ISO 8601, UTC. */
  readonly createdAt: string
}

export type DeployRecord = VerificationRecord | DeploymentRecord

interface Pacticipant {
  readonly name: string
  readonly version: { readonly number: string }
}

/** The result of one verification of a whole pact. A run over some of its interactions must not be recorded. */
export interface Verified {
  /** The parsed pact file. */
  readonly pact: object
  /** Name of its file, without folders. */
  readonly file?: string | undefined
  readonly consumerVersion: string
  readonly providerVersion: string
  /** The provider's name in deployments, if it differs from the name in the pact. */
  readonly providerName?: string | undefined
  readonly counts: Counts
  /** Epoch milliseconds, machine time. */
  readonly at: number
  readonly buildUrl?: string | undefined
}

export function verificationRecord(verified: Verified): VerificationRecord {
  const { pact, file, consumerVersion, providerVersion, providerName, counts, at, buildUrl } = verified
  const { consumer, provider } = pact as Record<'consumer' | 'provider', { readonly name: string }>
  const { passed, warned, failed } = counts
  const verifiedAt = new Date(at).toISOString()
  return {
    format: 1,
    kind: 'verification',
    consumer: { name: consumer.name, version: { number: consumerVersion } },
    provider: { name: providerName ?? provider.name, version: { number: providerVersion } },
    pact: { sha256: pactSha(pact), ...(file === undefined ? {} : { file }) },
    verificationResult: {
      success: passed + warned > 0 && failed === 0,
      verifiedAt,
      ...(buildUrl === undefined ? {} : { buildUrl }),
      testResults: counts,
    },
  }
}

/**
 * Reads one record.
 * @returns the record, or a message that continues the words "this "
 */
export function readRecord(value: unknown): DeployRecord | string {
  if (typeof value !== 'object' || value === null) return 'is not a record'
  const { format, kind } = value as { format?: unknown; kind?: unknown }
  if (format !== 1) return `has format ${JSON.stringify(format)}; this version of koogallery-sandbox reads format 1`
  if (kind !== 'verification' && kind !== 'deployment')
    return `is a record of kind ${JSON.stringify(kind)}. It must be verification or deployment`
  for (const [path, right] of Object.entries(FIELDS[kind])) {
    const found = path
      .split('.')
      .reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined), value)
    if (!right(found)) return `is a record of a ${kind} whose ${path} is ${JSON.stringify(found) ?? 'missing'}`
  }
  return value as DeployRecord
}

type Right = (value: unknown) => boolean
const text: Right = (value) => typeof value === 'string' && value !== ''
const count: Right = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const flag: Right = (value) => typeof value === 'boolean'
const time: Right = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))
const sha: Right = (value) => typeof value === 'string' && /^[\da-f]{64}$/.test(value)
const orNone =
  (right: Right): Right =>
  (value) =>
    value === undefined || right(value)

const FIELDS: Readonly<Record<DeployRecord['kind'], Readonly<Record<string, Right>>>> = {
  verification: {
    'consumer.name': text,
    'consumer.version.number': text,
    'provider.name': text,
    'provider.version.number': text,
    'pact.sha256': sha,
    'pact.file': orNone(text),
    'verificationResult.success': flag,
    'verificationResult.verifiedAt': time,
    'verificationResult.buildUrl': orNone(text),
    'verificationResult.testResults.passed': count,
    'verificationResult.testResults.failed': count,
    'verificationResult.testResults.skipped': count,
  },
  deployment: {
    'pacticipant.name': text,
    'version.number': orNone(text),
    'environment.name': text,
    applicationInstance: orNone(text),
    currentlyDeployed: flag,
    createdAt: time,
  },
}
