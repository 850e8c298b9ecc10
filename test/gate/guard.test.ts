import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { openSignProxy } from '../../src/proxy/sign-proxy.ts'
import { processorTime, yardstick } from '../helpers/processor-time.ts'
import { openRaw, rawHttp } from '../helpers/raw-http.ts'

const LIST = '/v2/orders/customer-orders'
const M = 1024 * 1024

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
}, 60_000)
afterAll(() => sandbox.close())

const worlds = () => sandbox.worlds.list().map(({ name }) => name)

describe('a request for a host name that is not the sandbox’s is refused, whatever it asks for', () => {
  test.each([
    ['evil.example', LIST, 403],
    ['evil.example:4100', '/_sandbox/login', 403],
    ['evil.example', '/_sandbox/docs', 403],
    ['evil.example', '/v3/auth/tokens', 403],
    ['10.1.2.3', LIST, 403],
    ['bss.myhuaweicloud.com.evil.example', LIST, 403],
    ['workspace.evil', LIST, 403],
    ['localhost.', LIST, 401],
    ['bss.myhuaweicloud.com', LIST, 401],
    ['workspace.cn-north-4.myhuaweicloud.com:443', LIST, 401],
    ['127.0.0.1:1', LIST, 401],
  ])('Host %s at %s: %i', async (host, target, status) => {
    expect((await rawHttp(sandbox.url, { target, host })).status).toBe(status)
  })

  test('the refusal stands in the journal, and a name given with ownHosts is accepted', async () => {
    await rawHttp(sandbox.url, { target: LIST, host: 'evil.example' })
    expect(sandbox.journal.entries().at(-1)!.findings).toMatchObject([{ code: 'request.host.unknown', got: 'evil.example' }])
    await using named = await startSandbox({ ownHosts: ['koosandbox'] })
    expect((await rawHttp(named.url, { target: LIST, host: 'koosandbox:4100' })).status).toBe(401)
  })
})

describe('a page of another site may link to the sandbox’s pages and use nothing else', () => {
  const link = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  test.each<[string, string, Record<string, string>, number]>([
    ['an image', '/_sandbox/clock', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, 403],
    ['a page of another port', '/_sandbox/credentials', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }, 403],
    ['a link to the API', '/_sandbox/clock', { 'sec-fetch-site': 'cross-site', ...link }, 403],
    ['a frame', '/_sandbox/login', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 403],
    ['a link to a page', '/_sandbox/login', { 'sec-fetch-site': 'cross-site', ...link }, 200],
    ['its own page', '/_sandbox/clock', { 'sec-fetch-site': 'same-origin' }, 200],
    ['the address bar', '/_sandbox/clock', { 'sec-fetch-site': 'none', ...link }, 200],
  ])('%s at %s', async (_who, target, headers, status) => {
    expect((await rawHttp(sandbox.url, { target, headers })).status).toBe(status)
  })

  test('no image on a page opens worlds', async () => {
    const target = '/api/v1/oauth2/authorize?client_id=xinghai-crm&response_type=code&sandbox_world=evil-1'
    const answer = await rawHttp(sandbox.url, { target })
    expect([answer.status, answer.json().code]).toEqual([404, 'world.unknown'])
    const header = { 'X-Sandbox-World': 'evil-2', 'X-Auth-Token': 'nobody’s' }
    expect((await fetch(sandbox.url + LIST, { headers: { ...header, 'X-Auth-Token': 'nobody' } })).status).toBe(404)
    expect(worlds()).toEqual(['default'])
  })
})

test('the limit of worlds says which it is and how to raise it', async () => {
  await using small = await startSandbox({ maxWorlds: 2, maxSnapshots: 1 })
  const post = async (path: string, body: object) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const answer = await fetch(`${small.url}/_sandbox${path}`, init)
    return [answer.status, ((await answer.json()) as { detail?: string }).detail]
  }
  expect(await post('/worlds', { name: 'one' })).toEqual([201, undefined])
  expect(await post('/worlds', { name: 'two' })).toEqual([409, expect.stringMatching(/^There are 2 worlds,.*world drop.*--max-worlds 4/)])
  expect(await post('/worlds/one/snapshots', { name: 'a' })).toEqual([200, undefined])
  expect(await post('/worlds/one/snapshots', { name: 'b' })).toEqual([
    409,
    expect.stringMatching(/^There are 1 snapshots,.*--max-snapshots 2/),
  ])
})

