import { describe, expect, test } from 'vitest'
import type { MediaDoc, Schema } from '../../src/spec/document/model.ts'
import { bodyOf, readBody } from './read-body.ts'

const integer = { type: 'integer' }
const pet: Schema = { type: 'object', required: ['name'], properties: { name: { type: 'string' }, age: integer } }
const of = (...types: string[]): Record<string, MediaDoc> => Object.fromEntries(types.map((type) => [type, { schema: pet }]))
const json = of('application/json')
const PET = '{"name":"Rex"}'
const REX = { name: 'Rex' }
const undeclared = ['/header/Content-Type content-type']

describe('which media types are JSON, and which one is meant', () => {
  test.each<[declared: string[], sent: string | undefined, body: string, value: unknown]>([
    [['application/json'], 'application/json', PET, REX],
    [['application/json'], 'Application/JSON; charset=utf-8', PET, REX],
    [['application/json'], 'application/json;charset="UTF-8"', PET, REX],
    [['application/json; charset=utf-8'], 'application/json', PET, REX],
    [['application/vnd.shop.v1+json'], 'application/vnd.shop.v1+json', PET, REX],
    [['application/vnd.shop.v1+json'], 'application/json', PET, undeclared],
    [['application/json'], 'application/vnd.shop.v1+json', PET, undeclared],
    [['application/json'], 'text/plain', PET, undeclared],
    [['application/json'], 'application/x-undeclared', PET, undeclared],
    [['text/json'], 'text/json', PET, REX],
    [['application/x-json'], 'application/x-json', PET, REX],
    [['application/json; version=1'], 'application/json; version=1', PET, REX],
    [['application/json; version=1'], 'application/json', PET, REX],
    [['application/json; version=1'], 'application/json; version=2', PET, undeclared],
    [['application/*'], 'application/json', PET, REX],
    [['application/*'], 'text/json', PET, undeclared],
    [['application/*+json'], 'application/vnd.any+json', PET, REX],
    [['application/*+json'], 'application/xml', PET, undeclared],
    [['*/*'], 'application/json', PET, REX],
    [['*/*'], 'application/vnd.any+json', PET, REX],
    [['*/*'], 'text/plain', PET, REX],
    [['*/*'], 'application/octet-stream', '{"name":1}', ['/body/name type']],
    [['*/*'], undefined, PET, REX],
    [['application/json'], undefined, PET, REX],
    [['application/json'], '', PET, REX],
    [['application/json'], undefined, 'name=Rex', undeclared],
    [['application/json'], undefined, '{}', ['/body/name required']],
    [['application/json', 'application/x-www-form-urlencoded'], 'application/x-www-form-urlencoded', 'name=Rex', REX],
    [['application/x-www-form-urlencoded', 'application/json'], 'application/json', PET, REX],
    [['application/json'], 'application/json; charset=utf-16le', PET, ['/body encoding']],
    [['application/json'], 'application/json; charset=klingon', PET, ['/header/Content-Type content-type']],
  ])('%j takes %s', (declared, type, body, value) => {
    expect(bodyOf(of(...declared), body, type === undefined ? {} : { type })).toEqual(value)
  })

  test('the nearer of several declarations is meant', () => {
    const content = {
      '*/*': { schema: { type: 'string' } },
      'application/*': { schema: { type: 'array' } },
      'application/json': { schema: integer },
      'application/json; version=2': { schema: { type: 'boolean' } },
    }
    const read = (type: string, body: string) => bodyOf(content, body, { type })
    expect(read('application/json', '1')).toBe(1)
    expect(read('application/json; version=2', 'true')).toBe(true)
    expect(read('application/vnd.any+json', '[]')).toEqual([])
    expect(read('text/plain', 'a')).toBe('a')
  })

  test('a content type that is not declared is a violation of its own kind; the others are read as usual', () => {
    expect(readBody(json, PET, { type: 'text/plain' }).first).toBe('media')
    expect(readBody(json, '{', { type: 'application/json' }).first).toBe('unparsable')
    expect(readBody(json, '{}', { type: 'application/json' }).first).toBe('missing')
  })

  test.each([
    ['application/x-undeclared', '0', undeclared],
    ['application/json', '0', 'nothing'],
    ['application/x-undeclared', undefined, 'nothing'],
  ])('an optional body of no bytes, said to be %s, with the length %s', (type, length, value) => {
    expect(bodyOf(json, '', { type, required: false, headers: length === undefined ? {} : { 'content-length': length } })).toEqual(value)
  })

  test.each([
    ['gzip', ['/header/Content-Encoding content-encoding']],
    ['br', ['/header/Content-Encoding content-encoding']],
    ['identity', REX],
  ])('a body in the coding %s', (coding, value) => {
    expect(bodyOf(json, PET, { type: 'application/json', headers: { 'content-encoding': coding } })).toEqual(value)
  })
})

