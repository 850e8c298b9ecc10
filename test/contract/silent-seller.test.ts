import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { pactOf } from '../../src/contract/read-pact.ts'
import { exportSeller } from '../../src/contract/seller/export-seller.ts'
import { verifyContract } from '../../src/contract/seller/verify-contract.ts'
import { builtInBundle, machineSecret, specsOf, systemClock } from '../../src/index.ts'
import { runCli } from '../cli/run-cli.ts'
import { KEY, serveFetch } from '../verify/serve-seller.ts'

const specs = specsOf(builtInBundle())
const BASIC = exportSeller(specs).flatMap(({ file, text }) =>
  file === 'koogallery-seller-basic.json' ? [pactOf(file, JSON.parse(text))] : [],
)
const folder = mkdtempSync(join(tmpdir(), 'silent-seller-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Takes every call and answers none while the test runs. */
async function serveSilence() {
  const over = new AbortController()
  let calls = 0
  const seller = await serveFetch(() => {
    calls++
    return new Promise<Response>((resolve) => over.signal.addEventListener('abort', () => resolve(new Response()), { once: true }))
  })
  const close = seller[Symbol.asyncDispose]
  return {
    url: seller.url,
    calls: () => calls,
    [Symbol.asyncDispose]() {
      over.abort()
      return close()
    },
  }
}

const verify = (url: string, limits: { answer?: number; total?: number }) =>
  verifyContract({
    ...{ specs, pacts: BASIC, url, systemClock, limits, run: machineSecret(), nonce: machineSecret },
    keys: { basic: KEY },
  })

test('a seller that takes calls and stays silent is given up after three of them, and the rest is left out', async () => {
  await using seller = await serveSilence()
  const checks = (await verify(seller.url, { answer: 100 })).groups.flatMap((group) => group.checks)
  expect(seller.calls()).toBe(3)
  expect(checks.filter(({ state }) => state === 'failed').map(({ findings }) => findings[0]?.code)).toEqual([
    'contract.seller.silent',
    'contract.seller.silent',
    'contract.seller.silent',
  ])
  expect(new Set(checks.filter(({ state }) => state !== 'failed').map(({ state, reason }) => `${state}: ${reason}`))).toEqual(
    new Set(['skipped: the seller did not answer 3 calls in a row']),
  )
})

test('the limit of the whole run ends it with a report that is not green, and says so before', async () => {
  await using seller = await serveSilence()
  const junit = join(folder, 'report.xml')
  const words = ['contract', 'verify', 'seller', '--url', seller.url, '--key', KEY, '--timeout', '3s', '--junit', junit]
  const { code, out, err } = await runCli(...words)
  expect(code).toBe(1)
  expect(err).toMatch(/Interaction \d+ of \d+: http/)
  expect(out).toContain('No answer came before the time limit of 3 s was reached.')
  expect(readFileSync(junit, 'utf8')).toContain('the time limit of 3 s was reached')
})

test('a limit that is reached between two calls fails the first interaction that is left out', async () => {
  await using seller = await serveFetch(() => Response.json({ resultCode: '000005', resultMsg: 'no' }))
  const checks = (await verify(seller.url, { total: 1 })).groups.flatMap((group) => group.checks)
  const ended = checks.filter(({ findings }) => findings.some(({ code }) => code === 'contract.limit.reached'))
  expect(ended.map(({ state }) => state)).toEqual(['failed'])
  expect(checks.filter(({ state }) => state === 'skipped').length).toBe(checks.length - 1)
})

test.each(['0', '2d', ''])('--timeout %j is refused', async (timeout) => {
  const words = ['contract', 'verify', 'seller', '--url', 'http://127.0.0.1:9/', '--key', KEY, `--timeout=${timeout}`]
  expect(await runCli(...words)).toMatchObject({ code: 2, err: expect.stringContaining('--timeout must be') })
})
