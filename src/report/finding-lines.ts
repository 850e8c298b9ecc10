import type { Say } from '../language/language-api.ts'
import { asIs } from '../language/say-in.ts'
import type { Finding } from '../spec/finding.ts'
import { padded, visible } from './visible.ts'

/** The members of a finding beyond code and place, each with its label, in the order of a report. Texts of others are never translated. */
export function linesOf(
  { expected, got, answerText, vendorText, hint, source, evidence, place }: Finding,
  say: Say = asIs,
): readonly (readonly [label: string, text: string])[] {
  const said = (text: string | undefined) => (text === undefined ? undefined : say(text))
  const lines: readonly (readonly [string, string | undefined])[] = [
    [say('expected'), said(expected)],
    [say('got'), said(got)],
    [say('answered'), answerText],
    [say('the vendor'), vendorText],
    [say('next'), said(hint)],
    [say('written in'), source === undefined ? undefined : `${source} (${evidence ?? 'doc'})`],
    [say('spec'), place],
  ]
  return lines.flatMap(([label, text]) => (text === undefined ? [] : [[label, visible(text)] as const]))
}

/** Label and text in columns. Further lines of a text begin with a bar, so that none looks like a line of ours or like a command to CI. */
export function labelled(label: string, text: string): string {
  return `  ${padded(label, 10)} ${text.replaceAll('\n', `\n${' '.repeat(11)}| `)}`
}
