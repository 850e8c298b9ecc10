import { describe, expect, test } from 'vitest'
import { largeDocument } from '../../../bench/documents.ts'
import type { ServiceDocument } from '../../../src/spec/document/model.ts'
import { operationsIn } from '../../../src/spec/document/operation-index.ts'
import { withForeign } from '../../../src/spec/foreign/foreign-specs.ts'
import { bundleOf } from '../../spec/make-operation.ts'
import { load, openFiles, withPaths } from './load-document.ts'

const OK = 'responses: { 204: { description: done } }'
const INFO = "info: { title: Shop, version: '1' }"

describe('what is served of a document', () => {
  test.each<readonly [what: string, document: string, operations: readonly string[], notes: readonly string[]]>([
    ['YAML, 3.0', `openapi: 3.0.3\n${INFO}\npaths: { /a: { get: { operationId: A, ${OK} } } }`, ['A GET /a'], []],
    ['YAML, 3.1', `openapi: 3.1.1\n${INFO}\npaths: { /a: { get: { operationId: A, ${OK} } } }`, ['A GET /a'], []],
    ['JSON', `{"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"paths":{"/a":{"get":{"responses":{"204":{"description":"x"}}}}}}`, ['get-a GET /a'], []],
    ['JSON behind a byte order mark', `\ufeff{"openapi":"3.1.0","info":{"title":"Shop"},"paths":{"/a":{"get":{"responses":{"204":{}}}}}}`, ['get-a GET /a'], []],
    ['a version without quotes', `openapi: 3.1\n${INFO}\npaths: { /a: { get: { ${OK} } } }`, ['get-a GET /a'], ['version 1']],
    ['3.0 without quotes is the number 3', `openapi: 3.0\n${INFO}\npaths: { /a: { get: { ${OK} } } }`, ['get-a GET /a'], ['version 1']],
    ['no version', `${INFO}\npaths: { /a: { get: { ${OK} } } }`, ['get-a GET /a'], ['version 1']],
    ['a version of tomorrow', `openapi: 3.7.0\n${INFO}\npaths: { /a: { get: { ${OK} } } }`, ['get-a GET /a'], ['version 1']],
    ['no info', `openapi: 3.1.0\npaths: { /a: { get: { ${OK} } } }`, ['get-a GET /a'], ['info 1']],
    ['3.2: the method query', `openapi: 3.2.0\n${INFO}\npaths: { /a: { query: { operationId: Q, ${OK} } } }`, ['Q QUERY /a'], []],
    ['3.2: methods of any name', `openapi: 3.2.0\n${INFO}\npaths: { /a: { additionalOperations: { PURGE: { operationId: P, ${OK} } } } }`, ['P PURGE /a'], []],
    ['3.2: a document with its own address', `openapi: 3.2.0\n$self: https://x.example/api.yaml\n${INFO}\npaths: { /a: { get: { parameters: [{ name: q, in: query, schema: { $ref: 'https://x.example/api.yaml#/components/schemas/One' } }], ${OK} } } }\ncomponents: { schemas: { One: { type: integer } } }`, ['get-a GET /a'], []],
    ['webhooks only', `openapi: 3.1.0\n${INFO}\nwebhooks: { paid: { post: { operationId: Paid, ${OK} } } }`, [], []],
    ['components only', `openapi: 3.1.0\n${INFO}\ncomponents: { schemas: { One: { type: integer } } }`, [], ['operations.none 1']],
    ['paths that are empty', `openapi: 3.1.0\n${INFO}\npaths: {}`, [], ['operations.none 1']],
    ['statuses as numbers, dates as texts', `openapi: 3.1.0\ninfo: { title: Shop, version: 2024-01-01 }\npaths:\n  /a:\n    get:\n      responses:\n        204: { description: done }`, ['get-a GET /a'], []],
    ['keys that are merged', `openapi: 3.1.0\n${INFO}\nx-all: &all { ${OK} }\npaths:\n  /a:\n    get: { <<: *all, operationId: A }\n    put: { <<: [*all], operationId: B }`, ['A GET /a', 'B PUT /a'], []],
    ['an anchor that is used often', `openapi: 3.1.0\n${INFO}\nx-one: &one { description: done }\npaths:\n${Array.from({ length: 150 }, (_, i) => `  /a${i}: { get: { responses: { 204: *one } } }`).join('\n')}`, Array.from({ length: 150 }, (_, i) => `get-a${i} GET /a${i}`).sort(), []],
    ['tabs', `openapi: 3.1.0\n${INFO}\npaths:\n\t/a:\n\t\tget:\n\t\t\t${OK}`, ['get-a GET /a'], ['tabs 4']],
    ['two equal keys of YAML', `openapi: 3.1.0\n${INFO}\npaths:\n  /a:\n    get: { operationId: A, ${OK} }\n    get: { operationId: B, ${OK} }`, ['B GET /a'], ['key.twice 6']],
    ['two equal keys of JSON', `{"openapi":"3.1.0","info":{"title":"Shop"},\n"paths":{"/a":{"get":{"operationId":"A","responses":{"204":{}}},\n"get":{"operationId":"B","responses":{"204":{}}}}}}`, ['B GET /a'], ['key.twice 3']],
    ['a second document behind it', `openapi: 3.1.0\n${INFO}\npaths: { /a: { get: { ${OK} } } }\n---\nopenapi: 3.1.0`, ['get-a GET /a'], ['several 4']],
    ['a document of YAML 1.1', `%YAML 1.1\n---\nopenapi: 3.1.0\n${INFO}\npaths: { /no: { get: { operationId: no, ${OK} } } }`, ['no GET /no'], []],
  ])('%s', (_what, document, operations, notes) => {
    const loaded = load(document)
    expect(loaded.operations).toEqual(operations)
    expect(loaded.told).toEqual(notes)
  })
}) // biome-ignore format: one row a line