describe('what is refused from its head is not read, and the answer arrives all the same', () => {
  test.each<[string, Record<string, string>, string, number]>([
    ['of another site', { Origin: 'https://evil.example' }, '/_sandbox/worlds/x/file', 403],
    ['for another host', { Host: 'evil.example' }, '/v3/auth/tokens', 403],
    ['past the limit of its operation', {}, '/v3/auth/tokens', 413],
  ])('40 MB %s', async (_what, headers, target, status) => {
    const host = headers.Host ?? '127.0.0.1'
    const answer = await rawHttp(sandbox.url, { method: 'POST', target, headers, host, body: new Uint8Array(40 * M) })
    expect(answer).toMatchObject({ status, headers: { connection: 'close' } })
  })

  test('without the token', async () => {
    await using guarded = await startSandbox({ controlToken: 'open-sesame' })
    const request = { method: 'PUT', target: '/_sandbox/worlds/x/file', body: new Uint8Array(40 * M) }
    const before = process.memoryUsage().arrayBuffers
    expect((await rawHttp(guarded.url, request)).status).toBe(401)
    // The bytes of the request itself are in this process too.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 * M)
  })
})

test('requests sent together are answered in their order; a client that does not read its answers keeps no other waiting', async () => {
  const { hostname, port } = new URL(sandbox.url)
  const socket = connect({ host: hostname, port: Number(port) }).pause()
  await new Promise((resolve) => socket.once('connect', resolve))
  const one = `GET /_sandbox/specs/console HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`
  socket.write(one.repeat(1000))
  const used = await processorTime(async () => {
    for (let i = 0; i < 5; i++) expect((await fetch(`${sandbox.url}/_sandbox/ready`)).status).toBe(200)
  })
  expect(used / (await yardstick())).toBeLessThan(40)
  socket.destroy()

  const together = await openRaw(sandbox.url)
  together.write(
    ['/_sandbox/clock', '/nowhere', '/_sandbox/ready'].map((path) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`).join(''),
  )
  expect([(await together.answer()).status, (await together.answer()).status, (await together.answer()).status]).toEqual([200, 404, 200])
  together.end()
})

describe('a shared listener', () => {
  test('makes credentials that nobody can foresee, unless it is given a seed', async () => {
    await using one = await startSandbox({ host: '0.0.0.0' })
    await using two = await startSandbox({ host: '0.0.0.0' })
    await using seeded = await startSandbox({ host: '0.0.0.0', seed: 'koogallery' })
    const keys = [one, two, sandbox, seeded].map(({ credentials }) => credentials.buyer!.token)
    expect(new Set(keys).size).toBe(3)
    expect(keys[2]).toBe(keys[3])
    const known = sandbox.credentials.seller!
    for (const { credentials } of [one, two]) {
      expect(credentials.buyer!.password).not.toBe(sandbox.credentials.buyer!.password)
      expect(credentials.seller!.appcode).not.toBe(known.appcode)
      expect(Object.values(credentials.seller!.keys!).filter((key) => Object.values(known.keys!).includes(key))).toEqual([])
      expect(credentials.seller!.oauth![0]!.client_secret).not.toBe(known.oauth![0]!.client_secret)
    }
  })

  test('makes the same credentials again when it is given the seed that it printed', async () => {
    await using first = await startSandbox({ host: '0.0.0.0' })
    await using second = await startSandbox({ host: '0.0.0.0', seed: first.world.seed })
    expect(second.credentials).toEqual(first.credentials)
  })

  test('is called by any address of the machine, and by no unknown host name', async () => {
    await using shared = await startSandbox({ host: '0.0.0.0' })
    const url = shared.url.replace('0.0.0.0', '127.0.0.1')
    expect((await rawHttp(url, { target: LIST, host: '192.168.1.7:4100' })).status).toBe(401)
    expect((await rawHttp(url, { target: LIST, host: 'evil.example' })).status).toBe(403)
  })
})

test.each<[string, Record<string, string>, number]>([
  ['a page', { Origin: 'https://evil.example' }, 403],
  ['an image', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
  ['a strange name', { Host: 'evil.example' }, 403],
  ['a program', {}, 502],
])('the signing proxy called by %s', async (_who, headers, status) => {
  const proxy = await openSignProxy({ upstream: 'http://127.0.0.1:9/isv', key: 'k', now: () => 0, nonce: () => 'n' })
  try {
    const answer = await rawHttp(proxy.url, { method: 'POST', target: '/', headers, body: '{"activity":"newInstance"}' })
    expect(answer.status).toBe(status)
  } finally {
    await proxy.close()
  }
})
