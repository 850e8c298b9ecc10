import { existsSync } from 'node:fs'
import { defineCommand } from 'citty'
import { askCanIDeploy } from '../../contract/broker/ask-can-i-deploy.ts'
import { canIDeploy } from '../../contract/deploy/can-i-deploy.ts'
import { loadRecords } from '../../contract/deploy/load-records.ts'
import { systemClock } from '../../index.ts'
import type { Report } from '../../report/report.ts'
import { givenOf } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { printNote } from '../terminal/print.ts'
import { giveReport, readyForReport, reportArguments } from '../terminal/report-options.ts'
import { brokerArgument, brokerOf } from './broker-options.ts'
import { resultsArgument } from './record-options.ts'

export default defineCommand({
  meta: { description: 'Say from recorded verifications whether a version may be deployed' },
  args: {
    app: { type: 'string', valueHint: 'name', required: true, description: 'The application, as pacts name it' },
    version: { type: 'string', valueHint: 'version', required: true, description: 'The version to deploy' },
    to: { type: 'string', valueHint: 'environment', required: true, description: 'Target environment: prod' },
    ...resultsArgument,
    ...brokerArgument,
    ...reportArguments,
  },
  async run({ args, rawArgs }) {
    if (args.broker !== undefined && givenOf(rawArgs, ['results'])) throw misused('Pass --broker or --results, not both.')
    readyForReport(args)
    const report = await reportOf(args, givenOf(rawArgs, ['results']) === undefined && !process.env.KOOSANDBOX_RESULTS)
    const code = giveReport(report, args, { checks: true })
    if (!args.json) printNote(`${ANSWERS[code]}: ${report.title}.`)
    return code
  },
})

/** From the broker if one is named; otherwise from the records. */
async function reportOf({ app, version, to, ...given }: Given, mayAsk: boolean): Promise<Report> {
  const wanted = { app, version, environment: to }
  const broker = mayAsk ? brokerOf(given) : undefined
  if (broker !== undefined) return askCanIDeploy(broker, wanted, systemClock.now())
  // Either this is the first run or the name is misspelt, so only print a note.
  if (!existsSync(given.results)) printNote(`There is no ${given.results}; records are read from there.`)
  return canIDeploy(wanted, loadRecords(given.results), systemClock.now())
}

interface Given {
  readonly app: string
  readonly version: string
  readonly to: string
  readonly results: string
  readonly broker?: string | undefined
}

const ANSWERS: Readonly<Record<number, string>> = { [EXIT.fine]: 'Yes', [EXIT.wrong]: 'No', [EXIT.nothing]: 'Nothing to compare yet' }
