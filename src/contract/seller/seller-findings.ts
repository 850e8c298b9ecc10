import type { ProxiedExchange } from '../../proxy/sign-proxy.ts'
import type { Specs } from '../../spec/catalogue.ts'
import type { Finding } from '../../spec/finding.ts'
import { findingsOf } from '../mismatch.ts'
import { isObject } from '../read-body.ts'
import type { VerifiedInteraction } from '../run-verifier.ts'
import { misspeltAs } from '../static/meant-name.ts'
import type { Chosen } from './select-interactions.ts'
import type { Problem } from './state-server.ts'

/** What the proxy observed in addition to the verifier's result. */
export interface Evidence {
  /** Why a state could not be set up, or why no answer came. */
  readonly problem: Problem | undefined
  readonly exchange: ProxiedExchange | undefined
  readonly specs: Specs
  /** Why the seller refuses every correct call of this kind of interface, if that is known. */
  readonly cause: string | undefined
}

/** All findings about one interaction, each with its place in the specs. */
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
      : [plain('contract.state.failed', '/state', `${problem.state}: ${problem.detail}${evidence.cause ? ` ${evidence.cause}` : ''}`)]
  if (!verified) return [plain('contract.verifier.failed', '/', failure ?? 'The Pact Verifier gave no result for it.')]
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
    placed({ ...finding, ...misspelt(finding, chosen, evidence) }, chosen, evidence),
  )
}

/** Consequences of another mistake are not reported: a refusal has no other members, and a wrong media type is already reported for the header. */
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
    expected: 'a state that has a handler',
    got: name,
  }
}

const plain = (code: string, pointer: string, hint: string): Finding => ({ code, level: 'error', pointer, hint })

/** For a mandatory member that is missing: an undocumented member beside it that may be meant. */
function misspelt({ code, got, pointer }: Finding, { operation }: Chosen, evidence: Evidence): Partial<Finding> {
  if (got !== 'nothing' || !operation || !/^answer\.(body|spec)\.differs$/.test(code)) return {}
  const { schema } = operation.doc.responses['200']?.content?.['application/json'] ?? {}
  const named = evidence.specs.bundle.services[operation.service]?.components?.schemas ?? {}
  const name = misspeltAs(pointer, answerOf(evidence.exchange), schema, named)
  return name === undefined ? {} : { hint: `The answer has "${name.wrong}". Did you mean "${name.right}"?` }
}

/** A finding about a result code also names what leads to the expected code by the pact, and the seller's own message. */
function wordsOf({ pointer }: Finding, { interaction, pact }: Chosen, evidence: Evidence): Partial<Finding> {
  const { cause } = evidence
  if (cause !== undefined && (pointer === '/body/resultCode' || pointer === '/status'))
    return { hint: cause, ...(pointer === '/status' ? {} : expectedCode(interaction)) }
  if (pointer !== '/body/resultCode') return {}
  const document = (pact.document['interactions'] as readonly unknown[])[interaction.index]
  const { comments } = document as { comments?: { text?: readonly string[] } }
  const resultMsg = answerOf(evidence.exchange)?.['resultMsg']
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

/** Findings of the spec about the whole answer. A pact covers only members that must be present. */
function bySpec({ operation }: Chosen, { exchange }: Evidence, mismatched: readonly Finding[]): readonly Finding[] {
  const body = answerOf(exchange)
  if (!operation || !exchange || exchange.status !== 200 || !body) return []
  const known = new Set(mismatched.map(({ pointer }) => pointer))
  const found = operation
    .check({ status: 200, body })
    .map((finding) => ({ ...finding, code: 'answer.spec.differs', pointer: finding.pointer.replace(/\/\d+(?=\/|$)/g, '/*') }))
    .filter(({ pointer }) => !known.has(pointer))
    .map((finding): Finding => ({ ...finding, hint: 'A pact cannot describe an optional member; the spec does.' }))
  // Entries of a list repeat the same mistake.
  return [...new Map(found.map((finding) => [finding.pointer, finding])).values()]
}

/** A pact checks the form of a Body-Sign. Whether it is the signature of the body can only be checked with the key. */
function bySign({ exchange }: Evidence, mismatched: readonly Finding[]): readonly Finding[] {
  const { state, because } = exchange?.bodySign ?? { state: 'right' }
  if (state === 'right' || state === 'not-needed' || mismatched.some(({ pointer }) => pointer === '/header/Body-Sign')) return []
  return [
    {
      ...plain('answer.body-sign.wrong', '/header/Body-Sign', because ?? 'Sign the bytes that you send.'),
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
