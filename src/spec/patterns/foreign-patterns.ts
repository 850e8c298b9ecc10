import type { Ajv2020 } from 'ajv/dist/2020.js'
import { readPattern } from './pattern.ts'

/** Longest text for which a format is checked. Its regular expression could be slow on longer texts. */
const LONGEST_FORM = 4_000

/** Replaces JavaScript's regular expressions in the checks of foreign documents. */
export const FOREIGN_PATTERNS = {
  /** An invalid expression was reported when the document was loaded. It matches everything. */
  regExp: Object.assign(
    (source: string) => {
      const { test } = readPattern(source) ?? { test: () => true }
      // Ajv compares expressions by this text.
      return { test, toString: () => source }
    },
    { code: 'readPattern' },
  ),

  boundFormats(ajv: Ajv2020): void {
    for (const [name, format] of Object.entries(ajv.formats)) {
      const test = format instanceof RegExp ? (text: string) => format.test(text) : format
      if (typeof test === 'function')
        ajv.addFormat(name, (text: string) => text.length > LONGEST_FORM || (test as (text: string) => boolean)(text))
    }
    // Invalid patterns were reported when the document was loaded.
    ajv.addFormat('regex', true)
  },
}
