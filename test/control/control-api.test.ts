import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  for (const { name } of sandbox.worlds.list()) if (name !== 'default') sandbox.worlds.drop(name)
  sandbox.reset()
})

test('ready says at which addresses the sandbox answers, with which worlds and checks', async () => {
  const { status, body } = await sandbox.call('sandbox.ShowReady')
  expect(status).toBe(200)
  expect(body).toMatchObject({ ready: true, addresses: sandbox.urls, worlds: ['default'], auth: 'strict', checkAnswers: 'all' })
})

describe('what the specs say', () => {
  test('operations are listed with who answers them, those towards the seller too', async () => {
    const { body } = await sandbox.call('sandbox.ListOperations')
    const served = body.operations.filter((operation: { direction: string }) => operation.direction === 'in')
    expect(served).toHaveLength(sandbox.specs.operations.length)
    expect(body.count).toBe(served.length + sandbox.specs.webhooks.length)
    expect(body.operations).toContainEqual(expect.objectContaining({ ref: 'bss.PayOrders', method: 'POST', answeredBy: 'behaviour' }))
    expect(body.operations).toContainEqual(expect.objectContaining({ ref: 'sandbox.ShowReady', answeredBy: 'control' }))
    expect(body.operations).toContainEqual(expect.objectContaining({ ref: 'production.newInstance', answeredBy: 'seller' }))
  })

  test('one operation is shown with parameters, examples and errors', async () => {
    const { body } = await sandbox.call('sandbox.ShowOperation', { path: { ref: 'ListCustomerOrders' } })
    expect(body).toMatchObject({ ref: 'bss.ListCustomerOrders', place: expect.stringMatching(/^specs\/bss\/.*:\d+$/) })
    expect(body.parameters).toContainEqual(expect.objectContaining({ name: 'limit', in: 'query', type: 'integer' }))
    expect(body.documented.map((error: { key: string }) => error.key)).toEqual(body.errors)
  })

  test('the errors listed are those that can be forced', async () => {
    const { body } = await sandbox.call('sandbox.ListForcedErrors', { query: { operation: 'PayOrders', status: 400 } })
    const [{ operation, errors }] = body.operations
    expect(operation, 'the console pays under the same name; the bare one is the vendor’s').toBe('bss.PayOrders')
    expect(errors.length).toBeGreaterThan(0)
    for (const { key, status } of [...errors, ...body.gateway]) {
      expect((await sandbox.call('bss.PayOrders', { headers: { 'X-Sandbox-Error': key } })).status).toBe(status)
    }
  })

  test('a service comes as one OpenAPI document', async () => {
    const { body } = await sandbox.call('sandbox.ShowSpec', { path: { service: 'sts' } })
    expect(body).toMatchObject({ openapi: '3.1.0', paths: expect.any(Object), components: { schemas: expect.any(Object) } })
  })

  test('a source is followed to every place that cites it', async () => {
    const { body } = await sandbox.call('sandbox.ShowEvidence', { path: { id: 'S-06' } })
    expect(body).toMatchObject({ format: 1, id: 'S-06', kind: 'seed', cited: body.places.length })
    expect(body.places).toContainEqual(
      expect.objectContaining({ what: 'operation', name: 'bss.ListCustomerOrders', place: expect.any(String) }),
    )
    expect((await sandbox.call('sandbox.ShowEvidence', { path: { id: 's-06' } })).body).toEqual(body)
    const listed = await sandbox.call('sandbox.ListEvidence', { query: { kind: 'seed' } })
    expect(listed.body.sources.find((source: { id: string }) => source.id === 'S-06').cited).toBe(body.cited)
  })

  test('an id with a slash is one segment of the path', async () => {
    const { body } = await sandbox.call('sandbox.ShowEvidence', { path: { id: 'OCE/api_order_00013' } })
    expect(body).toMatchObject({ kind: 'page', address: expect.stringContaining('https://') })
  })
})

