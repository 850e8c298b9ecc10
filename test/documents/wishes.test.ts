import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { document, type ServedDocument, serveDocument } from './serve-document.ts'

const message = {
  type: 'object',
  required: ['message', 'status'],
  properties: { message: { type: 'string' }, status: { type: 'integer' } },
}
const json = (media: object, description = 'ok') => ({ description, content: { 'application/json': media } })
const limit = { name: 'limit', in: 'query', schema: { type: 'integer' } }

const PETS = document({
  '/pets': {
    get: {
      parameters: [limit],
      responses: {
        200: {
          description: 'ok',
          content: {
            'application/json': {
              schema: { type: 'object', required: ['id'], properties: { id: { type: 'integer', minimum: 50 } } },
              examples: { cat: { value: { id: 1 } }, dog: { value: { id: 2 } } },
            },
            'text/plain': { examples: { words: { value: 'a cat' } } },
          },
        },
        204: { description: 'none' },
        302: { description: 'elsewhere', headers: { Location: { example: '/other' } } },
        404: json(
          {
            schema: message,
            examples: { lost: { value: { message: 'lost', status: 404 } }, never: { value: { message: 'never', status: 404 } } },
          },
          'No such pet',
        ),
        409: json({ schema: message }, 'Taken'),
        503: { description: 'Busy' },
      },
    },
  },
  '/ranged': {
    get: {
      responses: { 200: json({ example: 1 }), '4XX': json({ schema: message }, 'Your mistake'), default: json({ example: 'default' }) },
    },
  },
  '/own': {
    get: {
      parameters: [{ name: '__code', in: 'query', required: true, schema: { type: 'integer' } }],
      responses: { 200: json({ example: 'own' }), 404: { description: 'no' } },
    },
  },
  '/only-default': { get: { responses: { default: json({ example: 'd' }) } } },
})

let served: ServedDocument
beforeAll(async () => {
  served = await serveDocument(PETS)
}, 120_000)
afterAll(() => served.close())

describe('Prefer chooses the answer', () => {
  test.each([
    ['/pets', 'code=404', 404, { message: 'lost', status: 404 }, 'code=404'],
    ['/pets', 'code=409', 409, { message: 'Taken', status: 409 }, 'code=409'],
    ['/pets', 'code=503', 503, undefined, 'code=503'],
    ['/pets', 'code=204', 204, undefined, 'code=204'],
    ['/pets', 'code=302', 302, undefined, 'code=302'],
    ['/pets', 'example=dog', 200, { id: 2 }, 'example=dog'],
    ['/pets', 'example="dog"', 200, { id: 2 }, 'example=dog'],
    ['/pets', 'example=never', 404, { message: 'never', status: 404 }, 'example=never'],
    ['/pets', 'code=404, example=never', 404, { message: 'never', status: 404 }, 'code=404, example=never'],
    ['/pets', 'code=404; example=never', 404, { message: 'never', status: 404 }, 'code=404, example=never'],
    ['/pets', 'CODE=404;Example=never', 404, { message: 'never', status: 404 }, 'code=404, example=never'],
    ['/pets', 'return=minimal, code=409', 409, { message: 'Taken', status: 409 }, 'code=409'],
    ['/pets', 'dynamic=false', 200, { id: 1 }, 'dynamic=false'],
    ['/ranged', 'code=418', 418, { message: 'Your mistake', status: 418 }, 'code=418'],
    ['/ranged', 'code=500', 500, 'default', 'code=500'],
    ['/ranged', 'code=301', 301, 'default', 'code=301'],
    ['/ranged', 'code=202', 202, 'default', 'code=202'],
    ['/ranged', 'code=204', 204, undefined, 'code=204'],
    ['/ranged', 'code=304', 304, undefined, 'code=304'],
    ['/only-default', 'code=200', 200, 'd', 'code=200'],
    ['/only-default', 'code=404', 404, 'd', 'code=404'],
  ])('GET %s with Prefer: %s → %i', async (path, prefer, status, body, applied) => {
    const answer = await served.ask(`GET ${path}`, { headers: { Prefer: prefer } })
    expect([answer.status, answer.json, answer.headers['preference-applied']]).toEqual([status, body, applied])
  })

  test('an example is sent whatever media type the caller names otherwise', async () => {
    const answer = await served.ask('GET /pets', { headers: { Prefer: 'example=words' } })
    expect([answer.headers['content-type'], answer.text]).toEqual(['text/plain', 'a cat'])
  })

  test('dynamic=true generates although there are examples', async () => {
    const answer = await served.ask('GET /pets', { headers: { Prefer: 'dynamic=true' } })
    expect(answer.json.id).toBeGreaterThanOrEqual(50)
    expect(answer.headers['preference-applied']).toBe('dynamic=true')
    expect((await served.ask('GET /pets', { headers: { Prefer: 'code=404, dynamic=true' } })).json.message).not.toBe('lost')
  })

  test('other preferences change nothing', async () => {
    const answer = await served.ask('GET /pets', { headers: { Prefer: 'return=minimal, wait=5' } })
    expect([answer.json, answer.headers['preference-applied']]).toEqual([{ id: 1 }, undefined])
  })
})

describe('the query chooses the answer where a client cannot set headers', () => {
  test.each([
    ['/pets?__code=404', 404],
    ['/pets?limit=1&__example=dog', 200],
    ['/pets?__dynamic=true', 200],
    ['/pets?__code=409&__dynamic=true&limit=3', 409],
    ['/own?__code=404', 200],
  ])('GET %s → %i', async (target, status) => {
    const answer = await served.ask(`GET ${target}`)
    expect(answer.status).toBe(status)
    expect([answer.headers['x-sandbox-verdict'], answer.headers['preference-applied']]).toEqual([undefined, undefined])
  })
})

describe('what the document does not describe cannot be asked for', () => {
  test.each([
    ['/pets', { Prefer: 'code=418' }, 'code=418'],
    ['/pets', { Prefer: 'code=abc' }, 'code=abc'],
    ['/pets', { Prefer: 'code=99' }, 'code=99'],
    ['/pets', { Prefer: 'example=bird' }, 'example=bird'],
    ['/pets', { Prefer: 'code=409, example=lost' }, 'example=lost'],
    ['/ranged', { Prefer: 'code=101' }, 'code=101'],
    ['/pets?__code=418', {}, 'code=418'],
    ['/pets', { 'X-Sandbox-Error': '418' }, '418'],
    ['/pets', { 'X-Sandbox-Error': 'bird' }, 'bird'],
  ])('GET %s with %o', async (target, headers, asked) => {
    const answer = await served.ask(`GET ${target}`, { headers: headers as Record<string, string> })
    expect(answer).toMatchObject({
      status: 400,
      json: { title: expect.stringContaining(`cannot be made to answer "${asked}"`), documented: { statuses: expect.any(Array) } },
    })
    if (target.startsWith('/pets')) expect(answer.json.documented.examples).toEqual(['cat', 'dog', 'words', 'lost', 'never'])
  })
})

describe('X-Sandbox-Error forces a documented error', () => {
  test.each([
    ['404', 404, 'lost'],
    ['409', 409, 'Taken'],
    ['never', 404, 'never'],
  ])('%s → %i', async (error, status, text) => {
    expect(await served.ask('GET /pets', { headers: { 'X-Sandbox-Error': error } })).toMatchObject({ status, json: { message: text } })
  })
})

test('a request is checked first, so that a wish hides no mistake', async () => {
  expect((await served.ask('GET /pets?limit=x', { headers: { Prefer: 'code=404' } })).status).toBe(422)
})
