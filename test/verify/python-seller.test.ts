import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../../src/index.ts'
import { PROFILES } from '../../src/verify/profiles/profiles.ts'
import { verifySeller } from '../../src/verify/verify-seller.ts'
import { runCli } from '../cli/run-cli.ts'
import { startSellerProcess } from '../sellers/seller-process.ts'
import { readReport } from './read-report.ts'
import { KEY } from './serve-seller.ts'

const SELLER = join(import.meta.dirname, '..', '..', 'examples', 'seller-python', 'seller.py')
const without = spawnSync('python3', ['--version']).status !== 0
if (without) console.warn('There is no python3 here: the Python seller is not verified.')

const start = () => startSellerProcess('python3', [SELLER], { KOOGALLERY_KEY: KEY, PORT: '0' })

test.skipIf(without)(
  'the seller in Python does everything right, whatever it sells and however often it is asked',
  { timeout: 300_000 },
  async () => {
    await using seller = await start()
    const examine = async (name: string) => {
      const profile = PROFILES.find((one) => one.name === name)!
      const report = readReport(
        await verifySeller({ url: seller.url, keys: { basic: KEY }, run: `${name.length}python`, systemClock, profile }),
      )
      expect(report.faults).toEqual([])
      expect(report.warnings).toEqual([])
      expect(report).toMatchObject({ checked: profile.cases.length, failed: 0 })
    }
    // Side by side: an examination waits a second for a body in pieces alone.
    await Promise.all(['saas-period', 'saas-period-upgradable'].map(examine))
  },
)

test.skipIf(without)('it asks for a body that is announced', async () => {
  await using seller = await start()
  const call = request(seller.url, { method: 'POST', headers: { expect: '100-continue', 'content-length': 2 } })
  call.flushHeaders()
  await once(call, 'continue')
  call.end('{}')
  const [answer] = await once(call, 'response')
  expect(answer.statusCode).toBe(200)
  answer.resume()
})

test.skipIf(without)('the command says so too', async () => {
  await using seller = await start()
  const { code, out, err } = await runCli('verify', 'seller', '--url', seller.url, '--key', KEY)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/: \d+ checked, 0 failed, \d+ not checked\.\n$/)
})

test.skipIf(without)('without a key it says what it needs, and serves nobody', () => {
  const env = { ...process.env, KOOGALLERY_KEY: '', PORT: '0' }
  const { status, stderr } = spawnSync('python3', [SELLER], { env, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('Set KOOGALLERY_KEY')
})
