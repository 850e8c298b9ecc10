import { describe, expect, test } from 'vitest'
import { createSpecs } from '../../src/spec/catalogue.ts'
import type { ServiceDocument } from '../../src/spec/document/model.ts'
import { parseSource } from '../../src/spec/document/source.ts'
import { withForeign } from '../../src/spec/foreign/foreign-specs.ts'
import type { Operation } from '../../src/spec/operation.ts'
import { builtInBundle } from '../../src/spec/schema/cache.ts'
import { sample } from '../../src/spec/schema/sample.ts'
import { seededNumbers } from '../../src/world/engine/chance.ts'
import { bundleOf, read } from './make-operation.ts'

const sandbox: ServiceDocument = { openapi: '3.1.0', info: { title: 'sandbox', version: '1' }, paths: {} }
const serve = (...texts: string[]) => createSpecs(withForeign(bundleOf({ sandbox, bss: sandbox }, {}), texts.map((text, i) => parseSource(`doc${i}.yaml`, text)))) // biome-ignore format: one thought

const OLD = `
openapi: 3.0.3
info: { title: 'Pet Store!', version: 1.0.0 }
paths:
  /pets/{petId}:
    parameters:
      - { $ref: '#/components/parameters/PetId' }
      - { name: limit, in: query, schema: { type: integer, minimum: 0, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false } }
    post:
      parameters:
        - { name: limit, in: query, required: true, schema: { $ref: '#/components/schemas/Limit' } }
        - { name: filter, in: query, content: { application/json: { schema: { type: object } } } }
      requestBody: { $ref: '#/components/requestBodies/Pet' }
      responses:
        2XX: { $ref: '#/components/responses/Pet' }
        404: { description: none }
        default: { description: other }
  /legacy:
    get: { responses: { default: { description: anything } } }
components:
  parameters:
    PetId: { $ref: '#/components/parameters/Id' }
    Id: { name: petId, in: path, required: true, schema: { type: string, format: our-own, maxLength: 3 } }
  requestBodies:
    Pet:
      required: true
      content:
        application/json; charset=utf-8: { schema: { $ref: '#/components/schemas/Pet' } }
        application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Pet' } }
        application/octet-stream: {}
  responses:
    Pet: { description: one, content: { application/hal+json: { schema: { $ref: '#/components/schemas/Pet' }, example: { name: 旺财 } } } }
  schemas:
    Limit: { type: integer, minimum: 0, exclusiveMinimum: true, maximum: 5 }
    Kind: { type: string, enum: [dog, cat], nullable: true }
    Pet:
      type: object
      required: [name]
      x-anything: 1
      discriminator: { propertyName: kind }
      properties:
        name: { type: string, nullable: true, example: Rex }
        kind: { $ref: '#/components/schemas/Kind' }
        owner: { nullable: true, allOf: [{ $ref: '#/components/schemas/Pet' }] }
        nullable: { type: boolean }
        example: { type: integer, nullable: true }
        weight: { type: number, minimum: 0, exclusiveMinimum: true }
`
const specs = serve(OLD)
const post = specs.operations.find((operation) => operation.method === 'POST') as Operation

