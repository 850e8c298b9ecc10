import { describe, expect, test } from 'vitest'
import { checkOf, ref, type Schemas, told } from './make-sample.ts'

type Row = readonly [what: string, schema: unknown, value: unknown, complaints: readonly string[], schemas?: Schemas]

const rows = (all: readonly Row[]) => all.map(([what, ...row]) => [what, row] as const)

/** Mistakes that authors make. None is ever an error at a request: the schema is read as it was probably meant. */
const MISTAKES: readonly Row[] = [
  ['a number as text', { type: 'string', minLength: '3' }, 'x', ['minLength ']],
  ['a size that is none', { type: 'string', minLength: 'many', maxLength: -1 }, 'x', []],
  ['a fraction as size', { type: 'array', maxItems: 1.5 }, [1, 2], []],
  ['required of draft 3', { type: 'object', properties: { a: { required: true } } }, {}, []],
  ['required as text', { type: 'object', required: 'a' }, {}, []],
  ['names twice in required', { type: 'object', required: ['a', 'a', 3] }, {}, ['required /a']],
  ['type any', { type: 'any' }, 1, []],
  ['type file', { type: 'file' }, 1, ['type ']],
  ['type date', { type: 'date' }, 'tomorrow', ['format ']],
  ['type int', { type: 'int' }, 'x', ['type ']],
  ['a type in capitals', { type: 'String' }, 1, ['type ']],
  ['type null without quotes', { type: null }, 1, ['type ']],
  ['a type that nobody knows', { type: 'Money' }, 1, []],
  ['a list of types with any', { type: ['string', 'any'] }, 1, []],
  ['no types', { type: [] }, 1, []],
  ['an empty enum', { type: 'string', enum: [] }, 'x', []],
  ['an enum that is no list', { enum: 'a' }, 'x', []],
  ['the same value twice in enum', { enum: ['a', 'a'] }, 'b', ['enum ']],
  ['exclusiveMinimum true', { type: 'number', minimum: 3, exclusiveMinimum: true }, 3, ['exclusiveMinimum ']],
  ['exclusiveMaximum false', { type: 'number', maximum: 3, exclusiveMaximum: false }, 3, []],
  ['exclusiveMinimum without minimum', { type: 'number', exclusiveMinimum: true }, -3, []],
  ['multipleOf 0', { type: 'number', multipleOf: 0 }, 3, []],
  ['nullable in 3.1', { type: 'string', nullable: true }, null, []],
  ['nullable beside anyOf', { nullable: true, anyOf: [{ type: 'string' }] }, null, []],
  ['nullable beside anyOf, a wrong value', { nullable: true, anyOf: [{ type: 'string' }] }, 1, ['type ']],
  ['nullable beside enum', { type: 'string', enum: ['a'], nullable: true }, null, []],
  ['items as a list', { type: 'array', items: [{ type: 'integer' }] }, ['x'], ['type /0']],
  ['additionalItems false', { type: 'array', items: [{}], additionalItems: false }, [1, 2], ['items /1']],
  [
    'a text for additionalProperties',
    { type: 'object', properties: {}, additionalProperties: 'false' },
    { a: 1 },
    ['additionalProperties /a'],
  ],
  ['allOf that is no list', { allOf: { type: 'string' } }, 1, ['type ']],
  ['an empty allOf', { allOf: [] }, 1, []],
  ['an empty oneOf', { oneOf: [] }, 1, []],
  ['a schema that is null', null, 1, []],
  ['a schema that is a list', [], 1, []],
  ['a schema that is true', true, 1, []],
  ['a schema that is false', false, 1, ['false schema ']],
  ['a member that is null', { properties: { a: null } }, { a: 1 }, []],
  ['properties that is a list', { properties: [{ a: 1 }] }, { a: 1 }, []],
  ['$schema of draft 4 and id', { $schema: 'http://json-schema.org/draft-04/schema#', id: 'x', type: 'string' }, 1, ['type ']],
  ['the same $id twice', { properties: { a: { $id: 'x', type: 'integer' }, b: { $id: 'x', type: 'integer' } } }, { b: '' }, ['type /b']],
  ['the same $anchor twice', { properties: { a: { $anchor: 'x' }, b: { $anchor: 'x', type: 'integer' } } }, { b: '' }, ['type /b']],
  ['definitions of draft 4', { definitions: { a: { type: 'integer' } }, $ref: '#/definitions/a' }, 'x', ['type ']],
  ['a pattern with needless escapes', { type: 'string', pattern: '^[\\-\\:]\\_$' }, 'x', ['pattern ']],
  ['a pattern that is none', { type: 'string', pattern: '[' }, 'x', []],
  ['a pattern that is no text', { type: 'string', pattern: 3 }, 'x', []],
  ['an unknown format', { type: 'string', format: 'colour' }, 'x', []],
  ['an unknown keyword', { type: 'string', minlength: 3, discriminator: 'x' }, 'x', []],
  ['a reference to nothing', ref('Nowhere'), 1, []],
  ['a reference to another file', { $ref: 'other.yaml#/A' }, 1, []],
  ['a reference that is no text', { $ref: 3, type: 'string' }, 1, ['type ']],
  ['a reference into a schema', { $ref: '#/components/schemas/A/properties/b' }, 'x', ['type '], { A: { properties: { b: { type: 'integer' } } } }], // biome-ignore format: one row
  ['an anchor of another schema', { $ref: '#there' }, 'x', ['type '], { A: { properties: { b: { $anchor: 'there', type: 'integer' } } } }], // biome-ignore format: one row
  ['allOf on itself', ref('A'), 'x', ['type '], { A: { allOf: [ref('A'), { type: 'integer' }] } }],
  ['a reference to itself', ref('A'), 1, [], { A: ref('A') }],
  ['two schemas that are each other', ref('A'), 'x', ['type '], { A: { allOf: [ref('B')], type: 'integer' }, B: { anyOf: [ref('A')] } }], // biome-ignore format: one row
  ['not itself', ref('A'), 1, [], { A: { not: ref('A'), type: 'integer' } }],
  ['members called like those of every object', JSON.parse('{"required":["constructor"],"properties":{"__proto__":{"type":"integer"}}}'), JSON.parse('{"__proto__":"x"}'), ['required /constructor']], // biome-ignore format: one row
]

