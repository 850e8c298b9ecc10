import { defineCommand } from 'citty'
import { machineSecret, wire } from '../index.ts'
import { PROFILES } from '../verify/profiles/profiles.ts'
import { verifySeller } from '../verify/verify-seller.ts'
import { actionOf, valuesOf } from './arguments.ts'
import { print, printJson } from './print.ts'
import { keyArguments, keysOf } from './seller-keys.ts'
import { EXIT, misused } from './stop.ts'
import { caseLine, reportText } from './verify-lines.ts'

const NAMES = PROFILES.map(({ name }) => name)

export default defineCommand({
  meta: { name: 'verify', description: "Play the marketplace against a seller's production interface and judge every answer" },
  args: {
    what: { type: 'positional', required: true, description: 'seller' },
    url: { type: 'string', valueHint: 'address', description: "The seller's address, path and query included", required: true },
    ...keyArguments,
    profile: { type: 'enum', options: [...NAMES], default: NAMES[0] as string, description: 'What the seller sells' },
    'allow-host': { type: 'string', valueHint: 'host', description: 'A host beyond this machine that may be called' },
    json: { type: 'boolean', description: 'JSON, for scripts' },
  },
  async run({ args, rawArgs }) {
    actionOf(args.what, ['seller'])
    if (!URL.canParse(args.url) || !/^https?:/.test(args.url))
      throw misused(`"${args.url}" is no address of a seller. Write it like http://localhost:8080/isv.`)
    const profile = PROFILES.find(({ name }) => name === args.profile)
    if (!profile) throw misused(`--profile is one of ${NAMES.join(', ')}, not "${args.profile}".`)
    const keys = keysOf(args, profile)
    const report = await verifySeller({
      url: args.url,
      keys,
      profile,
      run: machineSecret(),
      wire,
      allowHosts: valuesOf(rawArgs, 'allow-host'),
      ...(args.json ? {} : { onCase: (result) => print(caseLine(result)) }),
    })
    if (args.json) printJson({ format: 1, ...report })
    else print(reportText(report))
    return report.checked > 0 && report.failed === 0 ? EXIT.fine : EXIT.wrong
  },
})
