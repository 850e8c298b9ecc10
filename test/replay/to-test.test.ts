import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { runCli } from '../cli/run-cli.ts'
import { sendSigned } from '../helpers/signed-call.ts'
import { PRODUCT } from '../marketplace/shop.ts'

const project = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'koosandbox-to-test-'))
const file = join(folder, 'run.json')
const ORDERS = '/v2/orders/customer-orders'

/** A run with every kind of call: without a credential, with a printed token, with one of IAM, signed, refused, and with a text that shells and templates treat specially. */
beforeAll(async () => {
  await using sandbox = await startSandbox({ record: file })
  const { ak, sk, token, user_name, password, domain_name } = sandbox.credentials.buyer!
  const send = async (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) => {
    const json = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(sandbox.url + path, { method, headers: { 'content-type': 'application/json', ...headers }, ...json })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) }
  }
  const bought = await send('POST', '/_sandbox/console/orders', {}, { product: PRODUCT.month, pay: false })
  const orderId = bought.body.order.id
  await send('GET', `${ORDERS}/details/${orderId}`, { 'x-auth-token': token })
  await send('GET', `${ORDERS}?status=nonsense`, { 'x-auth-token': token })
  const user = { name: user_name, password, domain: { name: domain_name } }
  const auth = { identity: { methods: ['password'], password: { user } }, scope: { domain: { name: domain_name } } }
  const { headers } = await send('POST', '/v3/auth/tokens', {}, { auth })
  await send('GET', `${ORDERS}?limit=1`, { 'x-auth-token': headers.get('x-subject-token') as string })
  expect(await sendSigned(sandbox.url, { target: `${ORDERS}?limit=2` }, { ak, sk })).toMatchObject({ status: 200 })
  expect(await sendSigned(sandbox.url, { target: `${ORDERS}?limit=3` }, { ak, sk: 'a-wrong-secret-key-0000' })).toMatchObject({
    status: 401,
  })
  await send('POST', '/_sandbox/worlds', {}, { name: 'qa' })
  await send('POST', '/_sandbox/clock/advance', { 'x-sandbox-world': 'qa' }, { by: '1h' })
  await send('POST', '/_sandbox/faults', {}, { on: 'bss.PayOrders', when: { 'body.order_id': '"$(exit 1)` \\n\' 订单' } })
}, 60_000)

const printed = async (kind: string) => (await runCli('replay', file, '--to-test', kind)).out
const run = promisify(execFile)

/** A folder as in a user's project: both packages are installed in it. */
function projectFolder(): string {
  const own = mkdtempSync(join(folder, 'project-'))
  mkdirSync(join(own, 'node_modules'))
  symlinkSync(project, join(own, 'node_modules', 'koogallery-sandbox'))
  symlinkSync(join(project, 'node_modules', 'vitest'), join(own, 'node_modules', 'vitest'))
  return own
}

