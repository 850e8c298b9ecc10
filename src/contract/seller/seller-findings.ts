import type { ProxiedExchange } from '../../proxy/sign-proxy.ts'
import type { Specs } from '../../spec/catalogue.ts'
import type { Finding } from '../../spec/finding.ts'
import { findingsOf } from '../mismatch.ts'
import { isObject } from '../read-body.ts'
import type { VerifiedInteraction } from '../run-verifier.ts'
import type { Chosen } from './select-interactions.ts'
import type { Problem } from './state-server.ts'

/** What was seen beside the verifier's own words. */
export interface Evidence {
  /** Why a state could not be brought about, or why no answer came. */
  readonly problem: Problem | undefined
  readonly exchange: ProxiedExchange | undefined
  readonly specs: Specs
}

/** Everything that is wrong with one interaction, with the place in the specs that says so. */
export function findingsFor(
  chosen: Chosen,
  verified: VerifiedInteraction | undefined,
  evidence: Evidence,
  unheld: readonly string[],
  failure: string | undefined,
): readonly Finding[] {
  if (unheld.length > 0) return unheld.map((name) => unheldFinding(name))
  const { problem } = evidence
  if (problem !== undefined)
    return problem.state === undefined
      ? [plain('contract.seller.silent', '/', problem.detail)]
      : [plain('contract.state.failed', '/state', `${problem.state}: ${problem.detail}`)]
  if (!verified) return [plain('contract.verifier.failed', '/', failure ?? 'The Pact Verifier said nothing about it.')]
  if (failure !== undefined && verified.passed) return [plain('contract.verifier.failed', '/', failure)]
  if (verified.failure !== undefined && verified.mismatches.length === 0) {
    const silent = verified.failure.startsWith('error sending request')
    return [plain('contract.verifier.failed', '/', silent ? 'The seller did not answer, or not in time.' : verified.failure)]
  }
  const mismatched = leading(findingsOf(verified.mismatches, 'answer')).map((finding) => ({
    ...finding,
    ...wordsOf(finding, chosen, evidence),
  }))
  return [...mismatched, ...bySpec(chosen, evidence, mismatched), ...bySign(evidence, mismatched)].map((finding) =>
    placed(finding, chosen, evidence),
  )
}

/** What a mistake drags along is not told: a refusal holds nothing else, and another media type is one in the header already. */
function leading(findings: readonly Finding[]): readonly Finding[] {
  const has = (pointer: string, code: string) => findings.some((one) => one.pointer === pointer && one.code === code)
  const refused = has('/body/resultCode', 'answer.body.differs')
  const typed = has('/header/Content-Type', 'answer.header.differs')
  return findings.filter(
    ({ code, got }) => !(refused && code === 'answer.body.differs' && got === 'nothing') && !(typed && code === 'answer.media.differs'),
  )
}

function unheldFinding(name: string): Finding {
  return {
    ...plain(
      'contract.state.unknown',
      '/state',
      'Without --seller-states, the address of a handler, only the states of the published pacts are known.',
    ),
    expected: 'a state that somebody sets up',
    got: name,
  }
}

const plain = (code: string, pointer: string, hint: string): Finding => ({ code, level: 'error', pointer, hint })

/** A result code tells more than that it is another one: what the pact says leads to it, and what the seller says. */
function wordsOf({ pointer }: Finding, { interaction, pact }: Chosen, { exchange }: Evidence): Partial<Finding> {
  if (pointer !== '/body/resultCode') return {}
  const document = (pact.document['interactions'] as readonly unknown[])[interaction.index]
  const { comments } = document as { comments?: { text?: readonly string[] } }
  const resultMsg = answerOf(exchange)?.['resultMsg']
  const hint = [
    ...(comments?.text ?? []),
    ...(typeof resultMsg === 'string' ? [`The seller says: ${resultMsg.slice(0, 120).replace(/\.+$/, '')}.`] : []),
  ].join(' ')
  return { ...(hint === '' ? {} : { hint }), ...expectedCode(interaction) }
}

function expectedCode({ response }: Chosen['interaction']): Partial<Finding> {
  const regex = response.rules.find(({ part, keys }) => part === 'body' && keys.join() === 'resultCode')?.matchers[0]?.regex
  const value = isObject(response.body?.value) ? response.body.value['resultCode'] : undefined
  const text = regex === undefined ? String(value) : regex.replace(/^\^\(|\)\$$/g, '').replaceAll('|', ' or ')
  return { expected: text }
}

/** What the spec says of the whole answer. A pact names only what must be there. */
function bySpec({ operation }: Chosen, { exchange }: Evidence, mismatched: readonly Finding[]): readonly Finding[] {
  const body = answerOf(exchange)
  if (!operation || !exchange || exchange.status !== 200 || !body) return []
  const known = new Set(mismatched.map(({ pointer }) => pointer))
  const found = operation
    .check({ status: 200, body })
    .map((finding) => ({ ...finding, code: 'answer.spec.differs', pointer: finding.pointer.replace(/\/\d+(?=\/|$)/g, '/*') }))
    .filter(({ pointer }) => !known.has(pointer))
    .map((finding): Finding => ({ ...finding, hint: 'No pact can say what a member must look like if it is there; the spec does.' }))
  // Entries of a list make the same mistake.
  return [...new Map(found.map((finding) => [finding.pointer, finding])).values()]
}

/** A pact knows the form of a Body-Sign; whether it fits the body, only who has the key. */
function bySign({ exchange }: Evidence, mismatched: readonly Finding[]): readonly Finding[] {
  const { state, because } = exchange?.bodySign ?? { state: 'right' }
  if (state === 'right' || state === 'not-needed' || mismatched.some(({ pointer }) => pointer === '/header/Body-Sign')) return []
  return [
    {
      ...plain('answer.body-sign.wrong', '/header/Body-Sign', because ?? 'Sign the bytes that go out.'),
      expected: 'the signature of this body',
      got: state,
    },
  ]
}

function placed(finding: Finding, { operation }: Chosen, { specs }: Evidence): Finding {
  if (!operation) return finding
  const { ref, doc, source, evidence } = operation
  const place = specs.bundle.places[`${ref}/200`] ?? specs.bundle.places[ref]
  const page = source ?? doc['x-source'][0]
  return { ...(page === undefined ? {} : { source: page, evidence }), ...(place === undefined ? {} : { place }), ...finding }
}

function answerOf(exchange: ProxiedExchange | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(exchange?.answer ?? '')
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
