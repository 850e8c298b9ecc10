import { describe, expect, test } from 'vitest'
import { createSpecs } from '../../src/spec/catalogue.ts'
import type { FamilyDoc, Violation } from '../../src/spec/document/model.ts'
import { renderEnvelope } from '../../src/spec/envelope.ts'
import { createChecks } from '../../src/spec/schema/checks.ts'
import { bundleOf, family, makeOperation, plainDoc, read } from './make-operation.ts'

/** An operation that documents some codes of a family with some table. */
function operationWith(codes: readonly string[], violations: FamilyDoc['violations'], more: Partial<FamilyDoc> = {}) {
  const { violations: _, ...rest } = family
  const own: FamilyDoc = { ...rest, ...more, ...(violations ? { violations } : {}) }
  const doc = plainDoc({ 'x-errors': codes.map((code) => ({ code })) })
  const document = { openapi: '3.1.0', info: { title: 's', version: '1' }, paths: { '/a': { get: doc } } }
  return createSpecs(bundleOf({ s: document }, { s: { x: own } })).operation('s.Op')
}

describe('which code answers a violation is the family’s table', () => {
  test.each<[string, readonly string[], FamilyDoc['violations'], Violation, string]>([
    ['its own row', ['X.1', 'X.9'], { missing: 'X.1', otherwise: 'X.9' }, 'missing', 'X.1'],
    ['the row for the rest', ['X.1', 'X.9'], { missing: 'X.1', otherwise: 'X.9' }, 'range', 'X.9'],
    ['the first code of a row that the operation documents', ['X.2'], { missing: ['X.1', 'X.2'] }, 'missing', 'X.2'],
    ['the rest, when no code of the row is documented', ['X.9'], { missing: 'X.1', otherwise: 'X.9' }, 'missing', 'X.9'],
    ['the gateway, when the operation documents none', [], { missing: 'X.1', otherwise: 'X.9' }, 'missing', 'APIGW.0201'],
    ['the gateway, when the family has no table', ['X.1'], undefined, 'missing', 'APIGW.0201'],
    ['no permission has a row of its own', ['X.3'], { forbidden: 'X.3' }, 'forbidden', 'X.3'],
    ['no permission never falls to the rest', ['X.9'], { otherwise: 'X.9' }, 'forbidden', 'APIGW.0302'],
  ])('%s', (_what, codes, violations, kind, code) => {
    expect(operationWith(codes, violations).errorFor(kind)).toBe(code)
  })

  test('the first violation decides, and every one is told', () => {
    const operation = makeOperation({
      parameters: [{ name: 'n', in: 'query', schema: { type: 'integer', maximum: 1 } }],
      requestBody: { required: true, content: { 'application/json': {} } },
    })
    expect(read(operation, { query: 'n=2', body: '{' })).toMatchObject({
      error: 'X.3',
      told: ['request.query.range /query/n', 'request.body.unparsable /body'],
    })
  })

  test('an unknown error is our bug and names the nearest', () => {
    expect(() => operationWith(['X.1'], {}).fail('APIGW.021')).toThrow('s.Op has no error "APIGW.021". Did you mean "APIGW.0201"?')
  })

  test('an error fills the envelope: a lone {status} stays a number, what nobody gave is empty', () => {
    const entry = { status: 400, message: 'over {limit}, {policy}', title: 'Bad' }
    const shape = { error: { code: '{status}', id: '{code}', text: '{message}', more: '{title}: {nothing}' } }
    expect(renderEnvelope(shape, 'X.1:variant', entry, { limit: 7 })).toEqual({
      error: { code: 400, id: 'X.1', text: 'over 7, {policy}', more: 'Bad: ' },
    })
  })
})

