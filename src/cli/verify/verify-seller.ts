import { defineCommand } from 'citty'
import { machineSecret, systemClock } from '../../index.ts'
import { strictCheck, strictReport } from '../../report/report.ts'
import { checkLine } from '../../report/write-text.ts'
import { PROFILES } from '../../verify/profiles/profiles.ts'
import type { CaseResult } from '../../verify/run-case.ts'
import { replayFailure } from '../../verify/stories/replay-failure.ts'
import { verifySeller } from '../../verify/verify-seller.ts'
import { coverageArgument, coverageOf } from '../contract/coverage-option.ts'
import { keyArguments, keysOf } from '../seller/seller-keys.ts'
import { givenOf, valuesOf } from '../terminal/arguments.ts'
import { misused } from '../terminal/exit-codes.ts'
import { paint, print } from '../terminal/print.ts'
import { createProgress } from '../terminal/progress.ts'
import { giveReport, readyForReport, reportArguments, strictArguments } from '../terminal/report-options.ts'
import { say } from '../terminal/speech.ts'
import { listenForStop } from '../terminal/stop-signals.ts'
import { failureArguments, failureIn, keepFailures } from './failure-files.ts'
import { checkAddress, reachArguments, reachSeller } from './reach-seller.ts'
import { factsOf, profileArguments, profileOf } from './seller-profile.ts'
import { storiesOf, storyArguments } from './story-options.ts'
import { keepVerifying, watchArgument } from './watch-option.ts'

/** The values of `--profile`. */
export const more = () => ({ title: 'Profiles', rows: PROFILES.map(({ name, title }) => [name, title] as const) })

export default defineCommand({
  meta: { description: "Call a seller's production interface as the marketplace does, and check every answer" },
  args: {
    url: { type: 'string', valueHint: 'address', description: "The seller's address, path and query included", required: true },
    ...keyArguments,
    ...profileArguments,
    ...reachArguments,
    ...storyArguments,
    ...failureArguments,
    ...watchArgument,
    ...coverageArgument,
    ...strictArguments,
    ...reportArguments,
  },
  async run({ args, rawArgs }) {
    checkAddress(args.url, '--url')
    const again = args.replay === undefined ? undefined : failureIn(args.replay)
    if (again && givenOf(rawArgs, ['profile'])) throw misused('--replay takes the profile from its file. Leave out --profile.')
    const profile = again?.profile ?? profileOf(args.profile)
    const keys = keysOf(args, profile)
    // Checked and printed before the seller is called.
    factsOf(args, machineSecret())
    const stories = storiesOf(args)
    const onFailure = keepFailures(args.failures, args.url)
    const allow = valuesOf(rawArgs, 'allow-host')
    const verify = (showCase: (result: CaseResult) => void) => {
      const progress = createProgress(process.stderr, systemClock.monotonic)
      const total = again?.failure.steps.length ?? profile.cases.length + (stories.stories?.count ?? 0)
      let done = 0
      const onCase = (result: CaseResult) => {
        progress.clear()
        showCase(args.strict ? strictCheck(result) : result)
        progress.show(`${++done} of ${total}`)
      }
      const onTry = (rule: string) => progress.show(`searching for the shortest sequence that shows ${rule}`)
      // Each run has its own orders.
      const run = machineSecret()
      const seller = { url: args.url, keys, profile, known: factsOf(args, run), run, systemClock, allowHosts: allow, ...coverageOf(args) }
      const report = again
        ? replayFailure({ ...seller, failure: again.failure, onStep: onCase })
        : verifySeller({ ...seller, ...stories, onCase, onFailure, onTry })
      return report.then((made) => (args.strict ? strictReport(made) : made)).finally(progress.clear)
    }
    if (args.watch !== undefined) {
      const file = givenOf(rawArgs, ['junit', 'html', 'markdown', 'coverage'])
      if (file) throw misused(`${file} is for a single run, and --watch makes many. Leave out one of them.`)
      const ignored = [args.failures, ...(args.replay === undefined ? [] : [args.replay])]
      const quietly = () => verify(() => {})
      const where = { folder: args.watch, url: args.url, allow, ignored, json: args.json }
      return keepVerifying({
        ...where,
        verify: quietly,
        stopped: listenForStop().stop,
        ...(process.stdin.isTTY ? { input: process.stdin } : {}),
      })
    }
    readyForReport(args)
    await reachSeller(args.url, '--url', allow)
    // The report lists skipped cases by their reasons.
    const shows = ({ state }: CaseResult) => !args.json && (state !== 'skipped' || args.verbose === true)
    const report = await verify((result) => {
      if (shows(result)) print(checkLine(result, paint, say))
    })
    if (!args.json) print('')
    return giveReport(report, args)
  },
})
