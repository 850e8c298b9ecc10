import type { Language, Say } from './language-api.ts'

/** English: texts stay as they are. */
export const asIs: Say = (text) => text

/**
 * Loads a language. English loads nothing, and its times are in UTC.
 * @param times `beijing`: Chinese texts for people have Beijing time
 */
export async function sayIn(language: Language, times: 'utc' | 'beijing' = 'utc'): Promise<Say> {
  if (language === 'en') return asIs
  const { sayInChinese, sayInChineseAndBeijingTime } = await import('./chinese.ts')
  return times === 'utc' ? sayInChinese : sayInChineseAndBeijingTime
}
