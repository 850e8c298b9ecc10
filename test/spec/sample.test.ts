import { describe, expect, test } from 'vitest'
import { createSpecs } from '../../src/spec/catalogue.ts'
import type { Schema } from '../../src/spec/document/model.ts'
import type { Operation } from '../../src/spec/operation.ts'
import { builtInBundle } from '../../src/spec/schema/cache.ts'
import { createChecks } from '../../src/spec/schema/checks.ts'
import { sample } from '../../src/spec/schema/sample.ts'
import { seededNumbers } from '../../src/world/engine/chance.ts'

const NOW = Date.UTC(2026, 0, 1)

/** A 32-bit number for a place, by FNV-1a: any good mixture does. */
const seedFrom = (seed: string) => (pointer: string) => {
  let hash = 0x811c9dc5
  for (const c of `${seed} ${pointer}`) hash = Math.imul(hash ^ c.charCodeAt(0), 0x01000193)
  return hash >>> 0
}

const make = (schema: Schema, language: 'zh' | 'en' = 'zh', seed = 'a', schemas: Record<string, Schema> = {}) =>
  sample(schema, schemas, { seedAt: seedFrom(seed), numbersFrom: seededNumbers, now: NOW, language })

const specs = createSpecs(builtInBundle())
const answering = [...specs.operations, ...specs.webhooks].filter((operation) => operation.successSchema)
const ofOperation = (operation: Operation, language: 'zh' | 'en', seed = 'a') =>
  make(operation.successSchema ?? {}, language, seed, specs.bundle.services[operation.service]?.components?.schemas)

describe('a generated answer fits its schema', () => {
  test('there are operations to generate for', () => {
    expect(answering.length).toBeGreaterThan(60)
  })

  test.each(answering.map((operation) => [operation.ref, operation] as const))('%s', (_ref, operation) => {
    for (const language of ['zh', 'en'] as const) {
      for (const seed of ['a', 'b', 'c']) {
        const body = ofOperation(operation, language, seed)
        expect(operation.check({ status: operation.success, body })).toEqual([])
      }
    }
  })
})

describe('a generated value depends on its own place alone', () => {
  test('the same question gets the same answer, whatever was asked before', () => {
    const forwards = answering.map((operation) => JSON.stringify(ofOperation(operation, 'zh')))
    const backwards = [...answering].reverse().map((operation) => JSON.stringify(ofOperation(operation, 'zh')))
    expect(backwards.reverse()).toEqual(forwards)
  })

  test('another seed gives another answer', () => {
    const name = { type: 'object', properties: { id: { type: 'string' }, n: { type: 'integer', maximum: 1_000_000 } } }
    expect(make(name, 'zh', 'a')).not.toEqual(make(name, 'zh', 'b'))
  })

  test('a member more changes nothing beside it', () => {
    const some = { type: 'object', properties: { user_name: { type: 'string' }, n: { type: 'number' } } }
    const more = { ...some, properties: { added: { type: 'string' }, ...some.properties } }
    expect(make(more)).toMatchObject(make(some) as object)
  })

  test('Chinese and English differ in names, not in shape', () => {
    const customer = { type: 'object', properties: { customer_name: { type: 'string' }, id: { type: 'string' } } }
    const [zh, en] = [make(customer, 'zh'), make(customer, 'en')] as { customer_name: string }[]
    expect(zh?.customer_name).toMatch(/\p{Script=Han}/u)
    expect(en?.customer_name).toMatch(/^[\x20-\x7e]+$/)
  })
})

describe('every keyword that a schema may hold is kept', () => {
  const { of } = createChecks({}, true)

  test.each<[string, Schema]>([
    ['a range', { type: 'integer', minimum: 5, maximum: 7 }],
    ['an open range', { type: 'number', exclusiveMinimum: 0, maximum: 1 }],
    ['int32', { type: 'integer', format: 'int32' }],
    ['lengths', { type: 'string', minLength: 30, maxLength: 31 }],
    ['a pattern', { type: 'string', pattern: '^CS\\d{10}[0-9A-Z]{5}$' }],
    ['a list', { type: 'array', minItems: 4, maxItems: 5, items: { type: 'boolean' } }],
    ['an empty list', { type: 'array', maxItems: 0, items: { type: 'string' } }],
    ['a constant', { const: 'YES' }],
    ['an enumeration', { enum: [1, 'two', null] }],
    ['null', { type: 'null' }],
    [
      'a combination of objects',
      { allOf: [{ type: 'object', required: ['a'], properties: { a: { type: 'string' } } }, { type: 'object' }] },
    ],
    ['a combination around a text', { allOf: [{ type: 'string', enum: ['x'] }] }],
    ['a combination beside members', { required: ['b'], properties: { b: { type: 'integer' } }, allOf: [{ type: 'object' }] }],
    ['one of several', { oneOf: [{ type: 'integer' }, { type: 'string' }] }],
    [
      'one of several beside members',
      {
        type: 'object',
        required: ['a'],
        properties: { a: { type: 'string' } },
        anyOf: [{ required: ['b'], properties: { b: { const: 1 } } }],
      },
    ],
    ['a time', { type: 'string', format: 'date-time' }],
    ['a mail address', { type: 'string', format: 'email' }],
  ])('%s', (_what, schema) => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const value = make(schema, 'en', seed)
      expect([value, of(schema)(value)]).toEqual([value, []])
    }
  })
})
