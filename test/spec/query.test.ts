import { describe, expect, test } from 'vitest'
import { coerceTo, foldCase, REFUSED, typeOf } from '../../src/spec/request/coerce.ts'
import { decodeQuery, decodeSegment, readPresence } from '../../src/spec/request/query.ts'

const item = (name: string, value: string, bare = false) => ({ name, value, bare })

describe('a query is decoded as a form', () => {
  test.each([
    ['nothing', '', []],
    ['a plus is a blank', 'a=1+2&b+c=d', [item('a', '1 2'), item('b c', 'd')]],
    ['an encoded plus is a plus', 'a=1%2B2', [item('a', '1+2')]],
    ['a bare name is empty', 'service_type_code&a=', [item('service_type_code', '', true), item('a', '')]],
    ['only the first equals sign parts', 'a=b=c', [item('a', 'b=c')]],
    ['empty parts say nothing', '&&a=1&', [item('a', '1')]],
    ['an empty name stays', '=x', [item('', 'x')]],
    ['repeats keep their order', 'a=2&b=0&a=1', [item('a', '2'), item('b', '0'), item('a', '1')]],
    ['names of prototypes are names', '__proto__=1&constructor=2', [item('__proto__', '1'), item('constructor', '2')]],
    ['Chinese, percent-encoded', 'n=%E4%BA%91', [item('n', '云')]],
    ['Chinese, typed into curl', `n=${Buffer.from('云').toString('latin1')}+x`, [item('n', '云 x')]],
    ['Chinese, from a caller in process', 'n=云', [item('n', '云')]],
  ])('%s', (_what, raw, items) => {
    expect(decodeQuery(raw)).toEqual({ items, faults: [] })
  })

  test.each([
    ['not percent-encoding', 'a=%zz', { name: 'a', raw: 'a=%zz' }],
    ['a percent sign at the end', 'a=5%', { name: 'a', raw: 'a=5%' }],
    ['not UTF-8', 'a=%ff', { name: 'a', raw: 'a=%ff' }],
    ['not UTF-8, bare bytes', 'a=\xff', { name: 'a', raw: 'a=\xff' }],
    ['a broken name', '%zz=1', { name: '%zz', raw: '%zz=1' }],
  ])('a fault is told and the rest is read: %s', (_what, raw, fault) => {
    expect(decodeQuery(`${raw}&ok=1`)).toEqual({ items: [item('ok', '1')], faults: [fault] })
  })

  test.each([
    ['a+b', 'a+b'],
    ['a%2Fb', 'a/b'],
    ['%E4%BA%91', '云'],
    ['%zz', undefined],
    ['%C0%AF', undefined],
  ])('a path segment %s means %s', (raw, text) => {
    expect(decodeSegment(raw)).toBe(text)
  })
})

describe('empty, empty string and null mean what the parameter says (S-06)', () => {
  const presence = { empty: 'ignore', emptyString: 'refuse', null: 'value' } as const

  test.each([
    ['', { kind: 'absent' }],
    ['""', { kind: 'unsupported', form: 'an empty string ("")' }],
    ['null', { kind: 'value', text: 'null' }],
    ['x', { kind: 'value', text: 'x' }],
    ['NULL', { kind: 'value', text: 'NULL' }],
  ])('%j', (value, meaning) => {
    expect(readPresence(item('a', value), presence)).toEqual(meaning)
  })

  test('an empty string that is a filter looks for the empty text', () => {
    expect(readPresence(item('a', '""'), { emptyString: 'value' })).toEqual({ kind: 'value', text: '' })
  })

  test('without a rule every text is taken as it stands', () => {
    for (const value of ['', '""', 'null']) expect(readPresence(item('a', value), undefined)).toEqual({ kind: 'value', text: value })
  })
})

describe('texts become numbers strictly', () => {
  test.each<[string, number | typeof REFUSED]>([
    ['0', 0],
    ['10', 10],
    ['-7', -7],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['-0', 0],
    ...['1e1', '0x10', ' 7', '7 ', '007', '+7', '9007199254740993', '1.0', '١', '', '-', '1_000', 'NaN', 'Infinity', '0b1', '--1'].map(
      (text): [string, typeof REFUSED] => [text, REFUSED],
    ),
  ])('integer %j', (text, value) => {
    expect(coerceTo('integer', text, false)).toBe(value)
  })

  test.each<[string, number | typeof REFUSED]>([
    ['1.5', 1.5],
    ['-0.25', -0.25],
    ['3', 3],
    ['-0.0', 0],
    ...['1.', '.5', '1e1', '9007199254740993', '1,5', '00.5', `1${'0'.repeat(400)}`].map((text): [string, typeof REFUSED] => [
      text,
      REFUSED,
    ]),
  ])('number %j', (text, value) => {
    expect(coerceTo('number', text, false)).toBe(value)
  })

  test.each([
    ['true', true],
    ['false', false],
    ['TRUE', REFUSED],
    ['1', REFUSED],
    ['', REFUSED],
  ])('boolean %j', (text, value) => {
    expect(coerceTo('boolean', text, false)).toBe(value)
  })

  test('a nullable type is read as its other type, an untyped one as text', () => {
    expect(coerceTo(typeOf({ type: ['null', 'integer'] }), '5', false)).toBe(5)
    expect(coerceTo(typeOf({}), '5', false)).toBe('5')
  })

  test('a caseless text becomes the member of its list', () => {
    expect(foldCase('-CREATETIME', { enum: ['createTime', '-createTime'] })).toBe('-createTime')
    expect(foldCase('other', { enum: ['createTime'] })).toBe('other')
  })
})
