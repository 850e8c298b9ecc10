import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineCommand } from 'citty'
import { exportSeller } from '../../contract/seller/export-seller.ts'
import { PARTS } from '../../contract/seller/parts.ts'
import { builtInBundle, makeFolder, specsOf } from '../../index.ts'
import { shellWord } from '../../report/shell-word.ts'
import { valuesOf } from '../terminal/arguments.ts'
import { EXIT, ExitError, misused } from '../terminal/exit-codes.ts'
import { print, printJson, table } from '../terminal/print.ts'

const SERVICES = [...new Set<string>(PARTS.map(({ service }) => service))]

export default defineCommand({
  meta: {
    description: 'Write the production interface as Pact files, for contract tests of a seller in any language',
  },
  args: {
    out: { type: 'string', valueHint: 'folder', default: 'contracts', description: 'Folder for the files' },
    service: { type: 'enum', options: SERVICES, description: 'Only this one of the production interfaces' },
    'provider-name': {
      type: 'string',
      valueHint: 'name',
      description: 'Name of the seller in the pacts; default: a name for each part',
    },
    check: { type: 'boolean', description: 'Write nothing; say whether the files in the folder are current' },
    json: { type: 'boolean', description: 'List the written files as JSON' },
  },
  run({ args, rawArgs }) {
    const provider = args['provider-name']
    if (provider?.trim() === '') throw misused('--provider-name needs a name.')
    const pacts = exportSeller(specsOf(builtInBundle()), valuesOf(rawArgs, 'service'), provider)
    const old = pacts.filter(({ file, text }) => contentOf(join(args.out, file)) !== text)
    if (!args.check) {
      attempt(args.out, () => makeFolder(args.out))
      for (const { file, text } of old) attempt(join(args.out, file), () => writeFileSync(join(args.out, file), text))
    }
    if (args.json) {
      const files = pacts.map((pact) => ({
        file: join(args.out, pact.file),
        interactions: pact.interactions.length,
        staged: pact.staged,
        current: !old.includes(pact),
      }))
      printJson({ format: 1, files })
    } else {
      const state = (changed: boolean) => (changed ? (args.check ? 'out of date' : 'written') : 'current')
      print(table(pacts.map((pact) => [join(args.out, pact.file), `${pact.interactions.length} interactions`, state(old.includes(pact))])))
    }
    if (args.check && old.length > 0)
      throw new ExitError(
        `${old.length} of ${pacts.length} files are out of date. Run \`koosandbox contract export seller${provider === undefined ? '' : ` --provider-name ${shellWord(provider)}`}\` to write them.`,
      )
    return EXIT.fine
  },
})

function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function attempt(path: string, act: () => void): void {
  try {
    act()
  } catch (error) {
    throw new ExitError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}