describe('a JSON body', () => {
  const type = 'application/json'
  const schemas: Record<string, Schema> = {
    Base: { type: 'object', required: ['id', 'name'], properties: { id: { type: 'integer', readOnly: true }, name: { type: 'string' } } },
    Dog: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: 'object', properties: { barks: { type: 'boolean' } } }] },
    Cat: { type: 'object', required: ['purrs'], properties: { purrs: { type: 'boolean' } }, additionalProperties: false },
    Closed: { allOf: [{ $ref: '#/components/schemas/Base' }], unevaluatedProperties: false },
    Either: { oneOf: [{ $ref: '#/components/schemas/Dog' }, { $ref: '#/components/schemas/Cat' }] },
  }
  const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

  test.each<[what: string, schema: Schema, body: string, value: unknown]>([
    ['a member that only answers have is not mandatory', ref('Base'), '{"name":"a"}', { name: 'a' }],
    ['a member that only answers have is taken and told', ref('Base'), '{"id":1,"name":"a"}', ['info /body/id readOnly']],
    ['the same in a part', ref('Dog'), '{"id":1,"name":"a","barks":true}', ['info /body/id readOnly']],
    ['the same in a list', { type: 'array', items: ref('Dog') }, '[{"name":"a"},{"id":1,"name":"a"}]', ['info /body/1/id readOnly']],
    [
      'a member that only answers have must be right nevertheless',
      ref('Base'),
      '{"id":"x","name":"a"}',
      ['/body/id type', 'info /body/id readOnly'],
    ],
    ['an unknown member is told', ref('Base'), '{"name":"a","x":1}', ['info /body/x unknown']],
    ['an unknown member of a combination is told', ref('Dog'), '{"name":"a","x":1}', ['info /body/x unknown']],
    ['a member of either branch is known', ref('Either'), '{"purrs":true}', { purrs: true }],
    ['an unknown member where none is allowed', ref('Cat'), '{"purrs":true,"x":1}', ['/body/x additionalProperties']],
    ['an unknown member beside a combination that is closed', ref('Closed'), '{"name":"a","x":1}', ['/body/x unevaluatedProperties']],
    ['null where it is allowed', { type: ['object', 'null'], properties: {} }, 'null', null],
    ['null where it is not allowed', pet, 'null', ['/body type']],
    ['a number as text is no number', { type: 'object', properties: { n: integer } }, '{"n":"1"}', ['/body/n type']],
    ['a whole number with a point', integer, '1.0', 1],
    ['a repeated member', pet, '{"name":"a","name":"b"}', ['warning /body/name repeated']],
    ['no JSON', pet, '{', ['/body encoding']],
    ['bytes after the JSON', pet, `${PET} x`, ['/body encoding']],
    ['no schema', {}, '[1]', [1]],
    ['any value', true as unknown as Schema, '[1]', [1]],
  ])('%s', (_what, schema, body, value) => {
    expect(bodyOf({ [type]: { schema } }, body, { type, schemas })).toEqual(value)
  })

  test('every violation is reported, each with its place, its rule, what was expected and what was sent', () => {
    const { findings } = readBody(json, '{"age":"old"}', { type })
    expect(findings.map(({ pointer, rule, expected, got }) => [pointer, rule, expected, got])).toEqual([
      ['/body/name', 'required', 'a value, it is mandatory', 'nothing'],
      ['/body/age', 'type', 'integer', '"old"'],
    ])
  })

  test.each([
    ['no body where one is mandatory', json, '', true, ['/body required']],
    ['no body where it is optional', json, '', false, 'nothing'],
    ['a body where none is described', {}, PET, true, ['info /body unknown']],
    ['the empty object that some clients send', {}, '{}', true, 'nothing'],
  ])('%s', (_what, content, body, required, value) => {
    expect(bodyOf(content, body, { type, required })).toEqual(value)
  })
})

