import type { Language } from './language-api.ts'

/** `zh-CN`, `zh_CN.UTF-8` and `zh` are Chinese, `en…`, `C` and `POSIX` English; undefined for other languages. */
export function languageNamed(text: string): Language | undefined {
  if (/^zh(?:$|[-_.@])/i.test(text)) return 'zh'
  return /^(?:en(?:$|[-_.@])|C(?:$|\.)|POSIX$)/i.test(text) ? 'en' : undefined
}

/**
 * The language of a command line: what `--lang` says, else KOOSANDBOX_LANG, else the locale, else English.
 * @param locale the locale of the system where its environment names none, as on Windows
 */
export function chosenLanguage({
  flag,
  env,
  locale,
}: {
  readonly flag?: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly locale?: () => string | undefined
}): Language {
  const named = flag ?? (env.KOOSANDBOX_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || locale?.())
  return (named === undefined ? undefined : languageNamed(named)) ?? 'en'
}

/** The language that a client prefers, by its `Accept-Language`; undefined if it names neither. */
export function acceptedLanguage(header: string): Language | undefined {
  const wishes = header.split(',').flatMap((one) => {
    const [name = '', ...parameters] = one.trim().split(/\s*;\s*/)
    const language = languageNamed(name)
    const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
    return language === undefined || !(weight > 0) ? [] : [{ language, weight }]
  })
  // The sort is stable: of equal wishes the first counts.
  return wishes.sort((a, b) => b.weight - a.weight)[0]?.language
}

/** The half of a text that is written as `中文 · English` or `English · 中文`. Other texts stay whole. */
export function halfIn(language: Language, text: string): string {
  const at = text.indexOf(' · ')
  if (at < 0) return text
  const halves = [text.slice(0, at), text.slice(at + 3)] as const
  const chinese = halves.map((half) => /\p{Script=Han}/u.test(half))
  if (chinese[0] === chinese[1]) return text
  return halves[chinese[0] === (language === 'zh') ? 0 : 1]
}