describe('a mistake is forgiven', () => {
  test.each(rows(MISTAKES))('%s', (_what, [schema, value, complaints, schemas]) => {
    expect(told(checkOf(schema, schemas)(value))).toEqual(complaints)
  })
})

const BASE: Schemas = {
  Pet: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' } },
    discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat', hound: 'Dog' } },
    oneOf: [ref('Cat'), ref('Dog')],
  },
  Cat: { allOf: [ref('Pet'), { type: 'object', required: ['meow'], properties: { meow: { type: 'integer' } } }] } as never,
  Dog: { allOf: [ref('Pet'), { type: 'object', required: ['bark'], properties: { bark: { type: 'integer' } } }] } as never,
}
const tag = (kind: string, name: string) => ({ type: 'object', required: ['kind', name], properties: { kind: { const: kind }, [name]: { type: 'integer' } } }) // biome-ignore format: one schema
const TAGGED = { oneOf: [tag('a', 'x'), tag('b', 'y')], discriminator: { propertyName: 'kind' } }

describe('of several alternatives, the one that was meant is named', () => {
  test.each(
    rows([
      ['by a mapping', ref('Pet'), { kind: 'cat' }, ['required /meow'], BASE],
      ['by a mapping to a name', ref('Pet'), { kind: 'hound', bark: 'x' }, ['type /bark'], BASE],
      ['by the name of the schema', ref('Pet'), { kind: 'Dog' }, ['required /bark'], BASE],
      ['a value of another alternative', ref('Pet'), { kind: 'cat', bark: 1 }, ['required /meow'], BASE],
      ['a right value', ref('Pet'), { kind: 'cat', meow: 1 }, [], BASE],
      ['where the alternative contains the choice', ref('Cat'), { kind: 'cat' }, ['required /meow'], BASE],
      ['a name that nobody has', ref('Pet'), { kind: 'fish' }, ['discriminator /kind'], BASE],
      ['no name', ref('Pet'), {}, ['required /kind'], BASE],
      ['no object', ref('Pet'), 3, ['type '], BASE],
      ['by a constant', TAGGED, { kind: 'b' }, ['required /y']],
      ['by a constant without a discriminator', { oneOf: TAGGED.oneOf }, { kind: 'b' }, ['required /y']],
      ['a constant that nobody has', TAGGED, { kind: 'c', x: 1 }, ['discriminator /kind']],
      ['a discriminator under anyOf', { anyOf: TAGGED.oneOf, discriminator: TAGGED.discriminator }, { kind: 'a', x: 'x' }, ['type /x']],
      ['the type alone', { anyOf: [{ type: 'string' }, { type: 'integer' }] }, true, ['type ']],
      ['the type alone, of several objects', { oneOf: [{ type: 'string' }, tag('a', 'x')] }, { kind: 'a', x: 'x' }, ['type /x']],
      ['values alone', { oneOf: [{ const: 'a' }, { enum: ['b', 'c'] }] }, 'd', ['enum ']],
      ['the alternative with the fewest mistakes', { anyOf: [{ type: 'object', required: ['a', 'b', 'c'] }, { type: 'object', required: ['a'] }] }, {}, ['required /a']], // biome-ignore format: one row
      ['more than one fits', { oneOf: [{ type: 'integer' }, { minimum: 1 }] }, 3, ['oneOf ']],
      ['below unevaluatedProperties', { ...TAGGED, unevaluatedProperties: false }, { kind: 'a', x: 1, z: 1 }, ['unevaluatedProperties /z']],
    ]),
  )('%s', (_what, [schema, value, complaints, schemas]) => {
    expect(told(checkOf(schema, schemas)(value))).toEqual(complaints)
  })

  test('the complaint says which names there are', () => {
    expect(checkOf(ref('Pet'), BASE)({ kind: 'fish' })).toEqual([
      { kind: 'range', rule: 'discriminator', pointer: '/kind', expected: 'one of "cat", "hound", "Cat", "Dog"', got: '"fish"' },
    ])
    expect(checkOf({ anyOf: [{ type: 'string' }, { type: 'null' }] })(3)[0]?.expected).toBe('string or null')
  })
})

