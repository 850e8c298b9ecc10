import type { components } from '../../spec/generated/sandbox.ts'
import { Refused } from '../ask.ts'
import type { Ask, ToolAnswer } from '../mcp-api.ts'
import { lines, type Tool, tool } from '../tool.ts'
import { type Entry, entryOf, findingLines, isRefused, journalOf } from './journal.ts'

type Schemas = components['schemas']
type Explained = Schemas['ExplainedError']

const explainRefusal = tool<{ exchange?: number; code?: string; operation?: string }>('explain_refusal', {
  title: 'Explain a refusal',
  description:
    'Explains why a call was refused and what to change: by the number of a call in the journal, by an error code (CBC.99003106, APIGW.0301), or, without either, the last refused call. ' +
    'Says what the error means, what causes it, what was wrong with this very call, and how to reproduce it.',
  arguments: {
    exchange: { type: 'integer', minimum: 1, description: 'The number of a call in list_journal.' },
    code: { type: 'string', minLength: 1, maxLength: 128, description: 'An error code as it stands in an answer.' },
    operation: { type: 'string', maxLength: 128, description: 'With code: only what this operation says about it, such as bss.PayOrders.' },
  },
  async run({ exchange, code, operation }, { ask, world }) {
    if (code !== undefined) {
      const errors = await explained(ask, code, operation)
      return { value: { errors }, text: errors.map(errorText).join('\n\n') }
    }
    const entry = exchange === undefined ? await lastRefused(ask, world) : await entryOf(ask, world, exchange)
    if (!entry) return { value: { world, refused: 0 }, text: `No call was refused in world "${world}".` }
    return explainEntry(ask, entry)
  },
})

async function lastRefused(ask: Ask, world: string): Promise<Entry | undefined> {
  const { entries } = await journalOf(ask, { world, limit: 1000 })
  return entries.findLast(isRefused)
}

async function explainEntry(ask: Ask, entry: Entry): Promise<ToolAnswer> {
  const { request, reply, error, findings, fault, operation } = entry
  const about = error === undefined ? [] : await explained(ask, error, undefined).catch(ifUnknown)
  // The operation tells which of several services with this code is meant.
  const service = operation.split('.')[0]
  const meant = about.filter((one) => one.service === service)
  const errors = meant.length > 0 ? meant : about
  const text = lines(
    `Call ${entry.n}: ${request.method} ${request.path} (${operation}) was answered with ${reply.status}${error === undefined ? '' : `, error ${error}`}.`,
    fault && `It was changed on purpose by ${nameOf(fault)}: ${fault.label}. Call remove_fault or stop_scenario to end that.`,
    entry.origin === 'forced' && 'The caller asked for this answer with a header (X-Sandbox-Error or Prefer).',
    reply.body && `Answer: ${reply.body.slice(0, 1000)}`,
    findings.length > 0 && `What was wrong:\n${findingLines(entry)}`,
    ...errors.map((one) => `\n${errorText(one)}`),
    findings.length === 0 &&
      errors.length === 0 &&
      !fault &&
      'Nothing more is known about this answer. Call show_exchange to see it in full.',
  )
  return { value: { exchange: entry, errors }, text }
}

const nameOf = ({ rule, scenario }: NonNullable<Entry['fault']>): string =>
  scenario === undefined ? `rule ${rule ?? ''}` : `scenario ${scenario}`

async function explained(ask: Ask, code: string, operation: string | undefined): Promise<readonly Explained[]> {
  const list = await ask<Schemas['ExplainedErrorList']>('GET', `/errors/${encodeURIComponent(code)}`, { query: { operation } })
  return list.errors
}

/** An error that only this call has: there is no more to say about it. */
function ifUnknown(error: unknown): readonly Explained[] {
  if (error instanceof Refused && error.problem.status === 404) return []
  throw error
}

function errorText({ key, service, status, message, meaning, cause, evidence, ways }: Explained): string {
  return lines(
    `${key} (${service}, ${status}): ${message}`,
    meaning !== undefined && `Meaning: ${meaning}`,
    cause !== undefined && `Cause: ${cause}`,
    `Evidence: ${evidence}`,
    ...ways.map((way) =>
      way.by === 'recipe'
        ? `To reproduce with ${way.operations[0]}: ${[...(way.steps ?? []), `call ${way.operations[0]} ${JSON.stringify(way.call)}`].join('; ')}`
        : `${way.by === 'forced' ? 'Only by forcing' : 'Not by a recipe'} (${way.operations[0]}): ${way.why ?? ''}`,
    ),
  )
}

export const EXPLAIN_TOOLS: readonly Tool[] = [explainRefusal]
