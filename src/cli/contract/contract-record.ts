import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defineCommand } from 'citty'
import { type Recording, recordPact } from '../../contract/record/record-pact.ts'
import { statesFileOf, writeRecording } from '../../contract/record/write-recording.ts'
import { builtInBundle, type ControlApi, makeFolder, specsOf } from '../../index.ts'
import { numberOf, remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT, ExitError, misused } from '../terminal/exit-codes.ts'
import { print, printJson, printNote } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'

type Journal = ControlApi['schemas']['Journal']
type World = ControlApi['schemas']['World']

export default defineCommand({
  meta: {
    description: 'Write the calls of an app to a running sandbox as a Pact file, and its provider states as a second file',
  },
  args: {
    consumer: { type: 'string', required: true, valueHint: 'name', description: 'Name of the app' },
    provider: { type: 'string', valueHint: 'name', default: 'huawei-cloud', description: 'Name of the provider' },
    out: {
      type: 'string',
      valueHint: 'file',
      description: 'The pact; default pacts/CONSUMER-PROVIDER.json. The states get the same name with .states.yaml',
    },
    since: { type: 'string', valueHint: 'n', default: '0', description: 'Only exchanges numbered above this' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    for (const name of ['consumer', 'provider'] as const)
      if (!/^[\w.-]{1,100}$/.test(args[name]))
        throw misused(`--${name} must consist of letters, digits, dots and hyphens, not "${args[name]}".`)
    const { ask } = connect(args)
    const since = numberOf(args.since, '--since', 0, Number.MAX_SAFE_INTEGER)
    const { entries } = await ask<Journal>('GET', '/journal', { query: { world: args.world, since, limit: 1000, changes: 'true' } })
    const { start = 'default' } = await ask<World>('GET', `/worlds/${args.world}`)
    const specs = specsOf(builtInBundle())
    const recording = recordPact(entries, { consumer: args.consumer, provider: args.provider, specs, start })
    for (const left of recording.leftOut) printNote(`Left out: ${left}`)
    if (recording.interactions === 0)
      throw new ExitError(`Nothing to record: world "${args.world}" received no call of the vendor's interfaces.`, EXIT.nothing)
    const file = args.out ?? join('pacts', `${args.consumer}-${args.provider}.json`)
    write(file, recording)
    const states = statesFileOf(file)
    if (args.json) printJson({ format: 1, file, states, interactions: recording.interactions, leftOut: recording.leftOut })
    else
      print(
        `${recording.interactions} interaction${recording.interactions === 1 ? '' : 's'} in ${file}, their states in ${states}.\nVerify: koosandbox contract verify consumer ${file} --states ${states}`,
      )
    return EXIT.fine
  },
})

function write(file: string, recording: Recording): void {
  try {
    makeFolder(dirname(file))
    for (const [name, text] of writeRecording(file, recording)) writeFileSync(name, text)
  } catch (error) {
    throw new ExitError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}
