import { defineCommand } from 'citty'
import { fetchPacts, isAddress } from '../../contract/pact-sources.ts'
import { pactFilesOf, pactOf, readPact } from '../../contract/read-pact.ts'
import { findPact, PactMissing } from '../../contract/run-verifier.ts'
import { exportSeller } from '../../contract/seller/export-seller.ts'
import { PARTS } from '../../contract/seller/parts.ts'
import { verifyContract } from '../../contract/seller/verify-contract.ts'
import { builtInBundle, didYouMean, machineSecret, specsOf, systemClock, VERSION } from '../../index.ts'
import { strictReport } from '../../report/report.ts'
import { causeOfRefusal } from '../../verify/cause-of-refusal.ts'
import { keyArguments, keysGiven } from '../seller/seller-keys.ts'
import { millisecondsOf, valuesOf } from '../terminal/arguments.ts'
import { misused } from '../terminal/exit-codes.ts'
import { showProgress } from '../terminal/progress.ts'
import { giveReport, readyForReport, reportArguments, strictArguments } from '../terminal/report-options.ts'
import { checkAddress, reachArguments, reachSeller } from '../verify/reach-seller.ts'
import { factsOf } from '../verify/seller-profile.ts'
import { stateArguments, stateValues } from '../verify/seller-states.ts'
import { brokerOf, publishArguments, publishReport, readyToPublish } from './broker-options.ts'
import { coverageArgument, coverageOf } from './coverage-option.ts'
import { readyToRecord, recordArguments, recordResults } from './record-options.ts'
import { keepLastFailed, partlyBy, selectionArguments, selectionOf } from './selection-options.ts'

const NAMES = PARTS.map(({ name }) => name)
const USUAL = ['basic', 'period']

export default defineCommand({
  meta: {
    description: "Verify a seller's production interface against its contract with the Pact Verifier",
  },
  args: {
    url: { type: 'string', valueHint: 'address', description: "The seller's address, path and query included", required: true },
    ...keyArguments,
    ...reachArguments,
    part: {
      type: 'string',
      valueHint: 'names',
      description: `Parts that the seller serves: ${NAMES.join(', ')}. Default: ${USUAL.join(',')}`,
    },
    pact: {
      type: 'string',
      valueHint: 'files',
      description: 'Pact files, folders of them or http addresses, instead of the published ones',
    },
    ...selectionArguments,
    timeout: {
      type: 'string',
      valueHint: 'duration',
      default: '10m',
      description:
        'Time limit of the whole run: 500ms, 30s, 2m; a plain number counts seconds. A seller that does not answer is given up after a minute',
    },
    ...stateArguments,
    ...coverageArgument,
    ...recordArguments,
    ...publishArguments,
    ...strictArguments,
    ...reportArguments,
  },
  async run({ args, rawArgs }) {
    const handler = args['seller-states']
    checkAddress(args.url, '--url')
    if (handler !== undefined) checkAddress(handler, '--seller-states')
    const selection = selectionOf(args)
    const total = millisecondsOf(args.timeout, '--timeout')
    if (total <= 0 || total > LONGEST) throw misused(`--timeout must be more than 0 and at most a day, not "${args.timeout}".`)
    const keys = keysGiven(args)
    const run = machineSecret()
    const values = stateValues(args, run)
    const files = valuesOf(rawArgs, 'pact')
    const parts = valuesOf(rawArgs, 'part')
    const allow = valuesOf(rawArgs, 'allow-host')
    readyToRecord(args, OWN, partlyBy(args))
    const broker = brokerOf(args)
    readyToPublish(args, undefined, files.some(isAddress), partlyBy(args))
    readyForReport(args)
    const fetched = await fetchPacts(files, systemClock.wait, broker?.headersFor)
    const pacts = pactsOf(files, parts, handler !== undefined, fetched)
    requirePact()
    await reachSeller(args.url, '--url', allow)
    if (handler !== undefined) await reachSeller(handler, '--seller-states', allow)
    const step = { begun: 0, of: 0 }
    const done = new AbortController()
    showProgress(() => `Interaction ${step.begun} of ${step.of}`, args.url, done.signal)
    const plain = await verifyContract({
      specs: specsOf(builtInBundle()),
      pacts,
      url: args.url,
      keys,
      run,
      systemClock,
      nonce: () => machineSecret(),
      values,
      ...coverageOf(args),
      ...selection,
      limits: { total },
      onStep(begun, of) {
        Object.assign(step, { begun, of })
      },
      causeOf(operation) {
        // Its orders are others than those of the contract.
        const own = machineSecret()
        return causeOfRefusal({ url: args.url, keys, run: own, systemClock, allowHosts: allow, known: factsOf(args, own) }, operation)
      },
      ...(handler === undefined ? {} : { sellerStates: handler }),
    }).finally(() => done.abort())
    const report = args.strict ? strictReport(plain) : plain
    const code = giveReport(report, args, { checks: true })
    const documents = new Map(pacts.map(({ file, document }) => [file, document]))
    recordResults(args, OWN, report, documents)
    await publishReport(args, undefined, report, new Map([...documents].filter(([file]) => fetched.has(file))))
    keepLastFailed(args, selection, report)
    return code
  },
})

/** One day. */
const LONGEST = 86_400_000

/** The consumer is this sandbox, so its version is the package's. */
const OWN = { consumer: VERSION }

/** Checked before the seller is called. */
function requirePact(): void {
  try {
    findPact()
  } catch (error) {
    throw error instanceof PactMissing ? misused(error.message) : error
  }
}

/** The given files, or the published pacts of the parts, generated from the specs of this version. */
function pactsOf(files: readonly string[], parts: readonly string[], staged: boolean, fetched: ReadonlyMap<string, string>) {
  if (files.length > 0) {
    if (parts.length > 0) throw misused('Pass --pact (your files) or --part (published ones), not both.')
    return pactFilesOf(files).map((file) => readPact(file, fetched))
  }
  const wanted = parts.length > 0 ? parts : USUAL
  const unknown = wanted.find((name) => !NAMES.includes(name))
  if (unknown !== undefined) throw misused(`There is no part "${unknown}".${didYouMean(unknown, NAMES)} There are: ${NAMES.join(', ')}.`)
  return exportSeller(specsOf(builtInBundle()))
    .filter((pact) => wanted.includes(pact.part.name) && (staged || !pact.staged))
    .map(({ file, text }) => pactOf(file, JSON.parse(text)))
}