describe('replay --to-test', () => {
  test('vitest: the file passes in a project that has the package', { timeout: 120_000 }, async () => {
    const text = await printed('vitest')
    expect(text).toContain(
      "test('BuyProduct, ShowCustomerOrderDetails, ListCustomerOrders, KeystoneCreateUserTokenByPassword and 3 more', async () => {",
    )
    expect(text).toContain(
      `await send('GET', \`${ORDERS}/details/\${buyProduct.body.order.id}\`, { 'X-Auth-Token': sandbox.credentials.buyer!.token })`,
    )
    expect(text).toContain('expect(listCustomerOrders.status).toBe(400)')
    const own = projectFolder()
    writeFileSync(join(own, 'run.test.ts'), text)
    // The outer vitest hands its settings on in variables; this one is separate.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')))
    const vitest = join(project, 'node_modules', 'vitest', 'vitest.mjs')
    const { stdout } = await run(process.execPath, [vitest, 'run', '--root', own, '--reporter', 'json', '--testTimeout', '60000'], {
      cwd: own,
      env,
    })
    expect(JSON.parse(stdout)).toMatchObject({ success: true, numPassedTests: 1, numTotalTests: 1 })
  })

  test.each(['sh', 'bash'])('curl: the script passes in %s', { timeout: 60_000 }, async (shell) => {
    const text = await printed('curl')
    expect(text).toContain(`send GET "${ORDERS}/details/\${buyProduct_order_id}" 200 -H "X-Auth-Token: \${buyer_token}"`)
    await using sandbox = await startSandbox()
    const { stdout } = await run(shell, ['-c', text], { env: { ...process.env, KOOSANDBOX_URL: sandbox.url } })
    expect(stdout).toBe('passed\n')
  })

  test('curl: the script fails where a status differs, and says where', { timeout: 60_000 }, async () => {
    const text = await printed('curl')
    await using sandbox = await startSandbox()
    sandbox.faults.add({ on: 'bss.ShowCustomerOrderDetails', answer: 'CBC.0999' })
    const failed = run('sh', ['-c', text], { env: { ...process.env, KOOSANDBOX_URL: sandbox.url } })
    await expect(failed).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^GET .*details\/CS\w+: expected 200, got \d+: .*CBC\.0999/),
    })
  })

  const withoutPytest = spawnSync('python3', ['-m', 'pytest', '--version']).status !== 0
  if (withoutPytest) console.warn('There is no pytest here (Debian: python3-pytest): the test for pytest is not run.')

  test.skipIf(withoutPytest)('pytest: the file passes with nothing but the standard library', { timeout: 60_000 }, async () => {
    const text = await printed('pytest')
    expect(text).toContain(
      `send("GET", "${ORDERS}/details/" + str(buy_product["body"]["order"]["id"]), {"X-Auth-Token": credentials["buyer"]["token"]})`,
    )
    const own = mkdtempSync(join(folder, 'pytest-'))
    writeFileSync(join(own, 'test_run.py'), text)
    await using sandbox = await startSandbox()
    const env = { ...process.env, KOOSANDBOX_URL: sandbox.url, PYTHONDONTWRITEBYTECODE: '1' }
    const { stdout } = await run('python3', ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', 'test_run.py'], { cwd: own, env })
    expect(stdout).toMatch(/1 passed/)
  })

  test('the options of the run that matter are in the test, or in the command that starts its sandbox', async () => {
    const own = join(folder, 'options.json')
    const addresses = [{ id: 'own', sellerId: '5a1c0e7b92d84f36a7c1e05d3b684f92', use: 'basic', url: 'http://127.0.0.1:9', version: 2 }]
    const options = { auth: 'lenient', config: { addresses }, seed: "it's 7" } as const
    await using sandbox = await startSandbox({ ...options, record: own })
    await fetch(`${sandbox.url}/_sandbox/deliveries/D9/restart`, { method: 'POST' })
    await sandbox.close()
    const text = async (kind: string) => (await runCli('replay', own, '--to-test', kind)).out
    const call = `startSandbox({ world: 'default', seed: "it's 7", auth: "lenient", config: ${JSON.stringify(options.config)} })`
    expect(await text('vitest')).toContain(call)
    for (const kind of ['pytest', 'curl']) {
      const written = await text(kind)
      expect(written).toContain(
        `koosandbox serve --clock frozen --seed 'it'${kind === 'curl' ? '\\' : '\\\\'}''s 7' --config FILE --auth lenient\n`,
      )
      expect(written).toContain('Sellers are called at the addresses of the configuration. Start yours first.')
      // The status of the answer is checked once, not again in its body.
      expect(written.match(/\b404\b/g)).toHaveLength(1)
    }
  })

  test.each(['vitest', 'pytest', 'curl'])('%s: a call with a wrong signature is left out, with the reason', async (kind) => {
    expect(await printed(kind)).toContain(
      'bss.ListCustomerOrders is left out: call 7 used a credential that is not among the printed ones.',
    )
  })
})
