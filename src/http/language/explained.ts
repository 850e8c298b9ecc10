import type { Say } from '../../language/language-api.ts'
import { sayIn } from '../../language/say-in.ts'
import type { Call } from '../../spec/call.ts'
import type { Outcome } from '../exchange.ts'
import { wantsChinese } from './readers-language.ts'

/** Members of an answer that are texts for people. */
interface Texts {
  readonly members: readonly string[]
  /** The member that they stand below; elsewhere their names belong to values of the world. */
  readonly below?: string
}

const SUMMARY: Texts = { members: ['summary'] }
const ERRORS: Texts = { members: ['summary', 'meaning', 'cause', 'why'] }
const SETTINGS: Texts = { members: ['about'], below: 'settings' }
const FINDINGS: Texts = { members: ['expected', 'got', 'hint'], below: 'findings' }

/** The answers that explain something, by operation of the control API or the console. What is on the wire of the vendor is none of it. */
const EXPLAINING: Readonly<Record<string, Texts>> = {
  ListOperations: SUMMARY,
  ShowOperation: { members: [...ERRORS.members, 'description'] },
  ShowSpec: { members: ['title', 'summary', 'description', 'about'] },
  ListForcedErrors: ERRORS,
  ExplainError: ERRORS,
  ListSettings: SETTINGS,
  ChangeSettings: SETTINGS,
  ShowLifecycle: { members: ['about', 'refused'] },
  ShowDeliveryTable: { members: ['about'] },
  ListCallbacks: { members: ['summary'], below: 'declared' },
  ExplainSignature: { members: ['title', 'about', 'says', 'next'] },
  ListJournal: FINDINGS,
  ShowDelivery: FINDINGS,
  TriggerDelivery: FINDINGS,
  CheckApiBackend: FINDINGS,
}

/** Members whose values are data, whatever the names in them. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const', 'body'])

/** An answer with its texts in the language that its call asks for. */
export function inWordsOf(call: Call, operation: string, answered: Outcome | Promise<Outcome>): Outcome | Promise<Outcome> {
  const texts = EXPLAINING[operation]
  return texts !== undefined && wantsChinese(call) ? inChinese(texts, answered) : answered
}

async function inChinese(texts: Texts, answered: Outcome | Promise<Outcome>): Promise<Outcome> {
  const outcome = await answered
  const { body } = outcome.reply
  if (body === undefined) return outcome
  const said = textsIn(body, texts, await sayIn('zh'))
  const headers = { ...outcome.reply.headers, 'Content-Language': 'zh-CN' }
  return { ...outcome, reply: { ...outcome.reply, headers, body: said } }
}

function textsIn(body: unknown, { members, below }: Texts, say: Say): unknown {
  const said = (value: unknown, telling: boolean): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((one) => said(one, telling))
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        if (DATA.has(name)) return [name, inner]
        if (telling && typeof inner === 'string' && members.includes(name)) return [name, say(inner)]
        return [name, said(inner, telling || name === below)]
      }),
    )
  }
  return said(body, below === undefined)
}
