import { halfIn } from './chosen-language.ts'
import type { Say } from './language-api.ts'
import { englishIn, filled, hasHoles, isQuoted, joined, type Template, templateOf, valuesIn } from './templates.ts'

/** Texts that are remembered with their translations. */
const REMEMBERED = 2_000

/** A longer text is data. */
const LONGEST = 4_000

/** Templates that are compared with each other when several match. */
const RIVALS = 4

/** Texts with their translations, ready to be looked up. */
export interface Compiled {
  readonly exact: ReadonlyMap<string, string>
  readonly templatesFor: (text: string) => readonly Template[]
}

export function compileTexts(texts: readonly (readonly [text: string, translation: string])[]): Compiled {
  const exact = new Map(texts.filter(([text]) => !hasHoles(text)))
  const byFirstWord = new Map<string, Template[]>()
  for (const [text, translation] of texts) {
    if (!hasHoles(text)) continue
    const template = templateOf(text, translation)
    const [, word = ''] = /^(\S+)\s/.exec(template.literals[0] as string) ?? []
    byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), template])
  }
  const templatesFor = (text: string) => {
    const [word = ''] = text.split(/\s/, 1)
    return [...(word === '' ? [] : (byFirstWord.get(word) ?? [])), ...(byFirstWord.get('') ?? [])]
  }
  return { exact, templatesFor }
}

/**
 * Translates texts that people read. A whole text is looked up; then templates are tried, those with the most words of their own first;
 * then lines and sentences one by one. What is in the holes of a template is translated too, unless it is quoted.
 * @param value what becomes of the parts that no catalogue knows: values, names, unknown texts
 */
export function createTranslator({ exact, templatesFor }: Compiled, value: Say = (text) => text): Say {
  const remembered = new Map<string, string>()
  const say: Say = (text) => {
    if (text.length > LONGEST) return text
    if (!/[A-Za-z]{2}/.test(text)) return value(text)
    const known = remembered.get(text)
    if (known !== undefined) return known
    const said = translated(text)
    if (remembered.size >= REMEMBERED) remembered.clear()
    remembered.set(text, said)
    return said
  }

  const translated = (text: string): string => {
    const [, before = '', middle = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
    const half = halfIn('zh', middle)
    if (half !== middle) return before + half + after
    const whole = exact.get(middle)
    if (whole !== undefined) return before + whole + after
    if (/^\S+(?: or \S+)+$/.test(middle)) return before + middle.split(' or ').map(say).join(' 或 ') + after
    const ways = [...byTemplate(middle), ...byName(middle), ...(middle.includes('\n') ? [byLine(middle)] : bySentence(middle))]
    return before + (best(ways) ?? value(middle)) + after
  }

  const byTemplate = (text: string): readonly string[] =>
    templatesFor(text)
      .flatMap((template) => {
        const values = valuesIn(template, text)
        return values === undefined ? [] : [{ template, values }]
      })
      .sort((a, b) => b.template.sure - a.template.sure)
      .map(({ template, values }) => ({ template, said: values.map((one, hole) => (isQuoted(template, hole) ? one : say(one))) }))
      .filter(({ template, said }) => !template.weak || said.every((one, hole) => isQuoted(template, hole) || englishIn(one) === 0))
      .slice(0, RIVALS)
      .map(({ template, said }) => filled(template, said))

  /** A name and what is said of it: `authSync withdraws an authorisation`. */
  const byName = (text: string): readonly string[] => {
    const [, name = '', remainder = ''] = /^([a-z]+(?:[A-Z]\w*|\.[\w.]+)) (.+)$/s.exec(text) ?? []
    const said = exact.get(remainder)
    return said === undefined ? [] : [joined(`${name} `, said)]
  }

  const byLine = (text: string) => text.split('\n').map(say).join('\n')

  /** The longest known beginning, then the remainder. */
  const bySentence = (text: string): readonly string[] => {
    const sentences = text.split(/(?<=[.!?;:]) (?=\S)/)
    for (let count = sentences.length - 1; count > 0; count--) {
      const beginning = sentences.slice(0, count).join(' ')
      const remainder = sentences.slice(count).join(' ')
      const said = exact.get(beginning) ?? byTemplate(beginning)[0]
      if (said !== undefined) return [joined(`${said} `.replace(/(?<=[。！？；：]) $/, ''), say(remainder))]
    }
    if (sentences.length < 2) return []
    return [joined(`${sentences[0]} `, say(sentences.slice(1).join(' ')))]
  }
  return say
}

/** The way that leaves the fewest words of the other language. Of equal ones the first. */
function best(ways: readonly string[]): string | undefined {
  let least = Number.POSITIVE_INFINITY
  let found: string | undefined
  for (const way of ways) {
    const left = englishIn(way)
    if (left >= least) continue
    least = left
    found = way
  }
  return found
}
