import { describe, expect, test } from 'vitest'
import { createRequestRate } from '../../src/access/request-rate.ts'
import { startSandbox } from '../../src/index.ts'

/** A clock that the test moves. */
function clock() {
  let at = 0
  const pass = (ms: number) => {
    at += ms
  }
  return { now: () => 0, monotonic: () => at, wait: async () => {}, pass }
}

describe('requests of an address', () => {
  test('so many at once, and as many in a minute', () => {
    const time = clock()
    const rate = createRequestRate(6, time)
    const send = (n: number, address = '192.0.2.1') => Array.from({ length: n }, () => rate.count(address))
    expect(send(7)).toEqual([...Array(6).fill(undefined), 10])
    expect(send(6, '192.0.2.2')).toEqual(Array(6).fill(undefined))
    time.pass(4000)
    expect(send(1)).toEqual([6])
    time.pass(6000)
    expect(send(2)).toEqual([undefined, 10])
    time.pass(600_000)
    expect(send(7)).toEqual([...Array(6).fill(undefined), 10])
  })

  test.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
    ['2001:db8::1', '2001:db8:0:0:1::', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['::1', '::2', true],
    ['10.0.0.1', '10.0.0.2', false],
  ])('%s and %s are one: %s', (first, second, same) => {
    const rate = createRequestRate(1, clock())
    expect(rate.count(first)).toBeUndefined()
    expect(rate.count(second) !== undefined).toBe(same)
  })

  test('who sent nothing for the longest time is forgotten', () => {
    const rate = createRequestRate(1, clock(), 2)
    for (const address of ['a', 'b', 'a', 'c']) rate.count(address)
    expect([rate.count('a'), rate.count('b')]).toEqual([60, undefined])
  })
})

test('too many requests are answered with 429, whatever they ask for; by named proxies each client counts for itself', async () => {
  await using sandbox = await startSandbox({ limits: { requests: 2 }, trustedProxies: ['127.0.0.0/8', '::1'] })
  const ask = (path: string, client: string, more = {}) => fetch(sandbox.url + path, { headers: { 'x-forwarded-for': client, ...more } })
  const list = '/v2/orders/customer-orders'
  expect((await ask(list, '192.0.2.1')).status).toBe(401)
  expect((await ask('/_sandbox/clock', '192.0.2.1')).status).toBe(200)
  for (const path of [list, '/_sandbox/clock', '/_sandbox/ui', '/nothing']) {
    const answer = await ask(path, '192.0.2.1')
    expect([answer.status, Number(answer.headers.get('retry-after'))]).toEqual([429, expect.any(Number)])
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(30)
    expect(await answer.json()).toMatchObject({
      code: 'request.rate.exceeded',
      detail: expect.stringMatching(/^The address 192\.0\.2\.1 sends more than 2 requests in a minute.*--limit requests=N\.$/),
    })
  }
  const chinese = (await (await ask(list, '192.0.2.1', { 'accept-language': 'zh' })).json()) as { detail: string }
  expect(chinese.detail).toMatch(/^地址 192\.0\.2\.1 /)
  expect((await ask('/_sandbox/health/live', '192.0.2.1')).status).toBe(200)
  expect((await ask(list, '192.0.2.9')).status).toBe(401)
  // Calls of this process have no address.
  for (let n = 0; n < 4; n++) expect((await sandbox.fetch('/_sandbox/clock')).status).toBe(200)
})
