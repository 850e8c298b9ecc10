import { stripVTControlCharacters, styleText } from 'node:util'
import { machineSecret } from '../../index.ts'
import { width as columnsOf, visible } from '../../report/visible.ts'
import { say, sayMessage } from './speech.ts'

type Style = Parameters<typeof styleText>[0]

/** Colours are used on a terminal only, and not if NO_COLOR is set. */
function coloured(stream: NodeJS.WriteStream = process.stdout): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
}

/** Random marker in front of our own colour codes until they are printed, so that foreign texts cannot contain valid ones. */
const OURS = machineSecret()

export function paint(style: Style, text: string): string {
  if (!coloured()) return text
  return styleText(style, text, { validateStream: false } as never).replaceAll('\u001b', `\u001b${OURS}`)
}

export function print(text: string): void {
  process.stdout.write(`${shown(spoken(text))}\n`)
}

/** Text that is in the reader's language already, such as a help text with examples. */
export function printSaid(text: string): void {
  process.stdout.write(`${shown(text)}\n`)
}

/** A text in the reader's language. A line of JSON is for programs. */
const spoken = (text: string): string => (/^[[{]/.test(text) ? text : say(text))

/** Texts of sellers, files and services must not control the terminal: all control characters except our own colours are escaped. */
function shown(text: string): string {
  return text.split(`\u001b${OURS}`).map(visible).join('\u001b')
}

/** JSON for scripts: one document, indented. */
export function printJson(value: unknown): void {
  // Our escapes are valid JSON escapes, so the document does not change its meaning.
  process.stdout.write(`${visible(JSON.stringify(value, null, 2))}\n`)
}

/** Text that a program reads, such as a script for a shell: no word of it is translated. */
export function printVerbatim(text: string): void {
  process.stdout.write(`${visible(text)}\n`)
}

/** Prints a note to stderr; notes are never part of the result. */
export function printNote(text: string): void {
  process.stderr.write(`${shown(spoken(text))}\n`)
}

/** What failed, on stderr as one line of JSON: for a program that asked for JSON. */
export function printError(message: string, exitCode: number): void {
  process.stderr.write(`${visible(JSON.stringify({ format: 1, error: { message: sayMessage(message), exitCode } }))}\n`)
}

/** Puts a foreign text on one line: a line break in it must not begin a line that looks like ours. */
export function inOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}

/** A foreign text whose further lines begin with a bar, so that none looks like a line of ours or like a command to CI. */
export function barred(text: string, by = 2): string {
  const column = ' '.repeat(by)
  return text.replace(/\n|^(?=\s*(?:::|##\[))/g, (end) => (end === '' ? '| ' : `\n${column}| `))
}

/** A table with aligned columns. The last column has no fixed width. */
export function table(lines: readonly (readonly string[])[]): string {
  const rows = lines.map((cells) => cells.map((cell) => inOneLine(say(cell))))
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

/** The columns of a text on a terminal, colours not counted. */
export const width = (text: string): number => columnsOf(visible(stripVTControlCharacters(text.replaceAll(OURS, ''))))

function pad(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)))
}
