import type { Finding } from '../spec/finding.ts'
import { visible } from './visible.ts'

/** The members of a finding beyond code and place, each with its label, in the order of a report. */
export function linesOf({
  expected,
  got,
  answerText,
  vendorText,
  hint,
  source,
  evidence,
  place,
}: Finding): readonly (readonly [label: string, text: string])[] {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['expected', expected],
    ['got', got],
    ['answered', answerText],
    ['the vendor', vendorText],
    ['next', hint],
    ['written in', source === undefined ? undefined : `${source} (${evidence ?? 'doc'})`],
    ['spec', place],
  ]
  return lines.flatMap(([label, text]) => (text === undefined ? [] : [[label, visible(text)] as const]))
}

/** Label and text in columns. Further lines of a text begin with a bar, so that none looks like a line of ours or like a command to CI. */
export function labelled(label: string, text: string): string {
  return `  ${label.padEnd(10)} ${text.replaceAll('\n', `\n${' '.repeat(11)}| `)}`
}
