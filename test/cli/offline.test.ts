import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtInBundle, listUnknown, specsOf } from '../../src/index.ts'
import { runCli } from './run-cli.ts'

test('errors --json lists every documented error of every vendor operation, without a sandbox', async () => {
  const { code, out } = await runCli('errors', '--json')
  const list = JSON.parse(out)
  const documented = specsOf(builtInBundle()).operations.filter(({ ours, errors }) => !ours && errors.size > 0)
  expect(code).toBe(0)
  expect(list).toMatchObject({ format: 1, count: documented.reduce((all, { errors }) => all + errors.size, 0) })
  expect(list.operations.map(({ operation }: { operation: string }) => operation)).toEqual(documented.map(({ ref }) => ref))
  for (const { errors } of list.operations)
    for (const error of errors) expect(error).toMatchObject({ key: expect.any(String), evidence: expect.any(String) })
})

test('errors of one operation print as a table with an example to try', async () => {
  const { code, out } = await runCli('errors', 'bss.PayOrders', '--status', '400')
  expect(code).toBe(0)
  expect(out).toMatch(/^bss\.PayOrders {2}POST \/v3\/orders\/customer-orders\/pay/)
  expect(out).toMatch(/^ {2}CBC\.99003106 +400 +\w+ +\S/m)
  expect(out).toContain("curl -H 'X-Sandbox-Error: ")
})

test.each([[['errors', '--status', '599']], [['errors', '--service', 'bss', '--status', '599']]])(
  '%j finds nothing and exits 3',
  async (words) => {
    expect(await runCli(...words)).toEqual({ code: 3, out: '', err: 'No documented error matches.\n' })
    expect(JSON.parse((await runCli(...words, '--json')).out)).toMatchObject({ format: 1, count: 0 })
  },
)

test('what every operation may answer is something found', async () => {
  expect(await runCli('errors', 'bss.PayOrders', '--status', '429')).toMatchObject({ code: 0, out: expect.stringContaining('APIGW.0308') })
})

test('evidence follows a seed to specs, code and tests', async () => {
  const { code, out } = await runCli('evidence', 'S-06', '--json')
  const thread = JSON.parse(out)
  expect(code).toBe(0)
  expect(thread.places).toContainEqual(
    expect.objectContaining({ name: 'bss.ListCustomerOrders', place: expect.stringMatching(/^specs\/bss\/.*:\d+$/) }),
  )
  expect(thread.code).toContainEqual(expect.stringMatching(/^src\/spec\/request\/query\.ts:\d+$/))
  expect((await runCli('evidence', 's-06', '--json')).out).toBe(out)
  expect((await runCli('evidence', 'S-06')).out).toContain('specs/bss/operations/ListCustomerOrders.yaml:')
})

test('evidence without an id lists all sources, each with the number of places that cite it', async () => {
  const { sources } = JSON.parse((await runCli('evidence', '--kind', 'seed', '--json')).out)
  expect(sources.map(({ id }: { id: string }) => id)).toEqual(
    Object.keys(builtInBundle().sources).filter((id) => builtInBundle().sources[id]?.kind === 'seed'),
  )
  expect(sources.find(({ id }: { id: string }) => id === 'S-06').cited).toBeGreaterThan(0)
})

const unknown = listUnknown(builtInBundle())

test('evidence --unknown lists every statement that no source settles, as many as the specs have', async () => {
  const specs = join(import.meta.dirname, '../../specs')
  const files = readdirSync(specs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))
  const marks = files.flatMap((file) => readFileSync(join(specs, file), 'utf8').match(/x-evidence: unknown/g) ?? [])
  const { code, out } = await runCli('evidence', '--unknown', '--json')
  const list = JSON.parse(out)
  expect({ code, count: list.count, listed: list.statements.length }).toEqual({ code: 0, count: marks.length, listed: marks.length })
  expect(list).toMatchObject({ format: 1, statements: unknown })
})

test.each([
  ['a setting', 'bss.paymentInterval', '', ['bss.PayOrders', 'bss.PayOrdersLegacy']],
  ['a setting of a timetable', 'production.notifyInterval', '', ['production.orderNotify on order.placed']],
  ['a timetable', 'poll', '', ['production.queryInstance on delivery.succeeded', 'production.pollInterval']],
  ['a parameter', 'koogallery.ListDeployedObjects', '/parameters/4', ['koogallery.ListDeployedObjects query query_all']],
  ['a field of a body', 'production#AuthSyncUser', '/properties/extension', ['production.authSync body/userList[]/extension']],
  ['an error', 'bss!cbc/CBC.30010035', '', ['bss.CancelResourcesSubscription']],
  ['a member of errors', 'koogallery!mkt/extra_info', '', ['koogallery.QueryOrder']],
])('evidence --unknown says what depends on %s', (_what, name, pointer, dependents) => {
  const statement = unknown.find((one) => one.name === name && one.pointer === pointer)
  expect(statement?.dependents).toEqual(expect.arrayContaining(dependents))
})

test('evidence --unknown names operations that the specs have', () => {
  const refs = new Set([...specsOf(builtInBundle()).operations, ...specsOf(builtInBundle()).webhooks].map(({ ref }) => ref))
  const named = unknown.flatMap(({ dependents }) => dependents.map((text) => text.split(' ')[0] ?? ''))
  expect(named.filter((name) => !refs.has(name) && !(name in builtInBundle().settings))).toEqual([])
})

test('evidence --unknown prints statement, place and dependents, of a setting also the lines that obey it or name it', async () => {
  const { out } = await runCli('evidence', '--unknown')
  expect(out).toMatch(/^bss\.paymentInterval {2}setting {2}specs\/bss\/openapi\.yaml:\d+\n {2}\S.*\n {4}bss\.PayOrders\n/m)
  expect(out).toMatch(/^ {4}src\/commerce\/payment\/may-pay\.ts:\d+$/m)
  // By its whole name, and in the specs of its own service by the short one.
  expect(out).toMatch(/^production\.notifyInterval .*\n.*\n(?: {4}.*\n)* {4}specs\/production\/deliveries\.yaml:\d+$/m)
  expect(out).toMatch(/^scm\.unsubscribeWait .*\n.*\n(?: {4}.*\n)* {4}specs\/scm\/errors\.yaml:\d+$/m)
})

test.each([['env'], ['clock'], ['worlds'], ['journal'], ['settings']])(
  '%s says where nothing answers and how to start',
  async (command) => {
    const { code, err } = await runCli(command, '--url', '127.0.0.1:3')
    expect(code).toBe(1)
    expect(err).toContain('Nothing answers at http://127.0.0.1:3 (')
    expect(err).toContain('koosandbox serve')
  },
)
