import type { JournalEntry } from '../http/journal-api.ts'
import { maskOf, type ShownExchange, showExchange } from '../report/exchange.ts'
import type { ReportFinding } from '../report/report.ts'
import type { Finding } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'
import type { PactBody } from './read-body.ts'
import type { Interaction } from './read-pact.ts'

/**
 * Findings about an interaction, with its exchange: its request, the answer that the contract promises, and what the sandbox answered, if
 * it was asked. Secrets are masked in all of them.
 * @param recorded the entry of the sandbox's journal, where secrets are already masked
 */
export function withInteraction(
  findings: readonly Finding[],
  { request, response }: Interaction,
  operation: Operation | undefined,
  recorded: Pick<JournalEntry, 'request' | 'reply'> | undefined,
): readonly ReportFinding[] {
  if (findings.length === 0) return findings
  const sent = recorded?.request ?? { ...request, body: textOf(request.body) }
  const whole: ShownExchange = {
    request: {
      method: sent.method,
      url: sent.query === '' ? sent.path : `${sent.path}?${sent.query}`,
      // The verifier sends them in another order each time.
      headers: Object.fromEntries(
        Object.entries(sent.headers)
          .filter(([name]) => !OURS.includes(name.toLowerCase()))
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
      body: sent.body,
    },
    promised: { status: response.status, headers: response.headers, body: textOf(response.body) },
    ...(recorded === undefined ? {} : { answer: recorded.reply }),
  }
  const mask = maskOf(whole, [], operation?.foreign?.keyNames)
  const exchange = showExchange(whole, [], mask)
  // What is wrong with the whole file is about no call.
  return findings.map((finding) => (finding.code.startsWith('pact.') ? finding : { ...mask.finding(finding), exchange }))
}

/** Headers that the verifier and this run add. */
const OURS = ['x-sandbox-world', 'host', 'connection', 'content-length']

function textOf(body: PactBody | undefined): string {
  if (body === undefined) return ''
  if (body.value instanceof Uint8Array) return new TextDecoder().decode(body.value)
  return body.json ? JSON.stringify(body.value) : String(body.value ?? '')
}