describe('no accidental acceptance', () => {
  test.each(
    rows([
      ['several references to one schema', { properties: { a: ref('N'), b: ref('N') } }, { a: 'x', b: 'x' }, ['type /a', 'type /b'], { N: { type: 'integer' } }], // biome-ignore format: one row
      ['additionalProperties false beside allOf', { allOf: [{ properties: { a: {} } }], additionalProperties: false }, { a: 1 }, ['additionalProperties /a']], // biome-ignore format: one row
      ['unevaluatedProperties over a reference', { allOf: [ref('A')], unevaluatedProperties: false }, { a: 1, b: 1 }, ['unevaluatedProperties /b'], { A: { properties: { a: {} } } }], // biome-ignore format: one row
      ['keywords beside a reference', { $ref: '#/components/schemas/N', minimum: 5 }, 3, ['minimum '], { N: { type: 'integer' } }],
      ['a large value', { type: 'array', items: { type: 'integer' } }, [...Array.from({ length: 3000 }, () => 1), 'x'], ['type /3000']],
      ['deep recursion', ref('T'), { t: { t: { t: { n: 'x' } } } }, ['type /t/t/t/n'], { T: { properties: { t: ref('T'), n: { type: 'integer' } } } }], // biome-ignore format: one row
    ]),
  )('%s', (_what, [schema, value, complaints, schemas]) => {
    expect(told(checkOf(schema, schemas)(value))).toEqual(complaints)
  })

  test('what one direction leaves out is not mandatory there', () => {
    const schemas = { Base: { type: 'object', properties: { id: { readOnly: true }, secret: { writeOnly: true } } } }
    const schema = { allOf: [ref('Base'), { required: ['id', 'secret', 'name'] }] }
    expect(told(checkOf(schema, schemas, 'request')({}))).toEqual(['required /secret', 'required /name'])
    expect(told(checkOf(schema, schemas, 'answer')({}))).toEqual(['required /id', 'required /name'])
  })
})
