import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { machineSecret, type Sandbox, startSandbox, systemClock } from '../../../src/index.ts'
import { PROFILES } from '../../../src/verify/profiles/profiles.ts'
import { verifySeller } from '../../../src/verify/verify-seller.ts'
import { openSeller } from '../../marketplace/seller.ts'
import { buy, goodAnswer, settle } from '../../marketplace/shop.ts'

const folder = mkdtempSync(join(tmpdir(), 'coverage-'))
afterAll(() => rmSync(folder, { recursive: true }))

const of = (sandbox: Sandbox, kind: 'operations' | 'parameters' | 'statuses' | 'errors' | 'transitions') => sandbox.coverage().counts[kind]

describe('what sellers call', () => {
  test.each([
    ['an answer', {}, { statuses: { 'bss.ListCustomerOrders 200': { natural: 1, forced: 0 } }, errors: {} }],
    [
      'a forced error, never as natural',
      { headers: { 'x-sandbox-error': 'CBC.0999' } },
      {
        operations: { 'bss.ListCustomerOrders': { natural: 0, forced: 1 } },
        statuses: { 'bss.ListCustomerOrders 500': { natural: 0, forced: 1 } },
        errors: { 'bss.ListCustomerOrders CBC.0999': { natural: 0, forced: 1 } },
      },
    ],
    [
      'an error that was reached',
      { query: { limit: 'many' } },
      {
        operations: { 'bss.ListCustomerOrders': { natural: 1, forced: 0 } },
        parameters: { 'bss.ListCustomerOrders query/limit': { natural: 1, forced: 0 } },
        statuses: { 'bss.ListCustomerOrders 400': { natural: 1, forced: 0 } },
        errors: { 'bss.ListCustomerOrders CBC.0100': { natural: 1, forced: 0 } },
      },
    ],
    [
      'who is turned away at the gate exercises the gate alone',
      { as: 'nobody', query: { limit: 1 } },
      { operations: {}, parameters: {}, statuses: {}, errors: { 'gateway APIGW.0301:absent': { natural: 1, forced: 0 } } },
    ],
    [
      'a refusal of the sandbox’s own is nobody’s error',
      { headers: { 'x-sandbox-error': 'CBC.77777777' } },
      { operations: {}, statuses: {}, errors: {} },
    ],
  ] as const)('%s', async (_what, input, counts) => {
    await using sandbox = await startSandbox({ coverage: true })
    await sandbox.call('bss.ListCustomerOrders', input as never)
    expect(sandbox.coverage().counts).toMatchObject(counts)
    for (const [kind, names] of Object.entries(counts)) expect(sandbox.coverage().counts[kind as 'errors']).toEqual(names)
  })

  test('parameters of a path, and members of a body', async () => {
    await using sandbox = await startSandbox({ coverage: true })
    await sandbox.call('bss.ShowCustomerOrderDetails', { path: { order_id: 'CS1' } })
    await sandbox.call('bss.PayOrders', { body: { order_id: 'CS1', use_coupon: 'NO', more: 1 } })
    expect(Object.keys(of(sandbox, 'parameters'))).toEqual([
      'bss.PayOrders body/order_id',
      'bss.PayOrders body/use_coupon',
      'bss.ShowCustomerOrderDetails path/order_id',
    ])
  })

  test('everything is counted, however little the journal keeps', async () => {
    await using sandbox = await startSandbox({ coverage: true, journalSize: 2 })
    for (let i = 0; i < 7; i++) await sandbox.call('bss.ListServiceTypes')
    expect(of(sandbox, 'operations')).toEqual({ 'bss.ListServiceTypes': { natural: 7, forced: 0 } })
  })
})

test('states are counted once they have moved, in every world, and not when it was taken back', async () => {
  await using sandbox = await startSandbox({ coverage: true })
  const order = await sandbox.buy('crm-basic-month', { pay: false })
  await sandbox.inWorld('other').buy('crm-basic-month', { pay: false })
  const before = of(sandbox, 'transitions')
  expect(before).toEqual({ 'orders none -place-> pending-payment': { natural: 2, forced: 0 } })
  const { world } = sandbox
  const failed = () =>
    world.transaction(() => {
      world.transition('orders', order.id, 'cancel')
      throw new Error('no')
    })
  expect(failed).toThrow('no')
  expect(of(sandbox, 'transitions')).toEqual(before)
})

test('calls of sellers: activity, scene, result and outcome, as the marketplace makes them', async () => {
  const refuse = { body: { resultCode: '000005', resultMsg: 'busy' } }
  let calls = 0
  await using seller = await openSeller((received) => (++calls === 1 ? refuse : goodAnswer(received)))
  await using sandbox = await startSandbox({ coverage: true })
  settle(sandbox, seller.url)
  buy(sandbox)
  await sandbox.clock.pass('3h')
  const { activities, results, outcomes } = sandbox.coverage().counts
  expect(activities).toMatchObject({ 'production.newInstance': { natural: 2, forced: 0 } })
  expect(results).toMatchObject({ 'production.newInstance 000000': { natural: 1 }, 'production.newInstance 000005': { natural: 1 } })
  expect(outcomes).toMatchObject({ 'production.newInstance retried': { natural: 1 }, 'production.newInstance succeeded': { natural: 1 } })
})

test('an examination of a seller counts its calls, and writes them down', async () => {
  await using seller = await openSeller(goodAnswer)
  const file = join(folder, 'sub', 'verify.json')
  const keys = { basic: 'key', kit: 'key', licence: 'key', notification: 'key' }
  const all = PROFILES[0]!
  const profile = { ...all, cases: all.cases.filter(({ name }) => name === 'newInstance' || name === 'queryInstance') }
  await verifySeller({ url: seller.url, keys, profile, run: machineSecret(), systemClock, coverage: file })
  const { counts } = JSON.parse(readFileSync(file, 'utf8'))
  expect(Object.keys(counts.activities)).toContain('production.newInstance')
  expect(Object.keys(counts.results)).toContain('production.newInstance 000000')
})

test('the same run writes the same bytes', async () => {
  const [a, b] = [join(folder, 'a.json'), join(folder, 'b.json')]
  for (const coverage of [a, b]) {
    await using sandbox = await startSandbox({ coverage })
    await sandbox.buy('crm-basic-month')
    await sandbox.clock.advance('1m')
  }
  expect(readFileSync(a, 'utf8')).toBe(readFileSync(b, 'utf8'))
  expect(JSON.parse(readFileSync(a, 'utf8'))).toMatchObject({ format: 1, runs: 1 })
})

test('KOOSANDBOX_COVERAGE gets a file from each sandbox that exercised something', async () => {
  const all = join(folder, 'all')
  vi.stubEnv('KOOSANDBOX_COVERAGE', all)
  try {
    for (const calls of [1, 0, 2]) {
      await using sandbox = await startSandbox()
      for (let i = 0; i < calls; i++) await sandbox.call('bss.ListServiceTypes')
    }
    expect(readdirSync(all)).toHaveLength(2)
  } finally {
    vi.unstubAllEnvs()
  }
})

test('who asked for no counting is told how', async () => {
  await using sandbox = await startSandbox({ coverage: false })
  expect(() => sandbox.coverage()).toThrow('coverage: true')
})
