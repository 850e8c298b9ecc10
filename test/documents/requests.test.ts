import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, document, type ServedDocument, serveDocument } from './serve-document.ts'

const integer = { type: 'integer' }
const done = { 200: { description: 'done', content: { 'application/json': { schema: { type: 'object' } } } } }
const get = (...parameters: object[]) => ({ get: { parameters, responses: done } })
const path = { name: 'id', in: 'path', required: true }
const query = { name: 'v', in: 'query' }
const numbers = { type: 'array', items: integer }
const point = { type: 'object', required: ['x'], properties: { x: integer, y: { type: ['integer', 'null'] } }, additionalProperties: false }
const pet = {
  type: 'object',
  required: ['name'],
  properties: { id: { type: 'integer', readOnly: true }, name: { type: 'string', minLength: 2 }, tags: numbers },
}
const body = (content: object, required = true) => ({ post: { requestBody: { required, content }, responses: done } })
const picture = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' }, note: { type: 'string' } } }

const SHOP = document({
  '/plain/{id}': get({ ...path, schema: integer }),
  '/text/{id}': get({ ...path, schema: { type: 'string', pattern: '^[a-z/é]+$' } }),
  '/label/{id}': get({ ...path, style: 'label', explode: true, schema: numbers }),
  '/matrix/{id}': get({ ...path, style: 'matrix', schema: point }),
  '/list': get({ ...query, explode: false, required: true, schema: numbers }),
  '/deep': get({ ...query, style: 'deepObject', explode: true, schema: point }),
  '/json': get({ ...query, content: { 'application/json': { schema: { $ref: '#/components/schemas/Point' } } } }),
  '/header': get({ name: 'X-Ids', in: 'header', required: true, schema: numbers }, { name: 'Accept', in: 'header', required: true, schema: integer }),
  '/cookie': get({ name: 'sid', in: 'cookie', required: true, schema: { type: 'string', minLength: 3 } }),
  '/either': get({ ...query, schema: { oneOf: [integer, { type: 'string', enum: ['all'] }] } }),
  '/pets': body({ 'application/json': { schema: { $ref: '#/components/schemas/Pet' } }, 'application/x-www-form-urlencoded': { schema: { $ref: '#/components/schemas/Pet' } } }),
  '/optional': body({ 'application/json': { schema: pet } }, false),
  '/any': body({ 'application/*': { schema: pet } }),
  '/note': body({ 'text/plain': { schema: { type: 'string', maxLength: 5 } } }),
  '/xml': body({ 'application/xml': { schema: pet } }),
  '/pictures': body({ 'multipart/form-data': { schema: picture, encoding: { file: { contentType: 'image/png' } } } }),
  '/strict': { get: { parameters: [{ ...query, schema: integer }], responses: { ...done, 400: { description: 'bad' } } } },
}, { components: { schemas: { Point: point, Pet: pet } } }) // biome-ignore format: one operation on one line

const form = 'application/x-www-form-urlencoded'
const parts = (type: string) => ({
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
  body: `--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: ${type}\r\n\r\nx\r\n--b--\r\n`,
})

