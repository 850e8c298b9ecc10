import { expect, vi } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { runCli } from './run-cli.ts'

test('facts lists what became true, from a number on, of one name, in the world named', async ({ sandbox }) => {
  const cli = (...words: string[]) => runCli('facts', ...words, '--url', sandbox.url)
  expect(await cli()).toMatchObject({ code: 3, out: '', err: 'No facts yet.\n' })
  await sandbox.buy('crm-basic-month')
  expect((await cli()).out).toMatch(
    /^ {4}1 {2}2026-01-01T00:00:00\.000Z {2}order\.placed {2}\{"orderId":"CS\w+"[\s\S]*\n {4}3 .*order\.paid/,
  )
  expect((await cli('--since', '2')).out.trim()).toMatch(/^3 .*order\.paid[^\n]*$/)
  expect(JSON.parse((await cli('--type', 'order.placed', '--json')).out)).toMatchObject({ last: 3, count: 1, facts: [{ n: 1 }] })
  expect(await cli('--type', 'order.cancelled')).toMatchObject({ code: 3, err: 'No order.cancelled yet.\n' })
  expect(await cli('--limit', '0')).toMatchObject({ code: 2, err: expect.stringContaining('--limit must be a whole number') })
  expect(await cli('--world', 'nowhere')).toMatchObject({ code: 2, err: expect.stringContaining('There is no world "nowhere"') })
})

test('facts goes on with what comes until the sandbox stops', async () => {
  const sandbox = await startSandbox()
  const order = await sandbox.buy('crm-basic-month', { pay: false })
  const following = runCli('facts', '--follow', '--url', sandbox.url)
  const printed = (text: string) => vi.waitFor(() => expect(vi.mocked(process.stdout.write).mock.calls.join()).toContain(text), 30_000)
  await printed('order.placed')
  await sandbox.pay(order)
  await printed('order.paid')
  await sandbox.close()
  expect(await following).toMatchObject({
    code: 1,
    err: expect.stringMatching(/ended the stream .*the sandbox stopped\.\n$/),
    out: expect.stringMatching(/^ {4}1 .*order\.placed.*\n {4}2 .*account\.charged.*\n {4}3 .*order\.paid/),
  })
})