describe('an OpenAPI 3.0 document of the user is served', () => {
  const path = { petId: 'a' }
  const send = (body: unknown, query = 'limit=1') => read(post, { path, query, body: JSON.stringify(body) })

  test('its service is named after its title, an operation without a name after its path', () => {
    expect(specs.operations.map(({ ref }) => ref)).toEqual(['pet-store.get-legacy', 'pet-store.post-pets-petId'])
    expect(post.success).toBe(200)
    expect(specs.operation('pet-store.get-legacy').success).toBe(200)
  })

  test.each([
    ['a good one', { name: 'Rex' }, undefined],
    ['nullable', { name: null, kind: null, owner: null, example: null }, undefined],
    ['nullable inside a combination', { name: 'a', owner: { name: 'b' } }, undefined],
    ['a member called nullable', { name: 'a', nullable: 'yes' }, '422'],
    ['a member called example', { name: 'a', example: 'x' }, '422'],
    ['an exclusive minimum', { name: 'a', weight: 0 }, '422'],
    ['outside a nullable list', { name: 'a', kind: 'fish' }, '422'],
    ['null where it may not be', { name: 'a', weight: null }, '422'],
    ['a missing member', {}, '422'],
  ])('bodies: %s', (_what, body, error) => {
    expect(send(body).error).toBe(error)
  })

  test('parameters: references are followed, an operation’s own win over its path’s', () => {
    expect(send({ name: 'a' }, 'limit=1&filter=%7B%7D').input).toMatchObject({ path, query: { limit: 1, filter: {} } })
    expect(send({ name: 'a' }, 'limit=0').told).toEqual(['request.query.range /query/limit'])
    expect(send({ name: 'a' }, '').told).toEqual(['request.query.missing /query/limit'])
    expect(read(post, { path: { petId: 'abcd' }, query: 'limit=1', body: '{"name":"a"}' }).told).toEqual(['request.path.range /path/petId'])
  })

  test('the label of a body picks how it is read', () => {
    const labelled = (type: string, body: string) => read(post, { path, query: 'limit=1', body, headers: { 'content-type': type } })
    expect(labelled('application/x-www-form-urlencoded', 'name=a&weight=2').input?.body).toEqual({ name: 'a', weight: 2 })
    expect(labelled('application/octet-stream', 'xyz').input?.body).toEqual(new TextEncoder().encode('xyz'))
    expect(labelled('application/json', '{"name":"a"}').told).toEqual([])
  })

  test('answers: ranges of statuses, other flavours of JSON and single examples are understood', () => {
    expect(post.example()).toMatchObject({ status: 200, value: { name: '旺财' } })
    expect(post.check({ status: 200, body: { name: 'a' } })).toEqual([])
    expect(post.check({ status: 200, body: {} })).toMatchObject([{ pointer: '/body/name' }])
  })

  test('a value made from it fits, even where the schema holds itself', () => {
    const schemas = specs.bundle.services['pet-store']?.components?.schemas ?? {}
    const body = sample(post.successSchema ?? {}, schemas, {
      seedAt: (pointer) => pointer.length * 7919,
      numbersFrom: seededNumbers,
      now: 0,
      language: 'en',
    })
    expect(post.check({ status: 200, body })).toEqual([])
  })
})

describe('documents are kept apart', () => {
  const minimal = (title: string) =>
    `{ openapi: 3.1.0, info: { title: ${title}, version: '1' }, paths: { /${title}: { get: { responses: {} } } } }`

  test('two of one title are two services, and 3.1 is taken as it is', () => {
    const document = { ...JSON.parse('{"paths":{"/z":{"get":{"responses":{}}}}}'), openapi: '3.1.0', info: { title: 'a', version: '1' } }
    expect(serve(minimal('a'), JSON.stringify(document)).operations.map(({ ref }) => ref)).toEqual(['a-2.get-z', 'a.get-a'])
  })

  test('services to keep are named', () => {
    const bundle = bundleOf({ sandbox, bss: sandbox }, {})
    expect(Object.keys(withForeign(bundle, [parseSource('a.yaml', minimal('a'))], ['bss']).services)).toEqual(['sandbox', 'bss', 'a'])
    expect(() => withForeign(bundle, [], ['bbs'])).toThrow('There is no built-in service "bbs". There are: sandbox, bss.')
  })
})

test('a document with the title of a built-in service gets a name of its own: nobody else answers for it', () => {
  const file = parseSource('theirs.yaml', 'openapi: 3.1.0\ninfo: { title: BSS, version: "1" }\npaths: {}\n')
  expect(Object.keys(withForeign(builtInBundle(), [file]).services)).toEqual(['sandbox', 'bss-2'])
  expect(() => withForeign(builtInBundle(), [file], ['constructor'])).toThrow('There is no built-in service "constructor".')
})
