import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { pactOf } from '../../src/contract/read-pact.ts'
import { exportSeller } from '../../src/contract/seller/export-seller.ts'
import { STATES } from '../../src/contract/seller/states.ts'
import { verifyContract } from '../../src/contract/seller/verify-contract.ts'
import { builtInBundle, machineSecret, specsOf, systemClock } from '../../src/index.ts'
import { encryptClientSecret } from '../../src/signing/index.ts'
import { forgetsOrders, removesAll } from '../sellers/flaw-makers.ts'
import { KINDS } from '../verify/seller-kinds.ts'
import { serveFetch } from '../verify/serve-seller.ts'

const specs = specsOf(builtInBundle())
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 3072,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const keys = { basic: 'basic-key-0001', kit: 'kit-key-0001', licence: 'licence-key-0001', notification: 'notification-key-0001' }
const means = { keys, privateKey, licence: 'PL0000000000000001' }
const clientSecret = encryptClientSecret('secret', publicKey, { seed: new Uint8Array(32), hash: 'sha256' })
const values = { license: means.licence, clientSecret }
const PACTS = exportSeller(specs).filter(({ staged }) => !staged)

/** What each good seller of the examination serves. One of the kit alone has no basic interfaces, so no key of them is known. */
const SERVED: readonly (readonly [kind: string, parts: readonly string[], uses: readonly (keyof typeof keys)[]])[] = [
  ['joint-period-upgradable', ['basic', 'period', 'change', 'kit'], ['basic', 'kit']],
  ['licence-code', ['licence-codes'], ['licence']],
  ['online-licence-period', ['online-licence'], ['basic']],
  ['order-notification', ['notification'], ['notification']],
  ['v1-period', ['v1', 'v1-period', 'v1-use', 'v1-change'], ['basic']],
  ['v1-licence', ['v1-licence'], ['basic']],
  ['v1-kit', ['v1-kit'], ['kit']],
]

type Interaction = (typeof PACTS)[number]['interactions'][number]

async function verify(
  url: string,
  parts: readonly string[],
  uses: readonly (keyof typeof keys)[],
  change = (one: Interaction): object[] => [one],
) {
  const pacts = PACTS.filter(({ part }) => parts.includes(part.name)).flatMap(({ file, text, interactions }) => {
    const left = interactions.flatMap(change)
    return left.length === 0 ? [] : [pactOf(file, { ...JSON.parse(text), interactions: left })]
  })
  const report = await verifyContract({
    ...{ specs, pacts, url, values, systemClock, run: machineSecret(), nonce: machineSecret },
    keys: Object.fromEntries(uses.map((use) => [use, keys[use]])),
  })
  return report.groups.flatMap(({ checks }) => checks)
}

async function open(kind: string) {
  const seller = KINDS[kind]!.seller(means)
  return serveFetch((request: Request) => seller.fetch(request))
}

test('every part has a good seller', () => {
  expect(SERVED.flatMap(([, parts]) => parts).sort()).toEqual(PACTS.map(({ part }) => part.name).sort())
})

test.each(SERVED)('a good seller of %s keeps the contract of %j', async (kind, parts, uses) => {
  await using seller = await open(kind)
  const checks = await verify(seller.url, parts, uses)
  expect(checks.filter(({ state }) => state === 'failed')).toEqual([])
  // What rests on no page may be answered otherwise, and is told.
  expect(checks.filter(({ state, reason }) => state === 'skipped' && !reason?.startsWith('pending'))).toEqual([])
  expect(checks.filter(({ state }) => state === 'passed').length).toBeGreaterThan(checks.length / 2)
})

