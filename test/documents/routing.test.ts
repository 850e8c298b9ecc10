import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { document, type ServedDocument, serveDocument } from './serve-document.ts'

/** An operation that answers with its own name. */
const named = (operationId: string, more: object = {}) => ({
  operationId,
  ...more,
  responses: { 200: { description: 'ok', content: { 'text/plain': { example: operationId } } } },
})
const path = (...names: string[]) => ({
  parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
})

const SHOP = document({
  '/pets': { get: named('list'), post: named('add') },
  '/pets/{id}': { ...path('id'), get: named('show'), delete: named('remove') },
  '/pets/mine': { get: named('mine') },
  '/pets/{id}/toys': { ...path('id'), get: named('toys') },
  '/pets/mine/photos': { get: named('photos') },
  '/{kind}/latest': { ...path('kind'), get: named('latest') },
  '/pets/{id}:seal': { ...path('id'), post: named('seal') },
  '/reports/{a}-{b}.json': { ...path('a', 'b'), get: named('months') },
  '/reports/{name}': { ...path('name'), get: named('report') },
  '/reports/{name}.json': { ...path('name'), get: named('report-json') },
  '/report.{format}': { ...path('format'), get: named('formatted') },
  "/orders({id})/lines('{line}')": { ...path('id', 'line'), get: named('odata') },
  '/a b/café': { get: named('odd') },
  '/slash': { get: named('plain') },
  '/slash/': { get: named('slashed') },
  '/shut/': { get: named('shut') },
  '/odd': { head: named('head'), options: named('options'), trace: named('trace'), patch: named('patch') },
  '/limits': { get: { ...named('limits'), parameters: [{ name: 'size', in: 'query', required: true, schema: { type: 'integer' } }] } },
  '/boats/mine': { get: named('my-boats') },
  '/boats/{id}.{ext}': { ...path('id', 'ext'), get: named('boat-as') },
  '/boats/{id}': { ...path('id'), head: named('boat-head') },
  '/': { get: named('root') },
})

let shop: ServedDocument
beforeAll(async () => {
  shop = await serveDocument(SHOP)
}, 120_000)
afterAll(() => shop.close())

describe('a call finds its operation', () => {
  test.each([
    ['GET /pets', 'list'],
    ['POST /pets', 'add'],
    ['GET /pets/7', 'show'],
    ['GET /pets/mine', 'mine'],
    ['DELETE /pets/mine', 'remove'],
    ['GET /pets/mine/toys', 'toys'],
    ['GET /pets/mine/photos', 'photos'],
    ['GET /pets/latest', 'show'],
    ['GET /owners/latest', 'latest'],
    ['POST /pets/7:seal', 'seal'],
    ['POST /pets/7%3Aseal', 'seal'],
    ['POST /pets/7%3aseal', 'seal'],
    ['GET /reports/2024-05.json', 'months'],
    ['GET /reports/2024.json', 'report-json'],
    ['GET /reports/2024', 'report'],
    ['GET /report.pdf', 'formatted'],
    ["GET /orders(7)/lines('a')", 'odata'],
    ['GET /orders%287%29/lines%28%27a%27%29', 'odata'],
    ['GET /a%20b/caf%C3%A9', 'odd'],
    ['GET /pets/', 'list'],
    ['GET /pets/7/', 'show'],
    ['GET /pets/a%2Fb', 'show'],
    ['GET /pets/a%2Fb/toys', 'toys'],
    ['GET /slash', 'plain'],
    ['GET /slash/', 'slashed'],
    ['GET /shut', 'shut'],
    ['GET /', 'root'],
    ['GET /pets?id=1', 'list'],
    ['PATCH /odd', 'patch'],
    ['OPTIONS /odd', 'options'],
    ['TRACE /odd', 'trace'],
  ])('%s → %s', async (line, operation) => {
    expect(await shop.ask(line)).toMatchObject({ status: 200, text: operation })
  })
})

describe('what the document does not know', () => {
  test.each([
    ['GET /nope', 404, undefined],
    ['GET /pets/7/nope', 404, undefined],
    ['GET /pets//toys', 404, undefined],
    ['GET /report.', 404, undefined],
    ['GET /Pets', 404, undefined],
    ['GET /__proto__/constructor', 404, undefined],
    ['PUT /pets', 405, 'GET, HEAD, OPTIONS, POST'],
    ['POST /pets/7', 405, 'DELETE, GET, HEAD, OPTIONS'],
    ['POST /pets/mine', 405, 'DELETE, GET, HEAD, OPTIONS'],
    ['GET /odd', 405, 'HEAD, OPTIONS, PATCH, TRACE'],
    ['TRACE /pets', 405, 'GET, HEAD, OPTIONS, POST'],
    ['PROPFIND /pets', 405, 'GET, HEAD, OPTIONS, POST'],
  ])('%s → %i', async (line, status, allow) => {
    const answer = await shop.ask(line)
    expect(answer).toMatchObject({ status, json: { type: 'about:blank', status, title: expect.any(String), detail: expect.any(String) } })
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json' })
    expect(answer.headers['allow']).toBe(allow)
    expect(answer.headers['x-request-id']).toBeUndefined()
    expect(answer.json.violations).toEqual([expect.objectContaining({ rule: 'unknown', pointer: status === 404 ? '/path' : '/method' })])
  })
})

