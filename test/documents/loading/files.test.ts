import { describe, expect, test } from 'vitest'
import { documentInFiles } from '../../../bench/documents.ts'
import { read } from '../../spec/make-operation.ts'
import { type Files, load } from './load-document.ts'

const API = (paths: string, components = '{}', version = '3.1.0') => `openapi: ${version}
info: { title: Shop, version: '1' }
paths:
${paths}
components: ${components}
`
const USES = (schema: string) =>
  `  /a: { post: { operationId: Do, requestBody: { content: { application/json: { schema: ${schema} } } }, responses: { 204: { description: x } } } }`

describe('references from file to file', () => {
  test.each<readonly [what: string, files: Files, notes: readonly string[], schemas: object]>([
    ['a schema in a file', { 'api.yaml': API(USES('{ $ref: pet.yaml }')), 'pet.yaml': 'type: integer' }, [], { pet: { type: 'integer' } }],
    ['a part of a file', { 'api.yaml': API(USES("{ $ref: 'all.yaml#/Pet' }")), 'all.yaml': 'Pet: { type: integer }' }, [], { Pet: { type: 'integer' } }],
    ['a file in a folder, and back', { 'v1/api.yaml': API(USES('{ $ref: ../shared/pet.yaml }'), '{ schemas: { Kind: { type: string } } }'), 'shared/pet.yaml': "properties: { kind: { $ref: '../v1/api.yaml#/components/schemas/Kind' } }" }, [], { Kind: { type: 'string' }, pet: { properties: { kind: { $ref: '#/components/schemas/Kind' } } } }],
    ['a shared schema that is a file keeps its name', { 'api.yaml': API(USES("{ $ref: '#/components/schemas/Pet' }"), '{ schemas: { Pet: { $ref: schemas/animal.yaml } } }'), 'schemas/animal.yaml': "properties: { parent: { $ref: animal.yaml }, me: { $ref: '#' } }" }, [], { Pet: { properties: { parent: { $ref: '#/components/schemas/Pet' }, me: { $ref: '#/components/schemas/Pet' } } } }],
    ['two files that need each other', { 'api.yaml': API(USES('{ $ref: a.yaml }')), 'a.yaml': 'properties: { b: { $ref: b.yaml } }', 'b.yaml': 'properties: { a: { $ref: ./a.yaml } }' }, [], { a: { properties: { b: { $ref: '#/components/schemas/b' } } }, b: { properties: { a: { $ref: '#/components/schemas/a' } } } }],
    ['files of one name', { 'api.yaml': API(USES('{ anyOf: [{ $ref: x/pet.yaml }, { $ref: y/pet.yaml }] }')), 'x/pet.yaml': 'type: integer', 'y/pet.yaml': 'type: string' }, [], { pet: { type: 'integer' }, 'pet-2': { type: 'string' } }],
    ['a file of JSON', { 'api.yaml': API(USES("{ $ref: 'all.json#/definitions/Pet' }")), 'all.json': '{"definitions":{"Pet":{"type":"integer"}}}' }, [], { Pet: { type: 'integer' } }],
    ['a file with blanks in its name', { 'api.yaml': API(USES("{ $ref: 'my%20pet.yaml' }")), 'my pet.yaml': 'type: integer' }, [], { 'my-pet': { type: 'integer' } }],
    ['the words of 3.0 hold in its files', { 'api.yaml': API(USES('{ $ref: pet.yaml }'), '{}', '3.0.3'), 'pet.yaml': 'type: integer\nnullable: true' }, [], { pet: { type: ['integer', 'null'] } }],
    ['the words of 3.1 hold in a file that says so', { 'api.yaml': API(USES("{ $ref: 'other.yaml#/components/schemas/Pet' }"), '{}', '3.0.3'), 'other.yaml': "openapi: 3.1.0\ncomponents: { schemas: { Pet: { type: [integer, 'null'] } } }" }, [], { Pet: { type: ['integer', 'null'] } }],
    ['a mapping to files', { 'api.yaml': API(USES('{ oneOf: [{ $ref: cat.yaml }], discriminator: { propertyName: kind, mapping: { c: cat.yaml } } }')), 'cat.yaml': 'type: object' }, [], { cat: { type: 'object' } }],
    ['no such file', { 'api.yaml': API(USES('{ $ref: pet.yaml }')) }, ['reference.dangling 4'], {}],
    ['no such part', { 'api.yaml': API(USES("{ $ref: 'all.yaml#/Pat' }")), 'all.yaml': 'Pet: {}' }, ['reference.dangling 4'], {}],
    ['a mistake in another file', { 'api.yaml': API(USES('{ $ref: pet.yaml }')), 'pet.yaml': 'properties:\n  a:\n    type: int' }, ['schema.type pet.yaml:3'], { pet: { properties: { a: { type: 'integer' } } } }],
    ['a reference to nothing in another file', { 'api.yaml': API(USES('{ $ref: pet.yaml }')), 'pet.yaml': "properties:\n  a: { $ref: '#/no' }" }, ['reference.dangling pet.yaml:2'], { pet: { properties: { a: {} } } }],
    ['a key twice in another file', { 'api.yaml': API(USES('{ $ref: pet.yaml }')), 'pet.yaml': 'type: integer\ntype: string' }, ['key.twice pet.yaml:2'], { pet: { type: 'string' } }],
  ])('%s', (_what, files, notes, schemas) => {
    const { told, document } = load(files)
    expect(told).toEqual(notes)
    expect(document.components?.schemas).toEqual(schemas)
  })
}) // biome-ignore format: one row a line