describe('a request is checked as its document says', () => {
  let shop: ServedDocument
  beforeAll(async () => {
    shop = await serveDocument(SHOP)
  })
  afterAll(() => shop.close())

  test.each<[line: string, request: { headers?: Record<string, string>; body?: unknown }, status: number, violations?: string[]]>([
    ['GET /plain/7', {}, 200],
    ['GET /plain/1e2', {}, 200],
    ['GET /plain/seven', {}, 422, ['/path/id type']],
    ['GET /text/a%2Fb', {}, 200],
    ['GET /text/%C3%A9', {}, 200],
    ['GET /text/7', {}, 422, ['/path/id pattern']],
    ['GET /text/%ff', {}, 422, ['/path/id encoding']],
    ['GET /label/.1.2', {}, 200],
    ['GET /label/1.2', {}, 422, ['/path/id style']],
    ['GET /matrix/;id=x,1,y,null', {}, 200],
    ['GET /matrix/;id=x,1,z,2', {}, 422, ['/path/id/z additionalProperties']],
    ['GET /list?v=1,2', {}, 200],
    ['GET /list?v=1,b', {}, 422, ['/query/v/1 type']],
    ['GET /list', {}, 422, ['/query/v required']],
    ['GET /deep?v[x]=1&v[y]=', {}, 200],
    ['GET /deep?v%5By%5D=1', {}, 422, ['/query/v/x required']],
    ['GET /deep?other=1', {}, 200],
    ['GET /json?v=%7B%22x%22:1%7D', {}, 200],
    ['GET /json?v=%7B%22x%22:1,%22z%22:1%7D', {}, 422, ['/query/v/z additionalProperties']],
    ['GET /json?v=x', {}, 422, ['/query/v encoding']],
    ['GET /header', { headers: { 'X-Ids': '1, 2' } }, 200],
    ['GET /header', { headers: { 'X-Ids': '1, b' } }, 422, ['/header/X-Ids/1 type']],
    ['GET /header', {}, 422, ['/header/X-Ids required']],
    ['GET /cookie', { headers: { Cookie: 'a=1; sid=%61bc' } }, 200],
    ['GET /cookie', { headers: { Cookie: 'sid=ab' } }, 422, ['/cookie/sid minLength']],
    ['GET /cookie', {}, 422, ['/cookie/sid required']],
    ['GET /either?v=all', {}, 200],
    ['GET /either?v=some', {}, 422, ['/query/v oneOf']],
    ['GET /strict?v=x', {}, 400, ['/query/v type']],
    ['POST /pets', { body: { name: 'Rex' } }, 200],
    ['POST /pets', { body: { id: 1, name: 'Rex' } }, 200],
    ['POST /pets', { body: { name: 'R', tags: ['x'] } }, 422, ['/body/name minLength', '/body/tags/0 type']],
    ['POST /pets', { headers: { 'content-type': 'application/json' }, body: '{' }, 400, ['/body encoding']],
    ['POST /pets', { headers: { 'content-type': 'application/json' }, body: '' }, 422, ['/body required']],
    ['POST /pets', { headers: { 'content-type': form }, body: 'name=Rex&tags=1&tags=2' }, 200],
    ['POST /pets', { headers: { 'content-type': form }, body: 'tags=x' }, 422, ['/body/name required', '/body/tags/0 type']],
    [
      'POST /pets',
      { headers: { 'content-type': 'application/x-undeclared' }, body: '{"name":"Rex"}' },
      415,
      ['/header/Content-Type content-type'],
    ],
    [
      'POST /pets',
      { headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, body: 'x' },
      415,
      ['/header/Content-Encoding content-encoding'],
    ],
    ['POST /optional', {}, 200],
    ['POST /any', { headers: { 'content-type': 'application/vnd.any+json' }, body: '{}' }, 422, ['/body/name required']],
    ['POST /any', { headers: { 'content-type': 'text/plain' }, body: '{}' }, 415, ['/header/Content-Type content-type']],
    ['POST /note', { headers: { 'content-type': 'text/plain' }, body: 'short' }, 200],
    ['POST /note', { headers: { 'content-type': 'text/plain' }, body: 'longer' }, 422, ['/body maxLength']],
    ['POST /xml', { headers: { 'content-type': 'application/xml' }, body: '<pet><name>Rex</name></pet>' }, 200],
    ['POST /xml', { headers: { 'content-type': 'application/xml' }, body: '<pet><name>Rex</pet>' }, 200],
    ['POST /pictures', parts('image/png'), 200],
    ['POST /pictures', parts('image/gif'), 422, ['/body/file content-type']],
  ])('%s %j → %d', async (line, request, status, violations) => {
    const answer = await shop.ask(line, request)
    const told = (answer.json?.violations ?? []) as { pointer: string; rule: string }[]
    expect([answer.status, ...told.map(({ pointer, rule }) => `${pointer} ${rule}`)]).toEqual([status, ...(violations ?? [])])
  })

  test('what is wrong is said with its place, its rule, what was expected and what was sent', async () => {
    const answer = await shop.ask('POST /pets', { body: { name: 'R' } })
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.json.violations).toEqual([{ pointer: '/body/name', rule: 'minLength', expected: 'at least 2 characters', got: '"R"' }])
  })
})

test.each<[options: object, line: string, status: number]>([
  [{}, 'GET /either?w=1', 200],
  [{ strictQuery: true }, 'GET /either?v=1', 200],
  [{ strictQuery: true }, 'GET /either?w=1', 422],
  [{ strictQuery: true }, 'GET /either?v=1&__code=200', 200],
  [{ strictQuery: true }, 'GET /deep?v[x]=1', 200],
])('with %j %s → %d', async (options, line, status) => {
  const answer = await ask(SHOP, line, { options })
  expect([answer.status, answer.headers['x-sandbox-verdict']]).toEqual([
    status,
    line.includes('w=1') ? 'request.query.unknown /query/w' : undefined,
  ])
})
