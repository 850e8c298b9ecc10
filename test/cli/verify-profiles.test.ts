import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../../src/report/report.ts'
import { PROFILES } from '../../src/verify/profiles/profiles.ts'
import { createKitSeller } from '../sellers/good/kit.ts'
import { createCodeSeller } from '../sellers/good/posted.ts'
import { serveFetch } from '../verify/serve-seller.ts'
import { runCli } from './run-cli.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 3072,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koosandbox-'))
  await writeFile(join(folder, 'public.pem'), publicKey)
})
afterAll(() => rm(folder, { recursive: true }))

test('every profile is listed with its title, and told by the help of the command that plays it', async () => {
  const { code, out } = await runCli('verify', 'profiles')
  const help = await runCli('verify', 'seller', '--help')
  expect(code).toBe(0)
  for (const { name, title } of PROFILES) {
    expect(out).toMatch(new RegExp(`^${name} +\\d+  `, 'm'))
    expect(out).toContain(title)
    expect(help.out.replace(/\s+/g, ' ')).toContain(`${name} ${title}`)
  }
  const json = JSON.parse((await runCli('verify', 'profiles', '--json')).out) as { name: string }[]
  expect(json.map(({ name }) => name)).toEqual(PROFILES.map(({ name }) => name))
})

test('one profile tells its cases, the codes that are right, and the rule that others break', async () => {
  const { out } = await runCli('verify', 'profiles', 'kit')
  expect(out).toContain('Keys: kit.')
  expect(out).toMatch(/^applicationSync\.secret +000002 000005 000101 +applicationSync refuses a secret that it cannot decrypt$/m)
  const { cases } = JSON.parse((await runCli('verify', 'profiles', 'kit', '--json')).out)
  expect(cases).toContainEqual(
    expect.objectContaining({
      name: 'applicationSync.secret',
      rule: expect.objectContaining({ code: 'seller.secret.unchecked', evidence: 'inferred' }),
    }),
  )
})

test('the kit is examined with its own key and the public key of the credential', async () => {
  await using seller = await serveFetch((request) => createKitSeller({ key: 'kit-key', privateKey }).fetch(request))
  const words = ['verify', 'seller', '--url', seller.url, '--profile', 'kit', '--kit-key', 'kit-key']
  const { code, out } = await runCli(...words, '--public-key', join(folder, 'public.pem'))
  expect(code).toBe(0)
  expect(out).toMatch(/^passed +applicationSync\.secret /m)
  const without = await runCli(...words)
  expect(without.code).toBe(0)
  expect(without.out).toMatch(/^ {2}applicationSync, .*: needs the public key of the seller's application credential: --public-key$/m)
  expect(without.out).not.toContain('did not pass')
})

test('a secret in the wrong hash is refused, so that the other one can be told', async () => {
  await using seller = await serveFetch((request) => createKitSeller({ key: 'kit-key', privateKey }).fetch(request))
  const words = ['--profile', 'kit', '--key', 'kit-key', '--public-key', join(folder, 'public.pem'), '--secret-hash', 'sha1']
  const { code, out } = await runCli('verify', 'seller', '--url', seller.url, ...words)
  expect(code).toBe(1)
  expect(out).toMatch(/^failed +applicationSync /m)
})

test('licence codes are examined with one that the seller knows; without one only strangers are tried', async () => {
  await using seller = await serveFetch((request) => createCodeSeller('licence-key', ['PL42']).fetch(request))
  const words = ['verify', 'seller', '--url', seller.url, '--profile', 'licence-code', '--licence-key', 'licence-key']
  expect(await runCli(...words, '--licence', 'PL42')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/: \d+ checked, 0 failed, 3 not checked/),
  })
  const without = await runCli(...words)
  expect(without.out).toMatch(/: 3 checked, 0 failed/)
  expect(without.out).toContain('needs a licence code that the seller knows: --licence')
})

