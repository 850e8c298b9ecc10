import { defineCommand } from 'citty'
import { fetchPacts, isAddress } from '../../contract/pact-sources.ts'
import { pactFilesOf, readPact } from '../../contract/read-pact.ts'
import { PactMissing } from '../../contract/run-verifier.ts'
import { verifyConsumer } from '../../contract/verify-consumer.ts'
import { SpecFault, systemClock, VERSION } from '../../index.ts'
import { type Check, countsOf, strictReport } from '../../report/report.ts'
import { givenOf, textsOf, valuesOf } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { printNote } from '../terminal/print.ts'
import { giveReport, readyForReport, reportArguments, strictArguments } from '../terminal/report-options.ts'
import { brokerOf, brokerPactsArguments, pactsOfBroker, publishReport, readyToPublish } from './broker-options.ts'
import { coverageArgument, coverageOf } from './coverage-option.ts'
import { readyToRecord, recordArguments, recordResults } from './record-options.ts'
import { keepLastFailed, partlyBy, selectionArguments, selectionOf } from './selection-options.ts'

export default defineCommand({
  meta: {
    description: 'Check pacts of callers of the cloud APIs: against the specs, then live against a sandbox',
  },
  args: {
    files: {
      type: 'positional',
      required: false,
      description: 'Pact files of version 1 to 4, folders of them, or their http addresses; with --broker none',
    },
    ...selectionArguments,
    'static-only': { type: 'boolean', description: 'Compare with the specs and run nothing' },
    states: { type: 'string', valueHint: 'file', description: 'More provider states, in the form of contracts/states.yaml' },
    spec: { type: 'string', valueHint: 'file', description: "A provider's own OpenAPI document instead of the built-in services" },
    with: { type: 'string', valueHint: 'services', description: 'With --spec: built-in services to serve too, such as bss,iam' },
    start: {
      type: 'string',
      valueHint: 'world',
      default: 'default',
      description: 'Starting world of interactions whose states do not name one',
    },
    ...strictArguments,
    strict: { type: 'boolean', description: 'Warnings count as failures: exit code 1. If every interaction is pending: exit code 3' },
    ...coverageArgument,
    ...recordArguments,
    ...brokerPactsArguments,
    ...reportArguments,
  },
  async run({ args, rawArgs }) {
    if (args.with !== undefined && args.spec === undefined) throw misused('--with needs --spec.')
    const selection = selectionOf(args)
    const partly = args['static-only'] ? '--static-only' : partlyBy(args)
    const broker = brokerOf(args)
    const named = args._.length > 0
    const about = givenOf(rawArgs, ['provider', 'selector', 'enable-pending', 'include-wip-pacts-since'])
    if (about && named) throw misused(`${about} asks the broker for pacts. Leave out the names of pacts, or ${about}.`)
    if (!named && broker === undefined) throw misused('Name a pact file, a folder or an address, or pass --broker and --provider.')
    readyToRecord(args, OWN, partly)
    readyToPublish(args, OWN.provider, !named || args._.some(isAddress), partly)
    readyForReport(args)
    const given = broker && !named ? await pactsOfBroker(broker, args, textsOf(rawArgs, 'selector')) : []
    const words = named ? args._ : given.map(({ address }) => address)
    const files = pactFilesOf(words)
    const fetched = await fetchPacts(words, systemClock.wait, broker?.headersFor)
    const plain = await verifyConsumer({
      files,
      fetched,
      pending: new Set(given.flatMap((pact) => (pact.pending ? pactFilesOf([pact.address]) : []))),
      ...selection,
      states: valuesOf(rawArgs, 'states'),
      spec: valuesOf(rawArgs, 'spec'),
      with: valuesOf(rawArgs, 'with'),
      start: args.start,
      ...coverageOf(args),
      systemClock,
      staticOnly: args['static-only'] === true,
      onNote: printNote,
      ...(process.stderr.isTTY ? { onStep: (step) => printNote(`${step} …`) } : {}),
    }).catch((error: unknown) => {
      throw error instanceof PactMissing ? misused(`${error.message}. To only compare with the specs, pass --static-only.`) : error
    })
    const report = args.strict ? strictReport(plain, hasPending) : plain
    const code = giveReport(report, args, { checks: true })
    // A file that is not a pact has failed its check, and cannot be recorded.
    const documents = new Map(files.flatMap((file) => documentOf(file, fetched)))
    recordResults(args, OWN, report, documents)
    await publishReport(args, OWN.provider, report, new Map([...documents].filter(([file]) => fetched.has(file))))
    keepLastFailed(args, selection, report)
    const { passed, warned, failed } = countsOf(report)
    const pending = report.groups.flatMap(({ checks }) => checks).filter(hasPending).length
    if (passed + failed > 0 || pending === 0 || pending < warned) return code
    printNote(`All ${pending} interactions are pending: they fail, but do not count yet.`)
    return args.strict ? EXIT.nothing : code
  },
})

/** A pending interaction never fails, not even strictly. */
const hasPending = ({ findings }: Check) => findings.some(isPending)

const isPending = ({ code }: { readonly code: string }) => code === 'interaction.pending'

/** The provider is this sandbox, so its version is the package's. */
const OWN = { provider: VERSION }

function documentOf(file: string, fetched: ReadonlyMap<string, string>): readonly (readonly [string, object])[] {
  try {
    return [[file, readPact(file, fetched).document]]
  } catch (error) {
    if (error instanceof SpecFault) return []
    throw error
  }
}
