import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openProviderServer } from '../../src/contract/live/provider-server.ts'
import { openStateServer } from '../../src/contract/seller/state-server.ts'
import { builtInBundle, type Sandbox, specsOf, startSandbox, systemClock } from '../../src/index.ts'
import { openCheckingProxy } from '../../src/proxy/checking-proxy.ts'
import { openSignProxy } from '../../src/proxy/sign-proxy.ts'
import { createHostile, type Good, type Hostile, sendHostile, smuggled, statusesOf } from '../helpers/hostile.ts'
import { openRaw, rawHttp, rawRequest } from '../helpers/raw-http.ts'
import { createSeeded } from '../helpers/seeded.ts'
import { jsonAnswer, openUpstream } from '../proxy/upstream.ts'

/**
 * `HOSTILE_SEED=5 HOSTILE=10000 npx vitest run test/http/hostile.test.ts` plays a run again, at length. `HOSTILE_ONLY=4914 … -t HTTPS` sends
 * the one connection of that number, and prints what was sent and what came back.
 */
const SEED = Number(process.env.HOSTILE_SEED ?? 20260101)
const ONLY = process.env.HOSTILE_ONLY === undefined ? undefined : Number(process.env.HOSTILE_ONLY)
const COUNT = ONLY === undefined ? Number(process.env.HOSTILE ?? 150) : 1
/** Connections at the same time. */
const WIDTH = 10
const PATIENCE = 30_000

const broken: unknown[] = []
const closing: { close(): Promise<unknown> }[] = []
const urls: Record<string, string> = {}
let sandbox: Sandbox
let upstream: Awaited<ReturnType<typeof openUpstream>>

beforeAll(async () => {
  const common = { onError: (error: unknown) => broken.push(error), requestTimeout: 5_000, journalSize: 5_000 }
  sandbox = await startSandbox(common)
  const secure = await startSandbox({ ...common, tls: true })
  // Says whose request it answers.
  upstream = await openUpstream((asked) => jsonAnswer(200, { resultCode: '000000', saw: /(probe|smuggled)-\w+/.exec(asked)?.[0] }))
  const specs = specsOf(builtInBundle())
  const calling = { upstream: upstream.url, now: systemClock.now, nonce: () => 'n' }
  const signing = await openSignProxy({ ...calling, key: 'k' })
  const checking = await openCheckingProxy({ upstream: upstream.url, specs, timeout: 5000, systemClock })
  const seller = await openStateServer({ ...calling, specs, keys: { basic: 'k' }, run: 'run', wait: systemClock.wait })
  const none = { states: new Map(), calls: new Map(), refused: new Set<number>(), dates: new Map() }
  const provider = await openProviderServer({ ...none, sandbox, start: 'default', now: systemClock.now })
  closing.push(signing, checking, seller, provider, upstream, secure, sandbox)
  const own = {
    signing: signing.url,
    checking: checking.url,
    'contract verify seller': seller.url,
    'contract verify consumer': provider.url,
  }
  const plain = secure.url.replace('https:', 'http:')
  Object.assign(urls, own, { sandbox: sandbox.url, 'control API': sandbox.url, HTTPS: secure.url, 'HTTPS, met by plain HTTP': plain })
}, 60_000)
afterAll(async () => {
  for (const one of closing) await one.close()
})

const JSON_BODY = { 'Content-Type': 'application/json' }
const SELLER: Good = {
  method: 'POST',
  target: () => '/',
  headers: (probe) => ({ ...JSON_BODY, 'X-Probe': probe }),
  body: (probe) => JSON.stringify({ activity: 'newInstance', instanceId: probe }),
}
const VENDOR: Good = {
  method: 'POST',
  target: (probe) => `/v3/orders/customer-orders/pay?x=${probe}`,
  headers: (probe) => ({ ...JSON_BODY, 'X-Auth-Token': probe }),
  body: (probe) => JSON.stringify({ order_id: probe }),
}
/** Its refusal names what it was asked for. */
const CONTROL: Good = {
  method: 'POST',
  target: (probe) => `/_sandbox/worlds/${probe}/reset`,
  headers: () => ({ ...JSON_BODY, 'X-Sandbox-World': 'default' }),
  body: () => '{}',
}

const tell = ({ what, pieces, reset }: Hostile, came: Buffer) =>
  process.stdout.write(
    `${what}${reset ? ', then a reset' : ''}\n${pieces.map((piece) => `> ${JSON.stringify(piece.toString('latin1'))}\n`).join('')}< ${JSON.stringify(came.toString('latin1'))}\n`,
  )

