import type { Fact, FactLog, FactType } from '../world/entities/facts/facts.ts'
import type { CallResult } from './call.ts'

/** What vitest requires of a matcher. */
export interface Judged {
  readonly pass: boolean
  readonly message: () => string
  readonly actual?: unknown
  readonly expected?: unknown
}

/** Matchers for a marketplace; `import 'koogallery-sandbox/vitest'` adds them to vitest's `expect`. */
export interface SandboxMatchers<R = unknown> {
  /** An answer of `sandbox.call`: its status and, when given, the code in its body, whatever the vendor's envelope calls it. */
  toAnswer(status: number, code?: string): R
  /** A sandbox or a world, in which a fact of that name became true; with `match`, one that has these members. */
  toHaveFact(type: FactType, match?: Readonly<Record<string, unknown>>): R
  /** An order, resource, licence … or the console's view of one: its state. */
  toBeInState(status: string): R
}

/** Most facts that a failure shows, the newest. */
const SHOWN = 12

export const sandboxMatchers = {
  toAnswer(answer: CallResult, status: number, code?: string): Judged {
    const codes = codesOf(answer?.body)
    const pass = answer?.status === status && (code === undefined || codes.includes(code))
    const wanted = `${status}${code === undefined ? '' : ` ${code}`}`
    const verdict = answer?.headers?.['x-sandbox-verdict']
    const got = `${answer?.status}${codes.length > 0 ? ` ${codes.join(' ')}` : ''}`
    const message = () =>
      pass
        ? `Expected an answer other than ${wanted}.`
        : `Expected the answer ${wanted}, but it was ${got}:\n${shown(answer?.body)}${verdict === undefined ? '' : `\nVerdict: ${verdict}`}`
    return { pass, message, actual: got, expected: wanted }
  },

  toHaveFact(where: { readonly facts: FactLog }, type: FactType, match: Readonly<Record<string, unknown>> = {}): Judged {
    const facts = where.facts.since(0)
    const alike = facts.filter((fact) => fact.type === type)
    const pass = alike.some((fact) => Object.entries(match).every(([name, value]) => same(fact[name as keyof Fact], value)))
    const wanted = Object.keys(match).length === 0 ? type : `${type} ${JSON.stringify(match)}`
    const message = () => {
      if (pass) return `Expected that ${wanted} never became true.`
      const others = alike.length > 0 ? alike : facts
      const kind = alike.length > 0 ? `Facts ${type}` : 'Facts'
      const rows = others.slice(-SHOWN).map((fact) => `  ${JSON.stringify(fact)}`)
      return `Expected the fact ${wanted}. ${facts.length === 0 ? 'Nothing became true.' : `${kind} (${others.length}):\n${rows.join('\n')}`}`
    }
    return { pass, message }
  },

  toBeInState(entity: { readonly id?: string; readonly status?: string } | undefined, status: string): Judged {
    const pass = entity?.status === status
    const name = entity?.id ?? 'it'
    const message = () => {
      if (entity === undefined) return `Expected something in state ${status}, but there is nothing: the id was not found.`
      return pass
        ? `Expected ${name} to be in another state than ${status}.`
        : `Expected ${name} to be ${status}, but it is ${entity.status}.`
    }
    return { pass, message, actual: entity?.status, expected: status }
  },
}

/** Every code that a body holds, under the names of all envelopes: error_code, resultCode, error.code … */
function codesOf(body: unknown): string[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return []
  return Object.entries(body).flatMap(([name, value]) => {
    if (/code$/i.test(name) && (typeof value === 'string' || typeof value === 'number')) return [String(value)]
    return name === 'error' ? (typeof value === 'string' ? [value] : codesOf(value)) : []
  })
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)

function shown(body: unknown): string {
  const text = body === undefined ? '(no body)' : JSON.stringify(body, null, 2)
  return text.length > 2000 ? `${text.slice(0, 2000)} …` : text
}
