import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Sandbox, startSandbox, systemClock } from '../../src/index.ts'
import { createHttpClient } from '../../src/marketplace/http-client.ts'
import { runCli } from '../cli/run-cli.ts'
import { tokenFile } from '../helpers/token-file.ts'

const file = tokenFile()
const TOKENS = {
  ada: { token: 'kst_admin', role: 'admin' },
  red: { token: 'kst_red', role: 'tester', namespace: 'red' },
  blue: { token: 'kst_blue', role: 'tester', namespace: 'blue' },
} as const
const BUY = { product: 'crm-basic-month', quantity: 1, period: { type: 'month', num: 1 } }
const LIMITS = { red: { worlds: 2, snapshots: 1, allowHosts: ['seller.red.example'] } }

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ tokens: file.write(TOKENS, LIMITS) })
}, 60_000)
afterAll(() => sandbox.close())
afterEach(() => vi.unstubAllEnvs())

async function post(who: keyof typeof TOKENS, path: string, body: object) {
  const headers = { 'X-Sandbox-Token': TOKENS[who].token, 'content-type': 'application/json' }
  const answer = await fetch(`${sandbox.url}/_sandbox${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> & { detail?: string } }
}

describe('the limits of a namespace are named by the error that meets them', () => {
  test('worlds and snapshots', async () => {
    expect((await post('red', '/worlds', { name: 'one' })).status).toBe(201)
    expect((await post('red', '/worlds', { name: 'two', from: 'one' })).status).toBe(201)
    const third = await post('red', '/worlds', { name: 'three' })
    expect([third.status, third.body.detail]).toEqual([
      409,
      'The namespace red has 2 worlds, which is its limit (worlds). Drop some, or ask for a higher limit.',
    ])
    // By the credentials of the namespace a world would begin on first use.
    const { buyer } = sandbox.inWorld('red--one').credentials
    const headers = { 'X-Auth-Token': buyer!.token, 'X-Sandbox-World': 'red--four' }
    expect((await fetch(`${sandbox.url}/v2/orders/customer-orders`, { headers })).status).toBe(503)
    expect((await post('red', '/worlds/one/snapshots', { name: 'a' })).status).toBe(200)
    const second = await post('red', '/worlds/one/snapshots', { name: 'b' })
    expect([second.status, second.body.detail]).toEqual([409, expect.stringContaining('keeps 1 snapshots, which is its limit (snapshots)')])
    expect((await post('blue', '/worlds', { name: 'one' })).status).toBe(201)
  })

  test('orders, of all its worlds together', async () => {
    const most = ['red--one', 'red--two'].reduce((sum, name) => sum + sandbox.inWorld(name).world.orders.size, 1)
    file.write(TOKENS, { red: { ...LIMITS.red, orders: most } })
    const buy = () => post('red', '/console/orders?world=one', BUY)
    const first = await buy()
    expect([first.status, first.body]).toEqual([200, expect.anything()])
    const second = await buy()
    expect([second.status, second.body.detail]).toEqual([507, expect.stringContaining(`its limit is ${most} (orders)`)])
    expect((await post('blue', '/console/orders?world=one', BUY)).status).toBe(200)
  })

  test('two namespaces share no password', () => {
    const passwords = (name: string) =>
      [...sandbox.inWorld(name).world.accounts.all()].flatMap(({ password }) => (password ? [password] : []))
    expect(passwords('red--one').length).toBeGreaterThan(0)
    expect(passwords('blue--one').filter((one) => passwords('red--one').includes(one))).toEqual([])
  })

  test('sellers at its hosts are called for its worlds, and for no others', async () => {
    const call = createHttpClient({ systemClock, allowIn: (world) => (world === 'red--one' ? ['seller.invalid'] : []) })
    const outcome = (world: string) =>
      call(
        { method: 'POST', url: 'http://seller.invalid/', headers: {}, body: '' },
        { timeout: 5000, instant: 0, about: { world, operation: '', delivery: '', attempt: 1 } },
      )
    expect((await outcome('red--one')).failure).not.toBe('not-allowed')
    expect((await outcome('blue--one')).failure).toBe('not-allowed')
  })
})

describe('a world for a pipeline', () => {
  const create = (who: keyof typeof TOKENS, ...words: string[]) =>
    runCli('world', 'create', ...words, '--url', sandbox.url, '--control-token', TOKENS[who].token)

  test('its address and keys as shell, as JSON, and for GitHub Actions with the secrets masked', async () => {
    const shell = await create('blue', '--ttl', '2h')
    expect([shell.code, shell.err]).toEqual([0, expect.stringMatching(/^World "blue--ci-\w{12}" is dropped when nobody used it for 2h\./)])
    expect(shell.out).toContain(`export KOOSANDBOX_URL='${sandbox.url}'`)
    expect(shell.out).toMatch(/^export KOOSANDBOX_WORLD='blue--ci-\w{12}'$/m)
    expect(shell.out).toMatch(/^export KOOSANDBOX_SELLER_SK='.{40}'$/m)

    const json = JSON.parse((await create('ada', 'nightly', '--namespace', 'green', '--ttl', 'PT30M', '--json')).out)
    expect(json).toMatchObject({ format: 1, world: 'green--nightly', ttl: 'PT1800S', url: sandbox.url })

    const output = join(mkdtempSync(join(tmpdir(), 'koosandbox-output-')), 'output')
    vi.stubEnv('GITHUB_OUTPUT', output)
    const action = await create('blue', 'action', '--ttl', '10m', '--github-output')
    const written = readFileSync(output, 'utf8')
    const [, secret] = /^KOOSANDBOX_BUYER_SK=|HUAWEICLOUD_SDK_SK=(.+)$/m.exec(written) ?? []
    expect(written).toContain('KOOSANDBOX_WORLD=blue--action\n')
    expect(action.out).toContain(`::add-mask::${secret}\n`)
    expect(action.out.split('\n').filter((line) => line !== '' && !line.startsWith('::add-mask::'))).toEqual([])
  })

  test.each<[string[], string]>([
    [['x', '--ttl', 'soon'], 'ttl'],
    [['x', '--ttl', '-2h'], 'ttl'],
    [['x', '--namespace', 'A_B', '--ttl', '1h'], 'is no name of a namespace'],
  ])('%j is refused', async (words, said) => {
    const { code, err } = await create('ada', ...words)
    expect([code, err]).toEqual([2, expect.stringContaining(said)])
  })
})
