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

/** Characters that XML 1.0 forbids, that control a terminal (C0, DEL, C1), or that reverse the direction of text. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
