import { expect, test } from 'vitest'
import { diffSpecs } from '../../../src/contract/diff/diff-specs.ts'
import { parseSource } from '../../../src/spec/document/source.ts'
import { withForeign } from '../../../src/spec/foreign/foreign-specs.ts'
import { builtInBundle } from '../../../src/spec/schema/cache.ts'

// Documents are loose JSON, and tests bend them.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Loose = any

const shop = (): Loose => ({
  openapi: '3.1.0',
  info: { title: 'shop', version: '1' },
  servers: [{ url: 'https://shop.example/v1' }],
  security: [{ key: [] }],
  paths: {
    '/things': {
      get: {
        operationId: 'ListThings',
        parameters: [{ name: 'ids', in: 'query', schema: { type: 'array', items: { type: 'string' } } }],
        requestBody: { content: { 'application/json': { schema: { type: 'object', additionalProperties: { type: 'string' } } } } },
        responses: { 200: { description: 'all' }, '4XX': { description: 'no' }, default: { description: 'other' } },
      },
    },
  },
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' }, other: { type: 'http', scheme: 'bearer' } } },
})

function changes(bend: (document: Loose) => void): string[] {
  const [old, now] = [shop(), shop()]
  bend(now)
  const bundle = (document: Loose) => {
    const { services } = withForeign(builtInBundle(), [parseSource('doc.yaml', JSON.stringify(document))])
    return {
      ...builtInBundle(),
      services: { shop: services['shop']! },
      families: {},
      deliveries: {},
      machines: {},
      settings: {},
      places: {},
    }
  }
  const groups = diffSpecs(bundle(old), bundle(now))
  return groups.flatMap(({ checks }) => checks.flatMap(({ findings }) => findings.map(({ code, level }) => `${level} ${code}`)))
}

const list = (document: Loose) => document.paths['/things'].get
const body = (document: Loose) => list(document).requestBody.content['application/json']
test.each<readonly [string, (document: Loose) => void, readonly string[]]>([
  ['nothing', () => {}, []],
  [
    'another way to show who calls',
    (d) => (d.security = [{ other: [] }]),
    ['error consumer.security.removed', 'info consumer.security.added'],
  ],
  ['one more way', (d) => d.security.push({ other: [] }), ['info consumer.security.added']],
  [
    'another name of the header',
    (d) => (d.components.securitySchemes.key.name = 'X-Api-Key'),
    ['error consumer.security.removed', 'info consumer.security.added'],
  ],
  ['a list in one text', (d) => (list(d).parameters[0].explode = false), ['error consumer.request.style-changed']],
  [
    'an address of its own',
    (d) => (list(d).servers = [{ url: 'https://other.example' }]),
    ['error consumer.server.removed', 'info consumer.server.added'],
  ],
  [
    'an address of its path',
    (d) => (d.paths['/things'].servers = [{ url: 'https://other.example' }]),
    ['error consumer.server.removed', 'info consumer.server.added'],
  ],
  ['signs that need no escape', (d) => (list(d).parameters[0].allowReserved = true), ['warning consumer.request.not-compared']],
  ['parts written otherwise', (d) => (body(d).encoding = { a: { contentType: 'text/plain' } }), ['warning consumer.request.not-compared']],
  ['calls that come back', (d) => (list(d).callbacks = { done: {} }), ['warning consumer.request.not-compared']],
  ['members of another type', (d) => (body(d).schema.additionalProperties = { type: 'integer' }), ['error consumer.request.type-changed']],
  ['a keyword that is not weighed', (d) => (body(d).schema.not = { required: ['a'] }), ['warning consumer.request.not-compared']],
  [
    'a condition',
    (d) => Object.assign(body(d).schema, { if: {}, else: {} }),
    ['warning consumer.request.not-compared', 'warning consumer.request.not-compared'],
  ],
  ['a range of refusals is gone', (d) => delete list(d).responses['4XX'], ['info consumer.reply.status-removed']],
  ['the default answer is gone', (d) => delete list(d).responses.default, ['info consumer.reply.status-removed']],
  [
    'another address',
    (d) => (d.servers[0].url = 'https://shop.example/v2'),
    ['error consumer.server.removed', 'info consumer.server.added'],
  ],
])('between two documents: %s', (_what, bend, expected) => {
  expect(changes(bend).sort()).toEqual([...expected].sort())
})

test('a changed transition is told', () => {
  const old = builtInBundle()
  const [name = '', rows = []] = Object.entries(old.machines)[0] ?? []
  const groups = diffSpecs(old, { ...old, machines: { ...old.machines, [name]: rows.slice(1) } })
  const found = groups.flatMap(({ checks }) => checks.flatMap(({ findings }) => findings))
  expect(found).toMatchObject([{ code: 'provider.transition.removed', level: 'warning', pointer: `/transitions/${name}` }])
})
