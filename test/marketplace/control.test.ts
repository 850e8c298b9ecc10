import { describe, expect } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { runCli } from '../cli/run-cli.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { openSeller } from './seller.ts'
import { buy, goodAnswer, PRODUCT, settle } from './shop.ts'

/** A control call over HTTP. */
async function ask(sandbox: Sandbox, method: string, path: string, body?: unknown) {
  const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked by the sandbox itself
  return { status: response.status, body: (await response.json()) as any }
}

const refusal = { status: 503, body: { resultCode: '000005', resultMsg: 'other inner error' } }

test('a list names the error of a call before its warnings', async ({ sandbox }) => {
  await using seller = await openSeller(() => ({ body: { resultCode: '000000', resultMsg: 'success', instanceId: 'i-1' } }))
  settle(sandbox, seller.url)
  sandbox.faults.add({ on: 'newInstance', sign: 'wrongly', times: 1 })
  buy(sandbox)
  await sandbox.clock.pass('1m')
  const { last } = (await ask(sandbox, 'GET', '/deliveries')).body.deliveries[0]
  expect(last.codes).toEqual(['answer.signature.unchecked', 'answer.frontEndUrl.missing'])
  const { out } = await runCli('delivery', 'list', '--url', sandbox.url)
  expect(out).toMatch(/D00000001 .* answer\.signature\.unchecked .*\[F1 sign wrongly\]/)
})

test('deliveries are listed, shown with what was signed and answered, and restarted', async ({ sandbox }) => {
  let down = true
  await using seller = await openSeller((call) => (down ? refusal : goodAnswer(call)))
  settle(sandbox, seller.url)
  const order = buy(sandbox)
  await sandbox.clock.pass('5m')

  const listed = (await ask(sandbox, 'GET', `/deliveries?order=${order.id}&status=waiting`)).body
  expect(listed).toMatchObject({ count: 1, deliveries: [{ operation: 'production.newInstance', attempts: 1 }] })
  const [{ id, last, nextAt }] = listed.deliveries
  expect(last).toMatchObject({ status: 503, passed: false, codes: ['answer.status.wrong'] })
  expect(nextAt).toBe('2026-01-01T01:00:00.000Z')

  const shown = (await ask(sandbox, 'GET', `/deliveries/${id}`)).body
  const [attempt] = shown.attempts
  expect(attempt).toMatchObject({ number: 1, request: { method: 'POST', body: seller.calls[0]!.body }, answer: { status: 503 } })
  expect(attempt.canonical).toMatch(/^\w{32}\d{13}[0-9a-f]{64}$/)
  expect(attempt.findings[0].vendorText).toContain('httpCode=503')
  expect(sandbox.deliveries.get(id)?.attempts).toMatchObject([{ status: 503 }])

  expect(await ask(sandbox, 'POST', `/deliveries/${id}/restart`)).toMatchObject({ status: 409, body: { code: 'conflict' } })
  await sandbox.clock.pass('4h')
  expect(sandbox.deliveries.of(order)).toMatchObject([{ status: 'given-up' }])
  down = false
  const restarted = await ask(sandbox, 'POST', `/deliveries/${id}/restart`)
  expect(restarted, 'the order is void, so nobody is called for it').toMatchObject({
    status: 200,
    body: { delivery: { status: 'given-up' } },
  })
})

