import { createTranslator } from './translator.ts'
import { CATALOGUES } from './zh/catalogues.ts'

/** Made once for a process: it depends on the catalogues alone. */
export const sayInChinese = createTranslator(CATALOGUES.flatMap((texts) => Object.entries(texts)))
