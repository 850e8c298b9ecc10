import { faker as english } from '@faker-js/faker/locale/en'
import { faker as chinese } from '@faker-js/faker/locale/zh_CN'

/** The makers of words of both languages. The index module with all locales is never loaded: it costs 40 MB. */
export const wordsOf = (): { readonly english: typeof english; readonly chinese: typeof chinese } => ({ english, chinese })
