import type { Schema } from '../spec/document/model.ts'
import type { ToolAnswer, ToolContext } from './mcp-api.ts'

/** A tool: its description for assistants, the schema of its arguments, and what it does. */
export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  /** Schemas of the arguments by name. Tools that work in a world have `world` beside these. */
  readonly arguments: Readonly<Record<string, Schema>>
  readonly required: readonly string[]
  /** The tool works in a world and takes its name. */
  readonly inWorld: boolean
  /** `look` changes nothing; `change` adds or moves something; `drop` removes or undoes something. */
  readonly effect: 'look' | 'change' | 'drop'
  readonly run: (args: Readonly<Record<string, unknown>>, context: ToolContext) => Promise<ToolAnswer>
}

interface ToolInput<Args> {
  readonly title: string
  readonly description: string
  readonly arguments?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly inWorld?: boolean
  readonly effect?: Tool['effect']
  readonly run: (args: Args, context: ToolContext) => Promise<ToolAnswer>
}

/** A tool whose `run` gets its arguments as `Args`: they were checked against the schemas before, which have to say the same. */
export function tool<Args extends object = Record<never, never>>(name: string, input: ToolInput<Args>): Tool {
  const { arguments: schemas = {}, required = [], inWorld = true, effect = 'look', run, ...about } = input
  return { name, ...about, arguments: schemas, required, inWorld, effect, run: (args, context) => run(args as Args, context) }
}

/** A table with aligned columns, as text. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length)
  const line = (row: readonly string[]) => row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0)))
  return rows.map((row) => line(row).join('  ').trimEnd()).join('\n')
}

/** `1 order`, `2 orders`. */
export const counted = (count: number, thing: string, things = `${thing}s`): string => `${count} ${count === 1 ? thing : things}`

/** Lines without those that are absent. */
export const lines = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part).join('\n')
