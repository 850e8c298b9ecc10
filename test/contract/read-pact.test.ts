import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pactFilesOf, pactOf, readPact } from '../../src/contract/read-pact.ts'
import { keysOf } from '../../src/contract/read-rules.ts'

const names = { consumer: { name: 'shop-app' }, provider: { name: 'hwc-bss' } }
const version = (text: string) => ({ metadata: { pactSpecification: { version: text } } })
const request = { method: 'get', path: '/v2/orders/customer-orders' }

describe('the three versions say the same', () => {
  const said = {
    description: 'the order list',
    request: {
      method: 'GET',
      path: '/v2/orders/customer-orders',
      query: 'limit=2&order_by=-createTime',
      headers: { 'X-Auth-Token': 'T' },
      rules: [{ part: 'query', keys: ['limit'], matchers: [{ match: 'regex', regex: '\\d+' }] }],
    },
    response: {
      status: 200,
      body: { json: true, value: { order_infos: [{ order_id: 'CS1' }] } },
      rules: [
        { part: 'body', keys: ['order_infos'], matchers: [{ match: 'type', min: 1 }] },
        { part: 'body', keys: ['order_infos', '*', 'order_id'], matchers: [{ match: 'type' }] },
      ],
    },
  }
  const body = { order_infos: [{ order_id: 'CS1' }] }
  const headers = { 'X-Auth-Token': 'T' }
  const query = { limit: ['2'], order_by: ['-createTime'] }
  const rules = {
    query: { limit: { matchers: [{ match: 'regex', regex: '\\d+' }] } },
    body: { '$.order_infos': { matchers: [{ match: 'type', min: 1 }] }, '$.order_infos[*].order_id': { matchers: [{ match: 'type' }] } },
  }

  test.each([
    [
      '2.0.0',
      {
        providerState: 'the buyer has orders',
        request: { ...request, query: 'limit=2&order_by=-createTime', headers, matchingRules: { '$.query.limit': { regex: '\\d+' } } },
        response: {
          status: 200,
          body,
          matchingRules: { '$.body.order_infos': { min: 1 }, '$.body.order_infos[*].order_id': { match: 'type' } },
        },
      },
      [{ name: 'the buyer has orders', params: {} }],
    ],
    [
      '3.0.0',
      {
        providerStates: [{ name: 'the buyer has orders', params: { count: 2 } }],
        request: { ...request, query, headers, matchingRules: { query: rules.query } },
        response: { status: 200, body, matchingRules: { body: rules.body } },
      },
      [{ name: 'the buyer has orders', params: { count: 2 } }],
    ],
    [
      '4.0',
      {
        type: 'Synchronous/HTTP',
        pending: true,
        providerStates: [{ name: 'the buyer has orders' }],
        request: { ...request, query, headers: { 'X-Auth-Token': ['T'] }, matchingRules: { query: { '$.limit': rules.query.limit } } },
        response: {
          status: 200,
          body: { content: body, contentType: 'application/json', encoded: false },
          matchingRules: { body: rules.body },
        },
      },
      [{ name: 'the buyer has orders', params: {} }],
    ],
  ])('version %s', (text, item, states) => {
    const pact = pactOf('p.json', { ...names, ...version(text), interactions: [{ description: 'the order list', ...item }] })
    expect(pact).toMatchObject({ consumer: 'shop-app', provider: 'hwc-bss', version: Number(text[0]), messages: [] })
    expect(pact.interactions).toMatchObject([{ ...said, index: 0, states, pending: text === '4.0' }])
  })
})

describe('a pact that says no version, or version 1, is read by its form', () => {
  const call = (more: object, asked: object = {}) => ({
    description: 'a call',
    request: { ...request, ...asked },
    response: { status: 200 },
    ...more,
  })
  test.each([
    ['2', call({ providerState: 'a state' }, { query: 'a=1' }), 2],
    ['3 by its states', call({ providerStates: [{ name: 'a state' }] }), 3],
    ['3 by its query', call({}, { query: { a: ['1'] } }), 3],
    ['4', call({ type: 'Synchronous/HTTP' }), 4],
  ])('version %s', (_what, item, version) => {
    expect(pactOf('p.json', { ...names, interactions: [item] })).toMatchObject({ version, versionGiven: false })
  })

  test('version 1', () => {
    const interactions = [{ ...call({}), provider_state: 'a state' }]
    const pact = pactOf('p.json', { ...names, ...version('1.1.0'), interactions })
    expect(pact).toMatchObject({ version: 2, versionGiven: false, interactions: [{ states: [{ name: 'a state' }] }] })
  })
})

