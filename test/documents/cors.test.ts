import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { document, type ServedDocument, serveDocument } from './serve-document.ts'

const PETS = document(
  {
    '/pets': {
      get: {
        responses: {
          200: {
            description: 'ok',
            headers: { 'X-Total': { example: 1 }, Vary: { example: 'Accept' } },
            content: { 'text/plain': { example: 'pets' } },
          },
        },
      },
      post: { responses: { 201: { description: 'made' } } },
    },
  },
  { security: [{ key: [] }], components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } } },
)
const PAGE = { Origin: 'https://app.example.com' }

let served: ServedDocument
beforeAll(async () => {
  served = await serveDocument(PETS, { with: ['iam'] })
}, 120_000)
afterAll(() => served.close())

describe('pages of other origins', () => {
  test('may read an answer and its headers', async () => {
    const { headers } = await served.ask('GET /pets', { headers: { ...PAGE, 'X-Key': 'a' } })
    expect(headers).toMatchObject({
      'access-control-allow-origin': 'https://app.example.com',
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'X-Total',
      vary: 'Accept, Origin',
    })
  })

  test.each([
    ['a refusal', 'GET /pets', 401, {}],
    ['a method that is not documented', 'PUT /pets', 405, {}],
    ['an invalid wish', 'GET /pets', 400, { 'X-Key': 'a', Prefer: 'code=999' }],
  ])('may read %s', async (_what, line, status, headers) => {
    const answer = await served.ask(line, { headers: { ...PAGE, ...headers } as Record<string, string> })
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([status, 'https://app.example.com'])
    expect(answer.headers['access-control-expose-headers']).toContain('X-Sandbox-Verdict')
  })

  test('are told before a call what they may send', async () => {
    const asked = { 'Access-Control-Request-Method': 'PATCH', 'Access-Control-Request-Headers': 'x-key, content-type' }
    const answer = await served.ask('OPTIONS /pets', { headers: { ...PAGE, ...asked, 'Access-Control-Request-Private-Network': 'true' } })
    expect(answer).toMatchObject({ status: 204, text: '' })
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': 'https://app.example.com',
      'access-control-allow-methods': 'GET, POST, PATCH',
      'access-control-allow-headers': 'x-key, content-type',
      'access-control-allow-private-network': 'true',
    })
  })

  test('a client that is no page gets none of these headers', async () => {
    const { headers } = await served.ask('GET /pets', { headers: { 'X-Key': 'a' } })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test.each([
    ['the control API', 'GET /_sandbox/worlds', 403],
    ['a preflight of the control API', 'OPTIONS /_sandbox/worlds', 403],
    ['an operation of the vendor', 'GET /v3/projects', 401],
  ])('never reach %s', async (_what, line, status) => {
    const answer = await served.ask(line, { headers: { ...PAGE, 'Access-Control-Request-Method': 'GET' } })
    expect(answer.status).toBe(status)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

test.each([
  [true, 'GET /v3/projects', 'https://app.example.com'],
  [true, 'GET /pets', 'https://app.example.com'],
  [false, 'GET /pets', undefined],
])('cors: %s, %s', async (cors, line, allowed) => {
  await using chosen = await serveDocument(PETS, { with: ['iam'], cors })
  expect((await chosen.ask(line, { headers: PAGE })).headers['access-control-allow-origin']).toBe(allowed)
  expect((await chosen.ask('GET /_sandbox/worlds', { headers: PAGE })).headers['access-control-allow-origin']).toBeUndefined()
})
