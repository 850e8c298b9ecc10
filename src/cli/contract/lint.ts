import { defineCommand } from 'citty'
import { lintDocuments } from '../../contract/lint/lint-documents.ts'
import { seededNumbers, systemClock } from '../../index.ts'
import { isGood } from '../../report/report.ts'
import { writeJson } from '../../report/write-json.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { paint, print, printJson } from '../terminal/print.ts'
import { readyForReport, reportArguments, writeReportFiles } from '../terminal/report-options.ts'

const COLOURS = { error: 'red', warning: 'yellow', info: 'bold' } as const

export default defineCommand({
  meta: { description: 'Check OpenAPI documents before you serve them: mistakes with their lines, and what is not supported' },
  args: {
    files: { type: 'positional', required: true, description: 'OpenAPI document of version 3.0, 3.1 or 3.2; several may be named' },
    strict: { type: 'boolean', description: 'Warnings make the exit code 1 too' },
    ...reportArguments,
  },
  async run({ args }) {
    readyForReport(args)
    const { notes, report, remembered } = await lintDocuments({
      files: args._,
      strict: args.strict === true,
      numbersFrom: seededNumbers,
      clock: systemClock,
    })
    if (args.json) printJson(writeJson(report))
    else {
      for (const { level, code, message, file, line } of notes)
        print(`${file}:${line}: ${paint(COLOURS[level], level)}: ${message} [${code}]`)
      if (remembered.length > 0) print(`serve --stateful remembers:\n${remembered.map((line) => `  ${line}`).join('\n')}`)
      const { operations, errors, warnings, notes: others } = report.about
      const counted = { operation: operations, error: errors, warning: warnings, note: others }
      print(`${Object.entries(counted).map(([what, count]) => `${count} ${what}${count === '1' ? '' : 's'}`).join(', ')}.`) // biome-ignore format: one line
    }
    writeReportFiles(report, args)
    return isGood(report) ? EXIT.fine : EXIT.wrong
  },
})
