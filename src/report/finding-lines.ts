import type { Finding } from '../spec/finding.ts'
import { visible } from './visible.ts'

/** What a finding says beyond its code and place, each with the word it is told under, in the order in which it is told. */
export function saidOf({
  expected,
  got,
  said: answered,
  says,
  hint,
  source,
  evidence,
  place,
}: Finding): readonly (readonly [label: string, text: string])[] {
  const said: readonly (readonly [string, string | undefined])[] = [
    ['expected', expected],
    ['got', got],
    ['said', answered],
    ['the vendor', says],
    ['next', hint],
    ['written in', source === undefined ? undefined : `${source} (${evidence ?? 'doc'})`],
    ['spec', place],
  ]
  return said.flatMap(([label, text]) => (text === undefined ? [] : [[label, visible(text)] as const]))
}

/** Label and text under each other. Further lines of a text stand behind a bar: none may pass for a line of ours, or for a command to CI. */
export function labelled(label: string, text: string): string {
  return `  ${label.padEnd(10)} ${text.replaceAll('\n', `\n${' '.repeat(11)}| `)}`
}