describe('bodies that are no JSON', () => {
  const text = (schema: Schema, type = 'text/plain'): [Record<string, MediaDoc>, string] => [{ [type]: { schema } }, type]
  test.each<[what: string, of: [Record<string, MediaDoc>, string], body: string | Uint8Array, value: unknown]>([
    ['text', text({ type: 'string' }), 'Größe', 'Größe'],
    ['text that is too short', text({ type: 'string', minLength: 3 }), 'ab', ['/body minLength']],
    ['text of another pattern', text({ type: 'string', pattern: '^a' }), 'b', ['/body pattern']],
    ['a number', text(integer), '12', 12],
    ['no number', text(integer), 'twelve', ['/body type']],
    ['text that is no UTF-8', text({ type: 'string' }), new Uint8Array([0xff]), ['/body encoding']],
    ['text in another character set', [text({ type: 'string' })[0], 'text/plain; charset=gbk'], new Uint8Array([0xd4, 0xc6]), '云'],
    ['an object as text', text(pet), PET, REX],
    ['text where an object is due', text(pet), 'Rex', ['/body encoding']],
    ['tables are not checked', text({ type: 'array' }, 'text/csv'), 'a,b\n', 'a,b\n'],
    ['YAML is text', text({ type: 'string', maxLength: 2 }, 'application/yaml'), 'a: 1', ['/body maxLength']],
    ['bytes', text({ type: 'string', format: 'binary' }, 'application/octet-stream'), '\u0000x', 'bytes: \u0000x'],
    ['too many bytes', text({ type: 'string', format: 'binary', maxLength: 1 }, 'image/png'), 'xx', ['/body maxLength']],
    ['a picture of any kind', [{ 'image/*': {} }, 'image/webp'], 'x', 'bytes: x'],
    ['lines of JSON', text(pet, 'application/x-ndjson'), `${PET}\n${PET}\n`, [REX, REX]],
    ['a wrong line', text(pet, 'application/x-ndjson'), `${PET}\n{}`, ['/body/1/name required']],
    [
      'XML',
      text({}, 'application/xml'),
      '<?xml version="1.0"?><a b="1"><!-- c --><d/>&lt;<![CDATA[<]]></a>',
      '<?xml version="1.0"?><a b="1"><!-- c --><d/>&lt;<![CDATA[<]]></a>',
    ],
    ['XML with a byte order mark', text({}, 'text/xml'), '\ufeff<a/>', '<a/>'],
    ['XML of a vendor', text(pet, 'application/vnd.shop+xml'), '<pet><name>Rex</name></pet>', '<pet><name>Rex</name></pet>'],
    ['XML without an element', text({}, 'application/xml'), ' ', ['warning /body encoding']],
    ['no XML', text({}, 'application/xml'), '{"a":1}', ['warning /body encoding']],
    ['an element without an end', text({}, 'application/xml'), '<a><b></a>', ['warning /body encoding']],
    ['two elements', text({}, 'application/xml'), '<a/><b/>', ['warning /body encoding']],
    ['a broken attribute', text({}, 'application/xml'), '<a b=1/>', ['warning /body encoding']],
    ['an unknown entity', text({}, 'application/xml'), '<a>&b;</a>', ['warning /body encoding']],
    ['entities that grow', text({}, 'application/xml'), '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>', ['warning /body encoding']],
  ])('%s', (_what, [content, type], body, value) => {
    expect(bodyOf(content, body, { type })).toEqual(value)
  })
})
