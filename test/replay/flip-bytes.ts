import { type Packed, pack, unpack } from '../../src/record/bytes.ts'
import type { AnswerLine, RunLine, SendLine } from '../../src/record/run-file.ts'
import type { Seeded } from '../helpers/seeded.ts'

/** One changed byte, and where a replay has to see it. */
export interface Flip {
  readonly subject: string
  readonly place: string
}

/** Changes one byte each of some answers and deliveries of a run: in a header, in the query of an address, or in the body. */
export function flipBytes(text: string, random: Seeded, most: number): { readonly text: string; readonly flips: readonly Flip[] } {
  const rows = text.split('\n')
  const stop = rows.findIndex((row) => row.startsWith('{"what":"stop"'))
  const flips: Flip[] = []
  const seen = new Set<string>()
  for (let n = 0; n < most; n++) {
    const at = 1 + random.int(stop - 1)
    const line = JSON.parse(rows[at] as string) as RunLine
    if ((line.what !== 'answer' && line.what !== 'send') || ('failed' in line && line.failed)) continue
    const subject = subjectOf(line)
    if (seen.has(subject)) continue
    seen.add(subject)
    const changed = flipped(line, random)
    if (!changed) continue
    rows[at] = JSON.stringify(changed.line)
    flips.push({ subject, place: changed.place })
  }
  return { text: rows.join('\n'), flips }
}

function subjectOf(line: AnswerLine | SendLine): string {
  if (line.what === 'answer') return `request ${line.n}`
  const { world, delivery, attempt } = line.about!
  return `delivery ${delivery}${world === 'default' ? '' : ` of world ${world}`}, attempt ${attempt}`
}

function flipped(line: AnswerLine | SendLine, random: Seeded): { readonly line: object; readonly place: string } | undefined {
  const kind = random.int(line.what === 'send' ? 3 : 2)
  if (kind === 0) {
    const [name = '', value = ''] = random.pick(Object.entries(line.headers ?? {}))
    if (value === '') return undefined
    return { line: { ...line, headers: { ...line.headers, [name]: flipText(value, random) } }, place: `header ${name.toLowerCase()}` }
  }
  if (kind === 2 && line.what === 'send') {
    const url = new URL(line.url)
    const name = random.pick(['signature', 'timestamp', 'nonce'])
    url.searchParams.set(name, flipText(url.searchParams.get(name) ?? 'x', random))
    return { line: { ...line, url: url.toString() }, place: `query ${name}` }
  }
  if (line.body === undefined) return undefined
  const bytes = unpack(line.body)
  const at = random.int(bytes.length)
  const changed = Uint8Array.from(bytes)
  changed[at] = (bytes[at] as number) ^ 1
  const body = pack(changed)
  return { line: { ...line, body }, place: placeOf(line.body, body, at) }
}

/** Letters and digits only: a header stays one. */
function flipText(text: string, random: Seeded): string {
  const at = random.int(text.length)
  return `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`
}

/** The member whose value changed, else the byte. */
function placeOf(before: Packed, after: Packed | undefined, at: number): string {
  const [one, other] = [parse(before), parse(after)]
  const pointer = one && other && differing('', one.value, other.value)
  return pointer === undefined ? `body, byte ${at}` : `body ${pointer || '(whole)'}`
}

function parse(body: Packed | undefined): { readonly value: unknown } | undefined {
  try {
    return typeof body === 'string' ? { value: JSON.parse(body) } : undefined
  } catch {
    return undefined
  }
}

function differing(pointer: string, one: unknown, other: unknown): string | undefined {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other ? undefined : pointer
  const members = (value: object) => value as Record<string, unknown>
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = differing(`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, members(one)[name], members(other)[name])
    if (found !== undefined) return found
  }
  return undefined
}
