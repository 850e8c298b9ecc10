/** Marks that do not begin a line, and those that do not end one. */
const CLOSING = /^[，。、；：！？）」”’》…]/u
const OPENING = /[（「“‘《]$/u

/** The pieces between which a text may be wrapped: words, and single Chinese characters with their marks. */
export function pieces(text: string): readonly { readonly word: string; readonly space: string }[] {
  const all: { word: string; space: string }[] = []
  for (const word of text.split(' ')) {
    let space = all.length === 0 ? '' : ' '
    for (const part of word.split(/(?<=[\p{Script=Han}，。、；：！？）（])|(?=[\p{Script=Han}（])/u)) {
      const before = all[all.length - 1]
      if (space === '' && before !== undefined && (CLOSING.test(part) || OPENING.test(before.word))) before.word += part
      else all.push({ word: part, space })
      space = ''
    }
  }
  return all
}
