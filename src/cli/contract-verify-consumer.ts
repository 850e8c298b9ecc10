import { defineCommand } from 'citty'
import { pactFilesOf } from '../contract/read-pact.ts'
import { PactMissing } from '../contract/run-verifier.ts'
import { verifyConsumer } from '../contract/verify-consumer.ts'
import { wire } from '../index.ts'
import { valuesOf } from './arguments.ts'
import { tell } from './print.ts'
import { giveReport, readyForReport, reportArguments } from './report-options.ts'
import { misused } from './stop.ts'

export default defineCommand({
  meta: {
    name: 'contract verify consumer',
    description: 'Check pacts of callers of the cloud APIs: against the specs, then live against a sandbox',
  },
  args: {
    files: { type: 'positional', required: true, description: 'Pact files of version 2, 3 or 4, or folders of them' },
    filter: { type: 'string', valueHint: 'text', description: 'Only interactions whose description holds this text, or #3' },
    'static-only': { type: 'boolean', description: 'Compare with the specs and run nothing' },
    states: { type: 'string', valueHint: 'file', description: 'More provider states, in the form of contracts/states.yaml' },
    start: { type: 'string', valueHint: 'world', default: 'default', description: 'Starting world of interactions whose states name none' },
    ...reportArguments,
  },
  async run({ args, rawArgs }) {
    if (args.filter === '') throw misused('--filter wants a text.')
    readyForReport(args)
    const report = await verifyConsumer({
      files: pactFilesOf(args._),
      states: valuesOf(rawArgs, 'states'),
      start: args.start,
      wire,
      staticOnly: args['static-only'] === true,
      ...(args.filter === undefined ? {} : { filter: args.filter }),
      ...(process.stderr.isTTY ? { onStep: (step) => tell(`${step} …`) } : {}),
    }).catch((error: unknown) => {
      throw error instanceof PactMissing ? misused(`${error.message}. Without it, --static-only compares with the specs.`) : error
    })
    return giveReport(report, args, { checks: true })
  },
})
