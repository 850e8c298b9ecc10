import { describe, expect, test } from 'vitest'
import type { Schema } from '../../src/spec/document/model.ts'
import { xmlText } from '../../src/spec/schema/xml.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const text = { type: 'string' }
const schemas: Record<string, Schema> = {
  Pet: { type: 'object', properties: { id: { type: 'integer' }, name: text } },
  Named: { type: 'object', xml: { name: 'animal' }, properties: { id: { type: 'integer', xml: { attribute: true } }, name: { type: 'string', xml: { name: 'title' } } } },
  Tags: { type: 'array', items: ref('Pet') },
} // biome-ignore format: one schema a line

describe('a value is written as its schema says', () => {
  test.each<[what: string, value: unknown, schema: Schema, written: string]>([
    ['the root is named after the schema', { id: 1, name: 'Rex' }, ref('Pet'), '<Pet><id>1</id><name>Rex</name></Pet>'],
    ['a schema without a name', { a: true }, { type: 'object' }, '<root><a>true</a></root>'],
    ['name and attribute', { id: 1, name: 'Rex' }, ref('Named'), '<animal id="1"><title>Rex</title></animal>'],
    ['an attribute alone', { id: 1 }, ref('Named'), '<animal id="1"/>'],
    ['a list without a wrapping', { a: [1, 2] }, { properties: { a: { type: 'array', items: { type: 'integer' } } } }, '<root><a>1</a><a>2</a></root>'],
    ['named items', { a: [1] }, { properties: { a: { items: { xml: { name: 'one' } } } } }, '<root><one>1</one></root>'],
    ['a wrapped list', { a: [1, 2] }, { properties: { a: { xml: { wrapped: true }, items: {} } } }, '<root><a><a>1</a><a>2</a></a></root>'],
    ['a wrapped list with names', { a: [1] }, { properties: { a: { xml: { wrapped: true, name: 'all' }, items: { xml: { name: 'one' } } } } }, '<root><all><one>1</one></all></root>'],
    ['a list at the root', [{ id: 1 }, { id: 2 }], ref('Tags'), '<Tags><Pet><id>1</id></Pet><Pet><id>2</id></Pet></Tags>'],
    ['a list at the root without names', [1], { type: 'array', items: { type: 'integer' } }, '<items><item>1</item></items>'],
    ['a namespace', { a: 1 }, { xml: { namespace: 'urn:x' } }, '<root xmlns="urn:x"><a>1</a></root>'],
    ['a prefix', { a: 1 }, { xml: { namespace: 'urn:x', prefix: 'x', name: 'top' } }, '<x:top xmlns:x="urn:x"><a>1</a></x:top>'],
    ['a member with a prefix', { a: 1 }, { properties: { a: { xml: { prefix: 'x' } } } }, '<root><x:a>1</x:a></root>'],
    ['signs', { a: `<&">'` }, {}, `<root><a>&lt;&amp;&quot;&gt;'</a></root>`],
    ['signs in an attribute', { a: '"' }, { properties: { a: { xml: { attribute: true } } } }, '<root a="&quot;"/>'],
    ['null and nothing', { a: null, b: '', c: undefined, d: {}, e: [] }, {}, '<root><a/><b/><d/></root>'],
    ['names that XML does not allow', { 'a b': 1, '1': 2, 中文: 3 }, {}, '<root><_1>2</_1><a_b>1</a_b><中文>3</中文></root>'],
    ['a text at the root', 'x', { type: 'string', xml: { name: 'note' } }, '<note>x</note>'],
    ['members of a combination', { a: 1 }, { allOf: [{ properties: { a: { xml: { attribute: true } } } }] }, '<root a="1"/>'],
    ['members of an alternative', { a: 1 }, { oneOf: [{ properties: { b: {} } }, { properties: { a: { xml: { attribute: true } } } }] }, '<root a="1"/>'],
    ['objects in objects', { a: { b: [{ c: 1 }] } }, {}, '<root><a><b><c>1</c></b></a></root>'],
    ['control characters', { a: 'x\u0000\u0008y' }, {}, '<root><a>xy</a></root>'],
  ])('%s', (_what, value, schema, written) => {
    expect(xmlText(value, schema, schemas)).toBe(`<?xml version="1.0" encoding="UTF-8"?>\n${written}`)
  }) // biome-ignore format: one row a line
})
