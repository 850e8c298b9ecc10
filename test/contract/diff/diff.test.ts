import { describe, expect, test } from 'vitest'
import { diffSpecs } from '../../../src/contract/diff/diff-specs.ts'
import { readSide } from '../../../src/contract/diff/read-side.ts'
import { FIELD_RULES } from '../../../src/contract/diff/rules.ts'
import { builtInBundle } from '../../../src/index.ts'
import type { Bundle, OperationDoc, Schema } from '../../../src/spec/document/model.ts'
import { CONSUMER_ROWS } from './consumer-rows.ts'
import type { Editable } from './editable.ts'
import { FIELD_ROWS } from './field-rows.ts'
import { PROVIDER_ROWS } from './provider-rows.ts'

const LEVELS = { error: 'breaking', warning: 'risky', info: 'harmless' } as const
const changesOf = (old: Bundle, now: Bundle) =>
  diffSpecs(old, now).flatMap(({ checks }) =>
    checks.flatMap(({ findings }) => findings.map(({ level, code, pointer }) => [LEVELS[level], code, pointer])),
  )

const EMPTY = { families: {}, settings: {}, sources: {}, machines: {}, scenarios: {}, deliveries: {}, places: {}, worlds: {} }

/** Specs of one operation whose body, on one way, has this schema. */
function specsWith(section: 'paths' | 'webhooks', way: 'asked' | 'answered', schema: Schema): Bundle {
  const content = (own: boolean) => ({ content: { 'application/json': { schema: own ? schema : {} } } })
  const doc = {
    operationId: 'op',
    requestBody: content(way === 'asked'),
    responses: { '200': content(way === 'answered') },
    'x-errors': [],
  }
  const item = { post: doc as unknown as OperationDoc }
  return { ...EMPTY, format: 1, services: { s: { openapi: '3.1.0', info: { title: 's', version: '1' }, [section]: { '/x': item } } } }
}

const PLACES = [
  ['consumer.request', 'paths', 'asked', '/s.op/body', 'sent'],
  ['consumer.reply', 'paths', 'answered', '/s.op/200/body', 'received'],
  ['provider.call', 'webhooks', 'asked', '/s.op/body', 'received'],
  ['provider.answer', 'webhooks', 'answered', '/s.op/200/body', 'sent'],
] as const

describe.each(PLACES)('%s', (part, section, way, pointer, direction) => {
  for (const [what, old, now, sent, received, at = '/a'] of FIELD_ROWS) {
    test(what, () => {
      const [level, code] = direction === 'sent' ? sent : received
      expect(changesOf(specsWith(section, way, old), specsWith(section, way, now))).toEqual([[level, `${part}.${code}`, `${pointer}${at}`]])
    })
  }
})

test('every rule for fields has its row', () => {
  const seen = new Set(FIELD_ROWS.flatMap(([, , , sent, received]) => [sent[1], received[1]]))
  expect(Object.keys(FIELD_RULES).filter((what) => !seen.has(what))).toEqual([])
})

describe('what is not a field', () => {
  test.each([...CONSUMER_ROWS, ...PROVIDER_ROWS])('%s', (_what, change, expected) => {
    const now = structuredClone(builtInBundle()) as unknown as Editable
    change(now)
    expect(changesOf(builtInBundle(), now as unknown as Bundle)).toEqual(expected)
  })
})

test('the same specs are silent, and all of them were looked at', () => {
  const groups = diffSpecs(builtInBundle(), structuredClone(builtInBundle()), 'risky')
  expect(groups.flatMap(({ checks }) => checks.flatMap(({ findings }) => findings))).toEqual([])
  const names = groups.flatMap(({ checks }) => checks.map(({ name }) => name))
  expect(names).toContain('bss.PayOrders')
  expect(names).toContain('production-v1.newInstance')
  expect(names.some((name) => name.startsWith('console.') || name.startsWith('sandbox.'))).toBe(false)
})

test('a folder of specs reads like the bundle that comes with the package', () => {
  expect(changesOf(readSide('specs'), builtInBundle())).toEqual([])
})

test('a schema that holds itself ends', () => {
  const recursive = (schema: Schema): Bundle => {
    const bundle = specsWith('paths', 'answered', { $ref: '#/components/schemas/Node' })
    return { ...bundle, services: { s: { ...bundle.services['s']!, components: { schemas: { Node: schema } } } } }
  }
  const node = (more: Record<string, Schema>): Schema => ({
    type: 'object',
    properties: { next: { $ref: '#/components/schemas/Node' }, ...more },
  })
  expect(changesOf(recursive(node({ a: {} })), recursive(node({})))).toEqual([
    ['breaking', 'consumer.reply.field-removed', '/s.op/200/body/a'],
  ])
})

test('a finding says what was, what is, and where that is written', () => {
  const now = structuredClone(builtInBundle()) as unknown as Editable
  now.services.bss!.paths!['/v2/orders/customer-orders']!.get!.parameters!.find(({ name }) => name === 'limit')!.required = true
  const [finding] = diffSpecs(builtInBundle(), now as unknown as Bundle).flatMap(({ checks }) => checks.flatMap(({ findings }) => findings))
  expect(finding).toEqual({
    code: 'consumer.request.now-required',
    level: 'error',
    pointer: '/bss.ListCustomerOrders/query/limit',
    expected: 'optional',
    got: 'required',
    place: expect.stringMatching(/^specs\/bss\/operations\/ListCustomerOrders\.yaml:\d+$/),
  })
})
