import { defineCommand } from 'citty'
import { machineSecret, systemClock } from '../../index.ts'
import { strictCheck, strictReport } from '../../report/report.ts'
import { checkLine } from '../../report/write-text.ts'
import { PROFILES } from '../../verify/profiles/profiles.ts'
import type { CaseResult } from '../../verify/run-case.ts'
import { replayFailure } from '../../verify/stories/replay-failure.ts'
import { verifySeller } from '../../verify/verify-seller.ts'
import { listensAt } from '../../verify/watch/seller-door.ts'
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
    'allow-host': { type: 'string', valueHint: 'host', description: 'A host other than this machine that may be called' },
    ...storyArguments,
    ...failureArguments,
    ...watchArgument,
    ...coverageArgument,
    ...strictArguments,
    ...reportArguments,
  },
  async run({ args, rawArgs }) {
    if (!URL.canParse(args.url) || !/^https?:/.test(args.url))
      throw misused(`"${args.url}" is not an address of a seller. Write it like http://localhost:8080/isv.`)
    if (new URL(args.url).password !== '') throw misused('Leave the name and password out of --url: the marketplace sends none.')
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
    // Otherwise every finding would be about an answer that never came.
    const listens = await listensAt(args.url, allow, systemClock.wait)
    if (listens === undefined) {
      const { host } = new URL(args.url)
      throw misused(`${host} is not this machine. To call it, pass --allow-host ${host}.`)
    }
    if (!listens) throw misused(`No server listens at ${args.url}. Start your seller, or correct --url, then run this again.`)
    // The report lists skipped cases by their reasons.
    const shows = ({ state }: CaseResult) => !args.json && (state !== 'skipped' || args.verbose === true)
    const report = await verify((result) => {
      if (shows(result)) print(checkLine(result, paint, say))
    })
    if (!args.json) print('')
    return giveReport(report, args)
  },
})
