import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { rawHttp } from '../helpers/raw-http.ts'
import { openSeller } from '../marketplace/seller.ts'
import { freshFolder } from '../state/served.ts'
import { runCli } from './run-cli.ts'

const project = join(import.meta.dirname, '..', '..')

/** Steers the terminal, rings, colours with C1, runs backwards, hides, returns the cursor, and has lines that look like ours or like a command to CI. */
const EVIL = 'x\u001b[2J\u0007\u009b31m\u202e\u2066\u200f\u2028\u007f\r\nFORGED  CS0 paid\rFORGED\n::add-mask::x'

const HARMFUL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069]|^\s*(?:FORGED|::|##\[)/m

const NEW = {
  method: 'POST',
  target: '/',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ activity: 'newInstance', [EVIL]: EVIL }),
}

let sandbox: Sandbox
let seller: Awaited<ReturnType<typeof openSeller>>
const ids = { order: '', unpaid: '', delivery: '' }
const folder = freshFolder()
const world = join(folder, 'world.json')

/** Harmful wherever a seller may say something. */
const answer = () => ({
  headers: { 'x-said': 'x\u009b31m\u0085', 'content-type': 'application/json; x="\u009b2J"' },
  body: `::stop-commands::x\n${JSON.stringify({ resultCode: `000000${EVIL}`, resultMsg: EVIL, instanceId: EVIL, [EVIL]: EVIL }).replaceAll('\\n', '\n')}`,
})

/** The same world in which every name that has a Chinese letter is harmful. */
const spoilt = () =>
  JSON.stringify(sandbox.worlds.export('default'), (_key, value) =>
    typeof value === 'string' && /\p{Script=Han}/u.test(value) ? `${value}${EVIL}` : value,
  )

beforeAll(async () => {
  sandbox = await startSandbox()
  seller = await openSeller(answer)
  writeFileSync(world, spoilt())
  sandbox.worlds.import('default', JSON.parse(spoilt()))
  const { world: made, clock } = sandbox
  const [{ id: sellerId } = { id: '' }] = [...made.accounts.all()].filter(({ role }) => role === 'seller')
  for (const use of ['basic', 'kit', 'licence'] as const)
    made.addresses.put({ id: `a-${use}`, sellerId, use, url: `${seller.url}/isv`, version: 2, debuggedAt: clock.now() })
  ids.order = (await sandbox.buy('crm-basic-month')).id
  ids.unpaid = (await sandbox.buy('crm-basic-month', { pay: false })).id
  await clock.advance('10m')
  ids.delivery = [...made.deliveries.all()][0]!.id
  // What callers say stands in the journal.
  const harmful = { 'content-type': 'application/json', 'x-auth-token': sandbox.credentials.buyer!.token, 'x-request-id': 'x\u009b31m' }
  for (const target of ['/v3/orders/customer-orders/pay', '/v2/orders/customer-orders?status=%1b%5b2J%0aFORGED&%9b=1'])
    await rawHttp(sandbox.url, { method: 'POST', target, headers: harmful, body: JSON.stringify({ order_id: EVIL, [EVIL]: EVIL }) })
}, 60_000)
afterAll(async () => {
  await sandbox.close()
  await seller.close()
})

const expectHarmless = ({ out, err }: { readonly out: string; readonly err: string }) => {
  for (const text of [out, err]) {
    const found = HARMFUL.exec(text)
    expect(found && JSON.stringify(text.slice(Math.max(0, found.index - 300), found.index + 100))).toBeNull()
  }
  expect(out.length + err.length).toBeGreaterThan(0)
}

describe('nothing that sellers, files or callers said steers a terminal or passes for a line of ours', () => {
  test.each(
    `deliveries | deliveries DELIVERY | deliveries --restart DELIVERY | trigger newInstance --order ORDER | buy | buy crm-basic-year | pay | pay UNPAID
    | renew ORDER | unsubscribe ORDER | accept | show | show accounts | show products | show order ORDER | show resources | show delivery DELIVERY | facts
    | journal | worlds | worlds import spoilt WORLD | worlds export default | worlds save default kept | worlds snapshots | clock | clock upcoming
    | clock advance 400d | env | settings | wait --fact order.placed --timeout 1s | set order UNPAID cancelled`.split(/\s*\|\s*/),
  )('%s', async (line) => {
    const meant: Record<string, string> = { ORDER: ids.order, UNPAID: ids.unpaid, DELIVERY: ids.delivery, WORLD: world }
    const words = line.split(' ').map((word) => meant[word] ?? word)
    for (const more of [[], ['--json']]) expectHarmless(await runCli(...words, ...more, '--url', sandbox.url))
  })

  test.each(['verify seller', 'contract verify seller'])('%s', async (line) => {
    const words = [...line.split(' '), '--url', seller.url, '--key', 'key']
    for (const more of [[], ['--json'], ['--verbose']]) expectHarmless(await runCli(...words, ...more))
  })

  test.each(['facts', 'show order', 'buy x', 'wait --fact x --timeout 1s'])('%s, asked of what is no sandbox', async (line) => {
    await using stranger = await openSeller(() => ({ status: 400, body: JSON.stringify({ detail: EVIL, code: EVIL }) }))
    expectHarmless(await runCli(...line.split(' '), '--url', stranger.url))
  })

  test.each([
    [
      'listen',
      () => ['--forward', `${seller.url}/app`, '--url', sandbox.url],
      () => sandbox.buy('crm-basic-month').then(() => sandbox.clock.advance('1m')),
    ],
    ['sign-proxy', () => ['--to', seller.url, '--key', 'key', '--port', '0'], (url: string) => rawHttp(url, NEW)],
    [
      'proxy',
      () => ['--upstream', seller.url, '--port', '0'],
      (url: string) => rawHttp(url, { target: '/v2/orders/customer-orders?%9b=%1b' }),
    ],
  ])('%s', async (name, words, act) => {
    for (const more of [[], ['--json']]) {
      const child = spawn(process.execPath, [join(project, 'dist/cli.js'), name, ...words(), ...more])
      const said = { out: '', err: '' }
      child.stdout.on('data', (part) => (said.out += part))
      child.stderr.on('data', (part) => (said.err += part))
      const forwarded = () => [...sandbox.world.addresses.all()].filter(({ url }) => url.endsWith('/app')).length
      const all = () => said.out + said.err
      try {
        if (name === 'listen') await expect.poll(forwarded).toBe(3)
        else await expect.poll(all).toMatch(/http:\/\/127/)
        const before = all().length
        await act(/http:\/\/127[.\d]+:\d+/.exec(all())?.[0] ?? '')
        await expect.poll(() => all().length).toBeGreaterThan(before)
      } finally {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      expectHarmless(said)
    }
  })

  test('there is one way out: what prints goes through it', () => {
    const files = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' }).filter(
      // The console in the browser prints nothing; it shows code that does.
      (file) => file.endsWith('.ts') && !file.startsWith('ui/console/'),
    )
    const loud = files.filter((file) =>
      /console\.(?:log|error|warn|info)\(|std(?:out|err)\.write\(/.test(readFileSync(join(project, 'src', file), 'utf8')),
    )
    // The first one writes JSON whose control characters are escaped; the last one writes such a line into the tests that it makes.
    expect(loud.sort()).toEqual(['access/audit.ts', 'cli/main.ts', 'cli/terminal/print.ts', 'replay/to-test/write-test.ts'])
  })
})
