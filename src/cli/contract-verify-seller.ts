import { defineCommand } from 'citty'
import { pactFilesOf, pactOf, readPact } from '../contract/read-pact.ts'
import { findPact, PactMissing } from '../contract/run-verifier.ts'
import { exportSeller } from '../contract/seller/export-seller.ts'
import { PARTS } from '../contract/seller/parts.ts'
import { verifyContract } from '../contract/seller/verify-contract.ts'
import { builtInBundle, didYouMean, machineSecret, specsOf, VERSION, wire } from '../index.ts'
import { valuesOf } from './arguments.ts'
import { coverageArgument, coverageOf } from './coverage-option.ts'
import { tell } from './print.ts'
import { readyToRecord, recordArguments, recordResults } from './record-options.ts'
import { giveReport, readyForReport, reportArguments } from './report-options.ts'
import { keyArguments, keysGiven } from './seller-keys.ts'
import { stateArguments, stateValues } from './seller-states.ts'
import { misused } from './stop.ts'

const NAMES = PARTS.map(({ name }) => name)
const USUAL = ['basic', 'period']

export default defineCommand({
  meta: {
    name: 'contract verify seller',
    description: "Hold a seller's production interface against its contract with the Pact Verifier",
  },
  args: {
    url: { type: 'string', valueHint: 'address', description: "The seller's address, path and query included", required: true },
    ...keyArguments,
    part: {
      type: 'string',
      valueHint: 'names',
      description: `What the seller serves, of ${NAMES.join(', ')}. Default: ${USUAL.join(',')}`,
    },
    pact: { type: 'string', valueHint: 'files', description: 'Pact files, or folders of them, in place of the published ones' },
    filter: { type: 'string', valueHint: 'text', description: 'Only interactions whose description holds this' },
    ...stateArguments,
    ...coverageArgument,
    ...recordArguments,
    ...reportArguments,
  },
  async run({ args, rawArgs }) {
    if (!URL.canParse(args.url) || !/^https?:/.test(args.url))
      throw misused(`"${args.url}" is no address of a seller. Write it like http://localhost:8080/isv.`)
    if (args.filter === '') throw misused('--filter wants a text.')
    const keys = keysGiven(args)
    const run = machineSecret()
    const values = stateValues(args, run)
    const pacts = pactsOf(valuesOf(rawArgs, 'pact'), valuesOf(rawArgs, 'part'), args['seller-states'] !== undefined)
    readyToRecord(args, OWN, args.filter === undefined ? undefined : '--filter')
    readyForReport(args)
    requirePact()
    const count = pacts.reduce((sum, { interactions }) => sum + interactions.length, 0)
    if (process.stderr.isTTY) tell(`Verifying ${args.filter === undefined ? count : `some of ${count}`} interactions …`)
    const report = await verifyContract({
      specs: specsOf(builtInBundle()),
      pacts,
      url: args.url,
      keys,
      run,
      wire,
      nonce: () => machineSecret(),
      values,
      ...coverageOf(args),
      ...(args.filter === undefined ? {} : { filter: args.filter }),
      ...(args['seller-states'] === undefined ? {} : { sellerStates: args['seller-states'] }),
    })
    const code = giveReport(report, args, { checks: true })
    recordResults(args, OWN, report, new Map(pacts.map(({ file, document }) => [file, document])))
    return code
  },
})

/** The marketplace that asks is the sandbox. */
const OWN = { consumer: VERSION }

/** Before a seller is called for nothing. */
function requirePact(): void {
  try {
    findPact()
  } catch (error) {
    throw error instanceof PactMissing ? misused(error.message) : error
  }
}

/** Files that were named, or the published pacts of the parts, made of the specs of this version. */
function pactsOf(files: readonly string[], parts: readonly string[], staged: boolean) {
  if (files.length > 0) {
    if (parts.length > 0) throw misused('--pact names files, --part the published ones; only one of them can be meant.')
    return pactFilesOf(files).map(readPact)
  }
  const wanted = parts.length > 0 ? parts : USUAL
  const unknown = wanted.find((name) => !NAMES.includes(name))
  if (unknown !== undefined) throw misused(`There is no part "${unknown}".${didYouMean(unknown, NAMES)} There are: ${NAMES.join(', ')}.`)
  return exportSeller(specsOf(builtInBundle()))
    .filter((pact) => wanted.includes(pact.part.name) && (staged || !pact.staged))
    .map(({ file, text }) => pactOf(file, JSON.parse(text)))
}
