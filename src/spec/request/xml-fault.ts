import { MOST_MEMBERS } from './request-limits.ts'

/** Deepest nesting of elements. */
const DEEPEST = 64

/** The patterns of a tag and of its attributes. Made once, at the first XML: reading the classes of letters takes part of every start. */
function tagPatterns() {
  const name = '[\\p{L}_:][\\p{L}\\p{N}\\p{M}_:.\\-\\u00b7]*'
  return {
    opening: new RegExp(`^(${name})((?:[^>"']|"[^"]*"|'[^']*')*?)(/?)$`, 'u'),
    attributes: new RegExp(`^(?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*\\s*$`, 'u'),
  }
}
let made: ReturnType<typeof tagPatterns> | undefined
const ENTITY = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i

/**
 * What keeps a text from being XML; `undefined` where it is well-formed. Checks the nesting of elements, attributes and references; document types are
 * refused, so that no entity is ever declared, and nothing is expanded. Linear in the length of the text.
 */
export function xmlFault(text: string): string | undefined {
  made ??= tagPatterns()
  const { opening: openingTag, attributes } = made
  const open: string[] = []
  let roots = 0
  let elements = 0
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const between = text.slice(at, next < 0 ? text.length : next)
    if (open.length === 0 ? between.trim() !== '' : ENTITY.test(between))
      return open.length === 0 ? 'text outside of the root element' : `the reference ${(ENTITY.exec(between) as RegExpExecArray)[0]} in "${between.trim().slice(0, 40)}"` // biome-ignore format: one thought
    if (next < 0) break
    const skipped = skip(text, next)
    if (skipped === undefined) return `"${text.slice(next, next + 20)}" without an end`
    if (skipped > 0) {
      if (text.startsWith('<![CDATA[', next) && open.length === 0) return 'text outside of the root element'
      at = skipped
      continue
    }
    if (text.startsWith('<!', next)) return 'a document type, which is not supported'
    const end = endOfTag(text, next + 1)
    if (end < 0) return `"${text.slice(next, next + 20)}" without an end`
    const tag = text.slice(next + 1, end)
    at = end + 1
    if (tag.startsWith('/')) {
      const name = tag.slice(1).trimEnd()
      const expected = open.pop()
      if (expected !== name)
        return `</${name.slice(0, 40)}> where ${expected === undefined ? 'no element is open' : `</${expected}> is expected`}`
      continue
    }
    const opening = openingTag.exec(tag)
    if (!opening || !attributes.test(opening[2] ?? '') || ENTITY.test(opening[2] ?? '')) return `the tag <${tag.slice(0, 40)}>`
    if (open.length === 0 && ++roots > 1) return 'a second root element'
    if (++elements > MOST_MEMBERS) return `more than ${MOST_MEMBERS} elements`
    if (opening[3] === '/') continue
    open.push(opening[1] as string)
    if (open.length > DEEPEST) return `more than ${DEEPEST} levels`
  }
  if (open.length > 0) return `<${open[open.length - 1]}> without an end`
  return roots === 0 ? 'no root element' : undefined
}

const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** The end of a comment, an instruction or a piece of plain text that begins here; 0 where none begins, `undefined` where it never ends. */
function skip(text: string, at: number): number | undefined {
  for (const [begin, end] of SKIPPED) {
    if (!text.startsWith(begin, at)) continue
    const found = text.indexOf(end, at + begin.length)
    return found < 0 ? undefined : found + end.length
  }
  return 0
}

/** The position of the `>` that ends a tag; one inside of quotes does not. */
function endOfTag(text: string, from: number): number {
  let quote = ''
  for (let i = from; i < text.length; i++) {
    const c = text[i] as string
    if (quote !== '') quote = c === quote ? '' : quote
    else if (c === '"' || c === "'") quote = c
    else if (c === '>') return i
    else if (c === '<') return -1
  }
  return -1
}
