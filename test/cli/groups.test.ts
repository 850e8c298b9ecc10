import { expect } from 'vitest'
import { auditedTest as test } from '../helpers/audited.ts'
import { openSeller } from '../marketplace/seller.ts'
import { runCli } from './run-cli.ts'

test('the commands of world do what worlds does', async ({ sandbox }) => {
  const cli = (...words: string[]) => runCli(...words, '--url', sandbox.url)
  expect((await cli('world', 'create', 'mine', '--start', 'empty')).out).toMatch(
    /^mine .*started from empty\nIts keys: koosandbox env --world mine\n$/,
  )
  expect(JSON.parse((await cli('world', 'fork', 'mine', 'other', '--json')).out)).toMatchObject({ name: 'other', parent: 'mine' })
  expect((await cli('world', 'save', 'mine', 'kept')).code).toBe(0)
  for (const line of ['world snapshots', 'worlds snapshots']) expect((await cli(...line.split(' '))).out).toMatch(/^kept +of mine/)
  expect((await cli('world', 'open', 'kept', 'third')).code).toBe(0)
  expect((await cli('world', 'list')).out).toBe((await cli('worlds')).out)
  for (const words of [
    ['restore', 'mine', 'kept'],
    ['reset', 'mine'],
    ['forget', 'kept'],
    ['drop', 'other'],
  ])
    expect((await cli('world', ...words)).code).toBe(0)
  expect(JSON.parse((await cli('world', 'export', 'mine')).out)).toMatchObject({ format: 1 })
  expect(await cli('world', 'drop', 'other')).toMatchObject({ code: 2, err: expect.stringContaining('There is no world "other"') })
  expect(await cli('world', 'drop', 'a', 'b')).toMatchObject({ code: 2, err: 'Unexpected argument "b".\n' })
})

test('the commands of delivery do what deliveries does', async ({ sandbox }) => {
  await using seller = await openSeller(() => ({ status: 500, body: '' }))
  const cli = (...words: string[]) => runCli(...words, '--url', sandbox.url)
  for (const words of [['delivery', 'list'], ['deliveries']])
    expect(await cli(...words)).toMatchObject({ code: 3, out: '', err: expect.stringContaining('delivery list --table') })
  expect((await cli('delivery', 'list', '--table')).out).toBe((await cli('deliveries', '--table')).out)
  const sellerId = [...sandbox.world.accounts.all()].find(({ role }) => role === 'seller')?.id ?? ''
  sandbox.world.addresses.put({ id: 'a-1', sellerId, use: 'basic', url: `${seller.url}/isv`, version: 2, debuggedAt: sandbox.clock.now() })
  const { id: order } = await sandbox.buy('crm-basic-month')
  const sent = await cli('delivery', 'trigger', 'newInstance', '--order', order, '--json')
  expect(sent.code).toBe(1)
  const { id } = JSON.parse(sent.out).delivery
  expect(await cli('delivery', 'show', id)).toEqual(await cli('deliveries', id))
  expect((await cli('delivery', 'list', '--order', order)).out).toContain(id)
  expect(await cli('delivery', 'show', 'D99999999')).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no delivery "D99999999"'),
  })
  for (const verb of ['restart', 'hold', 'release']) expect(await cli('delivery', verb, 'D99999999')).toMatchObject({ code: 2, out: '' })
  const { id: waits } = sandbox.deliveries.of(order)[0]!
  expect(await cli('delivery', 'hold', waits)).toMatchObject({
    code: 0,
    out: expect.stringContaining(`koosandbox delivery release ${waits}`),
  })
  expect(await cli('delivery', 'release', waits)).toMatchObject({ out: expect.stringContaining('Next attempt') })
})

test('a call that sellers do not have is told before anything is asked about its target', async ({ sandbox }) => {
  for (const words of [['nope'], ['newInstnce'], ['newInstnce', '--order', 'CS0']]) {
    const { code, out, err } = await runCli('delivery', 'trigger', ...words, '--url', sandbox.url)
    expect({ code, out }).toEqual({ code: expect.any(Number), out: '' })
    expect(code).not.toBe(0)
    expect(err).toContain(`There is no call "${words[0]}" of sellers.`)
  }
})
