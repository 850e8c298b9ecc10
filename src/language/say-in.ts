import type { Language, Say } from './language-api.ts'

/** English: texts stay as they are. */
export const asIs: Say = (text) => text

/** Loads a language. English loads nothing. */
export async function sayIn(language: Language): Promise<Say> {
  return language === 'en' ? asIs : (await import('./chinese.ts')).sayInChinese
}
