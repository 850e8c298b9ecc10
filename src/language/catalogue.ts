import type { Translations } from './language-api.ts'

/** Texts with their translations: the key is the English text, as it stands in the code, with `{0}`, `{1}` … for each `${…}`. */
export const catalogue = <const Texts extends Readonly<Record<string, string>>>(texts: Texts & Translations<Texts>): Texts => texts
