import { existsSync } from 'node:fs'
import { defineCommand } from 'citty'
import { canIDeploy } from '../../contract/deploy/can-i-deploy.ts'
import { loadRecords } from '../../contract/deploy/load-records.ts'
import { systemClock } from '../../index.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { printNote } from '../terminal/print.ts'
import { giveReport, readyForReport, reportArguments } from '../terminal/report-options.ts'
import { resultsArgument } from './record-options.ts'

export default defineCommand({
  meta: { description: 'Say from recorded verifications whether a version may be deployed' },
  args: {
    app: { type: 'string', valueHint: 'name', required: true, description: 'The application, as pacts name it' },
    version: { type: 'string', valueHint: 'version', required: true, description: 'The version to deploy' },
    to: { type: 'string', valueHint: 'environment', required: true, description: 'Target environment: prod' },
    ...resultsArgument,
    ...reportArguments,
  },
  run({ args }) {
    readyForReport(args)
    // Either this is the first run or the name is misspelt, so only print a note.
    if (!existsSync(args.results)) printNote(`There is no ${args.results}; records are read from there.`)
    const report = canIDeploy({ app: args.app, version: args.version, environment: args.to }, loadRecords(args.results), systemClock.now())
    const code = giveReport(report, args, { checks: true })
    if (!args.json) printNote(`${ANSWERS[code]}: ${report.title}.`)
    return code
  },
})

const ANSWERS: Readonly<Record<number, string>> = { [EXIT.fine]: 'Yes', [EXIT.wrong]: 'No', [EXIT.nothing]: 'Nothing to compare yet' }
