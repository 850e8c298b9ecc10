import { sortedJson } from '../sorted-json.ts'
import type { Step } from './diagnose.ts'

/** How the body that is signed should be written. */
export type Writing = 'sorted' | 'sorted-throughout' | 'as-sent'

/**
 * The JSON that is signed, and how else people write it: in another order, with blanks, with a line end, escaped, written anew.
 * A text that is not JSON is there as sent, with line ends.
 */
export function writtenBodies(text: string, right: Writing): Step<string> {
  const value = parsed(text)
  const ways: readonly (readonly [Writing | undefined, string, string, string | undefined])[] = [
    ['sorted', 'body.sorted-on-top', 'Only the members on top were sorted by name; what lies deeper has to be too.', top(value)],
    ['sorted-throughout', 'body.sorted-throughout', 'Members were sorted at every depth; only those on top have to be.', deep(value)],
    ['as-sent', 'body.as-sent', 'The body was signed as it was sent; its members have to be sorted by name first.', text],
    [undefined, 'body.unsorted', 'The members were not sorted by name.', value && JSON.stringify(value)],
    [undefined, 'body.nulls', 'Members that are null were signed; they have to be left out.', value && throughout(value, false)],
  ]
  const rightText = ways.find(([writing]) => writing === right)?.[3] ?? text
  const others = ways.filter(([writing]) => writing !== right)
  const rewritten = right === 'as-sent' ? others.map(([writing, id, , made]) => [writing, id, REWRITTEN, made] as const) : others
  return {
    right: rightText,
    wrong: [
      ...rewritten.map(([, id, says, made]) => ({ id, says, value: made })),
      ...spelled(rightText).map(([id, says, made]) => ({ id, says, value: made })),
    ].filter((way): way is typeof way & { value: string } => way.value !== undefined),
  }
}

const REWRITTEN = 'The body was parsed and written anew before it was signed; sign the very bytes that go over the wire.'

/** The same JSON in other spellings of well-known writers. */
function spelled(text: string): readonly (readonly [id: string, says: string, value: string])[] {
  const value = parsed(text)
  const json: [string, string, string][] = []
  if (value) {
    json.push(
      ['body.blanks', 'There were blanks after colons and commas, as Python writes them; compact JSON is signed.', withBlanks(text)],
      ['body.indented', 'The JSON was indented; compact JSON is signed.', JSON.stringify(value, null, 2)],
      ['body.ascii', 'Characters beyond ASCII were escaped (\\u4e2d); they stand for themselves.', ascii(text)],
      ['body.slashes', 'Slashes were escaped (\\/); they stand for themselves.', text.replaceAll('/', '\\/')],
      ['body.html', "Characters <, >, &, = and ' were escaped (\\u003c); they stand for themselves.", html(text)],
    )
  }
  return [
    ...json,
    [
      'body.newline',
      'A line end at the end of the body was signed too, or taken off: what is signed and what is sent must be the same.',
      lineEnd(text),
    ],
    ['body.crlf', 'A line end (CR LF) at the end of the body was signed too.', `${text}\r\n`],
    ['body.windows', 'Line ends were turned into CR LF before signing.', text.replace(/\r?\n/g, '\r\n')],
    ['body.plus', 'Blanks were turned into +.', text.replaceAll(' ', '+')],
    ['body.encoded', 'The body was URL-encoded before signing.', encodeURIComponent(text)],
    ['body.encoded-twice', 'The body was URL-encoded twice before signing.', encodeURIComponent(encodeURIComponent(text))],
    ['body.empty', 'An empty body was signed: it was read before, or is not what the framework keeps.', ''],
  ]
}

type Members = Readonly<Record<string, unknown>>

function parsed(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined
  } catch {
    return undefined
  }
}

const top = (value: Members | undefined) => value && sortedJson(value)
const deep = (value: Members | undefined) => value && throughout(value, true)

/** Sorted by name: at every depth, or on top with the nulls kept. */
function throughout(value: unknown, everywhere: boolean, depth = 0): string {
  if (Array.isArray(value)) return `[${value.map((item) => throughout(item, everywhere, depth + 1)).join(',')}]`
  if (typeof value !== 'object' || value === null || (!everywhere && depth > 0)) return JSON.stringify(value)
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${throughout(member, everywhere, depth + 1)}`).join(',')}}`
}

/** `{"a": 1, "b": 2}`: blanks outside of strings only. */
function withBlanks(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|[:,]/g, (part) => (part === ':' || part === ',' ? `${part} ` : part))
}

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
const ascii = (text: string) => text.replace(/[\u0080-\uffff]/g, escaped)
const html = (text: string) => text.replace(/[<>&='\u2028\u2029]/g, escaped)
const lineEnd = (text: string) => (text.endsWith('\n') ? text.slice(0, -1) : `${text}\n`)