test('paths, parameters, bodies, answers, headers and examples may be files', () => {
  const { told, operations, document } = load({
    'api.yaml': API('  /a/{id}: { $ref: paths/a.yaml }'),
    'paths/a.yaml': `parameters: [{ $ref: '../parts.yaml#/parameters/id' }]
post:
  operationId: Do
  requestBody: { $ref: '../parts.yaml#/bodies/one' }
  responses: { 201: { $ref: '../parts.yaml#/answers/one' } }
`,
    'parts.yaml': `parameters: { id: { name: id, in: path, required: true, schema: { $ref: '#/schemas/Id' } } }
schemas: { Id: { type: integer } }
bodies: { one: { content: { application/json: { schema: { $ref: '#/schemas/Id' } } } } }
answers: { one: { description: x, headers: { X-A: { $ref: '#/headers/a' } }, content: { application/json: { examples: { big: { $ref: '#/examples/big' }, file: { externalValue: big.json } } } } } }
headers: { a: { schema: { $ref: '#/schemas/Id' } } }
examples: { big: { value: 1 } }
`,
    'big.json': '{"big":true}',
  })
  const Id = { $ref: '#/components/schemas/Id' }
  expect({ told, operations }).toEqual({ told: [], operations: ['Do POST /a/{id}'] })
  expect(document.paths?.['/a/{id}']?.post).toMatchObject({
    parameters: [{ name: 'id', schema: Id }],
    requestBody: { content: { 'application/json': { schema: Id } } },
    responses: {
      201: { headers: { 'X-A': { schema: Id } }, content: { 'application/json': { examples: { big: { value: 1 }, file: { value: { big: true } } } } } },
    },
  })
}) // biome-ignore format: one file a line

test('forty kinds, each in a file of its own, are told apart', () => {
  const { told, specs } = load(documentInFiles(40))
  const send = (body: object) => read(specs.operation('AddAnimal'), { path: {}, body: JSON.stringify(body) }).told.length === 0
  expect(told).toEqual([])
  expect([
    send({ kind: 'Animal7', leg7: 4 }),
    send({ kind: 'Animal7', leg7: 4, parent: { kind: 'Animal8', leg8: 1 } }),
    send({ kind: 'Animal7', leg8: 4 }),
    send({ kind: 'Animal7', leg7: 4, parent: { kind: 'Animal8' } }),
  ]).toEqual([true, true, false, false])
})