test.each([
  ['a profile that is none', ['--profile', 'kitt', '--key', 'k'], 'Did you mean "kit"?'],
  ['a key of the kit that is missing', ['--profile', 'joint-usage', '--key', 'k'], '--kit-key, or KOOSANDBOX_KIT_KEY'],
  ['a public key that is none', ['--profile', 'kit', '--key', 'k', '--public-key', 'package.json'], '--public-key package.json'],
  ['a public key that is not there', ['--profile', 'kit', '--key', 'k', '--public-key', 'nowhere.pem'], 'ENOENT'],
])('%s ends with 2', async (_what, words, message) => {
  const { code, err } = await runCli('verify', 'seller', '--url', 'http://localhost:1', ...words)
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('a profile to be told that is none ends with 2', async () => {
  expect(await runCli('verify', 'profiles', 'saas')).toMatchObject({ code: 2, err: expect.stringContaining('There is no profile "saas".') })
})

test('where nobody listens, or a host may not be called, that is all that is said', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  // HTTP clients refuse to call some ports themselves, such as 9.
  for (const closed of [port, 9]) {
    const url = `http://127.0.0.1:${closed}/isv`
    const silent = { code: 2, out: '', err: `No server listens at ${url}. Start your seller, or correct --url, then run this again.\n` }
    expect(await runCli('verify', 'seller', '--url', url, '--key', 'my-key')).toEqual(silent)
    expect(await runCli('contract', 'verify', 'seller', '--url', url, '--key', 'my-key')).toEqual(silent)
  }
  for (const command of [
    ['verify', 'seller'],
    ['contract', 'verify', 'seller'],
  ])
    expect(await runCli(...command, '--url', 'http://isv.example.com:8443/isv', '--key', 'my-key')).toEqual({
      code: 2,
      out: '',
      err: 'isv.example.com:8443 is not this machine. To call it, pass --allow-host isv.example.com:8443.\n',
    })
})

/** A seller that refuses every call, whatever its signature. */
const refusing = () => serveFetch(() => Response.json({ resultCode: '000001', resultMsg: 'the signature is wrong' }))

test('an early failure that makes the others meaningless is told once, with its exchange, and the others in short', async () => {
  await using seller = await refusing()
  const { code, out } = await runCli('verify', 'seller', '--url', seller.url, '--key', 'my-own-secret-key')
  expect(code).toBe(1)
  const named = out.split('\n').filter((line) => /^(passed|warned|failed|skipped) /.test(line))
  expect(named.filter((line) => !line.startsWith('passed'))).toEqual([expect.stringMatching(/^failed +newInstance /)])
  const reasons = out.split('Not checked:\n')[1]?.split('\n\n')[0]?.split('\n') ?? []
  expect(reasons[0]).toMatch(/^ {2}newInstance\.\S+, \S+, \S+ and \d+ more: newInstance did not pass$/)
  expect(reasons.length).toBeLessThanOrEqual(5)
  expect(out).toMatch(/^ {2}request {4}POST http\S+\?signature=\w{4}…\(64\)&timestamp=\d{13}&nonce=\w+$/m)
  expect(out).toMatch(/^ {2}signed {5}\[key\]\w+$/m)
  expect(out).toMatch(/^ {2}answer {5}200$/m)
  expect(out).toContain('| {"resultCode":"000001","resultMsg":"the signature is wrong"}')
  expect(out).not.toContain('my-own-secret-key')
})

test('with --strict a warning is a failure, and JSON has the exchange of each finding', async () => {
  await using seller = await serveFetch((request) => createCodeSeller('licence-key', ['PL42']).fetch(request))
  const good = ['verify', 'seller', '--url', seller.url, '--profile', 'licence-code', '--licence-key', 'licence-key', '--json']
  expect((await runCli(...good, '--strict')).code).toBe(0)
  await using slowed = await serveFetch(async (request) => {
    const answer = (await (await createCodeSeller('licence-key', ['PL42']).fetch(request)).json()) as object
    return Response.json({ ...answer, resultMsg: null })
  })
  const words = ['verify', 'seller', '--url', slowed.url, '--profile', 'licence-code', '--licence-key', 'licence-key', '--json']
  const lenient = await runCli(...words)
  const strict = await runCli(...words, '--strict')
  const counts = JSON.parse(lenient.out).counts as { readonly warned: number; readonly failed: number }
  expect(counts.warned).toBeGreaterThan(0)
  expect(lenient.code).toBe(counts.failed > 0 ? 1 : 0)
  expect(strict.code).toBe(1)
  expect(JSON.parse(strict.out)).toMatchObject({ format: 1, good: false, counts: { warned: 0, failed: counts.failed + counts.warned } })
  const findings = (JSON.parse(lenient.out).groups as Report['groups']).flatMap(({ checks }) => checks.flatMap((one) => one.findings))
  for (const { exchange } of findings)
    expect(exchange).toMatchObject({ request: { method: 'POST' }, signed: expect.stringMatching(/^\[key\]/), answer: { status: 200 } })
})