test('texts, bytes and encoded JSON of version 4 are told apart', () => {
  const bodies = [
    { content: 'a=1', contentType: 'application/x-www-form-urlencoded', encoded: false },
    { content: 'AAEC', contentType: 'application/octet-stream', encoded: 'base64' },
    { content: '//4=', contentType: 'application/octet-stream', encoded: 'base64' },
    { content: 'YT0xJmI9Mg==', contentType: 'application/x-www-form-urlencoded', encoded: 'base64' },
    { content: 'eyJhIjoxfQ==', contentType: 'application/json', encoded: 'base64' },
    { content: '{"a":1}', contentType: 'application/json', encoded: 'JSON' },
    {},
  ]
  const interactions = bodies.map((body, i) => ({ description: `${i}`, request: { ...request, body }, response: {} }))
  expect(pactOf('p.json', { ...names, ...version('4.0'), interactions }).interactions.map((one) => one.request.body)).toEqual([
    { json: false, value: 'a=1' },
    { json: false, value: '\u0000\u0001\u0002' },
    { json: false, value: new Uint8Array([0xff, 0xfe]) },
    { json: false, value: 'a=1&b=2' },
    { json: true, value: { a: 1 } },
    { json: true, value: { a: 1 } },
    undefined,
  ])
})

test('a message is named and left out where HTTP stands beside it', () => {
  const message = { type: 'Asynchronous/Messages', description: 'an event', contents: {} }
  const call = { type: 'Synchronous/HTTP', description: 'a call', request, response: { status: 200 } }
  const pact = pactOf('p.json', { ...names, ...version('4.0'), interactions: [message, call] })
  expect(pact.messages).toEqual([{ index: 0, description: 'an event' }])
  expect(pact.interactions).toMatchObject([{ index: 1, description: 'a call' }])
})

describe('what is no pact is refused, naming the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pacts-'))
  const good = { ...names, ...version('3.0.0') }
  const call = { description: 'a call', request, response: { status: 200 } }
  test.each([
    ['nothing', '', 'the file is empty'],
    ['half of it', '{"consumer": {', 'this is not JSON'],
    ['a list', '[]', 'it is not a JSON object'],
    ['another document', '{"openapi": "3.1.0"}', 'metadata.pactSpecification.version is missing'],
    ['version 5', JSON.stringify({ ...good, ...version('5.0') }), '1 to 4 can be read'],
    ['no interaction', JSON.stringify({ ...good, interactions: [] }), 'it has no interaction to check'],
    ['messages alone', JSON.stringify({ ...good, messages: [{ description: 'an event' }] }), '1 message(s) and no HTTP interaction'],
    ['no consumer', JSON.stringify({ ...good, consumer: {}, interactions: [call] }), 'consumer.name'],
    [
      'no description',
      JSON.stringify({ ...good, interactions: [call, { ...call, description: '' }] }),
      'interactions[1] has no description',
    ],
    ['no request', JSON.stringify({ ...good, interactions: [{ ...call, request: undefined }] }), '("a call") has no request'],
    ['no path', JSON.stringify({ ...good, interactions: [{ ...call, request: { method: 'GET' } }] }), 'has no request.path'],
    ['a status in words', JSON.stringify({ ...good, interactions: [{ ...call, response: { status: 'ok' } }] }), 'response.status'],
  ])('%s', (what, text, said) => {
    const file = join(folder, `${what.replaceAll(' ', '-')}.json`)
    writeFileSync(file, text)
    expect(() => readPact(file)).toThrow(said)
    expect(() => readPact(file)).toThrow(file)
  })

  test('a file that is not there, and a folder without pacts', () => {
    expect(() => pactFilesOf([join(folder, 'nowhere.json')])).toThrow('there is no such file')
    expect(() => pactFilesOf([mkdtempSync(join(tmpdir(), 'none-'))])).toThrow('holds no pact')
    expect(pactFilesOf([folder]).length).toBeGreaterThan(10)
  })
})

test.each([
  ['$', []],
  ['$.a.b', ['a', 'b']],
  ['$.a[0].b[*]', ['a', 0, 'b', '*']],
  ["$['x.y']['z']", ['x.y', 'z']],
  ['$["x-y"].*', ['x-y', '*']],
])('%s leads to %j', (path, keys) => {
  expect(keysOf(path)).toEqual(keys)
})