describe('what is not an OpenAPI 3 document is refused in one sentence', () => {
  test.each([
    ['doc.yaml', "swagger: '2.0'\ninfo: {}\npaths: {}", 'doc.yaml:1: this is an OpenAPI 2.0 (Swagger) document. Convert it to OpenAPI 3: npx swagger2openapi --patch -o openapi.yaml doc.yaml'],
    ['doc.json', '{\n"swagger": "2.0"}', 'doc.json:2: this is an OpenAPI 2.0 (Swagger) document.'],
    ['doc.yaml', "openapi: '4.0.0'", 'doc.yaml:1: OpenAPI "4.0.0" is not served. Write the document in OpenAPI 3.0, 3.1 or 3.2.'],
    ['doc.yaml', "info: {}\nasyncapi: '2.6.0'\nchannels: {}", 'doc.yaml:2: this is an AsyncAPI document. It describes messages, not an HTTP API.'],
    ['doc.json', '{"name":"shop","version":"1.0.0","dependencies":{}}', 'doc.json:1: this is not an OpenAPI document: it has no key "openapi", but name, version, dependencies.'],
    ['doc.json', '[1]', 'doc.json:1: this is not an OpenAPI document, but a list.'],
    ['doc.yaml', 'hello', 'doc.yaml:1: this is not an OpenAPI document, but "hello".'],
    ['doc.yaml', '# nothing\n', 'doc.yaml is empty.'],
    ['doc.yaml', 'a: [', 'doc.yaml:1: Flow sequence in block collection must be sufficiently indented and end with a ].'],
    ['doc.yaml', 'openapi: 3.1.0\ninfo: "x\n', 'doc.yaml:3: Missing closing "quote.'],
    ['doc.json', '{"openapi": "3.1.0",\n "paths": }', "doc.json:2: this is not JSON (Unexpected token '}')."],
    ['doc.json', '{"openapi": "3.1.0",\n "paths": {}', 'doc.json:2: this is not JSON ('],
  ])('%s: %j', (name, text, said) => {
    expect(() => load({ [name]: text })).toThrow(said)
  })
}) // biome-ignore format: one row a line

