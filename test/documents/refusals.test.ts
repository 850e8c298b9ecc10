import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rawHttp } from '../helpers/raw-http.ts'
import { document, type ServedDocument, serveDocument } from './serve-document.ts'

const ok = { 200: { description: 'ok' } }
const json = (media: object, type = 'application/json') => ({ description: 'no', content: { [type]: media } })
const object = (properties: object, required = Object.keys(properties)) => ({ type: 'object', required, properties })
const string = { type: 'string' }
const integer = { type: 'integer' }
const post = (responses: object) => ({
  post: {
    parameters: [{ name: 'limit', in: 'query', required: true, schema: { type: 'integer', maximum: 10 } }],
    requestBody: { required: true, content: { 'application/json': { schema: object({ name: string, age: integer }, ['name']) } } },
    responses: { ...ok, ...responses },
  },
})
const said = json({ schema: object({ message: string, status: integer }) })

const REFUSING = document({
  '/plain': post({}),
  '/with-422': post({ 422: said, 400: json({ example: { bad: true } }) }),
  '/with-400': post({ 400: said }),
  '/with-4xx': post({ '4XX': said }),
  '/with-default': post({ default: said }),
  '/example': post({ 422: json({ example: { fixed: true }, schema: object({ fixed: { type: 'boolean' } }) }) }),
  '/problem': post({
    422: json(
      { schema: object({ type: string, title: string, status: integer, detail: string, instance: string }) },
      'application/problem+json',
    ),
  }),
  '/list': post({
    422: json({ schema: object({ errors: { type: 'array', items: object({ field: string, message: string, code: string }) } }) }),
  }),
  '/texts': post({ 422: json({ schema: object({ errors: { type: 'array', items: string } }) }) }),
  '/nested': post({
    422: json({
      schema: object({
        error: object({ code: string, message: string, details: { type: 'array', items: object({ location: string, reason: string }) } }),
      }),
    }),
  }),
  '/closed': post({
    422: json({
      schema: object({
        message: { type: 'string', enum: ['Invalid.'] },
        code: { type: 'integer', enum: [17] },
        status: { type: 'string', enum: ['error'] },
      }),
    }),
  }),
  '/short': post({ 422: json({ schema: object({ message: { type: 'string', maxLength: 12 } }) }) }),
  '/string': post({ 422: json({ schema: string }) }),
  '/xml': post({ 422: json({ example: '<error/>' }, 'application/xml') }),
  '/described': post({ 422: { description: 'only words' } }),
  '/with-415': post({ 415: said }),
  '/headers': post({ 422: { ...said, headers: { 'X-Code': { example: 'invalid' } } } }),
})

let served: ServedDocument
beforeAll(async () => {
  served = await serveDocument(REFUSING)
}, 120_000)
afterAll(() => served.close())

const wrong = { body: { age: 'x' } }
const LIMIT = 'query limit: expected at most 10, got 99'
const NAME = 'body name: expected a value, it is mandatory, got nothing'

describe('an invalid request gets the declared body, which says what was wrong', () => {
  test.each([
    ['/with-422', 422, { message: expect.stringContaining(LIMIT), status: 422 }],
    ['/with-400', 400, { message: expect.stringContaining(NAME), status: 400 }],
    ['/with-4xx', 422, { message: expect.stringContaining(NAME), status: 422 }],
    ['/with-default', 422, { message: expect.stringContaining(NAME), status: 422 }],
    ['/example', 422, { fixed: true }],
    ['/problem', 422, { title: 'The request does not match the document', status: 422, detail: expect.stringContaining(LIMIT) }],
    [
      '/list',
      422,
      {
        errors: [
          { field: '/query/limit', message: LIMIT, code: 'maximum' },
          expect.objectContaining({ field: '/body/name' }),
          expect.objectContaining({ field: '/body/age' }),
        ],
      },
    ],
    ['/texts', 422, { errors: [LIMIT, NAME, expect.stringContaining('body age')] }],
    [
      '/nested',
      422,
      { error: { message: expect.stringContaining(LIMIT), code: '422', details: [{ location: '/query/limit', reason: LIMIT }, {}, {}] } },
    ],
    ['/closed', 422, { message: 'Invalid.', code: 17, status: 'error' }],
    ['/headers', 422, { message: expect.stringContaining(LIMIT) }],
  ])('POST %s → %i', async (path, status, body) => {
    const answer = await served.ask(`POST ${path}?limit=99`, wrong)
    expect(answer).toMatchObject({ status, json: body })
    expect(answer.headers['x-sandbox-verdict']).toContain('request.query.range /query/limit')
    expect(answer.headers['x-request-id']).toBeUndefined()
    if (path === '/headers') expect(answer.headers['x-code']).toBe('invalid')
  })

  test('a text that does not fit is left as it was generated', async () => {
    const answer = await served.ask('POST /short?limit=99', wrong)
    expect(answer.json.message.length).toBeLessThanOrEqual(12)
  })

  test('a body that is one text is that text', async () => {
    expect((await served.ask('POST /string?limit=99', wrong)).json).toContain(LIMIT)
  })

  test('a declared body that is not JSON is sent as it is', async () => {
    const answer = await served.ask('POST /xml?limit=99', wrong)
    expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([422, 'application/xml', '<error/>'])
  })
})

