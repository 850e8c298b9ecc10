import { acceptedLanguage, languageNamed } from '../../language/chosen-language.ts'
import type { Language } from '../../language/language-api.ts'
import { sayIn } from '../../language/say-in.ts'
import type { Call } from '../../spec/call.ts'
import { jsonBytes } from '../../spec/document/derived.ts'
import type { Outgoing } from '../exchange.ts'

/** The language that a request names: `?lang=` of a page, else its `Accept-Language`. */
export function readersLanguage({ query, headers }: Pick<Call, 'query' | 'headers'>): Language | undefined {
  const named = new URLSearchParams(query).get('lang')
  const wishes = headers['accept-language']
  return (named === null ? undefined : languageNamed(named)) ?? (wishes === undefined ? undefined : acceptedLanguage(wishes))
}

/** Whether a problem goes out in Chinese. A client that names no language costs nothing. */
export const wantsChinese = ({ headers }: Pick<Call, 'headers'>): boolean => {
  const wishes = headers['accept-language']
  return wishes?.includes('zh') === true && acceptedLanguage(wishes) === 'zh'
}

interface Problem {
  readonly title?: string
  readonly detail?: string
  readonly findings?: readonly Readonly<Record<string, unknown>>[]
}

/** A problem of the sandbox (RFC 9457) in Chinese: its texts for people, nothing else. Other answers stay as they are: what the vendor says is its own. */
export async function inChinese(outgoing: Outgoing): Promise<Outgoing> {
  const { headers, bytes } = outgoing
  if (bytes === null || headers['Content-Type'] !== 'application/problem+json') return outgoing
  const say = await sayIn('zh')
  const said = (of: Readonly<Record<string, unknown>>, names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (typeof of[name] === 'string' ? [[name, say(of[name])]] : [])))
  const problem = JSON.parse(Buffer.from(bytes, 'latin1').toString('utf8')) as Problem & Readonly<Record<string, unknown>>
  const body = {
    ...problem,
    ...said(problem, ['title', 'detail']),
    ...(Array.isArray(problem.findings)
      ? { findings: problem.findings.map((one) => ({ ...one, ...said(one, ['expected', 'got', 'hint']) })) }
      : {}),
  }
  return { ...outgoing, headers: { ...headers, 'Content-Language': 'zh-CN' }, bytes: jsonBytes(body) }
}

/** An answer that is made before, or instead of, the usual stages, in the language of its reader. */
export const inReadersLanguage = (call: Pick<Call, 'headers'>, outgoing: Outgoing): Outgoing | Promise<Outgoing> =>
  wantsChinese(call) ? inChinese(outgoing) : outgoing