describe('several documents', () => {
  const one = (path: string, more = '') =>
    `openapi: 3.1.0\ninfo: { title: One, version: '1' }\n${more}paths: { '${path}': { get: { operationId: Get, ${OK} } } }`

  test('each is a service; an operation that answers the same calls is told, and the first one answers', () => {
    const { specs, lines } = load(one('/a/{id}'), one('/a/{name}'))
    expect(specs.operations.map(({ ref }) => ref)).toEqual(['one-2.Get', 'one.Get'])
    expect(specs.find({ method: 'GET', path: '/a/1', host: 'localhost' })).toMatchObject({ value: { ref: 'one.Get' } })
    expect(lines).toContain(
      'doc2.yaml:3: GET /a/{name} is answered by /a/{id} of doc.yaml. Name other servers or another path to tell them apart.',
    )
  })

  test('the host decides where their servers differ', () => {
    const { specs, told } = load(
      one('/a', 'servers: [{ url: https://one.example }]\n'),
      one('/a', 'servers: [{ url: https://two.example }]\n'),
    )
    expect(told).toEqual([])
    expect(specs.find({ method: 'GET', path: '/a', host: 'two.example' })).toMatchObject({ value: { ref: 'one-2.Get' } })
    expect(specs.find({ method: 'GET', path: '/a', host: 'localhost' })).toMatchObject({ value: { ref: 'one.Get' } })
  })
})

describe('names of operations', () => {
  test.each([
    ['the second of two equal ones gets another', '  /a: { get: { operationId: X, responses: { 204: {} } } }\n  /b: { get: { operationId: X, responses: { 204: {} } } }', ['X GET /a', 'get-b GET /b'], ['operation.twice 5']],
    ['a made name is never one that is given', '  /a: { get: { responses: { 204: {} } } }\n  /b: { get: { operationId: get-a, responses: { 204: {} } } }', ['get-a GET /b', 'get-a-2 GET /a'], []],
    ['a number', '  /a: { get: { operationId: 7, responses: { 204: {} } } }', ['7 GET /a'], []],
    ['none', '  /a/{b}: { get: { parameters: [{ name: b, in: path, required: true, schema: {} }], responses: { 204: {} } } }\n  /a/b: { get: { responses: { 204: {} } } }', ['get-a-b GET /a/{b}', 'get-a-b-2 GET /a/b'], []],
  ])('%s', (_what, paths, operations, notes) => {
    const loaded = load(withPaths(paths))
    expect(loaded.operations).toEqual(operations)
    expect(loaded.told).toEqual(notes)
  })
}) // biome-ignore format: one row a line

test('nothing of a large document is read before it is asked for, and what is asked for is read once', () => {
  const text = JSON.stringify(largeDocument({ operations: 1_000, schemas: 100 }))
  const { services } = withForeign(bundleOf({ sandbox: { openapi: '3.1.0', info: { title: 'sandbox', version: '1' } } }, {}), [openFiles({ 'large.json': text })]) // biome-ignore format: one thought
  const document = services['large-1000'] as ServiceDocument
  const all = operationsIn(document)
  const unread = () => all.filter(({ path, method }) => Object.getOwnPropertyDescriptor(document.paths?.[path], method)?.get).length
  const schemas = () => Object.values(Object.getOwnPropertyDescriptors(document.components?.schemas ?? {})).filter(({ get }) => get).length
  expect([all.length, unread(), schemas()]).toEqual([1_000, 1_000, 101])
  expect(all[7]?.doc()).toBe(all[7]?.doc())
  expect(document.components?.schemas?.Problem).toBe(document.components?.schemas?.Problem)
  expect(schemas()).toBe(100)
})
