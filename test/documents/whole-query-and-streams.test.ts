import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServedDocument, serveDocument } from './serve-document.ts'

/** What OpenAPI 3.2 adds: the query as one value, and streams described item by item. */
const ITEM = { type: 'object', required: ['n'], properties: { n: { type: 'integer' } } }
const ok = (type: string, schema: object) => ({ 200: { description: 'ok', content: { [type]: { itemSchema: schema } } } })
const whole = (type: string) => ({
  name: 'all',
  in: 'querystring',
  required: true,
  content: {
    [type]: {
      schema: { type: 'object', required: ['a'], properties: { a: { type: 'integer' }, b: { type: 'array', items: { type: 'string' } } } },
    },
  },
})
const DOCUMENT = {
  openapi: '3.2.0',
  info: { title: 'Streams', version: '1' },
  paths: {
    '/query': {
      get: { parameters: [whole('application/x-www-form-urlencoded')], responses: { 200: { description: 'ok' } } },
      put: { parameters: [whole('application/json')], responses: { 200: { description: 'ok' } } },
    },
    '/lines': {
      get: { responses: ok('application/jsonl', ITEM) },
      post: {
        requestBody: { required: true, content: { 'application/jsonl': { itemSchema: ITEM } } },
        responses: { 202: { description: 'ok' } },
      },
    },
    '/sequence': { get: { responses: ok('application/json-seq', ITEM) } },
    '/events': {
      get: {
        responses: ok('text/event-stream', {
          type: 'object',
          required: ['data', 'event'],
          properties: { event: { const: 'tick' }, data: { type: 'string' } },
        }),
      },
    },
  },
}

let served: ServedDocument
beforeAll(async () => {
  served = await serveDocument(DOCUMENT)
}, 60_000)
afterAll(() => served.close())

test.each([
  ['GET /query?a=1&b=x&b=y', 200, undefined],
  ['GET /query?a=one', 422, '/query/a'],
  ['GET /query?b=x', 422, '/query/a'],
  ['GET /query', 422, '/query/a'],
  // Another form of a whole query is told by `lint`, and not checked.
  ['PUT /query', 200, undefined],
] as const)('%s → %i', async (line, status, pointer) => {
  const answer = await served.ask(line)
  expect({ status: answer.status, pointer: answer.json?.violations?.[0]?.pointer }).toEqual({ status, pointer })
})

describe('a stream is read and written item by item', () => {
  test.each([
    ['{"n":1}\n{"n":2}\n', 202, undefined],
    ['{"n":1}\n{"n":"x"}\n', 422, '/body/1/n'],
    ['{}\n', 422, '/body/0/n'],
  ])('POST /lines with %j → %i', async (body, status, pointer) => {
    const answer = await served.ask('POST /lines', { headers: { 'Content-Type': 'application/jsonl' }, body })
    expect({ status: answer.status, pointer: answer.json?.violations?.[0]?.pointer }).toEqual({ status, pointer })
  })

  test.each([
    ['/lines', /^(\{"n":-?\d+\}\n)+$/],
    // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 7464 separates records with it
    ['/sequence', /^(\u001e\{"n":-?\d+\}\n)+$/],
    ['/events', /^(event: tick\ndata: .*\n\n)+$/],
  ])('GET %s', async (address, shape) => {
    const answer = await served.ask(`GET ${address}`)
    expect(answer.status).toBe(200)
    expect(answer.text).toMatch(shape)
  })
})
