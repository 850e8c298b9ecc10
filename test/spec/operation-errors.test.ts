import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createSpecs } from '../../src/spec/catalogue.ts'
import { parseYaml } from '../../src/spec/document/yaml.ts'
import type { Evidence } from '../../src/spec/finding.ts'
import type { Operation } from '../../src/spec/operation.ts'
import { builtInBundle } from '../../src/spec/schema/cache.ts'

/** Copied from the fact files by hand, so that nothing is listed in a spec merely to be forceable. */
const FILE = 'fixtures/comparisons/operation-errors.yaml'
type Row = string | { readonly error: string | number; readonly evidence: 'inferred' | 'unknown' | 'definition' }
const table = parseYaml(FILE, readFileSync(join(import.meta.dirname, '../..', FILE), 'utf8')).value as Record<string, readonly Row[]>

const SERVICES = ['bss', 'workspace', 'scm', 'iam', 'sts', 'identity', 'koogallery']
const operations = createSpecs(builtInBundle()).operations.filter(({ service }) => SERVICES.includes(service))
const isGuess = (evidence: Evidence) => evidence === 'inferred' || evidence === 'unknown'

/** `400 CBC.0100` → is it a guess? Variants of one code and status are one error on the wire. */
function listed(operation: Operation): Map<string, boolean> {
  const errors = new Map<string, boolean>()
  for (const { code, 'x-evidence': own } of operation.doc['x-errors']) {
    const { status } = operation.errors.get(code) ?? { status: 0 }
    const sent = code.split(':')[0]
    const systemClock = sent === String(status) ? sent : `${status} ${sent}`
    errors.set(systemClock, (errors.get(systemClock) ?? true) && isGuess(own ?? operation.evidence))
  }
  return errors
}

/** The table's row in the same shape; `undefined` where a spec may say either. */
function transcribed(rows: readonly Row[]): Map<string, boolean | undefined> {
  return new Map(
    rows.map((row) =>
      typeof row === 'object' ? [String(row.error), row.evidence === 'definition' ? undefined : true] : [String(row), false],
    ),
  )
}

function* differences(ref: string, spec: Map<string, boolean>, facts: Map<string, boolean | undefined>): Generator<string> {
  for (const [error, guess] of facts) {
    const said = spec.get(error)
    if (said === undefined) yield `${ref}: ${error} is documented, the spec lacks it`
    else if (guess !== undefined && said !== guess) yield `${ref}: ${error} is ${guess ? 'a guess' : 'documented'}, the spec says otherwise`
  }
  for (const error of spec.keys()) if (!facts.has(error)) yield `${ref}: ${error} is in the spec, no document names it`
}

describe('each operation lists the errors that its documents name, and no other', () => {
  test('the table and the specs have the same operations', () => {
    expect(operations.length).toBeGreaterThan(50)
    expect(Object.keys(table).sort()).toEqual(operations.map(({ ref }) => ref).sort())
  })

  test.each(operations.map((operation) => [operation.ref, operation] as const))('%s', (ref, operation) => {
    expect([...differences(ref, listed(operation), transcribed(table[ref] ?? []))]).toEqual([])
  })

  test('a difference is told with its operation and code, whichever side is wrong', () => {
    const spec = new Map([['400 A.1', false], ['400 A.2', true], ['500 A.4', false]]) // biome-ignore format: one thought
    const facts = transcribed(['400 A.1', '400 A.2', { error: '403 A.3', evidence: 'inferred' }])

    expect([...differences('x.Y', spec, facts)]).toEqual([
      'x.Y: 400 A.2 is documented, the spec says otherwise',
      'x.Y: 403 A.3 is documented, the spec lacks it',
      'x.Y: 500 A.4 is in the spec, no document names it',
    ])
  })
})
