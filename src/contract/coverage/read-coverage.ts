import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { didYouMean } from '../../language/did-you-mean.ts'
import { COVERED_KINDS, type Coverage, type CoverageCount, type CoveredKind } from '../../spec/coverable.ts'
import { SpecFault } from '../../spec/document/fault.ts'

/**
 * Reads coverage files and adds them up. For a folder, its `.json` files are read.
 * @throws SpecFault with the first file that is missing, broken, of a newer format, or not a coverage file
 */
export function readCoverage(paths: readonly string[]): { readonly files: readonly string[]; readonly coverage: Coverage } {
  const files = paths.flatMap(filesAt)
  return { files, coverage: mergeCoverage(files.map(readOne)) }
}

/** Adds two counts. The result has the same bytes in any order and grouping. */
export function mergeCoverage(all: readonly Coverage[]): Coverage {
  const counts = Object.fromEntries(
    COVERED_KINDS.map((kind) => {
      const sums = new Map<string, CoverageCount>()
      for (const one of all) {
        for (const [name, { natural, forced }] of Object.entries(one.counts[kind])) {
          const before = sums.get(name)
          sums.set(name, { natural: (before?.natural ?? 0) + natural, forced: (before?.forced ?? 0) + forced })
        }
      }
      return [kind, Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)))]
    }),
  ) as Coverage['counts']
  return { format: 1, runs: all.reduce((sum, { runs }) => sum + runs, 0), counts }
}

/** Whether anything was exercised, forced or not. */
export function isNothing({ counts }: Coverage): boolean {
  return COVERED_KINDS.every((kind) => Object.keys(counts[kind]).length === 0)
}

function filesAt(path: string): readonly string[] {
  if (!existsSync(path)) throw new SpecFault(`${path}: there is no such file or folder.`)
  if (!statSync(path).isDirectory()) return [path]
  const found = readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
  if (found.length === 0) throw new SpecFault(`${path}: there is no .json file in this folder.`)
  return found.map((name) => join(path, name))
}

function readOne(path: string): Coverage {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new SpecFault(
      `${path}: this is not JSON (${(error as Error).message}). A run that was killed may have broken off; write it again.`,
    )
  }
  const { format, runs, counts } = (isRecord(value) ? value : {}) as { format?: unknown; runs?: unknown; counts?: unknown }
  if (typeof format === 'number' && format > 1)
    throw new SpecFault(`${path}: format ${format} is newer than this version reads (1). Install a newer koogallery-sandbox.`)
  if (format !== 1 || !isCount(runs) || !isRecord(counts))
    throw new SpecFault(`${path}: this is not a coverage file (format, runs, counts).`)
  for (const [kind, names] of Object.entries(counts)) {
    if (!(COVERED_KINDS as readonly string[]).includes(kind))
      throw new SpecFault(`${path}: "${kind}" is not counted.${didYouMean(kind, COVERED_KINDS)}`)
    for (const [name, so] of Object.entries(isRecord(names) ? names : { [String(names)]: undefined }))
      if (!isRecord(so) || !isCount(so['natural']) || !isCount(so['forced']))
        throw new SpecFault(`${path}: ${kind}, "${name}": natural and forced are whole numbers from 0 on.`)
  }
  const whole = counts as Partial<Record<CoveredKind, Record<string, CoverageCount>>>
  return { format: 1, runs, counts: Object.fromEntries(COVERED_KINDS.map((kind) => [kind, whole[kind] ?? {}])) as Coverage['counts'] }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
