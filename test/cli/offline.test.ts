import { expect, test } from 'vitest'
import { builtInBundle, specsOf } from '../../src/index.ts'
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
    expect(await runCli(...words)).toEqual({ code: 3, out: '', err: 'No documented error is like that.\n' })
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
  expect(thread.code).toContainEqual(expect.stringMatching(/^src\/spec\/query\.ts:\d+$/))
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

test.each([['env'], ['clock'], ['worlds'], ['journal'], ['settings']])(
  '%s says where nothing answers and how to start',
  async (command) => {
    const { code, err } = await runCli(command, '--url', '127.0.0.1:3')
    expect(code).toBe(1)
    expect(err).toContain('Nothing answers at http://127.0.0.1:3 (')
    expect(err).toContain('koosandbox serve')
  },
)
