import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { document, type ServedDocument, serveDocument } from './serve-document.ts'

const json = (media: object) => ({ content: { 'application/json': media } })
const pet = { type: 'object', required: ['id'], properties: { id: { type: 'integer' }, name: { type: 'string' } } }
const text = (value: string) => ({ description: value, content: { 'text/plain': { example: value } } })
const get = (responses: object) => ({ get: { responses } })
const body = (content: object) => get({ 200: { description: 'ok', content } })

const ANSWERS = document(
  {
    '/lowest': get({ 404: text('404'), 202: text('202'), 201: text('201'), default: text('default'), '2XX': text('2XX') }),
    '/range': get({ '2XX': text('2XX'), default: text('default'), 302: text('302') }),
    '/default': get({ default: text('default'), 302: text('302'), 404: text('404') }),
    '/redirect': get({ 404: text('404'), 307: text('307'), 302: { description: 'there', headers: { Location: { example: '/lowest' } } } }),
    '/range-3': get({ '3xx': text('3XX'), 404: text('404') }),
    '/only-404': get({ 500: text('500'), 404: text('404') }),
    '/only-4xx': get({ '4XX': text('4XX') }),
    '/nothing': get({}),
    '/only-101': get({ 101: { description: 'switching' } }),
    '/no-content': get({ 204: { description: 'gone', ...json({ example: { id: 1 } }) } }),
    '/reset': get({ 205: { description: 'reset', headers: { 'X-A': { example: 'a' } } } }),
    '/not-modified': get({ 304: { description: 'same', ...json({ example: 1 }) } }),
    '/described': get({ 200: { description: 'only words' } }),
    '/example': body({ 'application/json': { schema: pet, example: { id: 7 } } }),
    '/named': body({ 'application/json': { schema: pet, examples: { cat: { value: { id: 1 } }, dog: { value: { id: 2 } } } } }),
    '/no-value': body({
      'application/json': { schema: pet, examples: { web: { externalValue: 'https://x.example.com/a.json' }, here: { value: { id: 3 } } } },
    }),
    '/schema-example': body({ 'application/json': { schema: { ...pet, example: { id: 8 } } } }),
    '/schema-examples': body({ 'application/json': { schema: { ...pet, examples: [{ id: 9 }, { id: 10 }] } } }),
    '/referenced': body({ 'application/json': { schema: { $ref: '#/components/schemas/Shown' } } }),
    '/wrong-example': body({ 'application/json': { schema: pet, example: { id: 'seven' } } }),
    '/null': body({ 'application/json': { example: null } }),
    '/false': body({ 'application/json': { example: false } }),
    '/string': body({ 'application/json': { schema: { type: 'string' }, example: 'abc' } }),
    '/no-schema': body({ 'application/json': {} }),
    '/plain': body({ 'text/plain': { schema: { type: 'string' }, example: 'abc ä' } }),
    '/number': body({ 'text/plain': { schema: { type: 'integer' }, example: 5 } }),
    '/csv': body({ 'text/csv': { example: 'a,b\n1,2\n' } }),
    '/html': body({ 'text/html; charset=utf-8': { example: '<p>é</p>' } }),
    '/xml-text': body({ 'application/xml': { schema: pet, example: '<pet/>' } }),
    '/xml': body({ 'application/xml': { schema: { ...pet, xml: { name: 'pet' } }, example: { id: 1, name: 'Rex' } } }),
    '/form': body({ 'application/x-www-form-urlencoded': { example: { a: 'b c', d: [1, 2] } } }),
    '/parts': body({ 'multipart/mixed': { example: { a: 'b', c: { d: 1 } } } }),
    '/lines': body({ 'application/x-ndjson': { example: [{ a: 1 }, { a: 2 }] } }),
    '/sequence': body({ 'application/json-seq': { example: { a: 1 } } }),
    '/events': body({ 'text/event-stream': { example: [{ id: 1, event: 'made', data: { a: 1 } }, { data: 'two\nlines' }] } }),
    '/events-text': body({ 'text/event-stream': { example: 'data: raw\n\n' } }),
    '/serialised': body({ 'application/json': { examples: { raw: { serializedValue: '{ "a" : 1 }' } } } }),
    '/data-value': body({ 'application/json': { examples: { d: { dataValue: { a: 2 } } } } }),
    '/png': body({ 'image/png': { schema: { type: 'string', format: 'binary' } } }),
    '/images': body({ 'image/*': { schema: { type: 'string', format: 'binary' } } }),
    '/pdf': body({ 'application/pdf': { schema: { type: 'string', format: 'binary' } } }),
    '/bytes': body({ 'application/octet-stream': { schema: { type: 'string', format: 'binary' }, example: 'abc' } }),
    '/headers': get({
      200: {
        description: 'ok',
        headers: {
          'X-Example': { schema: { type: 'integer' }, example: 5 },
          'X-Examples': { schema: { type: 'string' }, examples: { a: { value: 'first' } } },
          'X-Default': { schema: { type: 'string', default: 'usual' } },
          'X-Schema-Example': { schema: { type: 'string', example: 'shown' } },
          'X-Generated': { schema: { type: 'integer', minimum: 3, maximum: 3 } },
          'X-Required': { required: true, schema: { type: 'string', enum: ['must'] } },
          'X-List': { schema: { type: 'array', items: { type: 'integer' } }, example: [1, 2] },
          'X-Object': { schema: { type: 'object' }, example: { a: 1, b: 2 } },
          'X-Exploded': { explode: true, schema: { type: 'object' }, example: { a: 1, b: 2 } },
          'X-Json': { content: { 'application/json': { example: { a: 1 } } } },
          'Content-Type': { schema: { type: 'string' }, example: 'text/wrong' },
          'Content-Length': { schema: { type: 'integer' }, example: 99_999 },
          'X-Line': { example: 'a\r\nX-Evil: 1' },
        },
        ...json({ example: {} }),
      },
    }),
  },
  { components: { schemas: { Shown: { ...pet, example: { id: 11 } } } } },
)

