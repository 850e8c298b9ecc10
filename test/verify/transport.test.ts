import { expect, test } from 'vitest'
import { createSeller } from '../../examples/seller-hono/seller.ts'
import { systemClock } from '../../src/index.ts'
import { PROFILES } from '../../src/verify/profiles/profiles.ts'
import { verifySeller } from '../../src/verify/verify-seller.ts'
import { readReport } from './read-report.ts'
import { KEY, serveFetch } from './serve-seller.ts'

const saas = PROFILES.find(({ name }) => name === 'saas-period')!
const only = (wanted: RegExp) => ({ ...saas, cases: saas.cases.filter(({ name }) => wanted.test(name)) })

type Fetch = (request: Request) => Response | Promise<Response>
const verify = async (breaks: (good: Fetch) => Fetch, run: string, cases: RegExp, clock = systemClock) => {
  const { fetch } = createSeller({ key: KEY, site: 'https://crm.example.com' })
  await using served = await serveFetch(breaks((request) => fetch(request)))
  return readReport(await verifySeller({ url: served.url, keys: { basic: KEY }, run, systemClock: clock, profile: only(cases) }))
}
const ALIVE = 'newInstance|queryInstance|queryInstance.later'

test('a seller that reads only the first part of a body gets a finding about bodies in parts', async () => {
  const firstOnly = (good: Fetch) => async (request: Request) => {
    const part = await request.body?.getReader().read()
    return good(new Request(request.url, { method: 'POST', body: new TextDecoder().decode(part?.value) }))
  }
  const { faults } = await verify(firstOnly, 'pieces0run', new RegExp(`^(${ALIVE}|transport.pieces)$`))
  expect(faults.map(({ code }) => code)).toEqual(['seller.pieces.refused'])
})

test('a seller that never answers a huge body is left after the time-out, and told so', async () => {
  const hangs = (good: Fetch) => async (request: Request) => {
    const body = await request.text()
    if (body.length > 100_000) return new Promise<never>(() => {})
    return good(new Request(request.url, { method: 'POST', body }))
  }
  const hurried = { ...systemClock, wait: (ms: number, signal?: AbortSignal) => systemClock.wait(ms / 20, signal) }
  const { faults } = await verify(hangs, 'huge0run', new RegExp(`^(${ALIVE}|transport.after-broken-off|transport.after-huge)$`), hurried)
  expect(faults.map(({ code, got }) => [code, got])).toEqual([['seller.huge-call.harms', 'no answer in time']])
})

test('calls at the same moment have both been read to their end before either is answered, time and again', async () => {
  const log: string[] = []
  const writesDown = (good: Fetch) => async (request: Request) => {
    const body = await request.text()
    log.push('enter')
    // One turn of the loop: who comes a little later finds the seller empty.
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
    log.push('leave')
    return good(new Request(request.url, { method: 'POST', body }))
  }
  // The case waits for the one whose calls come first, each alone.
  for (let i = 0; i < 10; i++) {
    log.length = 0
    await verify(writesDown, `overlap0run${i}`, /^newInstance(\.at-once)?$/)
    expect(log.join(' ')).toMatch(/^(enter leave )+enter enter leave leave$/)
  }
})
