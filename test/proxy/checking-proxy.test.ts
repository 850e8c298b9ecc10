import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { builtInBundle, specsOf, startSandbox, systemClock } from '../../src/index.ts'
import { type CheckedThrough, openCheckingProxy } from '../../src/proxy/checking-proxy.ts'
import { encode, happyRequest } from '../helpers/happy-request.ts'
import { rawHttp } from '../helpers/raw-http.ts'
import { jsonAnswer, openUpstream } from './upstream.ts'

const specs = specsOf(builtInBundle())
const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function through(upstream: string, timeout = 5_000) {
  const heard: CheckedThrough[] = []
  const broken: unknown[] = []
  const proxy = await openCheckingProxy({
    upstream,
    specs,
    timeout,
    systemClock,
    onExchange: (one) => heard.push(one),
    onError: (error) => broken.push(error),
  })
  open.push(proxy)
  return { proxy, heard, broken }
}

async function between(answer: Parameters<typeof openUpstream>[0]) {
  const upstream = await openUpstream(answer)
  open.push(upstream)
  return { upstream, ...(await through(upstream.url)) }
}

const LIST = '/v2/orders/customer-orders'
const GOOD = { total_count: 0, order_infos: [] }

describe('bytes pass as they came', () => {
  /** Sends a text over a connection of its own and gives back every byte until it closes. */
  const exchange = (url: string, text: string) =>
    new Promise<string>((resolve, reject) => {
      const parts: Buffer[] = []
      const socket = connect(Number(new URL(url).port), '127.0.0.1')
      socket.on('data', (part) => parts.push(part))
      socket.once('error', reject)
      socket.once('close', () => resolve(Buffer.concat(parts).toString('latin1')))
      socket.write(text, 'latin1')
    })
  const ASKED = `POST /v2/a%20b//c?x=1&&y=%C3%A0+b HTTP/1.1\r\nhOST: bss.myhuaweicloud.com\r\nX-ODD-case: a  b\r\nX-Twice: 1\r\nx-twice: 2\r\nAccept-Encoding: gzip\r\nConnection: close\r\nContent-Length: 8\r\n\r\n{"a":\xff1}`
  const answers: Record<string, string> = {
    plain:
      'HTTP/1.1 299 Odd Word\r\nX-ODD-case: y\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\nContent-Length: 3\r\nConnection: close\r\n\r\n\xff\x00a',
    'without a body': 'HTTP/1.1 204 Nothing\r\nServer: old\r\nConnection: close\r\n\r\n',
    'in chunks': 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n0\r\n\r\n',
    packed: `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${gzipSync('{}').length}\r\nConnection: close\r\n\r\n${gzipSync('{}').toString('latin1')}`,
  }
  test.each(Object.entries(answers))('%s', async (_what, answer) => {
    const { upstream, proxy, broken } = await between(() => Buffer.from(answer, 'latin1'))
    expect(await exchange(proxy.url, ASKED)).toBe(answer)
    expect(upstream.asked).toEqual([ASKED])
    expect(broken).toEqual([])
  })

  test('only a Host that names the proxy becomes that of the service, and a path of the service comes first', async () => {
    const { upstream } = await between(() => jsonAnswer(200, GOOD))
    const { proxy } = await through(`${upstream.url}/base/`)
    await exchange(proxy.url, `GET ${LIST} HTTP/1.1\r\nHost: ${new URL(proxy.url).host}\r\nConnection: close\r\n\r\n`)
    expect(upstream.asked).toEqual([`GET /base${LIST} HTTP/1.1\r\nHost: ${new URL(upstream.url).host}\r\nConnection: close\r\n\r\n`])
  })

  test.each([
    ['of the proxy', undefined, ['request.host.signed']],
    ['of the service', 'bss.myhuaweicloud.com', []],
  ])('a signature that covers the Host %s', async (_what, host, codes) => {
    const { proxy, heard } = await between(() => jsonAnswer(200, GOOD))
    const headers = { Authorization: 'SDK-HMAC-SHA256 Access=A, SignedHeaders=host;x-sdk-date, Signature=0' }
    await rawHttp(proxy.url, { target: LIST, headers, host: host ?? new URL(proxy.url).host })
    expect(heard[0]!.findings.map(({ code }) => code)).toEqual(codes)
  })

  test('a client that takes it for a forward proxy gets through', async () => {
    const { upstream, proxy } = await between(() => jsonAnswer(200, GOOD))
    await exchange(
      proxy.url,
      `GET http://bss.myhuaweicloud.com${LIST} HTTP/1.1\r\nHost: bss.myhuaweicloud.com\r\nConnection: close\r\n\r\n`,
    )
    expect(upstream.asked[0]).toMatch(new RegExp(`^GET ${LIST} HTTP/1.1\r\nHost: bss.myhuaweicloud.com\r\n`))
  })
})