test('a person holds a call and releases it; the order waits meanwhile, and the timetable goes on', async ({ sandbox }) => {
  let down = true
  await using seller = await openSeller((call) => (down ? refusal : goodAnswer(call)))
  settle(sandbox, seller.url)
  const order = buy(sandbox)
  await sandbox.clock.pass('5m')
  const [{ id }] = (await ask(sandbox, 'GET', `/deliveries?order=${order.id}`)).body.deliveries
  const made = seller.calls.length

  expect((await ask(sandbox, 'POST', `/deliveries/${id}/release`)).body).toMatchObject({ code: 'conflict' })
  const held = await ask(sandbox, 'POST', `/deliveries/${id}/hold`)
  expect(held).toMatchObject({
    status: 200,
    body: { delivery: { status: 'held', heldByHand: true, nextAt: '2026-01-01T01:00:00.000Z', attempts: 1 } },
  })
  expect(await ask(sandbox, 'POST', `/deliveries/${id}/hold`)).toMatchObject({ status: 409, body: { code: 'conflict' } })
  await sandbox.clock.pass('30m')
  const early = await ask(sandbox, 'POST', `/deliveries/${id}/release`)
  expect(early.body.delivery).toMatchObject({ status: 'waiting', nextAt: '2026-01-01T01:00:00.000Z', attempts: 1 })

  await ask(sandbox, 'POST', `/deliveries/${id}/hold`)
  await sandbox.clock.pass('10h')
  expect(seller.calls).toHaveLength(made)
  expect(sandbox.world.orders.get(order.id)?.status).toBe('processing')
  down = false
  const late = await ask(sandbox, 'POST', `/deliveries/${id}/release`)
  expect(late.body).toMatchObject({ delivery: { status: 'succeeded', attempts: 2 }, attempts: [{ passed: false }, { passed: true }] })
  expect(late.body.delivery).not.toHaveProperty('heldByHand')
  const facts = [...sandbox.world.facts.since(0)].filter((fact) => 'deliveryId' in fact && fact.deliveryId === id).map(({ type }) => type)
  expect(facts).toEqual([
    ...['delivery.planned', 'delivery.attempted', 'delivery.held', 'delivery.released', 'delivery.held', 'delivery.released'],
    ...['delivery.attempted', 'delivery.succeeded'],
  ])
})

test('what the marketplace holds is restarted, not released; a restart ends what a person holds', async ({ sandbox }) => {
  let down = true
  await using seller = await openSeller((call) => (down ? refusal : goodAnswer(call)))
  settle(sandbox, seller.url)
  const order = buy(sandbox)
  await sandbox.clock.pass('5m')
  const { id } = sandbox.deliveries.of(order)[0]!
  sandbox.world.transition('deliveries', id, 'hold', { nextAt: undefined })
  const refused = await ask(sandbox, 'POST', `/deliveries/${id}/release`)
  expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Restart it.') } })
  expect(sandbox.deliveries.restart(id)).toMatchObject({ status: 'waiting' })
  await ask(sandbox, 'POST', `/deliveries/${id}/hold`)
  down = false
  const { body } = await ask(sandbox, 'POST', `/deliveries/${id}/restart`)
  expect(body.delivery).toMatchObject({ status: 'succeeded' })
  expect(body.delivery).not.toHaveProperty('heldByHand')
})

test('a list of deliveries has the newest that fit, in their order, whatever the filter', async ({ sandbox }) => {
  await using seller = await openSeller(goodAnswer)
  settle(sandbox, seller.url)
  const orders = Array.from({ length: 4 }, () => buy(sandbox))
  await sandbox.clock.pass('1m')
  const all = sandbox.deliveries.list()
  const ids = async (query: string) =>
    ((await ask(sandbox, 'GET', `/deliveries?${query}`)).body.deliveries as { id: string }[]).map(({ id }) => id)
  const wanted = (fits: (one: (typeof all)[number]) => boolean, limit = 100) =>
    all
      .filter(fits)
      .slice(-limit)
      .map(({ id }) => id)
  expect(await ids('')).toEqual(wanted(() => true))
  expect(await ids('limit=3')).toEqual(wanted(() => true, 3))
  expect(await ids('status=succeeded&limit=2')).toEqual(wanted(({ status }) => status === 'succeeded', 2))
  expect(await ids(`order=${orders[1]?.id}`)).toEqual(wanted(({ orderId }) => orderId === orders[1]?.id))
  expect(await ids('operation=newInstance&limit=3')).toEqual(wanted(({ operation }) => operation.endsWith('.newInstance'), 3))
  expect(await ids(`after=${all[2]?.id}`)).toEqual(wanted(({ id }) => id > (all[2]?.id ?? '')))
  expect(await ids(`status=held`)).toEqual([])
})

