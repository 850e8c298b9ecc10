import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { document, type ServedDocument, serveDocument } from './serve-document.ts'

const ok = { 200: { description: 'ok', content: { 'text/plain': { example: 'in' } } } }
const error = { type: 'object', required: ['message'], properties: { message: { type: 'string' } } }
const declared = (status: string) => ({ ...ok, [status]: { description: 'no', content: { 'application/json': { schema: error } } } })
const get = (security: object[] | undefined, responses: object = ok, more: object = {}) => ({
  get: { ...(security ? { security } : {}), responses, ...more },
})

const SCHEMES = {
  header: { type: 'apiKey', in: 'header', name: 'X-Tenant' },
  query: { type: 'apiKey', in: 'query', name: 'api-key' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
  basic: { type: 'http', scheme: 'Basic' },
  bearer: { type: 'http', scheme: 'bearer' },
  digest: { type: 'http', scheme: 'digest' },
  hoba: { type: 'http', scheme: 'HOBA' },
  oauth: { type: 'oauth2', flows: {} },
  oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://id.example.com' },
  mutual: { type: 'mutualTLS' },
  odd: { type: 'telepathy' },
}

const LOCKED = document(
  {
    '/global': get(undefined),
    '/none': get([]),
    '/optional': get([{ header: [] }, {}]),
    '/query': get([{ query: [] }]),
    '/cookie': get([{ cookie: [] }]),
    '/basic': get([{ basic: [] }]),
    '/bearer': get([{ bearer: [] }]),
    '/digest': get([{ digest: [] }]),
    '/hoba': get([{ hoba: [] }]),
    '/oauth': get([{ oauth: ['read', 'write'] }]),
    '/oidc': get([{ oidc: [] }]),
    '/mutual': get([{ mutual: [] }]),
    '/odd': get([{ odd: [] }]),
    '/unknown': get([{ nobody: [] }]),
    '/and': get([{ header: [], bearer: [] }]),
    '/or': get([{ header: [] }, { basic: [] }]),
    '/mixed': get([{ mutual: [], query: [] }]),
    '/declared-401': get([{ bearer: [] }], declared('401')),
    '/declared-403': get([{ bearer: [] }], declared('403')),
    '/declared-both': get([{ bearer: [] }], { ...declared('401'), ...declared('403') }),
    '/ranged': get([{ bearer: [] }], declared('4XX')),
    '/example': get([{ bearer: [] }], {
      ...ok,
      401: { description: 'no', content: { 'application/json': { schema: error, example: { message: 'Log in' } } } },
    }),
    '/limits': get([{ header: [] }], ok, { parameters: [{ name: 'size', in: 'query', required: true, schema: { type: 'integer' } }] }),
  },
  { security: [{ header: [] }], components: { securitySchemes: SCHEMES } },
)

let locked: ServedDocument
beforeAll(async () => {
  locked = await serveDocument(LOCKED)
}, 120_000)
afterAll(() => locked.close())

const basic = (text: string) => ({ Authorization: `Basic ${Buffer.from(text).toString('base64')}` })
const auth = (Authorization: string) => ({ Authorization })

describe('credentials that let a call in', () => {
  test.each<[string, Record<string, string>]>([
    ['/global', { 'X-Tenant': 'anything' }],
    ['/none', {}],
    ['/optional', {}],
    ['/query?api-key=k', {}],
    ['/cookie', { Cookie: 'a=b; sid=1; c=d' }],
    ['/basic', basic('me:secret')],
    ['/basic', basic('me:')],
    ['/bearer', auth('Bearer abc')],
    ['/bearer', auth('bEARER abc')],
    ['/digest', auth('Digest username="a"')],
    ['/hoba', auth('hoba result="x"')],
    ['/oauth', auth('Bearer abc')],
    ['/oidc', auth('Bearer abc')],
    ['/mutual', {}],
    ['/odd', {}],
    ['/unknown', {}],
    ['/and', { 'X-Tenant': 'a', ...auth('Bearer b') }],
    ['/or', { 'X-Tenant': 'a' }],
    ['/or', basic('a:b')],
    ['/mixed?api-key=k', {}],
  ])('GET %s with %o', async (path, headers) => {
    expect(await locked.ask(`GET ${path}`, { headers })).toMatchObject({ status: 200, text: 'in' })
  })
})

describe('calls without credentials, or with malformed ones', () => {
  test.each<[string, Record<string, string>, string, string]>([
    ['/global', {}, 'request.auth.absent /header/X-Tenant', 'ApiKey realm="Shop", in="header", name="X-Tenant"'],
    ['/global', { 'X-Tenant': '' }, 'request.auth.absent /header/X-Tenant', 'ApiKey realm="Shop", in="header", name="X-Tenant"'],
    ['/query', {}, 'request.auth.absent /query/api-key', 'ApiKey realm="Shop", in="query", name="api-key"'],
    ['/query?api-key=', {}, 'request.auth.absent /query/api-key', 'ApiKey realm="Shop", in="query", name="api-key"'],
    ['/cookie', { Cookie: 'sid2=1' }, 'request.auth.absent /cookie/sid', 'ApiKey realm="Shop", in="cookie", name="sid"'],
    ['/basic', {}, 'request.auth.absent /header/Authorization', 'Basic realm="Shop"'],
    ['/basic', auth('Bearer x'), 'request.auth.absent /header/Authorization', 'Basic realm="Shop"'],
    ['/basic', auth('Basic'), 'request.auth.malformed /header/Authorization', 'Basic realm="Shop"'],
    ['/basic', auth('Basic %%%'), 'request.auth.malformed /header/Authorization', 'Basic realm="Shop"'],
    [
      '/basic',
      auth(`Basic ${Buffer.from('no colon').toString('base64')}`),
      'request.auth.malformed /header/Authorization',
      'Basic realm="Shop"',
    ],
    ['/bearer', auth('Bearer'), 'request.auth.malformed /header/Authorization', 'Bearer realm="Shop"'],
    ['/bearer', auth('Bearer   '), 'request.auth.malformed /header/Authorization', 'Bearer realm="Shop"'],
    ['/bearer', auth('abc'), 'request.auth.absent /header/Authorization', 'Bearer realm="Shop"'],
    ['/digest', basic('a:b'), 'request.auth.absent /header/Authorization', 'Digest realm="Shop", nonce="sandbox", algorithm=SHA-256'],
    ['/oauth', {}, 'request.auth.absent /header/Authorization', 'Bearer realm="Shop"'],
    ['/oidc', {}, 'request.auth.absent /header/Authorization', 'Bearer realm="Shop"'],
    [
      '/and',
      { 'X-Tenant': 'a' },
      'request.auth.absent /header/Authorization',
      'ApiKey realm="Shop", in="header", name="X-Tenant", Bearer realm="Shop"',
    ],
    [
      '/or',
      auth('Basic'),
      'request.auth.malformed /header/Authorization',
      'ApiKey realm="Shop", in="header", name="X-Tenant", Basic realm="Shop"',
    ],
    ['/mixed', {}, 'request.auth.absent /query/api-key', 'ApiKey realm="Shop", in="query", name="api-key"'],
    ['/limits', {}, 'request.auth.absent /header/X-Tenant', 'ApiKey realm="Shop", in="header", name="X-Tenant"'],
  ])('GET %s with %o', async (path, headers, verdict, challenge) => {
    const answer = await locked.ask(`GET ${path}`, { headers })
    expect(answer).toMatchObject({
      status: 401,
      json: { status: 401, violations: [{ rule: verdict.includes('malformed') ? 'malformed' : 'absent' }] },
    })
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'www-authenticate': challenge,
      'x-sandbox-verdict': verdict,
    })
  })

  test.each([
    ['/declared-401', 401, 'application/json'],
    ['/declared-403', 403, 'application/json'],
    ['/declared-both', 401, 'application/json'],
    ['/ranged', 401, 'application/json'],
  ])('GET %s → the declared %i', async (path, status, type) => {
    const answer = await locked.ask(`GET ${path}`)
    expect(answer).toMatchObject({ status, json: { message: 'Send Authorization: Bearer …. Any value is accepted.' } })
    expect(answer.headers['content-type']).toBe(type)
    expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Bearer realm="Shop"' : undefined)
  })

  test('the example of the declared 401 is sent as it is', async () => {
    expect((await locked.ask('GET /example')).json).toEqual({ message: 'Log in' })
  })
})

test('--auth lenient asks nobody', async () => {
  await using open = await serveDocument(LOCKED, { auth: 'lenient' })
  expect((await open.ask('GET /and')).status).toBe(200)
})

test('keys of the document are masked in the journal, wherever they were sent', async () => {
  const secret = 'hunter2-hunter2-hunter2'
  await locked.ask('GET /global', { headers: { 'X-Tenant': secret } })
  await locked.ask(`GET /query?api-key=${secret}`)
  await locked.ask('GET /cookie', { headers: { Cookie: `sid=${secret}` } })
  await locked.ask('GET /bearer', { headers: { Authorization: `Bearer ${secret}` } })
  const entries = locked.sandbox.journal.entries().slice(-4)
  expect(entries.map(({ operation }) => operation)).toEqual(['shop.get-global', 'shop.get-query', 'shop.get-cookie', 'shop.get-bearer'])
  expect(JSON.stringify(entries)).not.toContain(secret)
})
