import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { builtInBundle, specsOf, systemClock } from '../../src/index.ts'
import { openCheckingProxy } from '../../src/proxy/checking-proxy.ts'
import type { LocalProxy } from '../../src/proxy/listen-locally.ts'
import { openSignProxy } from '../../src/proxy/sign-proxy.ts'
import { openSeller } from '../marketplace/seller.ts'
import { createGate } from '../state/served.ts'

const specs = specsOf(builtInBundle())
const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

const PROXIES: [string, (upstream: string) => Promise<LocalProxy>][] = [
  ['checking', (upstream) => openCheckingProxy({ upstream, specs, timeout: 60_000, systemClock })],
  ['signing', (upstream) => openSignProxy({ upstream, key: 'key', now: systemClock.now, nonce: () => 'nonce' })],
]

/** A proxy with so many requests under way, all of which wait until the gate opens. */
async function busy(make: (upstream: string) => Promise<LocalProxy>, count: number) {
  const gate = createGate()
  const seller = await openSeller(async () => {
    await gate.passed
    return { body: { resultCode: '000000' } }
  })
  open.push(seller)
  const proxy = await make(seller.url)
  const ask = () =>
    fetch(`${proxy.url}/`, { method: 'POST', body: '{"activity":"newInstance"}', headers: { 'content-type': 'application/json' } })
  const waiting = Array.from({ length: count }, () =>
    ask().then(
      async (answer) => [answer.status, await answer.text()],
      () => 'cut' as const,
    ),
  )
  await expect.poll(() => seller.calls.length).toBe(count)
  const refused = () =>
    expect
      .poll(() =>
        ask().then(
          () => 'answered',
          () => 'refused',
        ),
      )
      .toBe('refused')
  return { gate, seller, proxy, waiting, refused }
}

describe.each(PROXIES)('the %s proxy that is told to stop', (_name, make) => {
  test('answers what is under way, and takes in nothing more', async () => {
    const { gate, seller, proxy, waiting, refused } = await busy(make, 5)
    const closed = proxy.close({ drain: 60_000 })
    await refused()
    gate.open()
    expect(await Promise.all(waiting)).toEqual(Array(5).fill([200, '{"resultCode":"000000"}']))
    await closed
    expect(seller.calls).toHaveLength(5)
  })

  test('cuts off what is under way when the drain is over', async () => {
    const { proxy, waiting, gate } = await busy(make, 5)
    const began = systemClock.monotonic()
    await proxy.close({ drain: 200 })
    // Timers of Node may be a few milliseconds early. That it ends at all shows that the drain is over: the gate is still closed.
    expect(systemClock.monotonic() - began).toBeGreaterThanOrEqual(190)
    for (const one of await Promise.all(waiting)) if (one !== 'cut') expect(one[0]).toBe(502)
    gate.open()
  })

  test('stops waiting when the hurry signal comes', async () => {
    const { proxy, waiting, gate, refused } = await busy(make, 2)
    const hurry = new AbortController()
    const closed = proxy.close({ drain: 600_000, hurry: hurry.signal })
    await refused()
    hurry.abort()
    await closed
    for (const one of await Promise.all(waiting)) if (one !== 'cut') expect(one[0]).toBe(502)
    gate.open()
  })

  test('does not wait for connections on which nothing was asked', async () => {
    const proxy = await make('http://127.0.0.1:9/')
    const idle = connect(Number(new URL(proxy.url).port), '127.0.0.1')
    const gone = new Promise((resolve) => idle.once('close', resolve))
    await new Promise((resolve) => idle.once('connect', resolve))
    // Waiting for the connection would outlast the time limit of a test.
    await proxy.close({ drain: 600_000 })
    await gone
  })
})
