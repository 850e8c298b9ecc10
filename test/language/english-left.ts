import { sayInChinese } from '../../src/language/chinese.ts'

/** What is no sentence: values in quotes and backticks, addresses, options, codes, names of members, times. */
const CODE_LIKE =
  /`[^`]*`|"[^"]*"|'[^']*'|https?:\/\/\S+|--?[a-z][\w-]*(?:[= ]<[^>]*>)?|\b\w*[\d_./:@=*{}\\|-]\w*[\w./:@=*{}\\|-]*|\b[a-z]+[A-Z]\w*|\b[A-Z]{2,}\w*|\bModel Context Protocol\b|\bkoosandbox(?: [a-z-]+){1,3}/g

/** Runs of three English words that are left in a Chinese text. */
export const englishIn = (chinese: string): string[] =>
  chinese.replace(CODE_LIKE, ' # ').match(/(?<![\w#])[A-Za-z]{2,}(?: +[A-Za-z]+){2,}/g) ?? []

/** The same in what an English text is in Chinese, with the text. */
export const englishLeft = (texts: readonly (string | undefined)[]): string[] =>
  texts.flatMap((text) => (text === undefined || englishIn(sayInChinese(text)).length === 0 ? [] : [`${text} → ${sayInChinese(text)}`]))
