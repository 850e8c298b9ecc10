import { defineCommand } from 'citty'
import { machineSecret, wire } from '../index.ts'
import { checkLine } from '../report/write-text.ts'
import { PROFILES } from '../verify/profiles/profiles.ts'
import { verifySeller } from '../verify/verify-seller.ts'
import { valuesOf } from './arguments.ts'
import { paint, print } from './print.ts'
import { giveReport, readyForReport, reportArguments } from './report-options.ts'
import { keyArguments, keysOf } from './seller-keys.ts'
import { misused } from './stop.ts'

const NAMES = PROFILES.map(({ name }) => name)

export default defineCommand({
  meta: { name: 'verify seller', description: "Play the marketplace against a seller's production interface and judge every answer" },
  args: {
    url: { type: 'string', valueHint: 'address', description: "The seller's address, path and query included", required: true },
    ...keyArguments,
    profile: { type: 'enum', options: [...NAMES], default: NAMES[0] as string, description: 'What the seller sells' },
    'allow-host': { type: 'string', valueHint: 'host', description: 'A host beyond this machine that may be called' },
    ...reportArguments,
  },
  async run({ args, rawArgs }) {
    if (!URL.canParse(args.url) || !/^https?:/.test(args.url))
      throw misused(`"${args.url}" is no address of a seller. Write it like http://localhost:8080/isv.`)
    const profile = PROFILES.find(({ name }) => name === args.profile)
    if (!profile) throw misused(`--profile is one of ${NAMES.join(', ')}, not "${args.profile}".`)
    const keys = keysOf(args, profile)
    readyForReport(args)
    const report = await verifySeller({
      url: args.url,
      keys,
      profile,
      run: machineSecret(),
      wire,
      allowHosts: valuesOf(rawArgs, 'allow-host'),
      ...(args.json ? {} : { onCase: (result) => print(checkLine(result, paint)) }),
    })
    if (!args.json) print('')
    return giveReport(report, args)
  },
})
