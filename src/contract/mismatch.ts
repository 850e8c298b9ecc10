import type { Finding } from '../spec/finding.ts'
import type { Members } from './read-body.ts'

/** One difference between an answer and the pact, as the Pact Verifier reports it. */
export interface Mismatch {
  readonly about: 'status' | 'header' | 'body' | 'media' | 'other'
  /** JSON pointer into the exchange; `*` is every entry of a list: `/body/info/*` + `/instanceId`. */
  readonly pointer: string
  readonly expected?: string
  readonly got?: string
  /** The verifier's message. */
  readonly text: string
}

const ABOUT: Readonly<Record<string, Mismatch['about']>> = {
  StatusMismatch: 'status',
  HeaderMismatch: 'header',
  BodyMismatch: 'body',
  BodyTypeMismatch: 'media',
}

/**
 * Reads the verifier's list, whose order varies. Mismatches that differ only in the index of a list become one, with the values of the
 * first, so that a mistake in a list of a hundred entries is reported once.
 */
export function readMismatches(list: unknown): readonly Mismatch[] {
  const sorted = (Array.isArray(list) ? (list as Members[]) : [])
    .map((one) => ({
      one,
      at: `${String(one['path'] ?? '')} ${String(one['mismatch'])}`.replace(/\d+/g, (digits) => digits.padStart(9, '0')),
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  const found = new Map<string, Mismatch>()
  for (const mismatch of sorted.flatMap(({ one }) => mismatchesOf(one))) {
    const id = `${mismatch.about} ${mismatch.pointer} ${kindOf(mismatch.text)}`
    if (!found.has(id)) found.set(id, mismatch)
  }
  return [...found.values()]
}

/** A key that is the same for mismatches that differ only in their values. */
const kindOf = (text: string) => text.replace(/'[^']*'|\d+/g, '')

function mismatchesOf({ type, path, key, expected, actual, mismatch }: Members): Mismatch[] {
  const about = ABOUT[String(type)] ?? 'other'
  const text = String(mismatch ?? type ?? '').replace(/\[\d+\]/g, '[*]')
  const values = { ...valueMember('expected', expected), ...valueMember('got', actual) }
  const pointer = about === 'body' ? `/body${pointerOf(String(path ?? '$'))}` : about === 'header' ? `/header/${String(key)}` : `/${about}`
  const absent = /missing the following keys: (.+)$/.exec(text)?.[1]
  if (absent === undefined) return [{ about, pointer: about === 'media' ? '/header/Content-Type' : pointer, ...values, text }]
  return absent.split(', ').map((name) => ({ about, pointer: `${pointer}/${name}`, expected: 'there', got: 'nothing', text }))
}

const valueMember = (name: 'expected' | 'got', value: unknown): Partial<Pick<Mismatch, 'expected' | 'got'>> =>
  value === undefined || value === null ? {} : { [name]: (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200) }

/** `$.info[0].usageInfo['a b']` → `/info/*` + `/usageInfo/a b` */
function pointerOf(path: string): string {
  const steps = [...path.replace(/^\$/, '').matchAll(/\.([^.[\]]+)|\[(?:'([^']*)'|"([^"]*)"|(\d+|\*))\]/g)]
  return steps.map(([, name, single, double]) => `/${name ?? single ?? double ?? '*'}`).join('')
}

/** Findings of mismatches; `side` is who answered. The caller adds the place in the specs. */
export function findingsOf(mismatches: readonly Mismatch[], side: 'answer' | 'reply'): readonly Finding[] {
  return mismatches.map(({ about, pointer, expected, got, text }) => ({
    code: `${side}.${about}.differs`,
    level: 'error' as const,
    pointer,
    ...(expected === undefined ? {} : { expected }),
    ...(got === undefined ? {} : { got }),
    hint: text,
  }))
}
