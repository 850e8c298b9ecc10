import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { runRow } from './fault-lines.ts'

/** Starts or stops a scenario. */
export const playCommand = (action: 'start' | 'stop', description: string) =>
  defineCommand({
    meta: { description },
    args: { name: { type: 'positional', required: true, description: 'The scenario' }, ...worldArgument, ...remoteArguments },
    async run({ args }) {
      const path = `/scenarios/${encodeURIComponent(args.name)}/${action}`
      const run = await connect(args).ask<ControlApi['schemas']['ScenarioRun']>('POST', path, { query: { world: args.world } })
      if (args.json) printJson(run)
      else print(table([runRow(run)]))
      return EXIT.fine
    },
  })
