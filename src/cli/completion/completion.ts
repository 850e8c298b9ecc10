import { defineCommand } from 'citty'
import { didYouMean } from '../../index.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { printJson, printVerbatim } from '../terminal/print.ts'
import { completedWords, type NamedCommand } from './completed-words.ts'
import { completionScript, SHELLS } from './scripts.ts'

/** @param commands the table of commands, which this command is part of */
export const completionCommand = (commands: () => readonly NamedCommand[]) =>
  defineCommand({
    meta: { description: 'Print a script that lets your shell complete commands and options' },
    args: {
      shell: { type: 'positional', required: true, description: 'bash, zsh, fish or powershell' },
      json: { type: 'boolean', description: 'The words instead of a script, as JSON' },
    },
    async run({ args }) {
      const shell = SHELLS.find((one) => one === args.shell)
      if (shell === undefined)
        throw misused(`There is no completion for "${args.shell}".${didYouMean(args.shell, SHELLS)} There are: ${SHELLS.join(', ')}.`)
      const words = await completedWords(commands())
      if (args.json) printJson({ format: 1, words: Object.fromEntries(words.words), values: Object.fromEntries(words.values) })
      else printVerbatim(completionScript(shell, words))
      return EXIT.fine
    },
  })
