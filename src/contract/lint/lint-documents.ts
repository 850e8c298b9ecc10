import type { Group, Report } from '../../report/report.ts'
import { recognisedCollections } from '../../sandbox/recognised-collections.ts'
import type { Specs } from '../../spec/catalogue.ts'
import { FOREIGN } from '../../spec/document/foreign.ts'
import type { Note } from '../../spec/document/notes.ts'
import { openDocument } from '../../spec/document/open-document.ts'
import type { Finding } from '../../spec/finding.ts'
import { filesOf, foreignSpecs, notesAt, notesOf, type Remark } from '../../spec/foreign/foreign-specs.ts'
import type { Operation } from '../../spec/operation.ts'
import { builtInBundle } from '../../spec/schema/cache.ts'
import type { NumbersFrom } from '../../spec/schema/faker.ts'
import { type Acceptance, acceptanceOf } from './acceptance.ts'

export interface LintOptions {
  readonly files: readonly string[]
  /** Warnings fail the check too. */
  readonly strict?: boolean
  readonly numbersFrom: NumbersFrom
  readonly clock: { now(): number }
}

/** What `lint` found: the notes in order, and the report of them. */
export interface Lint {
  readonly notes: readonly Note[]
  readonly report: Report
  /** What `serve --stateful` would remember, one line for each collection. */
  readonly remembered: readonly string[]
}

/**
 * Checks foreign documents: their mistakes, what is not supported in them, and operations that no wrong request is refused by.
 * @throws SpecFault for a file that is no OpenAPI 3 document
 */
export async function lintDocuments({ files, strict = false, numbersFrom, clock }: LintOptions): Promise<Lint> {
  const began = clock.now()
  const specs = await foreignSpecs(builtInBundle(), files.map(openDocument))
  const operations = [...specs.operations, ...specs.webhooks].filter(
    ({ service }) => specs.bundle.services[service]?.['x-origin'] === FOREIGN,
  )
  const notes = [...notesOf(specs), ...notesAt(specs, specs.operations.flatMap((one) => remarksOn(one, specs, numbersFrom)))] // biome-ignore format: one list
  const fails = ({ level }: Note) => level === 'error' || (strict && level === 'warning')
  const groups = [...new Set(filesOf(specs.bundle).map(({ name }) => name))].map((name): Group => {
    const own = notes.filter(({ file }) => file === name)
    const state = own.some(fails) ? 'failed' : own.some(({ level }) => level === 'warning') ? 'warned' : 'passed'
    return { name, title: name, checks: [{ name, title: 'can be served as it is written', state, findings: own.map(findingOf) }] }
  })
  const count = (level: string) => String(notes.filter((note) => note.level === level).length)
  const remembered = recognisedCollections(specs)
  const report: Report = {
    format: 1,
    command: 'lint',
    title: 'OpenAPI documents',
    about: { files: files.join(', '), operations: String(operations.length), errors: count('error'), warnings: count('warning'), notes: count('info'), ...(remembered.length > 0 ? { stateful: remembered.join('; ') } : {}) },
    startedAt: new Date(began).toISOString(),
    ms: clock.now() - began,
    groups,
  } // biome-ignore format: one member a line
  return { notes, report, remembered }
}

const findingOf = ({ level, code, message, file, line, pointer }: Note): Finding => ({
  code,
  level,
  pointer,
  place: `${file}:${line}`,
  hint: message,
})

function remarksOn(operation: Operation, { bundle }: Specs, numbersFrom: NumbersFrom): readonly Remark[] {
  const document = bundle.services[operation.service]
  if (document?.['x-origin'] !== FOREIGN) return []
  const remark = remarkOf(acceptanceOf(operation, document.components?.schemas ?? {}, numbersFrom))
  return remark ? [{ ...remark, operation }] : []
}

function remarkOf(found: Acceptance): Omit<Remark, 'operation'> | undefined {
  if (found.kind === 'accepts-all')
    return {
      level: found.plain ? 'info' : 'warning',
      code: 'document.operation.accepts-all',
      message: `no wrong request is refused: ${found.tried.length} were tried, such as one ${found.tried[0]}. Describe what its parameters and its body must be.`,
    }
  if (found.kind !== 'refuses-valid') return undefined
  const { pointer, expected, got } = found.findings[0] as Finding
  return {
    level: 'warning',
    code: 'document.operation.refuses-valid',
    message: `no valid request could be made from its description: ${pointer} must be ${expected ?? 'something else'}, and ${got ?? 'nothing'} was made. Look for rules that no value meets.`,
  }
}
