import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createSpecs } from '../../src/spec/catalogue.ts'
import { parseYaml } from '../../src/spec/document/yaml.ts'
import type { Operation } from '../../src/spec/operation.ts'
import { builtInBundle } from '../../src/spec/schema/cache.ts'
import { VendorError } from '../../src/spec/vendor-error.ts'

const bundle = builtInBundle()
const specs = createSpecs(bundle)
const all = [...specs.operations, ...specs.webhooks]
const rows = all.map((operation) => [operation.ref, operation] as const)

/** Every documented answer with every example of it, errors as well. */
function* answers(operation: Operation) {
  for (const [status, response] of Object.entries(operation.doc.responses)) {
    const media = response.content?.['application/json']
    if (!media) continue
    for (const [name, { value }] of Object.entries(media.examples ?? {})) yield { status: Number(status), name, value }
  }
}

describe('every example of every operation is what its own schema says', () => {
  test('there are operations and examples to check', () => {
    expect(specs.operations.length).toBeGreaterThan(50)
    expect(specs.webhooks.length).toBeGreaterThan(20)
    expect(all.flatMap((operation) => [...answers(operation)]).length).toBeGreaterThan(300)
  })

  test.each(rows)('%s answers', (_ref, operation) => {
    for (const { status, name, value } of answers(operation))
      expect([status, name, operation.check({ status, body: value })]).toEqual([status, name, []])
  })

  test.each(rows)('%s has an example for each JSON answer', (_ref, operation) => {
    for (const [status, response] of Object.entries(operation.doc.responses)) {
      const media = response.content?.['application/json']
      if (media) expect([status, Object.keys(media.examples ?? {}).length]).not.toEqual([status, 0])
    }
  })

  test.each(rows)('%s gives each error in its status and shape', (_ref, operation) => {
    for (const key of [...operation.errors.keys(), ...operation.gatewayErrors.keys()]) {
      const error = thrown(() => operation.fail(key, { limit: 1 }))
      const body = error.body('0'.repeat(32))
      expect([key, operation.check({ status: error.status, ...(body === undefined ? {} : { body }) })]).toEqual([key, []])
    }
  })
})

function thrown(fail: () => never): VendorError {
  try {
    return fail()
  } catch (error) {
    if (error instanceof VendorError) return error
    throw error
  }
}

describe('every statement has a source', () => {
  const cited = new Map<string, string>()
  const collect = (node: unknown, where: string): void => {
    if (!node || typeof node !== 'object') return
    for (const [key, value] of Object.entries(node)) {
      if (key === 'x-source') for (const id of [value].flat() as string[]) cited.set(id, where)
      else collect(value, where)
    }
  }
  for (const [service, document] of Object.entries(bundle.services)) collect(document, service)
  for (const [service, families] of Object.entries(bundle.families)) collect(families, `${service}/errors.yaml`)
  collect(bundle.settings, 'x-settings')
  for (const [machine, steps] of Object.entries(bundle.machines))
    for (const { source } of steps) for (const id of [source ?? []].flat() as string[]) cited.set(id, `transitions.yaml ${machine}`)

  test('each id that a spec names is in sources.yaml', () => {
    expect(cited.size).toBeGreaterThan(30)
    expect([...cited].filter(([id]) => !(id in bundle.sources)).map(([id, where]) => `${where}: ${id}`)).toEqual([])
  })

  test.each(rows)('%s names one', (_ref, operation) => {
    expect(operation.doc['x-source'].length > 0 || operation.doc['x-origin'] === 'sandbox' || operation.service === 'sandbox').toBe(true)
  })

  const FILE = 'fixtures/comparisons/seeds-without-spec.yaml'
  const waiting = parseYaml(FILE, readFileSync(join(import.meta.dirname, '../..', FILE), 'utf8')).value as Record<string, string>
  const seeds = Array.from({ length: 45 }, (_, i) => `S-${String(i + 1).padStart(2, '0')}`)

  test('each of the 45 seed statements is in sources.yaml, and in a spec or in the list of those that need none', () => {
    expect(seeds.filter((id) => bundle.sources[id]?.kind !== 'seed')).toEqual([])
    expect(seeds.filter((id) => !cited.has(id) && !(id in waiting))).toEqual([])
  })

  test('the list holds no statement that a spec names by now, and gives reasons', () => {
    expect(Object.keys(waiting).filter((id) => cited.has(id) || !seeds.includes(id))).toEqual([])
    expect(Object.values(waiting).filter((reason) => String(reason).length < 10)).toEqual([])
  })
})
