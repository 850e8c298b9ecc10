import { defineCommand } from 'citty'
import { coverageReport, missed, type Thresholds } from '../../contract/coverage/coverage-report.ts'
import { readExclusions } from '../../contract/coverage/exclusions.ts'
import { type Measurement, measure, partsOf, percentOf, shareOf } from '../../contract/coverage/measure.ts'
import { isNothing, readCoverage } from '../../contract/coverage/read-coverage.ts'
import { coverageTables, neverLines } from '../../contract/coverage/write-coverage-text.ts'
import { COVERED_KINDS, coverableOf, didYouMean, servedSpecs, systemClock } from '../../index.ts'
import { valuesOf } from '../terminal/arguments.ts'
import { EXIT, ExitError, misused } from '../terminal/exit-codes.ts'
import { paint, print, printJson, printNote, table } from '../terminal/print.ts'
import { readyForReport, reportArguments, writeReportFiles } from '../terminal/report-options.ts'

export default defineCommand({
  meta: { description: 'Report which parts of the specs were exercised, and which never were' },
  args: {
    files: { type: 'positional', required: true, description: 'Coverage files, or folders of them' },
    min: {
      type: 'string',
      valueHint: 'errors=50',
      description: `Minimum percent by kind (${COVERED_KINDS.join(', ')}); below it the exit code is 1`,
    },
    service: { type: 'string', valueHint: 'bss,production', description: 'Only these services (or gateway, deliveries, world)' },
    exclusions: { type: 'string', valueHint: 'file', description: 'YAML file of items that need not be exercised, each with a reason' },
    spec: { type: 'string', valueHint: 'file', description: 'OpenAPI document that was served instead of the built-in services' },
    with: { type: 'string', valueHint: 'bss,iam', description: 'Built-in services that were served in addition to --spec' },
    brief: { type: 'boolean', description: 'Only the table, without the names' },
    ...reportArguments,
  },
  async run({ args, rawArgs }) {
    const startedAt = systemClock.now()
    const thresholds = thresholdsOf(valuesOf(rawArgs, 'min'))
    readyForReport(args)
    const coverable = coverableOf(await servedSpecs({ spec: valuesOf(rawArgs, 'spec'), with: valuesOf(rawArgs, 'with') }))
    const { files, coverage } = readCoverage(args._)
    if (isNothing(coverage)) throw new ExitError('Nothing to report: no operation was exercised in these files.', EXIT.nothing)
    const exclusions = args.exclusions === undefined ? [] : readExclusions(args.exclusions, coverable)
    const parts = args.service === undefined ? undefined : valuesOf(rawArgs, 'service')
    const known = partsOf(measure(coverable, coverage).items)
    for (const part of parts ?? [])
      if (!known.includes(part)) throw misused(`There is no service "${part}".${didYouMean(part, known)} There are: ${known.join(', ')}.`)
    const measurement = measure(coverable, coverage, { exclusions, ...(parts ? { parts } : {}) })
    for (const kind of Object.keys(thresholds))
      if (!measurement.items.some((item) => item.kind === kind)) throw misused(`--min ${kind}: ${parts?.join(', ')} has no ${kind}.`)
    const short = missed(measurement, thresholds)
    if (args.json) printJson(asJson(measurement, short))
    else say(measurement, short, args.brief === true)
    const at = { files, startedAt: new Date(startedAt).toISOString(), ms: systemClock.now() - startedAt }
    writeReportFiles(coverageReport(measurement, thresholds, at), args)
    return short.length > 0 ? EXIT.wrong : EXIT.fine
  },
})

function thresholdsOf(given: readonly string[]): Thresholds {
  return Object.fromEntries(
    given.map((one) => {
      const [kind = '', least = ''] = one.split('=')
      if (!(COVERED_KINDS as readonly string[]).includes(kind))
        throw misused(`--min takes ${COVERED_KINDS.join(', ')}, not "${kind}".${didYouMean(kind, COVERED_KINDS)}`)
      if (!/^\d{1,3}$/.test(least) || Number(least) > 100)
        throw misused(`--min ${kind} needs a whole number from 0 to 100, such as ${kind}=80.`)
      return [kind, Number(least)]
    }),
  )
}

type Short = ReturnType<typeof missed>

function say(measurement: Measurement, short: Short, brief: boolean): void {
  for (const [head = [], ...rows] of coverageTables(measurement))
    print(`${table([head, ...rows]).replace(/^.*/, (line) => paint('bold', line))}\n`)
  const never = brief ? [] : neverLines(measurement)
  if (never.length > 0) print(`${paint('bold', 'Never exercised')} (! = only forced)\n${never.map((line) => `  ${line}`).join('\n')}\n`)
  const excluded = new Map<string, number>()
  for (const { state, reason = '' } of measurement.items) if (state === 'excluded') excluded.set(reason, (excluded.get(reason) ?? 0) + 1)
  for (const [reason, count] of excluded) print(`${count} excluded: ${reason}`)
  for (const { kind, name } of measurement.needless) printNote(`${kind} ${name} is excluded but was exercised. Remove the exclusion.`)
  if (measurement.unknown.length > 0)
    printNote(
      `${measurement.unknown.length} counted items are not in these specs: ${measurement.unknown.slice(0, 5).join(', ')}. Check the version, or pass --spec.`,
    )
  for (const { kind, least, got } of short) printNote(paint('red', `${kind}: ${got} % exercised, at least ${least} % are required.`))
}

function asJson({ items, runs, unknown, needless }: Measurement, short: Short) {
  const sums = (own: typeof items) =>
    Object.fromEntries(
      COVERED_KINDS.flatMap((kind) => {
        const of = own.filter((item) => item.kind === kind)
        return of.length === 0 ? [] : [[kind, { ...shareOf(of), percent: percentOf(shareOf(of)) }]]
      }),
    )
  const named = (state: string) =>
    Object.fromEntries(
      COVERED_KINDS.map((kind) => [kind, items.filter((item) => item.kind === kind && item.state === state).map(({ name }) => name)]),
    )
  return {
    format: 1,
    runs,
    all: sums(items),
    services: Object.fromEntries(partsOf(items).map((part) => [part, sums(items.filter((item) => item.part === part))])),
    never: named('never'),
    onlyForced: named('forced'),
    excluded: items.flatMap(({ state, kind, name, reason }) => (state === 'excluded' ? [{ kind, name, reason }] : [])),
    needless: needless.map(({ kind, name }) => ({ kind, name })),
    unknown,
    belowThreshold: short,
  }
}
