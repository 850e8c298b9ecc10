import type { ArgsDef, CommandDef, SubCommandsDef } from 'citty'
import { didYouMean } from '../index.ts'
import type { Command, Group } from './command.ts'
import { commandsOf, FORMER, ROOT, SAME } from './commands.ts'
import { misused } from './terminal/exit-codes.ts'

/** A command that was called. */
export interface Called {
  /** The present name, as in the lists: `order buy`, even if `buy` was called. */
  readonly name: string
  readonly command: Command
  /** The arguments after the name. */
  readonly rest: readonly string[]
}

/** What to do with the command or group that the parser found. */
export interface Doing {
  /** @returns the command that the parser runs with `rest` */
  command(called: Called): Promise<CommandDef<ArgsDef>>
  /** Called for a group without one of its commands; the name of the program itself is empty. */
  group(name: string, group: Group): void
}

/** All commands as a tree for the parser, for one command line. The file of a command is loaded when the parser reaches it. */
export function commandTree(words: readonly string[], doing: Doing): CommandDef {
  const leaf = (command: Command, name: string, depth: number) => () => doing.command({ name, command, rest: words.slice(depth) })
  const branch = (group: Group, name: string, depth: number): CommandDef => {
    // Without a prototype, because the parser looks up names with `in`.
    const subCommands: SubCommandsDef = Object.create(null)
    for (const one of group.commands) {
      const full = `${name} ${one.name}`.trim()
      subCommands[one.name] = 'commands' in one ? branch(one, full, depth + 1) : leaf(one, full, depth + 1)
    }
    if (depth === 0) {
      for (const { name: full, command } of commandsOf(ROOT)) for (const old of command.also) subCommands[old] = leaf(command, full, 1)
      for (const [other, same] of Object.entries(SAME)) subCommands[other] = branch(same, same.name, 1)
      for (const command of FORMER) subCommands[command.name] = leaf(command, command.name, 1)
    }
    return {
      subCommands,
      setup: ({ rawArgs: [word] }) => {
        if (word === undefined || word in subCommands) return
        throw word.startsWith('-') && depth > 0 ? incomplete(name, group) : unknown(word, name, Object.keys(subCommands))
      },
      // The parser also calls this after it has run a command of the group.
      run: ({ rawArgs: [word] }) => {
        if (word === undefined) doing.group(name, group)
      },
    }
  }
  return branch(ROOT, '', 0)
}

/** Replaces a former name of two words by the present one: `errors explain` becomes `error explain`. */
export function renamed(words: readonly string[]): readonly string[] {
  const two = words.slice(0, 2).join(' ')
  const found = commandsOf(ROOT).find(({ command }) => command.also.includes(two))
  return found && words.length > 1 ? [...found.name.split(' '), ...words.slice(2)] : words
}

/** A group that was called without one of its commands: exit code 2 and their list. */
export function incomplete(name: string, { commands }: Group): Error {
  const list = commands.map((one) => one.name).join(', ')
  return misused(`"${name}" needs a subcommand: ${list}. Run \`koosandbox help ${name}\` to read what they do.`)
}

function unknown(word: string, group: string, known: readonly string[]): Error {
  const start = group === '' ? '' : `${group} `
  // `koosandbox fork` lacks the name of its group and is not misspelt.
  const elsewhere = commandsOf(ROOT).filter(({ name }) => name.endsWith(` ${word}`))
  const meant =
    elsewhere.length === 1 && elsewhere[0] !== undefined
      ? ` Did you mean "${elsewhere[0].name}"?`
      : didYouMean(word, known).replace('"', `"${start}`)
  return misused(`There is no command "${start}${word}".${meant} Run \`koosandbox help${start === '' ? '' : ` ${group}`}\` to list them.`)
}
