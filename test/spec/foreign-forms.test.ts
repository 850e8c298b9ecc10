import { describe, expect, test } from 'vitest'
import { createSpecs } from '../../src/spec/catalogue.ts'
import type { ServiceDocument } from '../../src/spec/document/model.ts'
import { parseSource } from '../../src/spec/document/source.ts'
import { withForeign } from '../../src/spec/foreign/foreign-specs.ts'
import { bundleOf, read } from './make-operation.ts'

const sandbox: ServiceDocument = { openapi: '3.1.0', info: { title: 'sandbox', version: '1' }, paths: {} }
const serve = (text: string) => createSpecs(withForeign(bundleOf({ sandbox }, {}), [parseSource('doc.yaml', text)]))

const SHOP = `
openapi: 3.0.3
info: { title: Shop, version: '1' }
servers:
  - { url: 'https://api.shop.example/{stage}/v1/', variables: { stage: { default: live, enum: [live, test] } } }
paths:
  /things:
    get:
      operationId: ListThings
      parameters:
        - { name: ids, in: query, style: form, explode: false, schema: { type: array, items: { type: integer }, maxItems: 3 } }
        - { name: tags, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } } }
        - { name: names, in: query, schema: { type: array, items: { type: string } } }
        - { name: filter, in: query, required: true, style: deepObject, schema: { $ref: '#/components/schemas/Filter' } }
        - { name: page, in: query, schema: { type: object, properties: { from: { type: integer }, size: { type: integer } } } }
        - { name: labels, in: query, schema: { type: object, patternProperties: { '^label-': { type: integer } } } }
        - { name: marks, in: query, style: deepObject, schema: { type: object, additionalProperties: { type: integer } } }
        - { name: X-Ids, in: header, schema: { type: array, items: { type: integer } } }
      responses: { 200: { description: all } }
    post:
      operationId: AddThing
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
      responses:
        201:
          description: made
          content:
            application/vnd.shop.v1+json: { schema: { $ref: '#/components/schemas/Thing' }, example: { id: 1, name: one } }
            application/vnd.shop.v2+json: { schema: { type: object, required: [title] }, example: { title: two } }
  /tags:
    post:
      operationId: AddTags
      requestBody: { content: { application/json: { schema: { type: object, properties: { tags: { $ref: '#/components/schemas/Tags' }, open: { $ref: '#/components/schemas/Open' } } } } } }
      responses: { 204: { description: done } }
  /users/{id}: { get: { responses: { 200: { description: one } } } }
  /users/id: { get: { responses: { 200: { description: the caller } } } }
components:
  schemas:
    Filter: { type: object, required: [state], properties: { state: { type: string, enum: [on, off] }, least: { type: integer } } }
    Tags: { type: object, properties: { one: { type: string } }, patternProperties: { '^tag-': { type: object, properties: { at: { type: integer } } } } }
    Open: { type: object, properties: { one: { type: string } }, additionalProperties: { type: object, properties: { at: { type: integer } } } }
    Base: { type: object, required: [id, secret], properties: { id: { type: integer, readOnly: true }, secret: { type: string, writeOnly: true } } }
    Thing: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, required: [name], properties: { name: { type: string } } }] }
`
const specs = serve(SHOP)
const list = specs.operation('ListThings')
const add = specs.operation('AddThing')
const ask = (query: string, headers = {}) => read(list, { query, headers })

