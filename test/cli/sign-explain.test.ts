import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { signKit, signProduction } from '../../src/signing/index.ts'
import { signedRequest } from '../helpers/signed-call.ts'
import { runCli } from './run-cli.ts'

const sandbox = await startSandbox()
const folder = mkdtempSync(join(tmpdir(), 'sign-explain-'))
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await sandbox.close()
})

const key = sandbox.credentials.seller?.keys?.['basic'] ?? ''
const stamp = { timestamp: '1767225600000', nonce: 'n0nce' }
const curl = (signature: string) =>
  `curl 'http://localhost:8080/isv?signature=${signature}&timestamp=${stamp.timestamp}&nonce=${stamp.nonce}' --data-raw '{"b":1,"a":2}'`
const good = curl(signProduction('{"b":1,"a":2}', stamp, key).value)
const bad = curl(signKit('{"b":1,"a":2}', stamp, key).value)
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test('with the keys of a running sandbox, or offline with --key: the same explanation', async () => {
  const online = await runCli('sign', 'explain', bad, '--url', sandbox.url)
  expect(online.code).toBe(1)
  expect(online.out).toMatch(/^V2 {2}marketplace → seller {2}signed with the key xinghai-basic of the basic interfaces\n/)
  expect(online.out).toMatch(/3\. Sorted body .*\n {3}\{"a":2,"b":1\}\n/)
  expect(online.out).toMatch(
    /expected {2}[0-9a-f]{64}\ngiven {5}[0-9a-f]{64} {2}wrong\nmistake {3}The body itself was signed, as for the kit; here it is its HMAC\. {2}formula\.no-inner\n/,
  )
  expect(online.out).toMatch(
    /first difference: line 1, column 24\n {2}right {3}\{key\}n0nce1767225600000[0-9a-f]{64}\n {2}signed {2}\{key\}n0nce1767225600000\{"a":2,"b":1\}\n {33}\^\n/,
  )
  const offline = await runCli('sign', 'explain', file('call.txt', bad), '--key', key, '--url', 'http://127.0.0.1:9')
  expect(offline.out.split('\n').slice(1)).toEqual(online.out.split('\n').slice(1))
  expect(offline.code).toBe(1)
  const fine = await runCli('sign', 'explain', good, '--url', sandbox.url, '--json')
  expect([fine.code, JSON.parse(fine.out)]).toMatchObject([0, { scheme: 'V2', matches: true, mistakes: [], steps: { length: 6 } }])
})

test('the call of an app, with the secret key of the sandbox; over HTTP too', async () => {
  const { buyer } = sandbox.credentials
  const { headers, target } = signedRequest({ target: '/v2/orders/customer-orders?limit=1' }, { ak: buyer?.ak ?? '', sk: buyer?.sk ?? '' })
  const request = JSON.stringify({ method: 'GET', url: target, headers })
  const { code, out } = await runCli('sign', 'explain', file('call.har', request), '--url', sandbox.url)
  expect([code, out]).toEqual([0, expect.stringContaining(`signed with the secret key of ${buyer?.ak}`)])
  const answer = await fetch(`${sandbox.url}/_sandbox/signatures/explain`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ request, sk: 'another' }),
  })
  expect(await answer.json()).toMatchObject({
    scheme: 'SDK-HMAC-SHA256',
    key: 'the secret key that was sent',
    matches: false,
    mistakes: [],
  })
})

test.each([
  ['a file that is not there', ['nothing.txt'], /there is no file nothing\.txt/],
  ['no request', ['curl http://x', '--key', 'k'], /carries no signature that is known here/],
  ['no request, asked of a sandbox', ['curl http://x', '--url', sandbox.url], /carries no signature that is known here/],
  ['no signed text', [good, '--key', 'k', '--signed-text', 'nothing.txt'], /--signed-text: there is no file nothing\.txt/],
])('%s: exit code 2 and why', async (_name, words, says) => {
  const { code, err } = await runCli('sign', 'explain', ...words)
  expect([code, err]).toEqual([2, expect.stringMatching(says)])
})
