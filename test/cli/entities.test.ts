import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { watchedOptions } from '../helpers/audited.ts'
import { runCli } from './run-cli.ts'

const options = watchedOptions()
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox(options)
})
afterAll(() => sandbox.close())

const cli = (...words: string[]) => runCli(...words, '--url', sandbox.url)
const pending = () =>
  [...sandbox.world.orders.all()].find(
    ({ status, combinedId, customerId }) =>
      status === 'pending-payment' && !combinedId && customerId === sandbox.credentials.buyer!.domain_id,
  )!.id

test('show lists collections, orders and one of them, and says what it can become', async () => {
  expect((await cli('show')).out).toMatch(/^orders +\d+ +.*pending-payment \d+/m)
  const list = await cli('show', 'order', '--status', 'pending-payment', '--account', 'buyer', '--limit', '2')
  expect(list).toMatchObject({ code: 0, err: expect.stringContaining('--limit and --offset') })
  expect(list.out.trim().split('\n')).toHaveLength(2)
  const one = await cli('show', 'order', pending())
  expect(one.out).toContain('Next: pay → processing')
  expect(one.out).toContain('Can be put into: processing, cancelled')
  expect(JSON.parse((await cli('show', 'accounts', 'buyer', '--json')).out)).toMatchObject({
    entity: { print: 'buyer', balance: '50000.00' },
  })
  expect(await cli('show', 'orders', '--text', 'nothing like it')).toMatchObject({ code: 3, out: '' })
})

test('show finds a thing by its id or name alone, and a collection by its Chinese name', async () => {
  const id = pending()
  expect((await cli('show', id)).out).toBe((await cli('show', 'order', id)).out)
  expect((await cli('show', 'crm-basic-month', '--json')).out).toBe((await cli('show', 'product', 'crm-basic-month', '--json')).out)
  expect((await cli('show', '订单', '--limit', '2')).out).toBe((await cli('show', 'orders', '--limit', '2')).out)
})

test('with --json, what failed is JSON too, with its exit code', async () => {
  const { code, out, err } = await cli('show', 'oder', '--json')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(JSON.parse(err)).toEqual({
    format: 1,
    error: { message: 'There is no collection "oder". Did you mean "orders"? Run `koosandbox show` to list them.', exitCode: 2 },
  })
  expect(JSON.parse((await cli('show', '--jsn', '--json')).err).error).toMatchObject({ exitCode: 2 })
  expect(err.trimEnd()).not.toContain('\n')
})

test('set pays and completes an order and tells what it did', async () => {
  const id = pending()
  const { code, out } = await cli('set', 'order', id, 'completed')
  expect(code).toBe(0)
  expect(out).toContain('order.paid')
  expect(out).toContain(`${id}: pending-payment → completed (pay, complete)`)
  expect((await cli('set', 'orders', id, 'completed')).out).toBe(`${id} is completed already.\n`)
  expect(sandbox.world.orders.get(id)?.status).toBe('completed')
})

test('set writes members over', async () => {
  expect(await cli('set', 'account', 'buyer', 'balance=12.34')).toMatchObject({ code: 0 })
  expect(await cli('set', 'product', 'crm-basic-month', 'stock:=3', '--json')).toMatchObject({
    code: 0,
    out: expect.stringContaining('"stock": 3'),
  })
})

test.each([
  [['set', 'oder', 'CS1', 'completed'], 2, 'There is no collection "oder". Did you mean "orders"?'],
  [['set', 'order', 'CS1', 'completed'], 2, 'There is no "CS1" among the orders'],
  [['set', 'product', 'crm-basic-month', 'stock:=three'], 2, 'needs JSON'],
  [['set', 'product', 'crm-basic-month', 'stock=3'], 2, 'must be a number'],
  [['set', 'product', 'crm-basic-month', 'stock:=3', '--reason', 'x'], 2, '--reason needs a state'],
  [['set', 'coupon'], 2, 'id'],
  [['show', 'order', '--limit', '0'], 2, 'from 1 to 1000'],
  [['show', 'order', '--status', 'complete'], 2, 'orders have no state "complete". Did you mean "completed"?'],
  [['show', 'order', '--status', '待支付'], 2, 'Did you mean "pending-payment"?'],
  [['show', 'product', 'crm-basic-mont'], 2, 'Did you mean "crm-basic-month"?'],
  [['show', 'oder'], 2, 'There is no collection "oder". Did you mean "orders"?'],
])('%j is refused', async (words, code, said) => {
  const ran = await cli(...words)
  expect([ran.code, ran.out]).toEqual([code, ''])
  expect(ran.err.toLowerCase()).toContain(said.toLowerCase())
})

test('an order that cannot get there is left alone', async () => {
  const id = [...sandbox.world.orders.all()].find(({ status }) => status === 'cancelled')!.id
  expect(await cli('set', 'order', id, 'completed')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('cannot be put to completed'),
  })
})

test('apply adds a file to a world that runs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'apply-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'more.yaml')
  writeFileSync(file, "addresses:\n  - { sellerId: '@seller', use: kit, url: 'http://127.0.0.1:9/kit' }\n")
  expect(await cli('apply', file)).toMatchObject({ code: 0, out: expect.stringMatching(/^addresses +\w+\n$/) })
  writeFileSync(file, 'adresses: []\n')
  expect(await cli('apply', file)).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "addresses"?') })
})
