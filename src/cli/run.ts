import { type ArgsDef, type CommandDef, runCommand } from 'citty'
import { SpecFault, VERSION } from '../index.ts'
import type { CommandFile } from './command.ts'
import { type Called, commandTree, incomplete, renamed } from './command-tree.ts'
import { commandHelp, groupHelp, programHelp } from './help.ts'
import { refuseMissing, refuseUnknown } from './terminal/arguments.ts'
import { EXIT, ExitError } from './terminal/exit-codes.ts'
import { print, printError, printNote, printSaid } from './terminal/print.ts'
import { speak } from './terminal/speech.ts'

/**
 * Runs one command line.
 * @returns the exit code: 0 success, 1 problems found, 2 wrong usage, 3 nothing to do or nothing found
 */
export async function run(given: readonly string[]): Promise<number> {
  try {
    const words = renamed(await speak(given))
    const [first, ...others] = words
    if (first === '--version' || first === '-v') {
      print(VERSION)
      return EXIT.fine
    }
    if (first === 'help') return await help(renamed(others))
    if (first === undefined || words.includes('--help') || words.includes('-h')) return await help(words)
    return await act(words)
  } catch (error) {
    return explain(error, wantsJson(given))
  }
}

/** Refuses a command line whose command or options do not exist, without running it. Used to check command lines in texts. */
export async function refuseLine(words: readonly string[]): Promise<void> {
  await dispatch(words, async ({ rest, command }) => {
    const { args = {} } = commandIn(await command.load())
    refuseUnknown(rest, args as ArgsDef)
    // The parser throws when an argument is missing.
    return { args, run: () => {} }
  })
}

async function act(words: readonly string[]): Promise<number> {
  let code: number = EXIT.fine
  await dispatch(words, async ({ name, rest, command }) => {
    const loaded = commandIn(await command.load())
    refuseUnknown(rest, (await loaded.args) as ArgsDef)
    refuseMissing(name, rest, (await loaded.args) as ArgsDef)
    return {
      ...loaded,
      // The parser does not return the result of a subcommand.
      run: async (context) => {
        const result = await loaded.run?.(context)
        if (typeof result === 'number') code = result
      },
    }
  })
  return code
}

/** Finds the command with the parser and runs it. A group without one of its commands is refused. */
async function dispatch(words: readonly string[], command: (called: Called) => Promise<CommandDef<ArgsDef>>): Promise<void> {
  const group = (name: string, among: Parameters<typeof incomplete>[1]) => {
    throw incomplete(name, among)
  }
  await runCommand(commandTree(words, { command, group }), { rawArgs: [...words] })
}

async function help(words: readonly string[]): Promise<number> {
  const until = words.findIndex((word) => word.startsWith('-'))
  const named = until < 0 ? words : words.slice(0, until)
  const tree = commandTree(named, {
    command: async (called) => {
      printSaid(await commandHelp(called, await called.command.load()))
      return { run: () => {} }
    },
    group: (name, group) => printSaid(name === '' ? programHelp() : groupHelp(name, group)),
  })
  await runCommand(tree, { rawArgs: [...named] })
  return EXIT.fine
}

/** Whether the command line asks for JSON. What stands after `--` is no option. */
function wantsJson(words: readonly string[]): boolean {
  const end = words.indexOf('--')
  return (end < 0 ? words : words.slice(0, end)).includes('--json')
}

/** A mistake of the user, as opposed to a defect. */
const isForUser = (error: unknown): error is Error =>
  error instanceof ExitError || error instanceof SpecFault || (error instanceof Error && error.name === 'CLIError')

const commandIn = (file: CommandFile) => file.default as CommandDef<ArgsDef>

/** Prints a message for mistakes of the user, and a stack for defects. */
function explain(error: unknown, json: boolean): number {
  if (json && isForUser(error)) {
    const exitCode = error instanceof ExitError ? error.code : error instanceof SpecFault ? EXIT.wrong : EXIT.misused
    printError(error.message, exitCode)
    return exitCode
  }
  if (error instanceof ExitError) {
    printNote(error.message)
    return error.code
  }
  if (error instanceof SpecFault) {
    printNote(error.message)
    return EXIT.wrong
  }
  if (error instanceof Error && error.name === 'CLIError') {
    printNote(error.message)
    return EXIT.misused
  }
  printNote(error instanceof Error ? (error.stack ?? error.message) : String(error))
  printNote('This is a defect of koogallery-sandbox. Please report it with this output.')
  return EXIT.wrong
}