describe('a call by hand', () => {
  test('is made at once, with members as the caller wants them, and leads to nothing else when it is debugging', async ({ sandbox }) => {
    await using seller = await openSeller(goodAnswer)
    settle(sandbox, seller.url)
    const order = buy(sandbox)
    await sandbox.clock.pass('1m')
    const before = seller.calls.length
    const { status, body } = await ask(sandbox, 'POST', '/deliveries', {
      operation: 'newInstance',
      order: order.id,
      debugging: true,
      set: { orderLineId: `${order.id}-000009` },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      delivery: { operation: 'production.newInstance', cause: 'hand', debugging: true },
      attempts: [{ passed: true }],
    })
    await sandbox.clock.pass('30m')
    expect(seller.calls.slice(before).map(({ json }) => json)).toMatchObject([{ testFlag: '1', orderLineId: `${order.id}-000009` }])
  })

  test('may name the seller as the console does', async ({ sandbox }) => {
    await using seller = await openSeller(goodAnswer)
    const { sellerId } = settle(sandbox, seller.url)
    for (const name of ['xinghai_soft', sellerId]) {
      const { body } = await ask(sandbox, 'POST', '/deliveries', { operation: 'queryInstance', seller: name, debugging: true })
      expect(body).toMatchObject({ delivery: { sellerId } })
    }
  })

  test.each([
    ['nothing is named', { operation: 'newInstance' }, 400, 'Name what the call is about'],
    ['the order is unknown', { operation: 'newInstance', order: 'CS2601010800ZZZZZ' }, 400, 'There is no order "CS2601010800ZZZZZ"'],
    ['the seller is misspelt', { operation: 'newInstance', seller: 'xinghai_sof' }, 400, 'Did you mean "xinghai_soft"?'],
    ['the call is misspelt', { operation: 'newInstanc', product: PRODUCT.month }, 400, 'Did you mean "newInstance"?'],
    ['there is no address', { operation: 'refreshLicenseCode', product: PRODUCT.licence }, 409, 'has no address for licence calls'],
  ])('is refused when %s', async (_when, wish, status, detail) => {
    await using sandbox = await startSandbox()
    const refused = await ask(sandbox, 'POST', '/deliveries', wish)
    expect(refused.status).toBe(status)
    expect(refused.body.detail).toContain(detail)
    expect(sandbox.deliveries.list()).toEqual([])
  })
})

test('the command line shows, triggers and explains', async ({ sandbox }) => {
  await using seller = await openSeller((call) =>
    call.json['activity'] === 'updateInstanceStatus' ? { body: '<html>', headers: { 'content-type': 'text/html' } } : goodAnswer(call),
  )
  settle(sandbox, seller.url)
  const cli = (...words: string[]) => runCli(...words, '--url', sandbox.url)
  expect(await cli('deliveries')).toMatchObject({ code: 3 })
  const order = buy(sandbox)
  await sandbox.clock.pass('1m')
  const list = await cli('deliveries')
  expect(list).toMatchObject({ code: 0 })
  expect(list.out.split('\n').filter((line) => line.includes(order.id))).toHaveLength(2)
  const bad = await cli('trigger', 'updateInstanceStatus', '--resource', `inst-${order.id}-000001`, '--status', 'FREEZE')
  expect(bad.code).toBe(1)
  expect(bad.out).toContain('answer.content-type.wrong')
  expect(bad.out).toContain('answer.body.unparsable')
  const table = await cli('deliveries', '--table', '--json')
  expect(JSON.parse(table.out)).toMatchObject({ format: 1, timetables: expect.any(Array), causes: expect.any(Array) })
  expect((await cli('deliveries', 'D00000001', '--order', order.id)).code).toBe(2)
  expect((await cli('trigger', 'newInstance', '--order', order.id, '--set', 'novalue')).code).toBe(2)
})

test('listen sets the address of a local app, shows its calls with their verdicts, and takes it away again', async ({ sandbox }) => {
  await using seller = await openSeller(goodAnswer)
  const { spawn } = await import('node:child_process')
  const args = ['dist/cli.js', 'listen', '--forward', `${seller.url}/isv`, '--url', sandbox.url]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  const said = (what: string) =>
    new Promise<void>((resolve) => {
      const look = () => text.includes(what) && resolve()
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      look()
    })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
  await said('is called at')
  const { keys } = sandbox.credentials.seller ?? {}
  await said(`The calls are signed with ${keys?.basic} (basic; KOOSANDBOX_KEY of \`koosandbox env\`)`)
  const order = buy(sandbox)
  await sandbox.clock.pass('1m')
  await said('production.queryInstance')
  expect(text).toContain(order.id)
  expect(text).toContain('"activity":"newInstance"')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(sandbox.world.addresses.size).toBe(0)
})
