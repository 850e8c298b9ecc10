import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { pactFilesOf } from '../../src/contract/read-pact.ts'
import { readStates } from '../../src/contract/states/read-states.ts'
import { verifyConsumer } from '../../src/contract/verify-consumer.ts'
import { builtInBundle, specsOf, systemClock } from '../../src/index.ts'
import { countsOf, isGood, type Report } from '../../src/report/report.ts'
import { documentWith, GOOD, type Loose } from './interactions.ts'
import { SAMPLES, STATES, sample, statesOf } from './samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'consumer-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function write(document: Loose): string {
  const file = join(folder, `pact-${++files}.json`)
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document))
  return file
}
const verify = (...documents: Loose[]) => verifyConsumer({ files: documents.map(write), systemClock })
const checksOf = ({ groups }: Report) => groups.flatMap(({ checks }) => checks)
const saidOf = (report: Report) => checksOf(report).map(({ name }) => name.replace(/^#\d+ /, ''))
/** A verdict without what differs from run to run. */
const verdictOf = (report: Report) => checksOf(report).map(({ ms: _ms, again: _again, ...check }) => check)

test('the sample pacts of all three versions agree with the marketplace, the same each time', async () => {
  const first = await verifyConsumer({ files: SAMPLES, systemClock })
  expect(checksOf(first).filter(({ state }) => state !== 'passed')).toEqual([])
  expect(new Set(first.groups.map(({ title }) => title.slice(-4)))).toEqual(new Set(['(V2)', '(V3)', '(V4)']))
  expect(verdictOf(await verifyConsumer({ files: SAMPLES, systemClock }))).toEqual(verdictOf(first))
})

describe('states', () => {
  const all = SAMPLES.flatMap((file) => sample(file).interactions.map((interaction: Loose) => ({ file, interaction })))
  const names = [...readStates([STATES], specsOf(builtInBundle())).keys()]

  test('for each there is a sample interaction that fails without it', async () => {
    const without = names.map((name) => {
      const found = all.find(({ interaction }) => statesOf(interaction).some((state) => state.name === name))
      expect(found, `no sample needs "${name}"`).toBeDefined()
      const { metadata } = sample(found?.file ?? '')
      const { providerState: _, ...interaction } = structuredClone(found?.interaction)
      const providerStates = statesOf(found?.interaction).filter((state) => state.name !== name)
      return { ...documentWith({ ...interaction, description: name, providerStates }), metadata }
    })
    const report = await verify(...without)
    expect(saidOf(report)).toEqual(names)
    expect(checksOf(report).filter(({ state }) => state !== 'failed')).toEqual([])
  })

  test.each([
    ['that nobody handles', [{ name: 'the buyer has order' }], 'Did you mean "the buyer has orders"?'],
    ['with a parameter that it does not have', [{ name: 'the buyer has orders', params: { number: 2 } }], 'no parameter "number"'],
    [
      'that begin in different worlds',
      [{ name: 'the buyer has orders' }, { name: 'a customer of the partner has orders' }],
      'different worlds',
    ],
    ['that lack what only an earlier one keeps', [{ name: 'the order was cancelled' }], 'needs {orderId}'],
    ['that the rules do not allow', [{ name: 'the buyer has orders', params: { product: 'crm-none' } }], 'There is no product "crm-none"'],
  ])('%s fail their interaction', async (_what, providerStates, said) => {
    const report = await verify(documentWith({ ...GOOD['orders']?.(), providerStates }))
    expect(checksOf(report)).toMatchObject([{ state: 'failed', findings: [{ level: 'error', got: expect.stringContaining(said) }] }])
  })

  test('of a file of the user are known beside the built-in ones', async () => {
    const more = join(folder, 'more.yaml')
    writeFileSync(more, 'states:\n  three orders:\n    about: Three.\n    start: empty\n    does: [{ buy: crm-pro-month, times: 3 }]\n')
    const interaction = { ...GOOD['orders']?.(), providerStates: [{ name: 'three orders' }] }
    interaction.response = { status: 200, body: { total_count: 3 } }
    expect(isGood(await verifyConsumer({ files: [write(documentWith(interaction))], states: [more], systemClock }))).toBe(true)
  })
})

describe('an answer that is another than the pact says', () => {
  test('is told with place, expected, got, and where the specs speak of it', async () => {
    const interaction = { ...GOOD['orders']?.(), providerStates: [{ name: 'the buyer has orders', params: { count: 2 } }] }
    interaction.response.body.total_count = 3
    delete interaction.response.matchingRules.body['$.total_count']
    expect(checksOf(await verify(documentWith(interaction)))).toMatchObject([
      {
        name: '#0 a request for the order list',
        title: 'bss.ListCustomerOrders → 200',
        state: 'failed',
        again: expect.stringMatching(/koosandbox contract verify consumer .*pact-\d+\.json --filter '#0'/),
        findings: [
          {
            code: 'reply.body.differs',
            pointer: '/body/total_count',
            expected: '3',
            got: '2',
            source: 'S-06',
            place: expect.stringMatching(/^specs\/bss\/operations\/ListCustomerOrders\.yaml:\d+$/),
          },
        ],
      },
    ])
  })

  test('of another status is one finding, with what the sandbox said of the request', async () => {
    const interaction = GOOD['query']?.()
    expect(checksOf(await verify(documentWith(interaction)))).toMatchObject([
      { state: 'failed', findings: [{ code: 'reply.status.differs', expected: '200', got: expect.stringContaining('MKT.0150') }] },
    ])
  })

  const authorize = (response: Loose, more: Loose = {}) => ({
    description: 'a login',
    request: {
      method: 'GET',
      path: '/api/v1/oauth2/authorize',
      query: {
        client_id: ['xinghai-crm'],
        redirect_uri: ['http://localhost:3000/callback'],
        response_type: ['code'],
        sandbox_user: ['liqing'],
      },
    },
    response,
    ...more,
  })
  const there = { headers: { Location: 'http://localhost:3000/callback?code=1' } }
  const anyCode = { header: { Location: { matchers: [{ match: 'regex', regex: '^http://localhost:3000/callback\\?code=\\w+$' }] } } }
  const redirect = { combine: 'AND', matchers: [{ match: 'statusCode', status: 'redirect' }] }
  test.each<readonly [string, Loose, readonly string[]]>([
    ['a redirect', authorize({ status: 302, ...there, matchingRules: anyCode }), []],
    ['a redirect by its class', { ...authorize({ status: 302, matchingRules: { status: redirect } }), type: 'Synchronous/HTTP' }, []],
    ['another redirect', authorize({ status: 302, ...there }), ['/header/Location']],
    ['another status than a redirect', authorize({ status: 200 }), ['/status']],
    ['a token that nobody issued, without any state', { ...GOOD['stranger']?.(), response: { status: 401 } }, []],
  ])('%s is judged by itself, wherever it leads', async (_what, interaction, pointers) => {
    const version = interaction.type === undefined ? '3.0.0' : '4.0'
    const report = await verify({ ...documentWith(interaction), metadata: { pactSpecification: { version } } })
    expect(checksOf(report).flatMap(({ findings }) => findings.map(({ pointer }) => pointer))).toEqual(pointers)
    expect(isGood(report)).toBe(pointers.length === 0)
  })

  test('of a pending interaction is told and does not count', async () => {
    const interaction = {
      ...sample(SAMPLES[0] as string).interactions[0],
      type: 'Synchronous/HTTP',
      pending: true,
      providerStates: [{ name: 'unheard of' }],
    }
    const good = { ...GOOD['stranger']?.(), type: 'Synchronous/HTTP', providerStates: [{ name: 'the credential is unknown' }] }
    delete good.response.body
    const report = await verify({ ...documentWith(interaction, good), metadata: { pactSpecification: { version: '4.0' } } })
    expect(checksOf(report)).toMatchObject([
      { state: 'warned', findings: [{ level: 'warning' }, { code: 'interaction.pending', level: 'warning' }] },
      { state: 'passed' },
    ])
  })
})

describe("a provider's own OpenAPI document", () => {
  const shop = (type: string) => {
    const item = { type: 'object', required: ['id'], properties: { id: { type } } }
    const responses = { 200: { description: 'One', content: { 'application/json': { schema: item, example: { id: 7 } } } } }
    const paths = {
      '/things/{id}': {
        get: { operationId: 'ShowThing', parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }], responses },
      },
    }
    return { openapi: '3.0.3', info: { title: 'Shop', version: '1' }, paths }
  }
  const thing = () => ({
    description: 'one thing',
    request: { method: 'GET', path: '/things/7' },
    response: { status: 200, body: { id: 1 }, matchingRules: { body: { '$.id': { matchers: [{ match: 'integer' }] } } } },
  })

  test('is spoken for in place of the built-in services', async () => {
    const report = await verifyConsumer({
      files: [write(documentWith(thing(), GOOD['orders']?.()))],
      spec: [write(shop('integer'))],
      systemClock,
    })
    expect(checksOf(report)).toMatchObject([
      { title: 'shop.ShowThing → 200', state: 'warned', findings: [{ code: 'pact.provider.unknown' }] },
      { state: 'failed', findings: [{ code: 'request.path.unknown' }] },
    ])
  })

  test('that cannot be used fails with its name', async () => {
    const spec = write('openapi: 2.0')
    await expect(verifyConsumer({ files: SAMPLES, spec: [spec], systemClock })).rejects.toThrow(
      `${spec}:1: OpenAPI 2 is not served. Write the document in OpenAPI 3.0, 3.1 or 3.2.`,
    )
  })
})

