import { defineCommand } from 'citty'
import { deployedIn } from '../../contract/deploy/deployed-in.ts'
import { loadRecords } from '../../contract/deploy/load-records.ts'
import type { DeploymentRecord } from '../../contract/deploy/records.ts'
import { didYouMean, systemClock } from '../../index.ts'
import { EXIT, ExitError } from '../terminal/exit-codes.ts'
import { print, printJson } from '../terminal/print.ts'
import { deploymentArguments, keep } from './record-options.ts'

export default defineCommand({
  meta: { description: 'Record that an application is no longer deployed' },
  args: deploymentArguments,
  run({ args }) {
    const deployed = deployedIn(args.to, loadRecords(args.results))
    if (!deployed.has(args.app))
      throw new ExitError(
        `No version of ${args.app} is recorded as deployed to ${args.to}.${didYouMean(args.app, deployed.keys())}`,
        EXIT.nothing,
      )
    const record: DeploymentRecord = {
      format: 1,
      kind: 'deployment',
      pacticipant: { name: args.app },
      environment: { name: args.to },
      ...(args['application-instance'] === undefined ? {} : { applicationInstance: args['application-instance'] }),
      currentlyDeployed: false,
      createdAt: new Date(systemClock.now()).toISOString(),
    }
    keep(args.results, [record])
    if (args.json) printJson(record)
    else print(`${args.app} is no longer in ${args.to}.`)
  },
})