let served: ServedDocument
beforeAll(async () => {
  served = await serveDocument(ANSWERS)
}, 120_000)
afterAll(() => served.close())

describe('the status of a plain success', () => {
  test.each([
    ['/lowest', 201, '201'],
    ['/range', 200, '2XX'],
    ['/default', 200, 'default'],
    ['/redirect', 302, ''],
    ['/range-3', 302, '3XX'],
    ['/only-404', 404, '404'],
    ['/only-4xx', 400, '4XX'],
    ['/nothing', 200, ''],
    ['/described', 200, ''],
    ['/no-content', 204, ''],
    ['/reset', 205, ''],
    ['/not-modified', 304, ''],
    ['/only-101', 501, 'The document describes only 101'],
  ])('%s → %i', async (path, status, content) => {
    const answer = await served.ask(`GET ${path}`)
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(content)
    if (content === '') expect([answer.text, answer.headers['content-type']]).toEqual(['', undefined])
  })
})

describe('the body', () => {
  test.each([
    ['/example', 'application/json', '{"id":7}'],
    ['/named', 'application/json', '{"id":1}'],
    ['/no-value', 'application/json', '{"id":3}'],
    ['/schema-example', 'application/json', '{"id":8}'],
    ['/schema-examples', 'application/json', '{"id":9}'],
    ['/referenced', 'application/json', '{"id":11}'],
    ['/wrong-example', 'application/json', '{"id":"seven"}'],
    ['/null', 'application/json', 'null'],
    ['/false', 'application/json', 'false'],
    ['/string', 'application/json', '"abc"'],
    ['/plain', 'text/plain', 'abc ä'],
    ['/number', 'text/plain', '5'],
    ['/csv', 'text/csv', 'a,b\n1,2\n'],
    ['/html', 'text/html; charset=utf-8', '<p>é</p>'],
    ['/xml-text', 'application/xml', '<pet/>'],
    ['/form', 'application/x-www-form-urlencoded', 'a=b+c&d=1&d=2'],
    ['/lines', 'application/x-ndjson', '{"a":1}\n{"a":2}\n'],
    ['/sequence', 'application/json-seq', '\u001e{"a":1}\n'],
    ['/events', 'text/event-stream', 'id: 1\nevent: made\ndata: {"a":1}\n\ndata: two\ndata: lines\n\n'],
    ['/events-text', 'text/event-stream', 'data: raw\n\n'],
    ['/serialised', 'application/json', '{ "a" : 1 }'],
    ['/data-value', 'application/json', '{"a":2}'],
    ['/bytes', 'application/octet-stream', 'abc'],
  ])('%s is %s', async (path, type, content) => {
    const answer = await served.ask(`GET ${path}`)
    expect([answer.headers['content-type'], answer.text]).toEqual([type, content])
    expect(answer.headers['x-sandbox-verdict']).toBeUndefined()
  })

  test.each([
    ['/xml', 'application/xml', /^(<\?xml[^>]*>\s*)?<pet>.*<name>Rex<\/name>.*<\/pet>\s*$/s],
    [
      '/parts',
      'multipart/mixed; boundary=sandbox-boundary',
      /^--sandbox-boundary\r\n.*name="a"\r\n\r\nb\r\n.*"d":1.*--sandbox-boundary--\r\n$/s,
    ],
    ['/png', 'image/png', /PNG/],
    ['/images', 'image/png', /PNG/],
    ['/pdf', 'application/pdf', /^%PDF-/],
    ['/no-schema', 'application/json', /./],
  ])('%s is %s', async (path, type, content) => {
    const answer = await served.ask(`GET ${path}`)
    expect(answer.headers['content-type']).toBe(type)
    expect(answer.text).toMatch(content)
  })

  test('the same question gets the same bytes, another one others, also after a restart', async () => {
    const paths = document({
      '/pets/{id}': {
        get: {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
          responses: {
            200: {
              description: 'ok',
              ...json({
                schema: {
                  type: 'object',
                  required: ['at', 'name'],
                  properties: { at: { type: 'string', format: 'date-time' }, name: { type: 'string' } },
                },
              }),
            },
          },
        },
      },
    })
    const texts: string[] = []
    for (const clock of ['live', 'live', 'frozen'] as const) {
      await using again = await serveDocument(paths, { clock })
      texts.push((await again.ask('GET /pets/1')).text, (await again.ask('GET /pets/1')).text)
      expect((await again.ask('GET /pets/2')).text).not.toBe(texts[0])
    }
    expect(new Set(texts).size).toBe(1)
  })
})

test('declared headers are sent, required or not', async () => {
  const { headers } = await served.ask('GET /headers')
  expect(headers).toMatchObject({
    'x-example': '5',
    'x-examples': 'first',
    'x-default': 'usual',
    'x-schema-example': 'shown',
    'x-generated': '3',
    'x-required': 'must',
    'x-list': '1,2',
    'x-object': 'a,1,b,2',
    'x-exploded': 'a=1,b=2',
    'x-json': '{"a":1}',
    'content-type': 'application/json',
    'content-length': '2',
    'x-line': 'a%0D%0AX-Evil: 1',
  })
  expect(headers['x-evil']).toBeUndefined()
  expect((await served.ask('GET /redirect')).headers['location']).toBe('/lowest')
  expect((await served.ask('GET /reset')).headers['x-a']).toBe('a')
})
