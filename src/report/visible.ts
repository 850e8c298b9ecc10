/**
 * A text that came from anywhere, safe to show: control characters and halves of surrogate pairs are written out (`\u001b`), so that
 * they neither steer a terminal nor break XML. Line ends and tabs stay; a line end is `\n`.
 */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(FORBIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The same, in one line: for titles, and cells of tables. */
export function inLine(text: string): string {
  return visible(text)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('\t', ' ')
    .trim()
}

/** A text of at most so many characters, with a sign where it was cut; never within a character. */
export function shortened(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

/** What XML 1.0 forbids, what a terminal obeys (C0, DEL, C1), and what makes text run backwards. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
