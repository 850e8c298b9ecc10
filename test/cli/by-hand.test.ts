import { expect } from 'vitest'
import { auditedTest as test } from '../helpers/audited.ts'
import { runCli } from './run-cli.ts'

const order = (out: string) => JSON.parse(out).order as { id: string; status: string; resources: { id: string; expireAt: string }[] }

test('buy without a product lists what is on sale, and what it prints can be bought', async ({ sandbox }) => {
  const { out } = await runCli('buy', '--url', sandbox.url)
  const names = out.trim().split('\n').slice(1)
  expect(names.length).toBe((await sandbox.call('console.ListProducts')).body.count)
  expect(names.find((line) => line.startsWith('crm-basic-month'))).toMatch(/saas +by the month +199\.00 +星海CRM/)
  const json = JSON.parse((await runCli('buy', '--json', '--url', sandbox.url)).out)
  expect(json.products.map(({ ref }: { ref: string }) => ref)).toContain('crm-basic-month')
})

test('buy pays three months and tells what became true; renew and unsubscribe take the number of the order', async ({ sandbox }) => {
  const cli = (...words: string[]) => runCli(...words, '--url', sandbox.url)
  const bought = await cli('buy', 'crm-basic-month', '--period', '3', '--pay')
  expect(bought).toMatchObject({ code: 0, err: '' })
  expect(bought.out).toMatch(/order\.placed[\s\S]*account\.charged[\s\S]*order\.paid/)
  const [, id = ''] = /^(CS\w+) {2}new {2}processing \(处理中\) {2}597\.00 yuan .*month x 3$/m.exec(bought.out) ?? []

  await sandbox.clock.advance('1m')
  const renewed = await cli('renew', id, '--period', '2m', '--json')
  expect(order(renewed.out)).toMatchObject({ type: 'renewal', baseOrderId: id, payable: '398.00' })
  await sandbox.clock.advance('1m')
  const back = await cli('unsubscribe', id, '--renewals-only')
  expect(back).toMatchObject({ code: 0, out: expect.stringContaining('-398.00 yuan') })
  await sandbox.clock.advance('1m')
  expect((await cli('unsubscribe', id, '--reason', '不再需要')).out).toContain('-597.00 yuan')
  await sandbox.clock.advance('1m')
  expect(await cli('renew', id)).toMatchObject({ code: 2, err: expect.stringContaining('has no resource that is still open') })
})

test('an order left alone is listed by pay, and several are paid together', async ({ sandbox }) => {
  const cli = (...words: string[]) => runCli(...words, '--url', sandbox.url)
  const one = await cli('buy', 'crm-basic-month', '--no-pay', '--json')
  const two = await cli('buy', 'crm-basic-month', '--no-pay', '--quantity', '2', '--json')
  const ids = [order(one.out).id, order(two.out).id]
  const listed = (await cli('pay')).out
  for (const id of ids) expect(listed).toMatch(new RegExp(`^${id} +new +pending-payment`, 'm'))
  const paid = await cli('pay', ...ids)
  expect(paid).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining('597.00 yuan due, 597.00 from the balance, 0.00 online: paid'),
  })
  expect(ids.map((id) => sandbox.world.orders.get(id)?.status)).toEqual(['processing', 'processing'])
})

test.for([
  [
    'crm-framework-year',
    [],
    /waits for a confirmation; .*`koosandbox set order (CS\w+) pending-payment --world mine`.*`koosandbox order pay \1 --world mine`/,
  ],
  ['crm-basic-month', ['--no-pay'], /waits for payment\. Run `koosandbox order pay CS\w+ --world mine`\.$/m],
  ['site-build', [], /delivery in state "\w+"\. Run `koosandbox order accept --world mine` to see the next step\.$/m],
] as const)('buying %s %j says what to run next, and that works', async ([product, options, said], { sandbox }) => {
  sandbox.worlds.open('mine')
  const run = (...words: string[]) => runCli(...words, '--url', sandbox.url)
  const { code, err } = await run('order', 'buy', product, ...options, '--world', 'mine')
  expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(said) })
  for (const [, line = ''] of err.matchAll(/`koosandbox ([^`]+)`/g)) expect(await run(...line.split(' '))).toMatchObject({ code: 0 })
})

test('accept without an order says what each delivery waits for, and takes what was delivered', async ({ sandbox }) => {
  const cli = (...words: string[]) => runCli(...words, '--url', sandbox.url)
  const listed = (await cli('accept')).out
  expect(listed).toMatch(/buyer: AcceptDelivery/)
  const { body } = await sandbox.call('console.ListSupervisions', { query: { limit: 100 } })
  const ready = body.supervisions.find(({ next }: { next: { operation: string }[] }) =>
    next.some(({ operation }) => operation === 'AcceptDelivery'),
  )
  expect(await cli('accept', ready.order, '--note', '很好')).toMatchObject({ code: 0, out: expect.stringContaining('supervision.moved') })
  expect(await cli('accept', ready.order)).toMatchObject({ code: 1, out: '' })
})

test('all of it is done in the world that is named', async ({ sandbox }) => {
  sandbox.worlds.open('mine')
  const { out } = await runCli('buy', 'crm-basic-month', '--world', 'mine', '--json', '--url', sandbox.url)
  expect(sandbox.worlds.open('mine').orders.get(order(out).id)).toBeDefined()
  expect(sandbox.facts.count).toBe(0)
})

test.for([
  [['buy', 'crm-basic-mont'], 2, 'There is no product "crm-basic-mont"'],
  [['buy', 'crm-basic-month', '--period', 'long'], 2, '--period is a number of periods or a length such as 15d, 3m or 1y, not "long".'],
  [['buy', 'crm-basic-month', '--period', '2d'], 1, 'is not sold by the day'],
  [['buy', 'crm-basic-month', '--quantity', '0'], 2, '--quantity must be a whole number from 1'],
  [['buy', '--period', '3'], 2, '--period needs a product'],
  [['buy', 'crm-basic-month', 'twice'], 2, 'Unexpected argument "twice".'],
  [['buy', 'crm-basic-month', '--quantity', '1000'], 1, 'is less than'],
  [['pay', 'CS1'], 2, 'There is no order "CS1"'],
  [['pay', '--by', 'online'], 2, '--by needs an order'],
  [['pay', 'CS1', '--by', 'cash'], 2, '--by must be one of balance, online, balance-and-online, partner, not "cash".'],
  [['accept', 'CS1'], 2, 'There is no order "CS1"'],
  [['renew', 'nothing'], 2, 'There is no resource "nothing"'],
  [['renew'], 2, 'resource'],
  [['unsubscribe', 'CS1'], 2, 'There is no order "CS1"'],
] as const)('%j is refused and changes nothing', async ([words, code, said], { sandbox }) => {
  const ran = await runCli(...words, '--url', sandbox.url)
  expect([ran.code, ran.out, ran.err.toLowerCase()]).toEqual([code, '', expect.stringContaining(said.toLowerCase())])
  expect(sandbox.facts.count).toBe(0)
})
