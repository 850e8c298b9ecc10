import type { ArgsDef, CommandDef } from 'citty'
import type { Command } from '../command.ts'

/** What may follow: words by the command line before them, and values by command and option. The root is ''. */
export interface CompletedWords {
  readonly words: ReadonlyMap<string, readonly string[]>
  /** `serve --auth` → strict, lenient. */
  readonly values: ReadonlyMap<string, readonly string[]>
}

/** A command with its whole name. */
export interface NamedCommand {
  readonly name: string
  readonly command: Command
}

/** Reads the options of each command. */
export async function completedWords(commands: readonly NamedCommand[]): Promise<CompletedWords> {
  const words = new Map<string, string[]>([['', ['help', '--version', '--lang']]])
  const values = new Map<string, readonly string[]>([['--lang', ['en', 'zh']]])
  for (const { name, command } of commands) {
    const path = name.split(' ')
    for (const [depth, word] of path.entries()) {
      const before = path.slice(0, depth).join(' ')
      const known = words.get(before) ?? []
      if (!known.includes(word)) words.set(before, [...known, word])
    }
    const { args = {} } = (await command.load()).default as CommandDef<ArgsDef>
    const options = Object.entries(args as ArgsDef).filter(([, arg]) => arg.type !== 'positional')
    words.set(name, [
      ...options.flatMap(([key, arg]) =>
        arg.type === 'boolean' && (arg.default === true || arg.negativeDescription) ? [`--${key}`, `--no-${key}`] : [`--${key}`],
      ),
      '--help',
    ])
    for (const [key, arg] of options) if (arg.type === 'enum' && arg.options) values.set(`${name} --${key}`, arg.options)
  }
  return { words, values }
}