/** Parts whose calls name an instance, a licence or an enterprise, and how many of their calls feel that another one is gone. */
const SHARED: readonly (readonly [kind: string, parts: readonly string[], uses: readonly (keyof typeof keys)[], felt: number])[] = [
  ['saas-period-upgradable', ['basic', 'period', 'change'], ['basic'], 5],
  ['kit', ['kit'], ['kit'], 4],
  ['online-licence-period', ['online-licence'], ['basic'], 1],
  ['v1-period', ['v1', 'v1-period', 'v1-use', 'v1-change'], ['basic'], 5],
  ['v1-licence', ['v1-licence'], ['basic'], 2],
  ['v1-kit', ['v1-kit'], ['kit'], 4],
]

test.each(SHARED)('a seller of %s that releases everything at once breaks the contract of %j', async (kind, parts, uses, felt) => {
  const seller = KINDS[kind]!.seller(means, removesAll())
  await using served = await serveFetch((request: Request) => seller.fetch(request))
  const failed = (await verify(served.url, parts, uses)).filter(({ state }) => state === 'failed').map(({ name }) => name)
  expect(failed.filter((name) => !name.endsWith('although another one is gone'))).toEqual([])
  expect(failed.length).toBeGreaterThanOrEqual(felt)
})

test.each([
  ['saas-period', 'basic'],
  ['v1-period', 'v1'],
])('a seller of %s that forgets what other orders have breaks the contract of %s', async (kind, part) => {
  const seller = KINDS[kind]!.seller(means, forgetsOrders())
  await using served = await serveFetch((request: Request) => seller.fetch(request))
  const checks = await verify(served.url, [part], ['basic'], (one) => (one.description.startsWith('newInstance') ? [one] : []))
  const failed = checks.filter(({ state }) => state === 'failed')
  expect(failed.map(({ name }) => name)).toEqual([expect.stringMatching(/^newInstance .* although another one is gone$/)])
  expect(failed[0]?.findings[0]?.hint).toContain('after another one was released it got')
})

const BY_CALLS = Object.entries(STATES).flatMap(([name, { by }]) => (by === 'calls' ? [name as keyof typeof STATES] : []))

/** What the specs' examples name where a state should have filled something in. */
function examplesOf(interactions: readonly Interaction[], state: keyof typeof STATES): readonly string[] {
  return interactions.flatMap(({ request }) => {
    const { query, body } = request.generators ?? {}
    return Object.entries(query ?? body ?? {}).flatMap(([place, { expression }]) => {
      const [name, value] = [place.replace('$.', ''), expression.slice(2, -1)]
      const given = (STATES[state].gives as readonly string[]).includes(value)
      return given ? [String(request.query?.[name]?.[0] ?? request.body?.content[name])] : []
    })
  })
}

/** A good seller that met the examples before, in another order and with another outcome: only what is new is served. */
async function openRemembering(kind: string, examples: readonly string[]) {
  const seller = KINDS[kind]!.seller(means)
  return serveFetch(async (request: Request) => {
    const text = decodeURIComponent(request.url) + (await request.clone().text())
    const known = examples.some((example) => text.includes(example))
    return known ? Response.json({ resultCode: '000005', resultMsg: 'met before' }) : seller.fetch(request)
  })
}

test.each(BY_CALLS)('without the state "%s" each of its interactions fails, and with it none', async (state) => {
  const needs = (one: Interaction) => !one.pending && one.providerStates.some(({ name }) => name === state)
  const {
    part: { name: part },
    interactions,
  } = PACTS.find(({ interactions }) => interactions.some(needs))!
  const [kind, , uses] = SERVED.find(([, parts]) => parts.includes(part))!
  await using seller = await openRemembering(kind, examplesOf(interactions.filter(needs), state))
  const held = await verify(seller.url, [part], uses, (one) => (needs(one) ? [one] : []))
  expect(held.map(({ state }) => state)).toEqual(held.map(() => 'passed'))
  const without = (one: Interaction) => [{ ...one, providerStates: one.providerStates.filter(({ name }) => name !== state) }]
  const unheld = await verify(seller.url, [part], uses, (one) => (needs(one) ? without(one) : []))
  expect(unheld.filter(({ state }) => state === 'passed').map(({ name }) => name)).toEqual([])
  expect(unheld).toHaveLength(held.length)
})
