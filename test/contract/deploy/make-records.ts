import { type DeploymentRecord, type VerificationRecord, verificationRecord } from '../../../src/contract/deploy/records.ts'

const NOON = Date.parse('2026-01-01T12:00:00Z')

/** A pact whose content is told by a word. */
export const pactOf = (consumer: string, provider: string, word = 'one') => ({
  consumer: { name: consumer },
  provider: { name: provider },
  interactions: [{ description: word, request: { method: 'GET', path: '/' }, response: { status: 200 } }],
  metadata: { pactSpecification: { version: '4.0' } },
})

/** `shop@1 bss@7 one` : which versions, which content; minutes after noon. */
export function verified(pair: string, success = true, minute = 0, file?: string): VerificationRecord {
  const [consumer = '', provider = '', word] = pair.split(' ')
  const [consumerName = '', consumerVersion = ''] = consumer.split('@')
  const [providerName = '', providerVersion = ''] = provider.split('@')
  const pact = pactOf(consumerName, providerName, word)
  return verificationRecord({
    pact,
    file,
    consumerVersion,
    providerVersion,
    counts: { passed: 3, warned: 0, failed: success ? 0 : 1, skipped: 0 },
    at: NOON + minute * 60_000,
  })
}

export function deployed(what: string, minute = 0, more: Partial<DeploymentRecord> = {}): DeploymentRecord {
  const [name = '', number = ''] = what.split('@')
  const createdAt = new Date(NOON + minute * 60_000).toISOString()
  const version = number === '' ? {} : { version: { number } }
  return {
    format: 1,
    kind: 'deployment',
    pacticipant: { name },
    ...version,
    environment: { name: 'prod' },
    currentlyDeployed: number !== '',
    createdAt,
    ...more,
  }
}
