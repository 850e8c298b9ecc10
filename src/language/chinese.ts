import { inBeijing } from './times.ts'
import { compileTexts, createTranslator } from './translator.ts'
import { CATALOGUES } from './zh/catalogues.ts'

/** Made once for a process: it depends on the catalogues alone. */
const compiled = compileTexts(CATALOGUES.flatMap((texts) => Object.entries(texts)))

/** Times stay in UTC, as in JSON. */
export const sayInChinese = createTranslator(compiled)

/** Times are in Beijing time. */
export const sayInChineseAndBeijingTime = createTranslator(compiled, inBeijing)
