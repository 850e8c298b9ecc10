import { stripVTControlCharacters, styleText } from 'node:util'
import { machineSecret } from '../../index.ts'
import { visible } from '../../report/visible.ts'

type Style = Parameters<typeof styleText>[0]

/** Colours only for people: on a terminal, and not when NO_COLOR asks for none. */
function coloured(stream: NodeJS.WriteStream = process.stdout): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
}

/** Stands before our own colours until they are printed. Nobody who sends us texts can know it. */
const OURS = machineSecret()

export function paint(style: Style, text: string): string {
  if (!coloured()) return text
  return styleText(style, text, { validateStream: false } as never).replaceAll('\u001b', `\u001b${OURS}`)
}

export function print(text: string): void {
  process.stdout.write(`${shown(text)}\n`)
}

/** What sellers, files and services said may steer no terminal: everything but our own colours is written out. */
function shown(text: string): string {
  return text.split(`\u001b${OURS}`).map(visible).join('\u001b')
}

/** For scripts: one document, indented for those who look at it. */
export function printJson(value: unknown): void {
  // JSON has the same escapes as our own way of writing out, so it stays what it was.
  process.stdout.write(`${visible(JSON.stringify(value, null, 2))}\n`)
}

/** For what is said about the work, never part of a result. */
export function printNote(text: string): void {
  process.stderr.write(`${shown(text)}\n`)
}

/** In one line: a line end in what others said must not begin a line that looks like one of ours. */
export function inOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}

/** What others said: its further lines stand behind a bar, so that none passes for a line of ours, or for a command to CI. */
export function barred(text: string, by = 2): string {
  const column = ' '.repeat(by)
  return text.replace(/\n|^(?=\s*(?:::|##\[))/g, (end) => (end === '' ? '| ' : `\n${column}| `))
}

/** Columns under each other. The last one runs as long as it likes. */
export function table(lines: readonly (readonly string[])[]): string {
  const rows = lines.map((cells) => cells.map(inOneLine))
  const widths: number[] = []
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell))
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : pad(cell, widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Chinese characters stand two columns wide on a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

export function width(text: string): number {
  let columns = 0
  for (const character of visible(stripVTControlCharacters(text.replaceAll(OURS, ''))))
    columns += WIDE.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1
  return columns
}

function pad(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)))
}
