import type { Ajv2020 } from 'ajv/dist/2020.js'
import { readPattern } from './pattern.ts'

/** Formats that are one regular expression over texts that may be long; no such thing is longer. */
const LONGEST_FORM = 4_000

/** What the checks of strangers' documents run instead of the language's own engine. */
export const forStrangers = {
  /** What is no expression was told when the document was loaded, and fits everything. */
  regExp: Object.assign(
    (source: string) => {
      const { test } = readPattern(source) ?? { test: () => true }
      // By this text the checks tell expressions apart.
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
    // A pattern that is no expression of the strict mode is one of the other, or was told.
    ajv.addFormat('regex', true)
  },
}
