/**
 * A foreign text that is safe to print: control characters and lone surrogates are escaped (`\u001b`), so that they neither control a
 * terminal nor break XML. Line breaks and tabs are kept; a line break is `\n`.
 */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(FORBIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The same on one line: for titles and table cells. */
export function inLine(text: string): string {
  return visible(text)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('\t', ' ')
    .trim()
}

/** A text shortened to at most `most` characters, with an ellipsis; characters are not split. */
export function shortened(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/** Chinese characters are two columns wide. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** The columns that a text takes on a terminal. */
export function width(text: string): number {
  let columns = 0
  for (const character of text) columns += WIDE.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1
  return columns
}

/** A text with blanks up to a column. */
export const padded = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)))

/** Characters that XML 1.0 forbids, that control a terminal (C0, DEL, C1), or that reverse the direction of text. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
