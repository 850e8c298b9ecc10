import { expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'

const MONTH = { product: 'crm-basic-month' }

test('what would end beyond the year 9999 is refused on every way to buy it, and leaves nothing behind', async () => {
  await using sandbox = await startSandbox({ auth: 'lenient', start: Date.UTC(9890, 0, 1) })
  const { world, clock, credentials } = sandbox
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', 'x-auth-token': credentials.buyer!.token }
    const answer = await fetch(`${sandbox.url}${path}`, { method: 'POST', body: JSON.stringify(body), headers })
    return { status: answer.status, body: (await answer.json()) as { detail?: string; order?: { id: string } } }
  }
  const orders = (body: object) => post('/_sandbox/console/orders', body)
  // What renews itself goes on to the end.
  for (const { name } of [...world.accounts.all()]) await post(`/_sandbox/console/accounts/${name}/recharge`, { amount: '99999999.00' })
  await clock.advance({ to: '9999-06-01T00:00:00Z' })
  const before = [world.orders.size, world.facts.count]
  for (const body of [MONTH, { ...MONTH, pay: false }, { ...MONTH, period: { type: 'year', num: 1 } }])
    expect(await orders(body)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Time ends with the year 9999') } })
  expect([world.orders.size, world.facts.count]).toEqual(before)
  expect((await orders({ product: 'crm-buyout' })).status).toBe(200)
  await clock.advance({ to: '9999-12-31T23:59:59Z' })
  const late = [...world.facts].filter((fact) => 'reason' in fact && fact.reason === 'time-ends')
  expect(late.length).toBeGreaterThan(0)
  expect([...world.facts].every(({ at }) => at <= Date.UTC(9999, 11, 31, 23, 59, 59))).toBe(true)
})

test.each([Date.UTC(9900, 0, 2), Number.NaN, -1, 1.5])('a sandbox does not start at %s', async (start) => {
  await expect(startSandbox({ start })).rejects.toThrow(`from 1970-01-01 to 9900-01-01 (0 to ${Date.UTC(9900, 0, 1)}), not ${start}.`)
})