describe('what cannot be checked is never green', () => {
  test('a broken file beside a good one', async () => {
    const report = await verifyConsumer({ files: [SAMPLES[0] as string, write('{')], staticOnly: true, systemClock })
    expect(isGood(report)).toBe(false)
    expect(report.groups[1]?.checks).toMatchObject([{ name: 'file', state: 'failed', findings: [{ code: 'pact.file.unusable' }] }])
  })

  test('messages beside interactions are listed as left out', async () => {
    const document = { ...documentWith(GOOD['pay']?.()), messages: [{ description: 'an event' }] }
    const report = await verifyConsumer({ files: [write(document)], staticOnly: true, systemClock })
    expect(countsOf(report)).toEqual({ passed: 1, warned: 0, failed: 0, skipped: 1 })
  })

  test.each([
    ['no file', { files: [] }, 'No pact to verify'],
    ['a filter that matches nothing', { files: SAMPLES, filter: 'nothing of the kind' }, /^None of the \d+ interactions matches --filter/],
    ['a starting world that there is not', { files: SAMPLES, start: 'nowhere' }, 'no starting world "nowhere"'],
    ['states that there are not', { files: SAMPLES, states: [join(folder, 'none.yaml')] }, 'there is no such file'],
  ])('%s', async (_what, options, said) => {
    await expect(verifyConsumer({ ...options, systemClock })).rejects.toThrow(said)
  })

  test('a filter leaves the others out', async () => {
    const report = await verifyConsumer({ files: pactFilesOf(SAMPLES), filter: 'PAYMENT of an order', staticOnly: true, systemClock })
    expect(saidOf(report)).toEqual([
      'the payment of an order',
      'the payment of an order that was cancelled',
      'the payment of an order without money',
    ])
  })
})
