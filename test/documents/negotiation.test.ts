import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { document, type ServedDocument, serveDocument } from './serve-document.ts'

const media = (...types: string[]) => Object.fromEntries(types.map((type) => [type, { example: type }]))
const at = (...types: string[]) => ({ get: { responses: { 200: { description: 'ok', content: media(...types) } } } })

const TYPES = document({
  '/many': at('text/plain', 'application/xml', 'application/json', 'application/vnd.shop.v2+json'),
  '/text': at('text/html', 'text/plain'),
  '/versions': at('application/json; version=1', 'application/json; version=2', 'application/json'),
  '/charset': at('application/json; charset=utf-8'),
  '/vendor': at('application/vnd.shop.v1+json', 'application/vnd.shop.v2+json'),
  '/any': at('*/*'),
  '/any-text': at('text/*'),
  '/application': at('application/*'),
  '/declared-406': {
    get: {
      responses: {
        200: { description: 'ok', content: media('application/json') },
        406: {
          description: 'no',
          content: {
            'application/json': { schema: { type: 'object', required: ['message'], properties: { message: { type: 'string' } } } },
          },
        },
      },
    },
  },
  '/error': { get: { responses: { 404: { description: 'none', content: media('application/problem+json') } } } },
})

let served: ServedDocument
beforeAll(async () => {
  served = await serveDocument(TYPES)
}, 120_000)
afterAll(() => served.close())

describe('Accept chooses the media type', () => {
  test.each([
    ['/many', undefined, 'application/json'],
    ['/many', '', 'application/json'],
    ['/many', '*/*', 'application/json'],
    ['/many', 'text/plain', 'text/plain'],
    ['/many', 'TEXT/Plain', 'text/plain'],
    ['/many', 'application/xml, application/json;q=0.9', 'application/xml'],
    ['/many', 'application/xml;q=0.5, application/json;q=0.9', 'application/json'],
    ['/many', 'text/*;q=0.3, application/xml;q=0.2', 'text/plain'],
    ['/many', 'application/*', 'application/json'],
    ['/many', 'application/vnd.shop.v2+json', 'application/vnd.shop.v2+json'],
    ['/many', 'image/png, */*;q=0.1', 'application/json'],
    ['/many', 'application/json;q=0, */*', 'application/vnd.shop.v2+json'],
    ['/many', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/xml'],
    ['/text', undefined, 'text/html'],
    ['/text', '*/*', 'text/html'],
    ['/text', 'text/plain;q=0.9, text/html;q=0.1', 'text/plain'],
    ['/versions', 'application/json; version=2', 'application/json; version=2'],
    ['/versions', 'application/json;version="1"', 'application/json; version=1'],
    ['/versions', 'application/json;version=3', 'application/json'],
    ['/charset', 'application/json', 'application/json; charset=utf-8'],
    ['/charset', 'application/json;charset=iso-8859-1', 'application/json; charset=utf-8'],
    ['/vendor', undefined, 'application/vnd.shop.v1+json'],
    ['/vendor', 'application/vnd.shop.v2+json', 'application/vnd.shop.v2+json'],
    ['/vendor', 'application/json', 'application/vnd.shop.v1+json'],
    ['/any', undefined, 'application/json'],
    ['/any', 'text/csv', 'text/csv'],
    ['/any', 'text/*', 'text/plain'],
    ['/any-text', undefined, 'text/plain'],
    ['/any-text', 'text/csv', 'text/csv'],
    ['/application', 'application/yaml', 'application/yaml'],
    ['/application', '*/*', 'application/json'],
  ])('GET %s with %s → %s', async (path, accept, type) => {
    const answer = await served.ask(`GET ${path}`, { headers: accept === undefined ? {} : { Accept: accept } })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, type])
  })

  test.each([
    ['/many', 'image/png'],
    ['/many', 'application/json;q=0'],
    ['/text', 'application/json'],
    ['/vendor', 'application/vnd.shop.v3+json'],
    ['/any-text', 'application/json'],
  ])('GET %s with %s → 406', async (path, accept) => {
    const answer = await served.ask(`GET ${path}`, { headers: { Accept: accept } })
    expect(answer).toMatchObject({ status: 406, json: { title: 'No answer of an accepted media type', available: expect.any(Array) } })
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'x-sandbox-verdict': 'request.accept.incompatible /header/Accept',
    })
  })

  test('the declared 406 says so', async () => {
    const answer = await served.ask('GET /declared-406', { headers: { Accept: 'text/csv' } })
    expect(answer).toMatchObject({
      status: 406,
      json: { message: 'The call accepts text/csv, and the document describes application/json.' },
    })
    expect(answer.headers['content-type']).toBe('application/json')
  })

  test('an error is sent whatever the caller accepts', async () => {
    const answer = await served.ask('GET /error', { headers: { Accept: 'text/html' } })
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/problem+json'])
  })
})