describe('else a problem lists every violation', () => {
  test.each(['/plain', '/described'])('POST %s', async (path) => {
    const answer = await served.ask(`POST ${path}?limit=99`, wrong)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.json).toEqual({
      type: 'about:blank',
      title: 'The request does not match the document',
      status: 422,
      detail: expect.stringContaining(LIMIT),
      violations: [
        { pointer: '/query/limit', rule: 'maximum', expected: 'at most 10', got: '99' },
        { pointer: '/body/name', rule: 'required', expected: 'a value, it is mandatory', got: 'nothing' },
        { pointer: '/body/age', rule: 'type', expected: 'integer', got: '"x"' },
      ],
    })
  })

  test.each([
    ['a body that is no JSON', '/plain', { body: '{', headers: { 'Content-Type': 'application/json' } }, 400, 'The request cannot be read'],
    [
      'a body of another type',
      '/plain',
      { body: '<a/>', headers: { 'Content-Type': 'application/xml' } },
      415,
      'The media type of the body is not documented',
    ],
    ['no body', '/plain', {}, 422, 'The request does not match the document'],
  ])('%s', async (_what, path, request, status, title) => {
    const answer = await served.ask(`POST ${path}?limit=1`, request)
    expect(answer).toMatchObject({ status, json: { title, status, violations: [expect.anything()] } })
  })

  test('the declared 415 says what is documented', async () => {
    const answer = await served.ask('POST /with-415?limit=1', { body: '<a/>', headers: { 'Content-Type': 'application/xml' } })
    expect(answer).toMatchObject({ status: 415, json: { status: 415, message: expect.stringContaining('application/xml') } })
  })
})

test('the rest of the sandbox refuses foreign calls with problems as well', async () => {
  const unknownWorld = await served.ask('POST /plain?limit=1', { headers: { 'X-Sandbox-World': 'nowhere' } })
  expect(unknownWorld).toMatchObject({ status: 404, json: { title: 'There is no such world' } })
  const misspelt = await served.ask('POST /plain?limit=1', { headers: { 'X-Sandbox-Wrld': 'a' } })
  expect(misspelt).toMatchObject({ status: 400, json: { code: 'unknown-header' } })
  const long = await served.ask(`GET /plain?a=${'x'.repeat(40_000)}`)
  expect(long).toMatchObject({ status: 414, json: { status: 414, violations: [expect.anything()] } })
  for (const answer of [unknownWorld, misspelt, long]) {
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.headers['x-request-id']).toBeUndefined()
  }
})

test('what is not valid HTTP gets a problem, too', async () => {
  const answer = await rawHttp(served.sandbox.url, 'GET /plain HTTP/1.1\r\nHost: localhost\r\nbad header\r\n\r\n')
  expect(answer.status).toBe(400)
  expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json', 'x-sandbox-verdict': 'request.http.malformed' })
  expect(answer.headers['x-request-id']).toBeUndefined()
  expect(answer.json()).toMatchObject({ status: 400, title: 'Bad Request' })
})