describe('worlds', () => {
  test('a world is opened, shows itself, and is dropped', async () => {
    const created = await sandbox.call('sandbox.CreateWorld', { body: { name: 'mine' } })
    expect(created).toMatchObject({ status: 201, body: { name: 'mine', named: true, mode: 'frozen' } })
    const listed = await sandbox.call('sandbox.ListWorlds')
    expect(listed.body.worlds.map((world: { name: string }) => world.name)).toEqual(['default', 'mine'])
    expect((await sandbox.call('sandbox.DropWorld', { path: { world: 'mine' } })).status).toBe(204)
    expect((await sandbox.call('sandbox.ShowWorld', { path: { world: 'mine' } })).status).toBe(404)
  })

  test('a fork goes its own way and goes back to where it began', async () => {
    await sandbox.call('sandbox.CreateWorld', { body: { name: 'what-if', from: 'default' } })
    await sandbox.call('sandbox.AdvanceClock', { query: { world: 'what-if' }, body: { by: '1d' } })
    expect(sandbox.clock.iso()).toBe('2026-01-01T00:00:00Z')
    const { body } = await sandbox.call('sandbox.ResetWorld', { path: { world: 'what-if' } })
    expect(body).toMatchObject({ parent: 'default', now: '2026-01-01T00:00:00.000Z', facts: 0 })
  })

  test('the credentials shown are let in', async () => {
    await sandbox.call('sandbox.CreateWorld', { body: { name: 'mine' } })
    const { body } = await sandbox.call('sandbox.ShowCredentials', { query: { world: 'mine' } })
    expect(body).toMatchObject({ format: 1, world: 'mine', url: sandbox.url, seller: { keys: expect.any(Object) } })
    const answer = await fetch(`${body.url}/v2/orders/customer-orders`, { headers: { 'X-Auth-Token': body.buyer.token } })
    expect(answer.status).toBe(200)
    expect(sandbox.journal.entries().at(-1)).toMatchObject({ world: 'mine' })
  })
})

describe('the clock', () => {
  test('moves by a duration and does what is due on the way', async () => {
    const [planned] = sandbox.world.upcoming()
    const { body } = await sandbox.call('sandbox.AdvanceClock', { body: { to: new Date(planned?.at ?? 0).toISOString() } })
    expect(body.fired[0]).toMatchObject({ work: planned?.work, about: planned?.about })
    expect(body.now).toBe(new Date(planned?.at ?? 0).toISOString())
    const facts = await sandbox.call('sandbox.ListFacts')
    expect(facts.body.facts.map(({ type }: { type: string }) => type)).toEqual(body.fired.flatMap((one: { facts: string[] }) => one.facts))
  })

  test('is let go and frozen again', async () => {
    expect((await sandbox.call('sandbox.ReleaseClock')).body.mode).toBe('live')
    expect((await sandbox.call('sandbox.FreezeClock')).body.mode).toBe('frozen')
    expect((await sandbox.call('sandbox.ShowClock')).body.now).toBe(new Date(sandbox.clock.now()).toISOString())
  })

  test('shows what is planned, the nearest first', async () => {
    const { body } = await sandbox.call('sandbox.ListUpcoming')
    expect(body.count).toBe(sandbox.world.upcoming().length)
    expect(body.upcoming.map(({ at }: { at: string }) => at)).toEqual(body.upcoming.map(({ at }: { at: string }) => at).sort())
    expect((await sandbox.call('sandbox.ShowClock')).body.next).toBe(body.upcoming[0].at)
  })
})

test('settings change in one world, all or none', async () => {
  await sandbox.call('sandbox.CreateWorld', { body: { name: 'mine' } })
  const changed = await sandbox.call('sandbox.ChangeSettings', { world: 'mine', body: { 'iam.tokenLife': 'PT1H' } })
  expect(changed.body.settings).toContainEqual(expect.objectContaining({ name: 'iam.tokenLife', value: 'PT1H', default: 'PT24H' }))
  expect(sandbox.world.setting('iam.tokenLife')).toBe('PT24H')

  const refused = await sandbox.call('sandbox.ChangeSettings', { body: { 'iam.tokenLife': 'PT2H', 'iam.tokenLive': 'PT2H' } })
  expect(refused).toMatchObject({ status: 400, body: { code: 'setting.unknown', detail: expect.stringContaining('"iam.tokenLife"') } })
  expect(sandbox.world.setting('iam.tokenLife')).toBe('PT24H')
})

test('the journal has vendor calls only, and forgets when told', async () => {
  await sandbox.call('sandbox.ClearJournal')
  await sandbox.call('bss.ListCustomerOrders', { query: { limit: 'x' } })
  await sandbox.call('sandbox.ShowClock')
  const { body } = await sandbox.call('sandbox.ListJournal', { query: { operation: 'bss.ListCustomerOrders' } })
  expect(body).toMatchObject({
    format: 1,
    count: 1,
    entries: [{ n: body.last, operation: 'bss.ListCustomerOrders', reply: { status: 400 } }],
  })
  expect((await sandbox.call('sandbox.ListJournal', { query: { operation: 'ListCustomerOrders' } })).body.count).toBe(1)
  expect((await sandbox.call('sandbox.ListJournal', { query: { since: body.last } })).body.entries).toEqual([])
  await sandbox.call('sandbox.ClearJournal')
  expect((await sandbox.call('sandbox.ListJournal')).body).toMatchObject({ count: 0, last: body.last })
})
