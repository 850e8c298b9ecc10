import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { document, type ServedDocument, serveDocument } from './serve-document.ts'

/** What the client's own server heard. */
const heard: { readonly method: string; readonly url: string; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string }[] =
  []
let status = 204
const client = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => {
    body += part
  })
  request.on('end', () => {
    heard.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
    response.writeHead(status).end(status === 204 ? undefined : 'thanks')
  })
})
let hook = ''
beforeAll(async () => {
  await new Promise<void>((ready) => client.listen(0, '127.0.0.1', ready))
  hook = `http://127.0.0.1:${(client.address() as AddressInfo).port}`
})
afterAll(() => client.close())
beforeEach(() => {
  heard.length = 0
  status = 204
})

const event = {
  type: 'object',
  required: ['orderId', 'state'],
  properties: { orderId: { type: 'string' }, state: { type: 'string', enum: ['paid', 'void'] } },
}
const ok = { 204: { description: 'Heard' } }

/** One operation whose callback has this address. */
function shop(
  expression: string,
  callback: object = { requestBody: { content: { 'application/json': { schema: event } } }, responses: ok },
) {
  return document({
    '/orders/{kind}': {
      post: {
        operationId: 'createOrder',
        parameters: [
          { name: 'kind', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'hook', in: 'query', schema: { type: 'string' } },
          { name: 'X-Hook', in: 'header', schema: { type: 'string' } },
        ],
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
        responses: {
          201: {
            description: 'Created',
            headers: { 'X-Order': { schema: { type: 'string' }, example: 'o-7' } },
            content: { 'application/json': { schema: { type: 'object' }, example: { orderId: 'o-7', links: { notify: 'later' } } } },
          },
        },
        callbacks: { onPaid: { [expression]: { post: callback } } },
      },
    },
  })
}

/** Sends the order, and lets the world do what is due. */
async function order(served: ServedDocument, line: string, request: Parameters<ServedDocument['ask']>[1]) {
  const answer = await served.ask(line, request)
  served.sandbox.world.clock.runDue()
  await served.sandbox.world.clock.settled()
  return answer
}

describe('the address of a callback', () => {
  const rows: readonly (readonly [
    expression: string,
    line: string,
    headers: (at: string) => Record<string, string>,
    body: (at: string) => unknown,
    path: string,
  ])[] = [
    ['{$request.body#/callbackUrl}', 'POST /orders/book', () => ({}), (at) => ({ callbackUrl: `${at}/a` }), '/a'],
    ['{$request.body#/links/paid}/done', 'POST /orders/book', () => ({}), (at) => ({ links: { paid: `${at}/b` } }), '/b/done'],
    ['$request.body#/url', 'POST /orders/book', () => ({}), (at) => ({ url: `${at}/c` }), '/c'],
    ['{$request.header.X-Hook}', 'POST /orders/book', (at) => ({ 'x-hook': `${at}/d` }), () => ({}), '/d'],
    ['{$request.header.x-hook}?of={$request.path.kind}', 'POST /orders/book', (at) => ({ 'x-hook': `${at}/e` }), () => ({}), '/e?of=book'],
    ['{$request.body#/url}/{$response.body#/orderId}', 'POST /orders/book', () => ({}), (at) => ({ url: at }), '/o-7'],
    [
      '{$request.body#/url}/{$response.header.X-Order}/{$statusCode}/{$method}',
      'POST /orders/book',
      () => ({}),
      (at) => ({ url: at }),
      '/o-7/201/POST',
    ],
    ['{$request.body#/a~1b}', 'POST /orders/book', () => ({}), (at) => ({ 'a/b': `${at}/f` }), '/f'],
  ]
  test.each(rows)('%s', async (expression, line, headers, body, path) => {
    await using served = await serveDocument(shop(expression))
    expect(
      (await order(served, line, { headers: { 'content-type': 'application/json', ...headers(hook) }, body: JSON.stringify(body(hook)) }))
        .status,
    ).toBe(201)
    expect(heard.map(({ method, url }) => `${method} ${url}`)).toEqual([`POST ${path}`])
  })

  test('in the query: {$request.query.hook}', async () => {
    await using served = await serveDocument(shop('{$request.query.hook}'))
    await order(served, `POST /orders/book?hook=${encodeURIComponent(`${hook}/q`)}`, { body: {} })
    expect(heard.map(({ url }) => url)).toEqual(['/q'])
  })

  test('that is not in the call: nothing is sent', async () => {
    await using served = await serveDocument(shop('{$request.body#/callbackUrl}'))
    expect((await order(served, 'POST /orders/book', { body: {} })).status).toBe(201)
    expect(served.sandbox.world.callbacks.size).toBe(0)
  })

  test('that is no address: nothing is sent, and a finding says so', async () => {
    await using served = await serveDocument(shop('{$request.body#/callbackUrl}'))
    const answer = await order(served, 'POST /orders/book', { body: { callbackUrl: 'tomorrow' } })
    expect(answer.status).toBe(201)
    expect(answer.headers['x-sandbox-verdict']).toContain('request.callback.address')
    expect(heard).toEqual([])
  })

  test('on another machine: nothing is sent, and the call says why', async () => {
    await using served = await serveDocument(shop('{$request.body#/callbackUrl}'))
    await order(served, 'POST /orders/book', { body: { callbackUrl: 'http://hooks.example.com/paid' } })
    expect([...served.sandbox.world.callbacks.all()]).toMatchObject([{ status: 'failed', failure: 'not-allowed: hooks.example.com' }])
  })
})

