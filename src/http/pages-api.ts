import type { Language } from '../language/language-api.ts'

/** A page or file that is not part of the API. */
export interface Page {
  readonly type: string
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Pages beside the API: the page at a path, if there is one. The query comes without its question mark. Without a language, its reader
 * has named none: texts stand in both.
 */
export type Pages = (path: string, query: string, language?: Language) => Page | undefined
