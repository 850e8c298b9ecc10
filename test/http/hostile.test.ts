import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtInBundle, type Sandbox, specsOf, startSandbox, systemClock } from '../../src/index.ts'
import { openCheckingProxy } from '../../src/proxy/checking-proxy.ts'
import { openSignProxy } from '../../src/proxy/sign-proxy.ts'
import { createHostile, type Good, sendHostile, smuggled, statusesOf } from '../helpers/hostile.ts'
import { openRaw, rawHttp } from '../helpers/raw-http.ts'
import { createSeeded } from '../helpers/seeded.ts'
import { jsonAnswer, openUpstream } from '../proxy/upstream.ts'

/** `HOSTILE_SEED=5 HOSTILE=10000 npx vitest run test/http/hostile.test.ts` plays a run again, at length. */
const SEED = Number(process.env.HOSTILE_SEED ?? 20260101)
const COUNT = Number(process.env.HOSTILE ?? 250)
/** Connections at the same time. */
const WIDTH = 10
const PATIENCE = 30_000

const broken: unknown[] = []
const closing: { close(): Promise<unknown> }[] = []
let sandbox: Sandbox
let upstream: Awaited<ReturnType<typeof openUpstream>>
const urls = { sandbox: '', signing: '', checking: '', door: '' }

beforeAll(async () => {
  sandbox = await startSandbox({ onError: (error) => broken.push(error), requestTimeout: 5_000, journalSize: 5_000 })
  // Says whose request it answers.
  upstream = await openUpstream((asked) => jsonAnswer(200, { resultCode: '000000', saw: /(probe|smuggled)-\w+/.exec(asked)?.[0] }))
  const common = { upstream: upstream.url, key: 'k', now: systemClock.now, nonce: () => 'n' }
  const signing = await openSignProxy(common)
  // What stands before a seller that is verified: it signs again, and answers some paths itself.
  const door = await openSignProxy({
    ...common,
    again: true,
    own: async ({ url }) => (url.includes('/_states') ? Response.json({}) : undefined),
  })
  const checking = await openCheckingProxy({ upstream: upstream.url, specs: specsOf(builtInBundle()), timeout: 5000, systemClock })
  closing.push(signing, checking, door, upstream, sandbox)
  Object.assign(urls, { sandbox: sandbox.url, signing: signing.url, checking: checking.url, door: door.url })
}, 60_000)
afterAll(async () => {
  for (const one of closing) await one.close()
})

const SELLER: Good = {
  method: 'POST',
  target: () => '/',
  headers: (probe) => ({ 'Content-Type': 'application/json', 'X-Probe': probe }),
  body: (probe) => JSON.stringify({ activity: 'newInstance', instanceId: probe }),
}
const VENDOR: Good = {
  method: 'POST',
  target: (probe) => `/v3/orders/customer-orders/pay?x=${probe}`,
  headers: (probe) => ({ 'Content-Type': 'application/json', 'X-Auth-Token': probe }),
  body: (probe) => JSON.stringify({ order_id: probe }),
}

describe.each(['sandbox', 'signing', 'checking', 'door'] as const)('the listener %s', (name) => {
  test(`meets ${COUNT} hostile connections from seed ${SEED}: no crash, no hang, no 500, no answer of another's`, {
    timeout: 60_000 + COUNT * 100,
  }, async () => {
    const next = createHostile(name === 'sandbox' ? VENDOR : SELLER, createSeeded(SEED + name.length))
    const wrong: string[] = []
    let answered = 0
    const one = async (n: number) => {
      const hostile = next(n)
      try {
        const bytes = await sendHostile(urls[name], hostile, PATIENCE)
        const statuses = statusesOf(bytes)
        answered += statuses.length
        if (statuses.includes(500)) wrong.push(`#${n} ${hostile.what}: 500 ${bytes.toString('latin1').slice(0, 400)}`)
        const foreign = [...bytes.toString('latin1').matchAll(/"saw":"([^"]+)"/g)]
          .map((match) => match[1])
          .filter((saw) => saw !== `probe-${n}`)
        // What was bent may have lost its mark, never have got that of another.
        if (foreign.some((saw) => /^probe-\d+$/.test(saw as string))) wrong.push(`#${n} ${hostile.what}: the answer to ${foreign}`)
        if (bytes.includes(smuggled(n)) && /"saw"/.test(bytes.toString('latin1'))) wrong.push(`#${n} ${hostile.what}: smuggled`)
      } catch (error) {
        wrong.push(`#${n} ${(error as Error).message}`)
      }
    }
    for (let n = 0; n < COUNT && wrong.length < 10; n += WIDTH) await Promise.all(Array.from({ length: WIDTH }, (_, i) => one(n + i)))
    expect(wrong).toEqual([])
    expect(broken).toEqual([])
    expect(answered).toBeGreaterThan(COUNT / 3)
    expect(upstream.asked.filter((asked) => asked.startsWith('POST') && /^x-hidden/im.test(asked))).toEqual([])
    upstream.asked.length = 0
    expect(sandbox.journal.entries().filter(({ request }) => request.query.includes('smuggled-'))).toEqual([])
  })

  test('and then answers as before', async () => {
    const good = name === 'sandbox' ? VENDOR : SELLER
    const headers = { 'Content-Type': 'application/json' }
    const { status } = await rawHttp(urls[name], { method: good.method, target: good.target('p'), headers, body: good.body('p') })
    expect(status).toBe(name === 'sandbox' ? 401 : 200)
  })
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
    const connection = await openRaw(urls.sandbox)
    connection.write('CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n')
    setImmediate(() => connection.socket.resetAndDestroy())
    await connection.closed
  }
  expect((await rawHttp(urls.sandbox, { target: '/_sandbox/ready' })).status).toBe(200)
})