test('a sandbox behind it is as specified, whatever is called', async () => {
  const sandbox = await startSandbox()
  open.push(sandbox)
  const { proxy, heard, broken } = await through(sandbox.url)
  const vendors = sandbox.specs.operations.filter(({ ours }) => !ours)
  for (const operation of vendors) {
    const { method, target, headers, body } = encode(sandbox, happyRequest(sandbox, operation))
    await rawHttp(proxy.url, { method, target, headers, ...(body === '' ? {} : { body }) })
    sandbox.reset()
  }
  expect(broken).toEqual([])
  expect(heard.map(({ operation }) => operation?.ref)).toEqual(vendors.map(({ ref }) => ref))
  const strays = heard.flatMap(({ operation, findings }) =>
    findings
      .filter(({ level, code }) => level !== 'info' || code.startsWith('reply.'))
      .map(({ code, pointer }) => `${operation?.ref} ${code} ${pointer}`),
  )
  expect(strays).toEqual([])
})

test('HEAD and what has no body pass', async () => {
  const { proxy, heard } = await between(() => 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n')
  expect(await rawHttp(proxy.url, { method: 'HEAD', target: '/v9/nowhere' })).toMatchObject({
    status: 200,
    headers: { 'content-length': '5' },
  })
  expect(heard).toMatchObject([{ method: 'HEAD', status: 200 }])
})

describe('a service whose answers do not match the specs', () => {
  const ORDER = { order_id: 'CS1' }
  test.each<[string, string, string, readonly (readonly [string, string, string])[]]>([
    ['as specified', LIST, jsonAnswer(200, GOOD), []],
    ['another type', LIST, jsonAnswer(200, { ...GOOD, total_count: '0' }), [['error', 'reply.body.differs', '/body/total_count']]],
    [
      'a type deep inside',
      LIST,
      jsonAnswer(200, { total_count: 1, order_infos: [{ ...ORDER, status: '6' }] }),
      [['error', 'reply.body.differs', '/body/order_infos/0/status']],
    ],
    ['a member nobody knows', LIST, jsonAnswer(200, { ...GOOD, more: 1 }), [['info', 'reply.body.undocumented', '/body/more']]],
    [
      'a member of many items, once',
      LIST,
      jsonAnswer(200, {
        total_count: 2,
        order_infos: [
          { ...ORDER, more: 1 },
          { ...ORDER, more: 2 },
        ],
      }),
      [['info', 'reply.body.undocumented', '/body/order_infos/*/more']],
    ],
    ['another status', LIST, jsonAnswer(201, GOOD), [['error', 'reply.status.unknown', '/status']]],
    ['a documented error', LIST, jsonAnswer(400, { error_code: 'CBC.0101', error_msg: 'no' }), []],
    [
      'a code nobody documents',
      LIST,
      jsonAnswer(400, { error_code: 'CBC.9999', error_msg: 'no' }),
      [['error', 'reply.error.undocumented', '/body/error_code']],
    ],
    [
      'a code with another status',
      LIST,
      jsonAnswer(500, { error_code: 'CBC.0101', error_msg: 'no' }),
      [['error', 'reply.error.undocumented', '/body/error_code']],
    ],
    [
      'a refusal of the gateway',
      LIST,
      jsonAnswer(401, { error_code: 'APIGW.0301', error_msg: 'no', request_id: '0123456789abcdef0123456789abcdef' }),
      [],
    ],
    ['JSON that breaks off', LIST, jsonAnswer(200, '{"total_count":'), [['error', 'reply.body.unreadable', '/body']]],
    ['a packing that is none', LIST, jsonAnswer(200, GOOD, { 'Content-Encoding': 'gzip' }), [['error', 'reply.body.unreadable', '/body']]],
    [
      'a request that the specs refuse and the service takes',
      `${LIST}?limit=many`,
      jsonAnswer(200, GOOD),
      [
        ['error', 'request.query.malformed', '/query/limit'],
        ['warning', 'request.service.accepts', '/query/limit'],
      ],
    ],
    [
      'a request that both refuse',
      `${LIST}?limit=many`,
      jsonAnswer(400, { error_code: 'CBC.0101', error_msg: 'no' }),
      [['error', 'request.query.malformed', '/query/limit']],
    ],
    ['a path nobody knows', '/v9/nowhere', jsonAnswer(200, {}), [['warning', 'request.path.unknown', '/path']]],
  ])('%s', async (_what, target, answer, told) => {
    const { proxy, heard } = await between(() => answer)
    await rawHttp(proxy.url, { target })
    expect(heard).toHaveLength(1)
    expect(heard[0]!.findings.map(({ level, code, pointer }) => [level, code, pointer])).toEqual(told)
    for (const { place } of heard[0]!.findings.filter(({ code }) => code.startsWith('reply.')))
      expect(place).toMatch(/^specs\/bss\/.+:\d+$/)
  })
})

test('no finding quotes a secret', async () => {
  const secret = 'MIIQsecrettoken0123456789abcdef'
  const { proxy, heard } = await between(() => jsonAnswer(200, { ...GOOD, total_count: secret }))
  await rawHttp(proxy.url, { target: `${LIST}?limit=${secret}`, headers: { 'X-Auth-Token': secret } })
  expect(heard[0]!.findings.length).toBeGreaterThan(1)
  expect(JSON.stringify(heard)).not.toContain('secrettoken')
})

describe('a service that gives nothing usable', () => {
  test.each<[string, (asked: string) => string | undefined, string]>([
    ['is slow', () => undefined, 'no answer within 0.2 s'],
    ['hangs up', () => '', 'ECONNRESET|socket hang up'],
    ['breaks off', () => 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf', 'aborted|broke off|ECONNRESET'],
    ['speaks something else', () => 'SSH-2.0-OpenSSH_9.0\r\n\r\n', 'HPE_'],
  ])('one that %s is told with 502', async (_what, answer, reason) => {
    const upstream = await openUpstream(answer)
    open.push(upstream)
    const { proxy, heard } = await through(upstream.url, 200)
    const { status, headers, body } = await rawHttp(proxy.url, { target: LIST })
    expect({ status, type: headers['content-type'] }).toEqual({ status: 502, type: 'application/problem+json' })
    expect(JSON.parse(body).detail).toMatch(new RegExp(`^No usable answer came from ${upstream.url}: .*(${reason})`))
    expect(heard).toMatchObject([{ status: 502, failed: expect.any(String), findings: [] }])
  })

  test('a client that goes away half-way gives no finding', async () => {
    const { proxy, heard, broken } = await between(() => jsonAnswer(200, GOOD))
    const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1')
    const sent = new Promise((resolve) =>
      socket.write(`POST ${LIST} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\nhalf`, resolve),
    )
    await sent
    socket.destroy()
    expect((await rawHttp(proxy.url, { target: LIST })).status).toBe(200)
    await proxy.close()
    expect({ broken, heard: heard.length }).toEqual({ broken: [], heard: 1 })
  })

  test('one that is not there is told with 502, and the next request gets through', async () => {
    const gone = await openUpstream(() => undefined)
    await gone.close()
    const { proxy } = await through(gone.url)
    expect(JSON.parse((await rawHttp(proxy.url, { target: LIST })).body).detail).toContain('ECONNREFUSED')
    expect((await rawHttp(proxy.url, { target: LIST })).status).toBe(502)
  })
})
