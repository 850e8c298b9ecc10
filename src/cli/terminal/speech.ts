import { chosenLanguage, languageNamed } from '../../language/chosen-language.ts'
import type { Language, Say } from '../../language/language-api.ts'
import { asIs, sayIn } from '../../language/say-in.ts'
import { outOfBeijing } from '../../language/times.ts'
import { misused } from './exit-codes.ts'

/** How the command line speaks. One process runs one command line at a time, so this belongs to the process, as its streams do. */
interface Speech {
  readonly language: Language
  /** For people: in Chinese, times are in Beijing time unless `--utc` was given. */
  readonly say: Say
  /** Whether times are in Beijing time. */
  readonly beijing: boolean
  /** For programs: times stay in UTC. */
  readonly sayData: Say
  /** Whether `--lang` was given: then JSON is translated too. */
  readonly asked: boolean
}

let present: Speech = { language: 'en', say: asIs, beijing: false, sayData: asIs, asked: false }

export const speech = (): Speech => present

/** A text in the language of the command line. */
export const say: Say = (text) => present.say(text)

/** Values for programs: English, unless `--lang` was given. */
export const sayInJson: Say = (text) => (present.asked ? present.sayData(text) : text)

/** A message for people within JSON. */
export const sayMessage: Say = (text) => present.sayData(text)

/** A moment that the reader writes as the output does, in UTC. */
export const momentGiven = (text: string): string => (present.beijing ? outOfBeijing(text) : text)

/** Takes `--lang` and `--utc` out of a command line and loads its language. @throws ExitError if there is no such language */
export async function speak(given: readonly string[]): Promise<readonly string[]> {
  const { words: timed, flag: utc } = without(given, '--utc', false)
  const { words, flag } = without(timed, '--lang', true)
  const locale = () => (process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined)
  const use = async (language: Language, asked: boolean) => {
    const beijing = language === 'zh' && utc === undefined
    present = { language, say: await sayIn(language, beijing ? 'beijing' : 'utc'), beijing, sayData: await sayIn(language), asked }
  }
  await use(chosenLanguage({ env: process.env, locale }), false)
  if (flag === undefined) return words
  const language = languageNamed(flag)
  if (language === undefined) throw misused(flag === '' ? '--lang needs a language: en or zh.' : `--lang must be en or zh, not "${flag}".`)
  await use(language, true)
  return words
}

interface Without {
  readonly words: readonly string[]
  readonly flag: string | undefined
}

/** `--lang zh`, `--lang=zh` or `--utc`, wherever they stand before `--`. */
function without(given: readonly string[], option: string, hasValue: boolean): Without {
  const end = given.indexOf('--')
  const at = given.findIndex((word, i) => (end < 0 || i < end) && (word === option || (hasValue && word.startsWith(`${option}=`))))
  const word = given[at]
  if (word === undefined) return { words: given, flag: undefined }
  const apart = hasValue && word === option
  const flag = apart ? (given[at + 1] ?? '') : word.slice(option.length + 1)
  return { words: [...given.slice(0, at), ...given.slice(at + (apart ? 2 : 1))], flag }
}
