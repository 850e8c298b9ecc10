import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matchContract } from '../../../src/contract/record/match-contract.ts'
import { recordPact } from '../../../src/contract/record/record-pact.ts'
import { statesFileOf, writeRecording } from '../../../src/contract/record/write-recording.ts'
import { verifyConsumer } from '../../../src/contract/verify-consumer.ts'
import { type Sandbox, startSandbox, systemClock } from '../../../src/index.ts'
import { formatSdkDate, signAkSk, signUsagePush } from '../../../src/signing/index.ts'
import '../../../src/vitest.ts'
import { runCli } from '../../cli/run-cli.ts'

let sandbox: Sandbox
let folder: string
beforeAll(async () => {
  sandbox = await startSandbox()
  folder = mkdtempSync(join(tmpdir(), 'recording-'))
})
afterAll(async () => {
  await sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What an app does over HTTP: looks at its orders, pays one, looks again; something is bought and time passes beside it. */
async function payAnOrder(world: string, server = sandbox): Promise<void> {
  const shop = server.inWorld(world)
  const headers = { 'X-Auth-Token': shop.credentials.buyer!.token, 'Content-Type': 'application/json' }
  const ask = (method: string, path: string, body?: unknown) =>
    fetch(`${server.url}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  const { id } = await shop.buy('crm-basic-month', { pay: false })
  await ask('GET', '/v2/orders/customer-orders?limit=2&status=6')
  const paid = await ask('POST', '/v3/orders/customer-orders/pay', { order_id: id, use_coupon: 'NO', use_discount: 'NO' })
  expect(paid.status).toBe(204)
  await shop.clock.advance('1h')
  await ask('GET', `/v2/orders/customer-orders/details/${id}`)
  await ask('GET', '/v2/orders/customer-orders/details/CS0000000000NONE0')
}

/** A seller's software: the order query signed with AK/SK, and what was used. */
async function askForTheOrder(world: string, server = sandbox): Promise<void> {
  const shop = server.inWorld(world)
  const seller = shop.credentials.seller!
  const { id } = await shop.buy('crm-basic-month')
  await shop.clock.advance('1h')
  const path = '/api/mkp-openapi-public/global/v1/order/query'
  const query = `orderId=${id}`
  const headers = { host: new URL(server.url).host, 'X-Sdk-Date': formatSdkDate(Date.now()) }
  const { authorization } = signAkSk({ method: 'GET', path, query, headers, body: '' }, { access: seller.ak, secret: seller.sk })
  const answer = await fetch(`${server.url}${path}?${query}`, { headers: { ...headers, Authorization: authorization } })
  expect(answer.status).toBe(200)
  const wrong = JSON.stringify({ instanceId: 'nobody', usageData: [] })
  const ts = String(Date.now())
  const { value } = signUsagePush({ ts, nonce: 'n1', body: wrong }, seller.keys!['basic']!)
  const push = '/api/mkp-openapi-public/global/v1/isv/usage-data'
  await fetch(`${server.url}${push}`, {
    method: 'POST',
    body: wrong,
    headers: { 'content-type': 'application/json', signature: value, ts, nonce: 'n1', 'X-Sandbox-World': world },
  })
}

const record = (world: string, server = sandbox) =>
  recordPact(server.journal.entries({ world, changes: true }), {
    consumer: 'shop-app',
    provider: 'cloud',
    specs: server.specs,
    start: 'default',
  })

describe.each([
  ['a customer', payAnOrder, 4],
  ['a seller', askForTheOrder, 2],
] as const)('what the software of %s did', (name, act, interactions) => {
  const world = name.replace(' ', '-')
  const file = () => join(folder, `${world}.json`)

  test('becomes a pact that holds in any other world', async () => {
    await act(world)
    const recording = record(world)
    expect([recording.interactions, recording.leftOut]).toEqual([interactions, []])
    for (const [path, text] of writeRecording(file(), recording)) writeFileSync(path, text)

    const report = await verifyConsumer({ files: [file()], states: [statesFileOf(file())], start: 'default', systemClock })
    const checks = report.groups.flatMap((group) => group.checks)
    expect(checks.filter(({ state }) => state !== 'passed').map(({ title, findings }) => [title, findings])).toEqual([])
    expect(checks.length).toBeGreaterThanOrEqual(interactions)
  })

  test('holds no credential, and has the same bytes when it is done again elsewhere', async () => {
    await using other = await startSandbox()
    const first = writeRecording(file(), record(world))
    await act(world, other)
    expect(writeRecording(file(), record(world, other))).toEqual(first)
    const { buyer, seller } = sandbox.inWorld(world).credentials
    for (const secret of [buyer!.token, seller!.sk, seller!.ak]) expect(JSON.stringify(first)).not.toContain(secret)
  })
})

test('a contract that exists is compared with the recording, and written only when asked for', async () => {
  await payAnOrder('compared')
  const recording = record('compared')
  const file = join(folder, 'deep', 'compared.json')
  expect(matchContract(file, recording, 'none')).toEqual([expect.stringContaining('there is no')])
  expect(matchContract(file, recording, 'new')).toEqual([])
  expect(matchContract(file, recording, 'none')).toEqual([])

  const [gone, ...rest] = (JSON.parse(readFileSync(file, 'utf8')) as { interactions: { description: string; request: object }[] })
    .interactions
  const changed = { ...rest[0]!, request: {} }
  writeFileSync(
    file,
    JSON.stringify({ interactions: [changed, ...rest.slice(1), { ...gone!, description: 'RenewResources answered 200' }] }),
  )
  expect(matchContract(file, recording, 'new')).toEqual([
    '+ ListCustomerOrders answered 200: the app does it, but it is not in the contract',
    '- RenewResources answered 200: in the contract, but the app did not do it',
    '~ PayOrders answered 204: the request or the answer differs',
  ])
  expect(matchContract(file, recording, 'all')).toEqual([])
  expect(matchContract(file, recording, 'none')).toEqual([])
})

test('the matcher says what the app did otherwise, and that nothing was done is no contract', async () => {
  await payAnOrder('matched')
  const story = Object.create(sandbox, Object.getOwnPropertyDescriptors(sandbox.inWorld('matched'))) as Sandbox
  const file = join(folder, 'matched.json')
  matchContract(file, record('matched'), 'all')
  expect(story).toMatchContract(file, { consumer: 'shop-app', provider: 'cloud' })
  await story.call('bss.ListCustomerOrders')
  expect(() => expect(story).toMatchContract(file, { consumer: 'shop-app', provider: 'cloud' })).toThrow(
    '+ ListCustomerOrders answered 200, time 2',
  )
  const idle = Object.create(sandbox, Object.getOwnPropertyDescriptors(sandbox.inWorld('idle'))) as Sandbox
  expect(() => expect(idle).toMatchContract(file, { consumer: 'shop-app' })).toThrow('nothing was recorded')
})

test('the command records from a running sandbox, and says how to verify', async () => {
  await payAnOrder('from-outside')
  const file = join(folder, 'outside.json')
  const words = ['contract', 'record', '--url', sandbox.url, '--world', 'from-outside', '--consumer', 'shop-app', '--out', file]
  const { code, out } = await runCli(...words)
  expect([code, out]).toEqual([0, expect.stringContaining(`4 interactions in ${file}`)])
  const verified = await runCli('contract', 'verify', 'consumer', file, '--states', statesFileOf(file), '--static-only')
  expect([verified.code, verified.err]).toEqual([0, ''])
  sandbox.inWorld('nobody-called')
  sandbox.worlds.open('nobody-called')
  expect(await runCli('contract', 'record', '--url', sandbox.url, '--world', 'nobody-called', '--consumer', 'x')).toMatchObject({ code: 3 })
  expect(await runCli('contract', 'record', '--url', sandbox.url, '--consumer', 'a b')).toMatchObject({ code: 2 })
})
