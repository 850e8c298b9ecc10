import { expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { runCli } from '../cli/run-cli.ts'

test('next moves to the next thing that is planned, and nowhere when nothing is', async () => {
  await using sandbox = await startSandbox({ world: 'empty' })
  const next = () => sandbox.call('sandbox.AdvanceClock', { body: { by: 'next' } })
  expect((await next()).body).toMatchObject({ count: 0, from: '2026-01-01T00:00:00.000Z', now: '2026-01-01T00:00:00.000Z' })
  await using lively = await startSandbox()
  const [first] = lively.world.upcoming()
  const { body } = await lively.call('sandbox.AdvanceClock', { body: { by: 'next' } })
  expect(Date.parse(body.now)).toBe(first!.at)
  expect(body.fired[0]).toMatchObject({ work: first!.work })
  const command = await runCli('clock', 'advance', 'next', '--url', lively.url, '--json')
  expect(Date.parse(JSON.parse(command.out).now)).toBeGreaterThanOrEqual(first!.at)
})

test('wait: false answers at once; the clock tells how it goes and how it ended', async () => {
  await using sandbox = await startSandbox()
  const begun = await sandbox.call('sandbox.AdvanceClock', { body: { by: 'P1Y', wait: false } })
  expect(begun.status).toBe(202)
  await sandbox.clock.pass(0)
  const { body } = await sandbox.call('sandbox.ShowClock')
  expect(body).toMatchObject({ now: '2027-01-01T00:00:00.000Z', passed: { to: '2027-01-01T00:00:00.000Z' } })
  expect(body.passing).toBeUndefined()
})

test('wait: false still refuses what cannot be, and leaves the clock where it was', async () => {
  await using sandbox = await startSandbox()
  for (const body of [{ by: 'soon' }, { to: '2025-01-01T00:00:00Z' }, { by: 'P9000Y' }, {}, { by: '1h', to: '2027-01-01' }]) {
    const { status } = await sandbox.call('sandbox.AdvanceClock', { body: { ...body, wait: false } })
    expect([400, 409, 422], JSON.stringify(body)).toContain(status)
  }
  expect(sandbox.clock.iso()).toBe('2026-01-01T00:00:00Z')
})

test('while a long advance runs, others are answered and see how far it has come', async () => {
  await using sandbox = await startSandbox()
  for (let n = 0; n < 30_000; n++) sandbox.world.plan(sandbox.clock.now() + n * 1000, 'order.deadline', { orderId: 'CS-none' })
  await sandbox.call('sandbox.AdvanceClock', { body: { by: '30000s', wait: false } })
  const seen = await fetch(`${sandbox.url}/_sandbox/clock`).then((answer) => answer.json() as Promise<{ passing?: { fired: number } }>)
  expect(seen.passing?.fired).toBeLessThan(30_000)
  await sandbox.clock.pass(0)
  const { body } = await sandbox.call('sandbox.ShowClock')
  expect(body.passed).toMatchObject({ to: body.now })
})

test('an answer lists at most a thousand things, and counts all', async () => {
  await using sandbox = await startSandbox({ world: 'empty' })
  for (let n = 0; n < 1500; n++) sandbox.world.plan(sandbox.clock.now() + n + 1, 'order.deadline', { orderId: 'CS-none' })
  const { body } = await sandbox.call('sandbox.AdvanceClock', { body: { by: '2s' } })
  expect([body.count, body.fired.length]).toEqual([1500, 1000])
  for (let n = 0; n < 1500; n++) sandbox.world.plan(sandbox.clock.now() + n + 1, 'order.deadline', { orderId: 'CS-none' })
  const command = await runCli('clock', 'advance', '2s', '--url', sandbox.url)
  expect(command.err).toContain('Only the last 1000 are shown, not the 500 before them.')
  expect(command.out).toContain('1500 planned steps done')
})
