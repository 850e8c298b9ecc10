import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'

const project = join(import.meta.dirname, '../..')
const home = mkdtempSync(join(tmpdir(), 'koosandbox-tls-'))
const file = join(home, '.koosandbox/tls/certificate.pem')
const env = { ...process.env, HOME: home, KOOSANDBOX_URL: undefined, NODE_EXTRA_CA_CERTS: undefined }
const run = promisify(execFile)

async function serve(...words: string[]) {
  const child = spawn(process.execPath, [join(project, 'dist/cli.js'), 'serve', '--port', '0', '--tls', '--json', ...words], { env })
  let said = ''
  const line = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (data) => {
      said += data
    })
    child.stdout.once('data', (data) => resolve(String(data).split('\n')[0] as string))
    child.once('exit', () => reject(new Error(`It ended early: ${said}`)))
  })
  const end = () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    return gone
  }
  return { ready: JSON.parse(line) as { url: string; certificate: string }, end }
}

/** A program of Node in a process of its own, since what Node trusts is read when it starts. */
const node = (source: string, more: Record<string, string>) =>
  run(process.execPath, ['--input-type=module', '-e', source], { env: { ...env, ...more }, cwd: project }).then(({ stdout }) =>
    stdout.trim(),
  )

let served: Awaited<ReturnType<typeof serve>>
let settings: Record<string, string>
beforeAll(async () => {
  served = await serve()
  const { stdout } = await run(process.execPath, [join(project, 'dist/cli.js'), 'env', '--url', served.ready.url], { env })
  settings = Object.fromEntries([...stdout.matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name, value]) => [name, value]))
})
afterAll(() => served?.end())

test('`env` names the file of the certificate, and its key is nobody else’s', () => {
  expect(served.ready.certificate).toBe(file)
  for (const name of ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CURL_CA_BUNDLE', 'REQUESTS_CA_BUNDLE']) expect(settings[name]).toBe(file)
  expect(settings.HUAWEICLOUD_SDK_REGION_BSS_CN_NORTH_1).toBe(served.ready.url)
  expect(statSync(join(home, '.koosandbox/tls/key.pem')).mode & 0o077).toBe(0)
})

const LIST = '/v2/orders/customer-orders?limit=1'
const program: Record<string, (url: string) => Promise<string>> = {
  async curl(url) {
    const { stdout } = await run('curl', ['-s', '--cacert', file, '-H', `X-Auth-Token: ${settings.KOOSANDBOX_TOKEN}`, `${url}${LIST}`], {
      env,
    })
    return stdout
  },
  fetch: (url) =>
    node(
      `const answer = await fetch('${url}${LIST}', { headers: { 'X-Auth-Token': process.env.KOOSANDBOX_TOKEN } }); console.log(await answer.text())`,
      settings,
    ),
  'Huawei’s SDK': (url) =>
    node(
      `import sdk from '@huaweicloud/huaweicloud-sdk-core'
      import builders from '@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js'
      const { HUAWEICLOUD_SDK_AK: ak, HUAWEICLOUD_SDK_SK: sk, HUAWEICLOUD_SDK_DOMAIN_ID: domainId } = process.env
      const client = new builders.ClientBuilder((one) => one, 'GlobalCredentials')
        .withCredential(new sdk.GlobalCredentials({ ak, sk, domainId })).withEndpoint('${url}').build()
      const { order_infos } = await client.sendRequest({ method: 'GET', url: '/v2/orders/customer-orders', queryParams: { limit: 1 }, pathParams: {}, headers: {}, contentType: 'application/json' })
      console.log(JSON.stringify({ order_infos }))`,
      settings,
    ),
  koosandbox: (url) =>
    run(process.execPath, [join(project, 'dist/cli.js'), 'journal', '--url', url, '--json'], { env }).then(({ stdout }) =>
      stdout.replace('"entries"', '"order_infos"'),
    ),
}
test.each(Object.keys(program))('%s is served over HTTPS', async (name) => {
  expect(JSON.parse(await (program[name] as (typeof program)[string])(served.ready.url))).toMatchObject({ order_infos: expect.any(Array) })
})

test('the certificate is kept for the next start, and made anew for another name', async () => {
  const before = readFileSync(file, 'utf8')
  const again = await serve()
  await again.end()
  expect(readFileSync(file, 'utf8')).toBe(before)
  const other = await serve('--own-host', 'koosandbox.example')
  await other.end()
  expect(readFileSync(file, 'utf8')).not.toBe(before)
})

test('the command line says what is wrong with an address that lacks the s, and with a certificate that it does not know', async () => {
  const sandbox = await startSandbox({ tls: true })
  const told = (url: string) =>
    run(process.execPath, [join(project, 'dist/cli.js'), 'clock', '--url', url], { env }).catch(({ stderr }: { stderr: string }) => stderr)
  expect(await told(sandbox.url.replace('https', 'http'))).toContain('Write https://')
  expect(await told(sandbox.url)).toContain('Set NODE_EXTRA_CA_CERTS')
  await sandbox.close()
  expect(existsSync(file)).toBe(true)
})
