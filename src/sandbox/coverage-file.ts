import { renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type CoverageRecorder, createCoverage } from '../http/coverage.ts'
import type { Specs } from '../spec/catalogue.ts'
import { COVERED_KINDS, type Coverage } from '../spec/coverable.ts'
import { SpecFault } from '../spec/document/fault.ts'
import { machineSecret } from '../world/engine/system-clock.ts'
import type { World } from '../world/world-api.ts'
import { makeFolder } from './make-folder.ts'

/** Counts, and writes the counts at the end. */
export interface CoverageFile extends CoverageRecorder {
  write(): void
}

/**
 * A recorder for one sandbox, if one was requested: the option names a file, or `KOOSANDBOX_COVERAGE` a directory in which every sandbox
 * leaves one of its own. There, a sandbox that exercised nothing leaves none.
 */
export function createCoverageFile(specs: Specs, wanted: string | boolean | undefined): CoverageFile | undefined {
  const folder = process.env.KOOSANDBOX_COVERAGE
  if (wanted === false || (wanted === undefined && !folder)) return undefined
  const recorder = createCoverage(specs)
  return {
    ...recorder,
    write() {
      const data = recorder.data()
      if (typeof wanted === 'string') writeCoverage(wanted, data)
      if (folder && !isEmpty(data)) writeCoverage(join(folder, `koosandbox-${machineSecret().slice(0, 16)}.json`), data)
    },
  }
}

/** Counting in one sandbox, which may begin late. Until then it costs nothing. */
export interface Counting extends Omit<CoverageFile, 'data'> {
  /** Undefined until it counts. */
  data(): Coverage | undefined
  /** Counts from now on, in these worlds and in those that are opened later. */
  start(open: readonly World[]): void
}

/** Counts from the beginning if that was requested, else from `start` on. */
export function createCounting(specs: Specs, wanted: string | boolean | undefined): Counting {
  let file: CoverageFile | undefined = createCoverageFile(specs, wanted)
  return {
    exchange: (exchange) => file?.exchange(exchange),
    attend: (world) => file?.attend(world),
    sellerCall: (call) => file?.sellerCall(call),
    write: () => file?.write(),
    data: () => file?.data(),
    start(open) {
      if (file) return
      file = createCoverageFile(specs, true)
      for (const world of open) file?.attend(world)
    },
  }
}

/** What was counted. */
export function dataOf(counting: Counting): Coverage {
  const data = counting.data()
  if (data) return data
  throw new SpecFault('This sandbox records no coverage. Open it with `coverage: true`, or with the name of the coverage file.')
}

/** Writes one coverage file; the same counts give the same bytes. A reader sees either the old file or the whole new one. */
export function writeCoverage(path: string, data: Coverage): void {
  makeFolder(dirname(path))
  const beside = `${path}.${process.pid}.new`
  writeFileSync(beside, coverageText(data))
  renameSync(beside, path)
}

/** One line for each name, so that two files can be compared by eye. */
export function coverageText({ format, runs, counts }: Coverage): string {
  const kinds = COVERED_KINDS.map((kind) => {
    const lines = Object.entries(counts[kind]).map(
      ([name, { natural, forced }]) => `      ${JSON.stringify(name)}: { "natural": ${natural}, "forced": ${forced} }`,
    )
    return `    "${kind}": {${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n    `}}`
  })
  return `{\n  "format": ${format},\n  "runs": ${runs},\n  "counts": {\n${kinds.join(',\n')}\n  }\n}\n`
}

const isEmpty = ({ counts }: Coverage) => COVERED_KINDS.every((kind) => Object.keys(counts[kind]).length === 0)
