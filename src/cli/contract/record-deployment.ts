import { defineCommand } from 'citty'
import type { DeploymentRecord } from '../../contract/deploy/records.ts'
import { systemClock } from '../../index.ts'
import { print, printJson } from '../terminal/print.ts'
import { deploymentArguments, keep } from './record-options.ts'

export default defineCommand({
  meta: { description: 'Record that a version is deployed and replaces the previous one' },
  args: {
    version: { type: 'string', valueHint: 'version', required: true, description: 'The version that is deployed now' },
    ...deploymentArguments,
  },
  run({ args }) {
    const record: DeploymentRecord = {
      format: 1,
      kind: 'deployment',
      pacticipant: { name: args.app },
      version: { number: args.version },
      environment: { name: args.to },
      ...(args['application-instance'] === undefined ? {} : { applicationInstance: args['application-instance'] }),
      currentlyDeployed: true,
      createdAt: new Date(systemClock.now()).toISOString(),
    }
    keep(args.results, [record])
    if (args.json) printJson(record)
    else print(`${args.app} ${args.version} is in ${args.to}.`)
  },
})
