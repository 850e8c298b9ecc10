import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../src/index.ts'
import { knownOf } from '../../src/verify/known.ts'
import { PROFILES } from '../../src/verify/profiles/profiles.ts'
import { verifySeller } from '../../src/verify/verify-seller.ts'
import { readReport } from './read-report.ts'
import { KINDS, type Kind } from './seller-kinds.ts'
import { serveFetch } from './serve-seller.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 3072,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const LICENCE = 'PL2026112600001'
const keys = { basic: 'basic-key-0001', kit: 'kit-key-0002', licence: 'licence-key-0003', notification: 'notification-key-0004' }
/** Asks again at once; calls still have their time-outs. */
const impatient = {
  ...systemClock,
  wait: (ms: number, signal?: AbortSignal) => (signal ? systemClock.wait(ms, signal) : Promise.resolve()),
}

async function verify(name: string, { seller }: Kind, flaws?: Parameters<Kind['seller']>[1], known = {}) {
  const good = seller({ keys, privateKey, licence: LICENCE }, flaws)
  await using served = await serveFetch((request) => good.fetch(request))
  const profile = PROFILES.find((one) => one.name === name)!
  const run = 'kinds0run'
  const facts = { publicKey, licence: LICENCE, ...known }
  return readReport(await verifySeller({ url: served.url, keys, profile, run, known: knownOf(facts, run), systemClock: impatient }))
}

test('each kind of seller has a good one here, and no profile calls it by two names', () => {
  expect(Object.keys(KINDS).sort()).toEqual(PROFILES.map(({ name }) => name).sort())
})

describe.each(Object.entries(KINDS))('%s', (name, kind) => {
  test('a good seller passes every case', async () => {
    const report = await verify(name, kind)
    expect(report.faults).toEqual([])
    expect(report.warnings).toEqual([])
    expect(report.cases.filter(({ state }) => state !== 'passed')).toEqual([])
    expect(report.checked).toBe(PROFILES.find((one) => one.name === name)!.cases.length)
  })

  test.each(kind.flaws)('a seller that %s breaks %s and nothing else', async (_mistake, rule, flaws) => {
    const report = await verify(name, kind, flaws)
    expect(report.faults.map(({ code }) => code)).toEqual([rule])
    expect(report.faults[0]).toMatchObject({ source: expect.any(String), evidence: expect.any(String), hint: expect.any(String) })
  })
})

test.each([
  ['has no kit', 'joint-one-time', 'saas-one-time', 'the marketplace appends /produceAPI/v2/… to the production address itself'],
  ['has moved on to V2.0', 'v1-one-time', 'order-notification', 'Nothing is served there'],
])('a seller that %s is told so once', async (_what, name, kind, hint) => {
  const { faults } = await verify(name, KINDS[kind]!)
  expect(faults.map(({ code }) => code)).toEqual(['answer.status.wrong'])
  expect(faults[0]).toMatchObject({ got: '404', hint: expect.stringContaining(hint) })
})

test('a licence without an instanceId is warned of, as the sample of the vendor answers none for early products', async () => {
  const report = await verify('v1-licence', KINDS['v1-licence']!, {
    changeAnswer: ({ instanceId, ...answer }, _body, name) =>
      name === 'getLicense' ? answer : { ...answer, ...(instanceId === undefined ? {} : { instanceId }) },
  })
  expect(report.faults).toEqual([])
  expect(new Set(report.warnings.map(({ code }) => code))).toEqual(new Set(['answer.instanceId.missing']))
})
