import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyConsumer } from '../../src/contract/verify-consumer.ts'
import { systemClock } from '../../src/index.ts'
import type { Check } from '../../src/report/report.ts'
import type { Loose } from './interactions.ts'

const folder = mkdtempSync(join(tmpdir(), 'foreign-'))
afterAll(() => rmSync(folder, { recursive: true }))

const json = (schema: Loose, example?: Loose) => ({ 'application/json': { schema, ...(example ? { example } : {}) } })
const thing = {
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'integer', readOnly: true }, name: { type: 'string' } },
}
const fault = { type: 'object', required: ['message'], properties: { message: { type: 'string' } }, additionalProperties: false }
const query = (name: string, schema: Loose, more: Loose = {}) => ({ name, in: 'query', schema, ...more })

const SHOP = {
  openapi: '3.0.3',
  info: { title: 'Shop', version: '1' },
  servers: [{ url: 'https://api.shop.example/v1' }],
  security: [{ key: [], session: [] }, { bearer: [] }],
  paths: {
    '/things': {
      get: {
        parameters: [
          query('ids', { type: 'array', items: { type: 'integer' } }, { explode: false }),
          query('filter', { type: 'object', properties: { state: { type: 'string' } } }, { style: 'deepObject', required: true }),
        ],
        responses: {
          200: {
            description: 'all',
            content: { 'application/vnd.shop.v1+json': { schema: { type: 'array', items: thing }, example: [{ id: 1, name: 'a' }] } },
          },
          '4XX': { description: 'no', content: json(fault) },
        },
      },
      post: {
        requestBody: { required: true, content: json(thing) },
        responses: {
          201: { description: 'made', content: json(thing, { id: 1, name: 'a' }) },
          default: { description: 'no', content: json(fault) },
        },
      },
    },
    '/files/{id}.json': {
      get: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: {
          200: {
            description: 'one',
            content: { 'application/*': { schema: { type: 'object', properties: { a: { type: 'integer' } } }, example: { a: 1 } } },
          },
        },
      },
    },
    '/tags': {
      post: {
        security: [{ inQuery: [] }],
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: { type: 'object', properties: { tag: { type: 'array', items: { type: 'integer' } } } },
            },
          },
        },
        responses: { 204: { description: 'done' } },
      },
    },
    '/notes': {
      post: {
        requestBody: { content: { 'text/plain': { schema: { type: 'string' } } } },
        responses: { 200: { description: 'done', content: { 'text/plain': { schema: { type: 'string' }, example: 'taken' } } } },
      },
    },
    '/users/{id}': {
      get: {
        responses: { 200: { description: 'one', content: json({ type: 'object', properties: { id: { type: 'string' } } }, { id: '7' }) } },
      },
    },
    '/users/id': {
      get: {
        security: [],
        parameters: [{ name: 'tenant', in: 'cookie', required: true, schema: { type: 'string' } }],
        responses: {
          200: { description: 'the caller', content: json({ type: 'object', properties: { me: { type: 'boolean' } } }, { me: true }) },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      inQuery: { type: 'apiKey', in: 'query', name: 'key' },
      session: { type: 'apiKey', in: 'cookie', name: 'sid' },
      bearer: { type: 'http', scheme: 'bearer' },
    },
  },
}

