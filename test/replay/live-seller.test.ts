import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSeller } from '../../examples/seller-hono/seller.ts'
import { replayRun, startSandbox } from '../../src/index.ts'
import { openSeller, type Received } from '../marketplace/seller.ts'
import { PRODUCT } from '../marketplace/shop.ts'

const file = join(mkdtempSync(join(tmpdir(), 'koosandbox-live-seller-')), 'run.json')
/** The seller of the default world. */
const SELLER = '5a1c0e7b92d84f36a7c1e05d3b684f92'
const KEY = 'the-key-of-our-real-interface-1'

/** The example seller behind an address. It refuses a nonce that it has seen, and a timestamp that is more than a minute away. */
const example = createSeller({ key: KEY, site: 'https://crm.example.com' })
let change = (answer: Record<string, unknown>) => answer
const seller = await openSeller(async ({ path, query, body }: Received) => {
  const answer = await example.request(`${path}?${query}`, { method: 'POST', body })
  return { body: change((await answer.json()) as Record<string, unknown>) }
})
afterAll(() => seller.close())

const address = { id: 'own', sellerId: SELLER, use: 'basic', url: `${seller.url}/isv`, version: 2, debuggedAt: '-P1D' }
const config = { addresses: [address], sellerKeys: [{ id: 'a-own', accountId: SELLER, use: 'basic', secret: KEY }] }
const replay = () => replayRun(readFileSync(file, 'utf8'), 'run.json', { liveSeller: true, sandbox: { config } })

/** A purchase, a stale call and a look at what was sent. */
beforeAll(async () => {
  await using sandbox = await startSandbox({ record: file, config })
  sandbox.faults.add({ on: 'production.queryInstance', sign: 'stale', times: 1 })
  await sandbox.buy(PRODUCT.month)
  await sandbox.clock.pass('1h')
  const { body } = await sandbox.call('sandbox.ShowDelivery', { path: { delivery: 'D00000002' } })
  expect(JSON.stringify(body)).toContain('timestamp=')
  expect(seller.activities()).toEqual(['newInstance', 'queryInstance', 'queryInstance'])
})

describe('replay --live-seller', () => {
  test('calls the real seller with new nonces and signatures, and reports no difference where it answers as before', async () => {
    const before = seller.calls.length
    const { differences, deliveries } = await replay()
    expect(differences).toEqual([])
    expect(deliveries).toBe(2)
    const repeated = seller.calls.slice(before)
    expect(repeated.map(({ json }) => json)).toEqual(seller.calls.slice(0, before).map(({ json }) => json))
    for (const name of ['nonce', 'signature']) {
      const values = seller.calls.map(({ query }) => query.get(name))
      expect(new Set(values).size, name).toBe(values.length)
    }
  })

  test('reports an answer that differs, once and with its place', async () => {
    change = (answer) => ({ ...answer, resultMsg: 'another text' })
    const { differences } = await replay()
    change = (answer) => answer
    expect(differences[0]).toEqual({
      subject: 'answer of the seller to delivery D00000001, attempt 1',
      operation: 'production.newInstance',
      place: 'body /resultMsg',
      expected: '"success"',
      got: '"another text"',
    })
  })

  test('lists what it does not compare', async () => {
    const { excluded } = await replay()
    expect(excluded).toContainEqual(expect.stringContaining('Timestamps, nonces and signatures of calls to the real sellers'))
  })
})
