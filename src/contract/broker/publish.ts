import type { Counts } from '../../report/report.ts'
import { SpecFault } from '../../spec/document/fault.ts'
import type { Members } from '../read-body.ts'
import { type Broker, linkOf, noticesOf } from './broker.ts'

/** The version that is published, or that verified. */
export interface Version {
  readonly number: string
  readonly branch?: string | undefined
  readonly buildUrl?: string | undefined
}

/** The result of one whole pact. */
export interface BrokerResult {
  /** The pact as the broker gave it, with its links. */
  readonly pact: Members
  readonly provider: string
  readonly success: boolean
  readonly counts: Counts
}

/** Publishes results of verifications. The branch is set first, so that the broker counts the results for it. */
export async function publishResults(
  broker: Broker,
  { number, branch, buildUrl }: Version,
  results: readonly BrokerResult[],
  tool: { readonly name: string; readonly version: string },
): Promise<void> {
  if (branch !== undefined)
    for (const provider of new Set(results.map((one) => one.provider)))
      await broker.ask(`/pacticipants/${[provider, 'branches', branch, 'versions', number].map(encodeURIComponent).join('/')}`, {
        method: 'PUT',
        body: {},
      })
  for (const { pact, success, counts } of results) {
    const address = linkOf(pact, 'pb:publish-verification-results', broker)
    if (address === undefined)
      throw new SpecFault(`${broker.url}: a pact has no address for results (_links.pb:publish-verification-results). Is it from a broker?`)
    const { passed, warned, failed, skipped } = counts
    await broker.ask(address, {
      method: 'POST',
      body: {
        success,
        providerApplicationVersion: number,
        ...(buildUrl === undefined ? {} : { buildUrl }),
        testResults: { summary: { passed: passed + warned, failed, skipped } },
        verifiedBy: { implementation: tool.name, version: tool.version },
      },
    })
  }
}

/** Publishes pacts of one consumer. @returns what the broker says about it */
export async function publishPacts(
  broker: Broker,
  consumer: string,
  { number, branch, buildUrl }: Version,
  pacts: readonly { readonly provider: string; readonly text: string }[],
): Promise<readonly string[]> {
  const answer = await broker.ask('/contracts/publish', {
    method: 'POST',
    body: {
      pacticipantName: consumer,
      pacticipantVersionNumber: number,
      ...(branch === undefined ? {} : { branch }),
      ...(buildUrl === undefined ? {} : { buildUrl }),
      contracts: pacts.map(({ provider, text }) => ({
        consumerName: consumer,
        providerName: provider,
        specification: 'pact',
        contentType: 'application/json',
        content: Buffer.from(text).toString('base64'),
      })),
    },
  })
  return noticesOf(answer)
}
