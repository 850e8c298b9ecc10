import { defineCommand } from 'citty'
import { machineSecret, wire } from '../index.ts'
import { checkLine } from '../report/write-text.ts'
import type { CaseResult } from '../verify/play.ts'
import { replayFailure } from '../verify/stories/replay-failure.ts'
import { verifySeller } from '../verify/verify-seller.ts'
import { givenOf, valuesOf } from './arguments.ts'
import { coverageArgument, coverageOf } from './coverage-option.ts'
import { failureArguments, failureIn, keepFailures } from './failure-files.ts'
import { paint, print } from './print.ts'
import { giveReport, readyForReport, reportArguments } from './report-options.ts'
import { keyArguments, keysOf } from './seller-keys.ts'
import { factsOf, profileArguments, profileOf, profileTable } from './seller-profile.ts'
import { misused } from './stop.ts'
import { storiesOf, storyArguments } from './story-options.ts'

/** What `--profile` may be. */
export const more = () => `Profiles:\n${profileTable('  ')}`

export default defineCommand({
  meta: { name: 'verify seller', description: "Play the marketplace against a seller's production interface and judge every answer" },
  args: {
    url: { type: 'string', valueHint: 'address', description: "The seller's address, path and query included", required: true },
    ...keyArguments,
    ...profileArguments,
    'allow-host': { type: 'string', valueHint: 'host', description: 'A host beyond this machine that may be called' },
    ...storyArguments,
    ...failureArguments,
    ...coverageArgument,
    ...reportArguments,
  },
  async run({ args, rawArgs }) {
    if (!URL.canParse(args.url) || !/^https?:/.test(args.url))
      throw misused(`"${args.url}" is no address of a seller. Write it like http://localhost:8080/isv.`)
    if (new URL(args.url).password !== '') throw misused('Leave the name and password out of --url: the marketplace sends none.')
    const again = args.replay === undefined ? undefined : failureIn(args.replay)
    if (again && givenOf(rawArgs, ['profile'])) throw misused('--replay plays what its file says: leave --profile out.')
    const profile = again?.profile ?? profileOf(args.profile)
    const keys = keysOf(args, profile)
    const run = machineSecret()
    const known = factsOf(args, run)
    const stories = storiesOf(args)
    const onFailure = keepFailures(args.failures, args.url)
    readyForReport(args)
    const seller = { url: args.url, keys, profile, known, run, wire, allowHosts: valuesOf(rawArgs, 'allow-host'), ...coverageOf(args) }
    const onCase = args.json ? () => {} : (result: CaseResult) => print(checkLine(result, paint))
    const report = again
      ? await replayFailure({ ...seller, failure: again.failure, onStep: onCase })
      : await verifySeller({ ...seller, ...stories, onCase, onFailure })
    if (!args.json) print('')
    return giveReport(report, args)
  },
})