/** Where answers say whose request they answer. */
const SAW = /"saw":"([^"]+)"|no world \\"([^"\\]+)/g

describe.each<[string, Good, number]>([
  ['sandbox', VENDOR, 401],
  ['control API', CONTROL, 404],
  ['HTTPS', CONTROL, 404],
  ['HTTPS, met by plain HTTP', VENDOR, 400],
  ['signing', SELLER, 200],
  ['checking', SELLER, 200],
  ['contract verify seller', SELLER, 200],
  ['contract verify consumer', CONTROL, 404],
])('the listener %s', (name, good, usual) => {
  test(`meets ${COUNT} hostile connections from seed ${SEED}: no crash, no hang, no 500, no answer of another's`, {
    timeout: 60_000 + COUNT * 100,
  }, async () => {
    const next = createHostile(good, createSeeded(SEED + name.length))
    const wrong: string[] = []
    let answered = 0
    const one = async (n: number) => {
      const hostile = next(n)
      try {
        const bytes = await sendHostile(urls[name] as string, hostile, PATIENCE)
        if (ONLY !== undefined) tell(hostile, bytes)
        const statuses = statusesOf(bytes)
        const text = bytes.toString('latin1')
        answered += statuses.length
        if (statuses.includes(500)) wrong.push(`#${n} ${hostile.what}: 500 ${text.slice(0, 400)}`)
        const saw = [...text.matchAll(SAW)].map(([, seller, world]) => (seller ?? world) as string)
        // What was bent may have lost its mark, or bent it into another one; never have got an answer to what it did not send.
        const sent = Buffer.concat(hostile.pieces).toString('latin1')
        const foreign = saw.filter(
          (probe) => probe !== `probe-${n}` && /^probe-\d+$/.test(probe) && !new RegExp(`${probe}(?!\\d)`).test(sent),
        )
        if (foreign.length > 0) wrong.push(`#${n} ${hostile.what}: the answer to ${foreign}`)
        if (saw.includes(smuggled(n))) wrong.push(`#${n} ${hostile.what}: smuggled`)
      } catch (error) {
        wrong.push(`#${n} ${(error as Error).message}`)
      }
    }
    for (let n = 0; n < (ONLY ?? 0); n++) next(n)
    if (ONLY !== undefined) await one(ONLY)
    else for (let n = 0; n < COUNT && wrong.length < 10; n += WIDTH) await Promise.all(Array.from({ length: WIDTH }, (_, i) => one(n + i)))
    process.stdout.write(`hostile: ${COUNT} connections to ${name}, ${answered} answers, ${wrong.length} wrong\n`)
    expect(wrong).toEqual([])
    expect(broken).toEqual([])
    if (ONLY === undefined) expect(answered).toBeGreaterThan(COUNT / 3)
    expect(upstream.asked.filter((asked) => asked.startsWith('POST') && /^x-hidden/im.test(asked))).toEqual([])
    upstream.asked.length = 0
    expect(sandbox.journal.entries().filter(({ request }) => request.query.includes('smuggled-'))).toEqual([])
  })

  test('and then answers as before', async () => {
    const { method, target, headers, body } = good
    const pieces = [rawRequest({ method, target: target('probe-0'), headers: headers('probe-0'), body: body('probe-0') })]
    expect(
      statusesOf(await sendHostile(urls[name] as string, { what: 'a good one', pieces, reset: false }, PATIENCE, PATIENCE / 2)),
    ).toEqual([usual])
  })
})

test.each([
  ['contract verify consumer', 'a request of HTTP/0.9', 'POST /\n/ HTTP/1.1\r\nHost: localhost\r\n\r\n', [400]],
  ['HTTPS, met by plain HTTP', 'bytes that begin like a record of TLS', `\xeb\x03P-\xff${'x'.repeat(2000)}`, []],
])('the listener %s meets %s', async (name, what, bytes, statuses) => {
  const hostile = { what, pieces: [Buffer.from(bytes, 'latin1')], reset: false }
  expect(statusesOf(await sendHostile(urls[name] as string, hostile, PATIENCE))).toEqual(statuses)
})

test('a slow client is ended and keeps nobody waiting', async () => {
  const hurried = await startSandbox({ requestTimeout: 300 })
  const slow = await Promise.all(Array.from({ length: 40 }, () => openRaw(hurried.url)))
  for (const one of slow) one.write('POST / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
  expect((await rawHttp(hurried.url, { target: '/_sandbox/ready' })).status).toBe(200)
  await Promise.all(slow.map(({ closed }) => closed))
  await hurried.close()
})

test('a client that asks for a tunnel and resets the connection at once ends nothing', async () => {
  for (let n = 0; n < 100; n++) {
    const connection = await openRaw(sandbox.url)
    connection.write('CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n')
    setImmediate(() => connection.socket.resetAndDestroy())
    await connection.closed
  }
  expect((await rawHttp(sandbox.url, { target: '/_sandbox/ready' })).status).toBe(200)
})