const headers = { Authorization: 'Bearer t' }
const list = (request: Loose = {}, response: Loose = { status: 200 }) => ({
  request: { method: 'GET', path: '/v1/things', query: 'filter[state]=on', headers, ...request },
  response,
})
const add = (response: Loose, more: Loose = {}) => ({
  request: { method: 'POST', path: '/things', body: { name: 'a' }, headers: { ...headers, 'Content-Type': 'application/json', ...more } },
  response,
})
const user = (path: string, more: Loose = headers, body: Loose = {}) => ({
  request: { method: 'GET', path, headers: more },
  response: { status: 200, body },
})
const file = (id: string) => ({
  request: { method: 'GET', path: `/files/${id}.json`, headers },
  response: { status: 200, headers: { 'Content-Type': 'application/json' }, body: { a: 1 } },
})
const tags = (body: string, query = 'key=k') => ({
  request: { method: 'POST', path: '/tags', query, body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
  response: { status: 204 },
})
const text = { 'Content-Type': 'text/plain' }
const v1 = { 'Content-Type': 'application/vnd.shop.v1+json' }

/** What, the interaction, and its errors; none where it is right. */
const ROWS: readonly (readonly [what: string, interaction: Loose, ...errors: string[]])[] = [
  ['a list in one text, below the path of the address', list({ query: 'ids=1,2&filter[state]=on' })],
  [
    'a media type with a version',
    list({ headers: { ...headers, Accept: v1['Content-Type'] } }, { status: 200, headers: v1, body: [{ id: 1 }] }),
  ],
  ['no member that only the provider sets', add({ status: 201, body: { id: 1 } })],
  ['one user', user('/users/7', headers, { id: '7' })],
  ['the caller, beside it', user('/users/id', { Cookie: 'tenant=a' }, { me: true })],
  ['a range of statuses', list({}, { status: 404, body: { message: 'none' } })],
  ['the default answer', add({ status: 500, body: { message: 'broken' } })],
  ['both schemes of one way', list({ headers: { 'X-Key': 'k', Cookie: 'a=1; sid=2' } })],
  ['a part of a segment that varies, any kind of JSON', file('7')],
  ['such a part of another type', file('x'), 'request.path.malformed /path/id'],
  ['a list in a form, and a key in the query', tags('tag=1&tag=2')],
  ['a list in a form with a wrong entry', tags('tag=1&tag=b'), 'request.body.malformed /body/tag/1'],
  ['no key in the query', tags('tag=1', ''), 'request.authorization.missing /query/key'],
  [
    'what is not JSON',
    {
      request: { method: 'POST', path: '/notes', headers: { ...headers, ...text }, body: 'ab' },
      response: { status: 200, headers: text, body: 'taken' },
    },
  ],
  ['no credential', list({ headers: {} }), 'request.authorization.missing /header/Authorization'],
  ['one of two schemes', list({ headers: { 'X-Key': 'k' } }), 'request.authorization.missing /cookie/sid'],
  [
    'a content type that is not taken',
    add({ status: 201 }, { 'Content-Type': 'text/xml' }),
    'request.content-type.incompatible /header/content-type',
  ],
  [
    'a content type that is not sent',
    list({}, { status: 200, headers: { 'Content-Type': 'application/json' } }),
    'reply.header.differs /header/Content-Type',
  ],
  ['an Accept that nothing meets', list({ headers: { ...headers, Accept: 'text/html' } }), 'request.accept.incompatible /header/accept'],
  ['a missing cookie', user('/users/id', {}), 'request.cookie.missing /cookie/tenant'],
  ['a status that is not documented', user('/users/7', headers, {}), 'reply.status.unknown /status'],
  ['an unknown member of a ranged answer', list({}, { status: 404, body: { error_code: 'X' } }), 'reply.body.unknown /body/error_code'],
  ['a wish of the sandbox', user('/users/7', { ...headers, Prefer: 'code=200' }), 'request.header.sandbox /header/Prefer'],
]

let checks: readonly Check[]
beforeAll(async () => {
  const [spec, pact] = [join(folder, 'shop.json'), join(folder, 'pact.json')]
  writeFileSync(spec, JSON.stringify(SHOP))
  const interactions = ROWS.map(([description, one]) => ({ ...structuredClone(one), description }))
  Object.assign(interactions.find(({ description }) => description === 'a status that is not documented')!.response, { status: 404 })
  // No metadata: tools of old wrote none.
  writeFileSync(pact, JSON.stringify({ consumer: { name: 'app' }, provider: { name: 'shop' }, interactions }))
  checks = (await verifyConsumer({ files: [pact], spec: [spec], systemClock })).groups.flatMap((group) => group.checks)
}, 60_000)

test.each(ROWS)("a stranger's document: %s", (what, _interaction, ...errors) => {
  const check = checks.find(({ name }) => name.endsWith(` ${what}`))
  const said = check?.findings.filter(({ level }) => level === 'error').map(({ code, pointer }) => `${code} ${pointer}`)
  expect([check?.state === 'failed', said]).toEqual([errors.length > 0, errors])
})

test('a state that nobody handles is told where nothing is run, and the provider that no service is', async () => {
  const [spec, pact] = [join(folder, 'shop.json'), join(folder, 'other.json')]
  const interaction = { ...list(), description: 'the list', providerState: 'there are things' }
  writeFileSync(pact, JSON.stringify({ consumer: { name: 'app' }, provider: { name: 'bakery' }, interactions: [interaction] }))
  const { groups } = await verifyConsumer({ files: [pact], spec: [spec], staticOnly: true, systemClock })
  expect(groups[0]?.checks).toMatchObject([
    {
      state: 'warned',
      findings: [
        { code: 'state.unhandled', level: 'warning' },
        { code: 'pact.provider.unknown', level: 'warning', got: 'bakery' },
      ],
    },
  ])
})