describe('parameters of more than one value', () => {
  test.each([
    ['a list in one text', 'ids=1,2', { ids: [1, 2] }],
    ['a list with another sign between', 'tags=a|b%7Cc', { tags: ['a', 'b', 'c'] }],
    ['a list by repetition, where a comma is a letter', 'names=a,b&names=c', { names: ['a,b', 'c'] }],
    ['an object in brackets', 'filter[least]=2', { filter: { state: 'on', least: 2 } }],
    ['members known by a pattern of their names', 'label-a=1&label-b=2', { labels: { 'label-a': 1, 'label-b': 2 } }],
    ['members of any name, but one type', 'marks[a]=1', { marks: { a: 1 } }],
    ['an object whose members stand by themselves', 'from=5&size=10', { page: { from: 5, size: 10 } }],
  ])('%s', (_what, query, values) => {
    const { input, told } = ask(`${query}&filter[state]=on`)
    expect(told).toEqual([])
    expect(input?.query).toMatchObject(values)
  })

  test.each([
    ['too many items', 'ids=1,2,3,4&filter[state]=on', ['request.query.range /query/ids']],
    ['an item of another type', 'ids=1,b&filter[state]=on', ['request.query.malformed /query/ids/1']],
    ['an object that lacks a member', 'filter[least]=2', ['request.query.missing /query/filter/state']],
    ['no object', '', ['request.query.missing /query/filter']],
    ['a value that is not listed', 'filter[state]=up', ['request.query.range /query/filter/state']],
  ])('%s is refused', (_what, query, told) => {
    expect(ask(query).told).toEqual(told)
  })

  test('a list in a header, and names that mean something to JavaScript', () => {
    expect(ask('filter[state]=on', { 'x-ids': '1, 2' }).input?.header).toEqual({ 'X-Ids': [1, 2] })
    ask('filter[__proto__][a]=1&filter[x][__proto__][b]=1&filter[constructor][prototype][c]=1')
    expect([{} as Record<string, unknown>].map(({ a, b, c }) => [a, b, c])).toEqual([[undefined, undefined, undefined]])
  })
})

test('what only the other side sends is not mandatory', () => {
  const send = (body: unknown) => read(add, { body: JSON.stringify(body) }).told
  expect(send({ name: 'a', secret: 's' })).toEqual([])
  expect(send({ name: 'a' })).toEqual(['request.body.missing /body/secret'])
  expect(add.check({ status: 201, body: { id: 1, name: 'a' } })).toEqual([])
  expect(add.check({ status: 201, body: { name: 'a' } })).toMatchObject([{ pointer: '/body/id' }])
})

test('of several flavours of JSON the one that is accepted is shown', () => {
  const shown = (accept?: string) => {
    const { value, headers } = add.example({ accept }) ?? {}
    return [headers?.['Content-Type'], value]
  }
  expect(shown()).toEqual(['application/vnd.shop.v1+json', { id: 1, name: 'one' }])
  expect(shown('text/html, application/vnd.shop.v2+json;q=0.9')).toEqual(['application/vnd.shop.v2+json', { title: 'two' }])
  expect(add.check({ status: 201, body: { title: 'two' }, headers: { 'Content-Type': 'application/vnd.shop.v2+json' } })).toEqual([])
})

test('paths are reached with and without the beginning that addresses put before them', () => {
  const found = (path: string) => {
    const route = specs.find({ method: 'GET', path, host: '' })
    return 'missing' in route ? route.missing : [route.value.path, route.path]
  }
  expect(['/users/7', '/live/v1/users/7', '/test/v1/users/7', '/v1/users/7'].map(found)).toEqual([
    ['/users/{id}', { id: '7' }],
    ['/users/{id}', { id: '7' }],
    ['/users/{id}', { id: '7' }],
    'path',
  ])
  expect(found('/users/id')).toEqual(['/users/id', {}])
})

describe('members of a body that are known by more than their names', () => {
  test.each([
    ['by a pattern', { tags: { one: 'a', 'tag-a': { at: 1 } } }, []],
    ['by no pattern', { tags: { other: 1 } }, ['request.body.unknown /body/tags/other']],
    ['inside of what a pattern knows', { tags: { 'tag-a': { of: 1 } } }, ['request.body.unknown /body/tags/tag-a/of']],
    ['of a schema for all others', { open: { any: { at: 1 } } }, []],
    ['inside of what that schema knows', { open: { any: { of: 1 } } }, ['request.body.unknown /body/open/any/of']],
    ['wrong under a pattern', { tags: { 'tag-a': { at: 'x' } } }, ['request.body.malformed /body/tags/tag-a/at']],
  ])('%s', (_how, body, told) => {
    expect(read(specs.operation('AddTags'), { body: JSON.stringify(body) }).told).toEqual(told)
  })
})
