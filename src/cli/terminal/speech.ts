import { chosenLanguage, languageNamed } from '../../language/chosen-language.ts'
import type { Language, Say } from '../../language/language-api.ts'
import { asIs, sayIn } from '../../language/say-in.ts'
import { misused } from './exit-codes.ts'

/** How the command line speaks. One process runs one command line at a time, so this belongs to the process, as its streams do. */
interface Speech {
  readonly language: Language
  readonly say: Say
  /** Whether `--lang` was given: then JSON is translated too. */
  readonly asked: boolean
}

let present: Speech = { language: 'en', say: asIs, asked: false }

export const speech = (): Speech => present

/** A text in the language of the command line. */
export const say: Say = (text) => present.say(text)

/** Values for programs: English, unless `--lang` was given. */
export const sayInJson: Say = (text) => (present.asked ? present.say(text) : text)

/** Takes `--lang` out of a command line and loads its language. @throws ExitError if there is no such language */
export async function speak(given: readonly string[]): Promise<readonly string[]> {
  const { words, flag } = withoutLang(given)
  const locale = () => (process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined)
  const use = async (language: Language, asked: boolean) => {
    present = { language, say: await sayIn(language), asked }
  }
  await use(chosenLanguage({ env: process.env, locale }), false)
  if (flag === undefined) return words
  const language = languageNamed(flag)
  if (language === undefined) throw misused(flag === '' ? '--lang needs a language: en or zh.' : `--lang must be en or zh, not "${flag}".`)
  await use(language, true)
  return words
}

/** `--lang zh` and `--lang=zh`, wherever they stand before `--`. */
function withoutLang(given: readonly string[]): { readonly words: readonly string[]; readonly flag: string | undefined } {
  const end = given.indexOf('--')
  const at = given.findIndex((word, i) => (end < 0 || i < end) && (word === '--lang' || word.startsWith('--lang=')))
  const word = given[at]
  if (word === undefined) return { words: given, flag: undefined }
  const long = word === '--lang'
  return { words: [...given.slice(0, at), ...given.slice(at + (long ? 2 : 1))], flag: long ? (given[at + 1] ?? '') : word.slice(7) }
}