describe('methods that nobody writes down', () => {
  test('HEAD is GET without a body', async () => {
    const got = await shop.ask('GET /pets')
    const head = await shop.ask('HEAD /pets')
    expect(head).toEqual({ ...got, text: '', json: undefined, headers: got.headers })
    expect(head.headers['content-length']).toBe('4')
  })

  test.each([
    ['/boats/mine', 'my-boats'],
    ['/boats/7.png', 'boat-as'],
  ])('HEAD of %s is its GET, whatever a less specific path says of HEAD', async (address, operation) => {
    const head = await shop.ask(`HEAD ${address}`)
    expect(head.headers['content-length']).toBe(String(operation.length))
  })

  test.each([
    ['HEAD /limits', 422],
    ['HEAD /boats/7', 200],
    ['HEAD /nope', 404],
    ['HEAD /odd', 200],
    ['OPTIONS /pets', 204],
    ['OPTIONS /nope', 404],
  ])('%s → %i', async (line, status) => {
    const answer = await shop.ask(line)
    expect(answer.status).toBe(status)
    if (!line.includes('nope')) expect(answer.text).toBe('')
    expect(answer.headers['allow']).toBe(line === 'OPTIONS /pets' ? 'GET, HEAD, OPTIONS, POST' : undefined)
  })
})

describe('base paths of servers', () => {
  const servers = [
    { url: 'https://api.example.com/v1/' },
    { url: '/relative' },
    { url: 'bare' },
    {
      url: 'https://{host}.example.com/{stage}/api',
      variables: { host: { default: 'eu' }, stage: { default: 'live', enum: ['live', 'test'] } },
    },
    { url: '{scheme}://x.example.com/scheme', variables: { scheme: { default: 'https' } } },
    { url: '/open/{tenant}', variables: { tenant: { default: 'acme' } } },
    { url: '{whole}', variables: { whole: { default: 'https://w.example.com/whole' } } },
  ]
  const BASED = document(
    {
      '/things': { get: named('things') },
      '/{any}/{thing}': { ...path('any', 'thing'), get: named('any') },
      '/own': { get: named('own', { servers: [{ url: '/of-operation' }] }), post: named('post') },
      '/item': { servers: [{ url: 'https://b.example.com/of-item' }], get: named('item') },
      '/v1/things/{id}': { ...path('id'), get: named('written-out') },
    },
    { servers },
  )
  let based: ServedDocument
  beforeAll(async () => {
    based = await serveDocument(BASED)
  }, 60_000)
  afterAll(() => based.close())

  test.each([
    ['GET /things', 'things'],
    ['GET /v1/things', 'things'],
    ['GET /v1/things/', 'things'],
    ['GET /relative/things', 'things'],
    ['GET /bare/things', 'things'],
    ['GET /live/api/things', 'things'],
    ['GET /test/api/things', 'things'],
    ['GET /scheme/things', 'things'],
    ['GET /open/acme/things', 'things'],
    ['GET /open/other/things', 'things'],
    ['GET /whole/things', 'things'],
    ['GET /v2/things', 'any'],
    ['GET /v1/x/y', 'any'],
    ['GET /v1/things/7', 'written-out'],
    ['GET /of-operation/own', 'own'],
    ['GET /own', 'own'],
    ['POST /v1/own', 'post'],
    ['GET /of-item/item', 'item'],
  ])('%s → %s', async (line, operation) => {
    expect(await based.ask(line)).toMatchObject({ status: 200, text: operation })
  })

  test.each([
    ['GET /prod/api/things', 404],
    ['GET /v1things', 404],
    ['PUT /v1/things', 405],
    ['PUT /of-operation/own', 405],
  ])('%s → %i', async (line, status) => {
    expect((await based.ask(line)).status).toBe(status)
  })
})

describe('beside services of the vendor', () => {
  let both: ServedDocument
  beforeAll(async () => {
    const mine = document(
      { '/v2/orders/customer-orders': { get: named('clash') }, '/mine': { get: named('mine') } },
      { servers: [{ url: 'https://mine.example.com' }] },
    )
    both = await serveDocument(mine, { with: ['bss'] })
  }, 60_000)
  afterAll(() => both.close())

  test.each([
    ['a path of the document', 'GET /mine', 'localhost', 200, 'mine'],
    ['another method of it', 'PUT /mine', 'localhost', 405, 'about:blank'],
    ['a path of both, by the document’s host', 'GET /v2/orders/customer-orders', 'mine.example.com', 200, 'clash'],
    ['a path of both, by the vendor’s host', 'GET /v2/orders/customer-orders', 'bss.myhuaweicloud.com', 401, 'APIGW.0301'],
    ['a path that nobody knows is the vendor’s', 'GET /nobody', 'localhost', 404, 'APIGW.0101'],
  ])('%s', async (_what, line, host, status, text) => {
    const answer = await both.ask(line, { headers: { Host: host } })
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(text)
  })
})
