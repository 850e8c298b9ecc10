import { describe, expect, test } from 'vitest'
import { UploadedFile } from '../../src/spec/request/multipart-body.ts'
import { makeOperation, read, withBody } from './make-operation.ts'

const order = {
  type: 'object',
  required: ['order_id'],
  properties: {
    order_id: { type: 'string', maxLength: 8 },
    count: { type: 'integer' },
    'a/b~c': { type: 'integer' },
    lines: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
  },
}
const pay = withBody(order)

describe('a JSON body', () => {
  test.each([
    ['plain', '{"order_id":"CS1"}'],
    ['with blanks and a newline after it', ' { "order_id" : "CS1" } \n'],
    ['with escapes', '{"order_id":"\\u0043S1"}'],
    ['with a byte order mark', '\ufeff{"order_id":"CS1"}'],
  ])('is read: %s', (_what, body) => {
    expect(read(pay, { body })).toMatchObject({ input: { body: { order_id: 'CS1' } }, told: [] })
  })

  test.each([
    ['no body at all', '', 'X.1', 'request.body.missing /body'],
    ['a missing member', '{}', 'X.1', 'request.body.missing /body/order_id'],
    ['a wrong type', '{"order_id":1}', 'X.2', 'request.body.malformed /body/order_id'],
    ['too long', '{"order_id":"123456789"}', 'X.3', 'request.body.range /body/order_id'],
    ['not an object', '[]', 'X.2', 'request.body.malformed /body'],
    ['null', 'null', 'X.2', 'request.body.malformed /body'],
    ['broken JSON', '{"order_id":', 'X.6', 'request.body.unparsable /body'],
    ['a broken escape in a key', '{"\\x":1}', 'X.6', 'request.body.unparsable /body'],
    ['invalid UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'X.6', 'request.body.unparsable /body'],
    ['a key with slash and tilde', '{"order_id":"1","a/b~c":"x"}', 'X.2', 'request.body.malformed /body/a~1b~0c'],
  ])('is refused: %s', (_what, body, error, told) => {
    expect(read(pay, { body })).toMatchObject({ error, told: [told] })
  })

  test('64 levels pass, 65 are refused, and twelve million brackets cost nothing', () => {
    const anything = withBody({})
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    expect(read(anything, { body: nested(64) }).error).toBeUndefined()
    expect(read(anything, { body: nested(65) })).toMatchObject({ error: 'X.2', told: ['request.body.malformed /body'] })
    expect(read(anything, { body: '['.repeat(12_000_000) })).toMatchObject({ error: 'X.2' })
    expect(read(anything, { body: '{"a":'.repeat(2_000_000) })).toMatchObject({ error: 'X.2' })
  })

  test('of duplicate members the last counts and a finding tells', () => {
    const body = '{"order_id":"A","order_id":"B","lines":[{"id":"1"},{"id":"2","\\u0069d":"3"}]}'
    const { input, told } = read(pay, { body })
    expect(input?.body).toEqual({ order_id: 'B', lines: [{ id: '1' }, { id: '3' }] })
    expect(told).toEqual(['request.body.duplicate /body/order_id', 'request.body.duplicate /body/lines/1/id'])
  })

  test('names of prototypes stay members and change no prototype', () => {
    const body = '{"order_id":"1","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'
    const { input, told } = read(pay, { body })
    expect(told).toEqual(['request.body.unknown /body/__proto__', 'request.body.unknown /body/constructor'])
    expect(Object.getPrototypeOf(input?.body)).toBe(Object.prototype)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test('a member no schema names is kept and told, deep inside too', () => {
    const { input, told } = read(pay, { body: '{"order_id":"1","x/y":1,"lines":[{"z~":2}]}' })
    expect(input?.body).toEqual({ order_id: '1', 'x/y': 1, lines: [{ 'z~': 2 }] })
    expect(told).toEqual(['request.body.unknown /body/lines/0/z~0', 'request.body.unknown /body/x~1y'].sort().reverse())
  })

  test('another label than JSON is told and the body read all the same', () => {
    const body = '{"order_id":"1"}'
    expect(read(pay, { body, headers: { 'content-type': 'application/json;charset=UTF-8' } }).told).toEqual([])
    expect(read(pay, { body, headers: { 'content-type': 'text/plain' } })).toMatchObject({
      input: { body: { order_id: '1' } },
      told: ['request.header.ignored /header/Content-Type'],
    })
  })
})

test('a body nobody asked for is ignored; the `{}` of the Node SDK is not even told', () => {
  const get = makeOperation()
  expect(read(get, { body: '{}' })).toMatchObject({ told: [], input: { body: undefined } })
  expect(read(get, { body: '{"a":1}' })).toMatchObject({ told: ['request.body.ignored /body'], input: { body: undefined } })
})

describe('a form', () => {
  const form = withBody(
    { type: 'object', required: ['client_id'], properties: { client_id: { type: 'string' }, n: { type: 'integer' } } },
    {},
    'application/x-www-form-urlencoded',
  )
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }

  test('is decoded, numbers too, the last of repeats counting', () => {
    const { input, told } = read(form, { headers, body: 'client_id=a+b%2B&n=1&n=2&__proto__=x' })
    expect(input?.body).toMatchObject({ client_id: 'a b+', n: 2 })
    expect(told).toEqual(['request.body.duplicate /body/n', 'request.body.unknown /body/__proto__'])
    expect(Object.getPrototypeOf(input?.body)).toBe(Object.prototype)
  })

  test.each([
    ['a field is missing', 'n=1', headers, 'X.1'],
    ['a number is none', 'client_id=a&n=1e1', headers, 'X.2'],
    ['the encoding is broken', 'client_id=%zz', headers, 'X.2'],
    ['it says it is JSON', 'client_id=a', { 'content-type': 'application/json' }, 'X.2'],
    ['it is not UTF-8', new Uint8Array([0x61, 0x3d, 0xff]), headers, 'X.6'],
  ])('is refused when %s', (_when, body, sent, error) => {
    expect(read(form, { headers: sent, body })).toMatchObject({ error })
  })
})

describe('a multipart body', () => {
  const upload = withBody(
    {
      type: 'object',
      required: ['meta'],
      properties: { meta: { $ref: '#/components/schemas/Meta' }, file: { type: 'string', format: 'binary' } },
    },
    { Meta: { type: 'object', required: ['type'], properties: { type: { type: 'string', enum: ['FILE'] } } } },
    'multipart/form-data',
  )
  const headers = { 'content-type': 'multipart/form-data; boundary="b-1"' }
  const part = (disposition: string, content: string, type = '') =>
    `--b-1\r\nContent-Disposition: form-data; ${disposition}\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n${content}\r\n`
  const body = (...parts: string[]) => `${parts.join('')}--b-1--\r\n`
  const meta = part('name="meta"', '{"type":"FILE"}', 'application/json')

  test('has its JSON part as a value and its file as bytes, boundaries in it or not', () => {
    const content = 'line\r\n--b-\r\nnot --b-1 a boundary\x00'
    const { input, told, error } = read(upload, {
      headers,
      body: body(meta, part('name="file"; filename="a.txt"', content, 'application/octet-stream')),
    })
    expect([error, told]).toEqual([undefined, []])
    const { meta: value, file } = (input?.body ?? {}) as { meta: unknown; file: UploadedFile }
    expect(value).toEqual({ type: 'FILE' })
    expect(file).toBeInstanceOf(UploadedFile)
    expect([file.fileName, new TextDecoder().decode(file.bytes)]).toEqual(['a.txt', content])
  })

  test('may begin with a preamble and hold an unknown part', () => {
    const { told, error } = read(upload, { headers, body: `hello\r\n${body(meta, part('name="__proto__"', 'x'))}` })
    expect([error, told]).toEqual([undefined, ['request.body.unknown /body/__proto__']])
  })

  test.each([
    ['the JSON part is missing', body(part('name="file"; filename="a"', 'x')), headers, 'X.1', '/body/meta'],
    ['the JSON part is broken', body(part('name="meta"', '{')), headers, 'X.6', '/body/meta'],
    ['the JSON part is too deep', body(part('name="meta"', '['.repeat(99))), headers, 'X.2', '/body/meta'],
    ['the JSON part breaks its schema', body(part('name="meta"', '{"type":"X"}')), headers, 'X.3', '/body/meta/type'],
    ['there is no boundary', body(meta), { 'content-type': 'multipart/form-data' }, 'X.6', '/body'],
    ['the boundary never comes', 'nothing', headers, 'X.6', '/body'],
  ])('is refused when %s', (_when, sent, sentHeaders, error, pointer) => {
    const { error: key, findings } = read(upload, { headers: sentHeaders, body: sent })
    expect(key).toBe(error)
    expect(findings.map((finding) => finding.pointer)).toEqual([pointer])
  })
})