test('a refused request has no callback', async () => {
  await using served = await serveDocument(shop('{$request.body#/callbackUrl}'))
  await order(served, 'POST /orders/book', { headers: { 'content-type': 'application/json' }, body: '[' })
  expect(heard).toEqual([])
})

describe('the body of a callback', () => {
  test('is generated, and speaks of the same order as the answer', async () => {
    await using served = await serveDocument(shop('{$request.body#/url}'))
    await order(served, 'POST /orders/book', { body: { url: hook } })
    expect(JSON.parse(heard[0]?.body ?? '')).toMatchObject({ orderId: 'o-7', state: expect.stringMatching(/^(paid|void)$/) })
    expect(heard[0]?.headers['content-type']).toBe('application/json')
  })

  test('is the example where the document has one', async () => {
    const example = { orderId: 'o-1', state: 'void' }
    await using served = await serveDocument(
      shop('{$request.body#/url}', { requestBody: { content: { 'application/json': { schema: event, example } } }, responses: ok }),
    )
    await order(served, 'POST /orders/book', { body: { url: hook } })
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual(example)
  })
})

describe('by hand', () => {
  const webhooks = {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    webhooks: { newOrder: { post: { requestBody: { content: { 'application/json': { schema: event } } }, responses: ok } } },
  }

  test('a document with webhooks alone is served, and its webhook is sent', async () => {
    await using served = await serveDocument(webhooks)
    const body = { name: 'shop.newOrder', url: `${hook}/new`, set: { orderId: 'o-9' } }
    const sent = await served.ask('POST /_sandbox/callbacks', { body })
    expect(sent).toMatchObject({ status: 201, json: { status: 'answered', answer: { status: 204 } } })
    expect(JSON.parse(heard[0]?.body ?? '')).toMatchObject({ orderId: 'o-9' })
    const list = (await served.ask('GET /_sandbox/callbacks')).json
    expect(list).toMatchObject({ declared: [{ name: 'shop.newOrder', kind: 'webhook', method: 'POST' }], count: 1 })
  })

  test('a callback is listed with its expression and can be sent to any allowed address', async () => {
    await using served = await serveDocument(shop('{$request.body#/url}'))
    const list = (await served.ask('GET /_sandbox/callbacks')).json
    expect(list.declared).toEqual([
      {
        name: 'shop.createOrder.onPaid',
        kind: 'callback',
        operation: 'shop.createOrder',
        expression: '{$request.body#/url}',
        method: 'POST',
      },
    ])
    status = 503
    const sent = await served.ask('POST /_sandbox/callbacks', {
      body: { name: 'shop.createOrder.onPaid', url: hook, body: { mine: true } },
    })
    expect(sent.json).toMatchObject({ status: 'answered', answer: { status: 503, body: 'thanks' } })
    expect(heard[0]?.body).toBe('{"mine":true}')
  })

  test.each([
    [
      { name: 'shop.newOrdr', url: 'http://127.0.0.1:1' },
      404,
      'There is no callback or webhook "shop.newOrdr". Did you mean "shop.newOrder"?',
    ],
    [{ name: 'shop.newOrder', url: 'later' }, 400, '"later" is no address.'],
  ])('what cannot be sent is refused: %j', async (body, expected, detail) => {
    await using served = await serveDocument(webhooks)
    const answer = await served.ask('POST /_sandbox/callbacks', { body })
    expect(answer.status).toBe(expected)
    expect(answer.json.detail).toContain(detail)
  })
})
