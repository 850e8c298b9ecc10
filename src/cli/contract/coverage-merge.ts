import { defineCommand } from 'citty'
import { isNothing, readCoverage } from '../../contract/coverage/read-coverage.ts'
import { writeCoverage } from '../../index.ts'
import { EXIT, ExitError, misused } from '../terminal/exit-codes.ts'
import { print, printJson } from '../terminal/print.ts'

export default defineCommand({
  meta: { description: 'Merge coverage files of several runs' },
  args: {
    files: { type: 'positional', required: true, description: 'Coverage files, or folders of them' },
    out: { type: 'string', valueHint: 'file', required: true, description: 'Output file' },
    json: { type: 'boolean', description: 'Print the result as JSON' },
  },
  run({ args }) {
    // All positional arguments, including the first.
    const { files, coverage } = readCoverage(args._)
    if (args.out === '') throw misused('--out needs a file name.')
    if (isNothing(coverage)) throw new ExitError('Nothing to merge: no operation was exercised in these files.', EXIT.nothing)
    try {
      writeCoverage(args.out, coverage)
    } catch (error) {
      throw new ExitError(`${args.out} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
    }
    if (args.json) printJson({ format: 1, files: files.length, runs: coverage.runs, out: args.out })
    else print(`${files.length} files, ${coverage.runs} runs: ${args.out}`)
    return EXIT.fine
  },
})
