import type { components } from '../../spec/generated/sandbox.ts'
import type { Ask } from '../mcp-api.ts'
import { lines, type Tool, table, tool } from '../tool.ts'

type Schemas = components['schemas']
export type Entry = Schemas['JournalEntry']
/** A finding as the journal holds it; the spec lists fewer members than are sent. */
export interface Found {
  readonly code: string
  readonly level: string
  readonly pointer: string
  readonly expected?: string
  readonly got?: string
  readonly hint?: string
}

/** How much of a body is shown. */
const SHOWN = 4000

const listJournal = tool<{ operation?: string; refused?: boolean; since?: number; limit?: number }>('list_journal', {
  title: 'List calls',
  description:
    'Lists the last calls that the sandbox received and its answers, oldest first, a line each: number, world time, call, status, error, findings. show_exchange shows one in full; explain_refusal says why one was refused.',
  arguments: {
    operation: { type: 'string', maxLength: 128, description: 'Only calls of this operation: bss.PayOrders or PayOrders.' },
    refused: { type: 'boolean', description: 'Only calls that were refused or have findings.' },
    since: { type: 'integer', minimum: 0, description: 'Only calls with a number above this.' },
    limit: { type: 'integer', minimum: 1, maximum: 100, default: 20, description: 'At most this many, the newest.' },
  },
  async run({ operation, refused = false, since, limit = 20 }, { ask, world }) {
    // What is filtered here must not use up the limit there.
    const journal = await journalOf(ask, { world, operation, since, limit: refused ? 1000 : limit })
    const entries = journal.entries.filter((entry) => !refused || isRefused(entry)).slice(-limit)
    const value = { world, last: journal.last, count: entries.length, entries: entries.map(briefly) }
    return { value, text: entries.length === 0 ? `No ${refused ? 'refused ' : ''}call in world "${world}".` : table(entries.map(lineOf)) }
  },
})

const showExchange = tool<{ exchange: number }>('show_exchange', {
  title: 'Show a call',
  description: 'Shows one call with its answer: headers, bodies, findings with hints. Secrets are masked.',
  arguments: { exchange: { type: 'integer', minimum: 1, description: 'The number of the call in list_journal.' } },
  required: ['exchange'],
  async run({ exchange }, { ask, world }) {
    const entry = await entryOf(ask, world, exchange)
    const { request, reply } = entry
    const headers = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([name, text]) => `${name}: ${text}`)
    return {
      value: entry,
      text: lines(
        `Call ${entry.n}, ${entry.operation}, ${entry.at}, answered by: ${entry.origin}${entry.fault ? ` (${entry.fault.label})` : ''}`,
        `${request.method} ${request.path}${request.query === '' ? '' : `?${request.query}`}`,
        ...headers(request.headers),
        request.body && `\n${cut(request.body)}`,
        `\n${reply.status}`,
        ...headers(reply.headers),
        reply.body && `\n${cut(reply.body)}`,
        entry.findings.length > 0 && `\nFindings:\n${findingLines(entry)}`,
      ),
    }
  },
})

export const JOURNAL_TOOLS: readonly Tool[] = [listJournal, showExchange]

/** The journal of a world. */
export function journalOf(
  ask: Ask,
  query: { readonly world: string; readonly operation?: string | undefined; readonly since?: number | undefined; readonly limit: number },
): Promise<Schemas['Journal']> {
  return ask<Schemas['Journal']>('GET', '/journal', { query })
}

/** One call by its number. @throws Error that says what to do if it is not there */
export async function entryOf(ask: Ask, world: string, n: number): Promise<Entry> {
  // The newest of a list are sent, so that the number is searched in the whole list.
  const { entries } = await journalOf(ask, { world, since: n - 1, limit: 1000 })
  const entry = entries.find((one) => one.n === n)
  if (entry) return entry
  throw new Error(
    `There is no call ${n} in the journal of world "${world}". Call list_journal to see the numbers; old calls are forgotten.`,
  )
}

export const isRefused = ({ reply, findings }: Entry): boolean => reply.status >= 400 || findings.length > 0

/** The findings of a call, one or two lines each. */
export function findingLines({ findings }: Pick<Entry, 'findings'>): string {
  return (findings as readonly Found[])
    .map(({ code, level, pointer, expected, got, hint }) =>
      lines(
        `- ${level} ${code} at ${pointer || 'the request'}${expected === undefined ? '' : `: expected ${expected}, got ${got ?? 'something else'}`}`,
        hint !== undefined && `  ${hint}`,
      ),
    )
    .join('\n')
}

function briefly({ n, at, operation, origin, caller, request, reply, error, fault, findings }: Entry) {
  return {
    n,
    at,
    operation,
    origin,
    ...(caller ? { caller: caller.account } : {}),
    call: callOf(request),
    status: reply.status,
    ...(error === undefined ? {} : { error }),
    ...(fault ? { fault: fault.label } : {}),
    findings: findings.map(({ code }) => code),
  }
}

const lineOf = (entry: Entry): string[] => {
  const { n, at, request, reply, error = '', findings, fault } = entry
  const codes = findings.map(({ code }) => code).join(', ')
  return [String(n), at, callOf(request), String(reply.status), error, [fault?.label, codes].filter((part) => part).join('; ')]
}

const callOf = ({ method, path, query }: Entry['request']): string => `${method} ${path}${query === '' ? '' : `?${query}`}`

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}… (${text.length} characters)` : text)
