import { computed, signal } from '@preact/signals'

export type Language = 'en' | 'zh'

const KEPT = 'koosandbox-language'

const chosen = (): Language => {
  const kept = localStorage.getItem(KEPT)
  if (kept === 'en' || kept === 'zh') return kept
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** The language of the page. Every text that `texts()` returns follows it. */
export const language = signal<Language>(chosen())

/** As HTML and `Intl` name it. */
export const languageTag = computed(() => (language.value === 'zh' ? 'zh-CN' : 'en'))

export function speak(next: Language): void {
  localStorage.setItem(KEPT, next)
  language.value = next
}

/** The names between braces in a text. */
type Placeholders<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never

/** A text for each key, with the same placeholders; a mistake names what is missing or unknown. */
type SamePlaceholders<E, Z> = {
  [K in keyof E]: K extends keyof Z
    ? [Placeholders<Z[K] & string>, Placeholders<E[K] & string>] extends [Placeholders<E[K] & string>, Placeholders<Z[K] & string>]
      ? Z[K]
      : `placeholders: {${Placeholders<E[K] & string>}}`
    : string
}

type Values<T extends string> = [Placeholders<T>] extends [never]
  ? [values?: undefined]
  : [values: Readonly<Record<Placeholders<T>, string | number>>]

interface TextOf<E> {
  <K extends keyof E & string>(key: K, ...values: Values<E[K] & string>): string
  /** Whether there is a text for a key that comes from data. */
  has(key: string): key is keyof E & string
}

/**
 * The texts of a page in both languages. A missing key, an unknown one or other placeholders do not compile.
 * @returns a function from a key and its values to the text in the language of the page
 */
export function texts<const E extends Readonly<Record<string, string>>, const Z extends { readonly [K in keyof E]: string }>(
  en: E,
  zh: Z & SamePlaceholders<E, Z> & { readonly [K in Exclude<keyof Z, keyof E>]: never },
): TextOf<E> {
  const both = { en, zh } as Readonly<Record<Language, Readonly<Record<string, string>>>>
  const textOf: (key: string, values?: Readonly<Record<string, string | number>>) => string = (key, values) => {
    const text = both[language.value][key] as string
    return values === undefined ? text : text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
  }
  return Object.assign(textOf, { has: (key: string): key is keyof E & string => key in en }) as TextOf<E>
}