describe('two times of a query lie at most a year apart (S-07)', () => {
  const time = { in: 'query', schema: { type: 'string' } } as const
  const operation = makeOperation({
    parameters: [
      { name: 'from', ...time },
      { name: 'to', ...time },
    ],
    'x-span': [{ from: 'from', to: 'to', max: 'P1Y' }],
  })
  const at = (from: string, to: string) => read(operation, { query: `from=${from}&to=${to}` })

  test.each([
    ['exactly one year', '2025-01-31T10:00:00Z', '2026-01-31T10:00:00Z', undefined],
    ['one second more', '2025-01-31T10:00:00Z', '2026-01-31T10:00:01Z', 'X.5'],
    ['a leap year has 366 days', '2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z', undefined],
    ['and not one second more', '2024-01-01T00:00:00Z', '2025-01-01T00:00:01Z', 'X.5'],
    ['a year after the leap day is March 1', '2024-02-29T00:00:00Z', '2025-03-01T00:00:00Z', undefined],
    ['and not one second more', '2024-02-29T00:00:00Z', '2025-03-01T00:00:01Z', 'X.5'],
    ['up to a leap day', '2023-02-28T00:00:00Z', '2024-02-28T00:00:00Z', undefined],
    ['the leap day itself is a day too far', '2023-02-28T00:00:00Z', '2024-02-29T00:00:00Z', 'X.5'],
    ['the wrong way round matches nothing, later', '2026-01-01T00:00:00Z', '2020-01-01T00:00:00Z', undefined],
    ['no times are for the format to refuse', 'yesterday', 'today', undefined],
  ])('%s', (_what, from, to, error) => {
    expect(at(from, to).error).toBe(error)
  })

  test('one end alone spans nothing', () => {
    expect(read(operation, { query: 'from=1999-01-01T00:00:00Z' }).error).toBeUndefined()
    expect(at('2024-01-01T00:00:00Z', '2026-01-01T00:00:00Z').told).toEqual(['request.query.span /query/to'])
  })
})

describe('checks', () => {
  const { of } = createChecks({ components: { schemas: { Id: { type: 'string', maxLength: 2 } } } })

  test.each([
    ['int32 has a largest', { type: 'integer', format: 'int32' }, 2147483648, 'malformed', ''],
    ['int64 is whole', { type: 'number', format: 'int64' }, 1.5, 'malformed', ''],
    ['a time is a time', { type: 'string', format: 'date-time' }, '2026-13-01T00:00:00Z', 'malformed', ''],
    ['a reference leads to its schema', { $ref: '#/components/schemas/Id' }, 'abc', 'range', ''],
    ['a pointer is escaped', { type: 'object', required: ['a/~'], properties: { 'a/~': {} } }, {}, 'missing', '/a~1~0'],
    ['a list has a largest', { type: 'array', maxItems: 1 }, [1, 2], 'range', ''],
  ])('%s', (_what, schema, value, kind, pointer) => {
    expect(of(schema)(value)).toMatchObject([{ kind, pointer }])
  })

  test('int32 and int64 let their own values pass', () => {
    expect(of({ type: 'integer', format: 'int32' })(-2147483648)).toEqual([])
    expect(of({ type: 'integer', format: 'int64' })(Number.MAX_SAFE_INTEGER)).toEqual([])
  })

  test('a small value gets a finding for every violation, a large one for the first alone', () => {
    const list = { type: 'array', items: { type: 'integer' } }
    expect(of(list)(Array.from({ length: 20 }, String))).toHaveLength(20)
    expect(of(list)(Array.from({ length: 2000 }, String))).toMatchObject([{ pointer: '/0' }])
  })

  test('names of prototypes are no members', () => {
    const foreign = createChecks({}, true)
    const strict = foreign.of({ type: 'object', required: ['constructor'], properties: { constructor: { type: 'string' } } })
    expect(strict({})).toMatchObject([{ kind: 'missing', pointer: '/constructor' }])
  })
})

describe('where several tables are published, the chosen one says how an error is told', () => {
  const tables = { setting: 's.table', values: { B: { 'X.1': 'X.2', 'X.3': 'X.4' } } }
  test.each([
    ['another code of the operation', 'B', 'X.1', 'X.2'],
    ['the same where the table is silent', 'B', 'X.2', 'X.2'],
    ['the same in a table of no changes', 'A', 'X.1', 'X.1'],
    ['the same where the operation does not document the other', 'B', 'X.3', 'X.3'],
    ['the gateway’s own always', 'B', 'APIGW.0302', 'APIGW.0302'],
  ])('%s', (_what, chosen, key, told) => {
    const operation = operationWith(['X.1', 'X.2', 'X.3'], undefined, { tables })
    expect(operation.inTable(key, (name) => (name === 's.table' ? chosen : undefined))).toBe(told)
  })
})
