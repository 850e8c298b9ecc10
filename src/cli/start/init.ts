import { writeFileSync } from 'node:fs'
import { defineCommand } from 'citty'
import { CONFIGURATION_FILE } from '../../index.ts'
import { ExitError, misused } from '../terminal/exit-codes.ts'
import { print, printJson } from '../terminal/print.ts'
import { CONFIG_TEMPLATE } from './config-template.ts'

export default defineCommand({
  meta: { description: `Write ${CONFIGURATION_FILE}: your own products, prices, accounts, addresses and keys` },
  args: {
    file: { type: 'positional', required: false, default: CONFIGURATION_FILE, description: 'File to write' },
    force: { type: 'boolean', description: 'Overwrite an existing file' },
    json: { type: 'boolean', description: 'JSON, for scripts' },
  },
  run({ args }) {
    if (!/\.ya?ml$/.test(args.file)) throw misused(`"${args.file}" is not the name of a YAML file. Use a name that ends in .yaml.`)
    try {
      writeFileSync(args.file, CONFIG_TEMPLATE, { flag: args.force ? 'w' : 'wx' })
    } catch (error) {
      throw problemWith(args.file, error)
    }
    const named = args.file === CONFIGURATION_FILE ? '' : ` --config ${args.file}`
    if (args.json) printJson({ file: args.file })
    else print(`${args.file} is written. Edit it, then run: koosandbox serve${named}`)
  },
})

function problemWith(file: string, error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EEXIST':
      return new ExitError(`${file} exists and was not changed. Pass --force to overwrite it.`)
    case 'ENOENT':
      return new ExitError(`${file}: there is no such folder.`)
    case 'EACCES':
    case 'EROFS':
    case 'EISDIR':
      return new ExitError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
    default:
      return error
  }
}
