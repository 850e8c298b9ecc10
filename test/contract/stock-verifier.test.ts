import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openStateServer } from '../../src/contract/seller/state-server.ts'
import { builtInBundle, machineSecret, specsOf, systemClock } from '../../src/index.ts'
import { MISTAKES } from '../sellers/mistakes/mistakes.ts'
import { startSellerProcess } from '../sellers/seller-process.ts'
import { startSeller } from '../sellers/start-seller.ts'
import { publishedPact } from './published-pact.ts'
import { runStock } from './stock-verifier.ts'

const KEY = 'stock-access-key-1'
const project = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'stock-verifier-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** They run side by side, for each waits for three processes: each may take as long as all. */
const TOGETHER = { timeout: 300_000 }

async function hold(upstream: string, parts: readonly string[]) {
  const stage = await openStateServer({
    ...{ upstream, specs: specsOf(builtInBundle()), keys: { basic: KEY }, run: machineSecret() },
    now: systemClock.now,
    nonce: machineSecret,
    wait: (ms) => systemClock.wait(ms),
  })
  try {
    return await runStock(parts.map(publishedPact), stage.url, stage.statesUrl, join(folder, `${machineSecret()}.json`))
  } finally {
    await stage.close()
  }
}

test.concurrent(
  'the seller in Python keeps the published contract, by the command line alone: a stock verifier, files and addresses',
  TOGETHER,
  async () => {
    const python = join(project, 'examples', 'seller-python', 'seller.py')
    await using seller = await startSellerProcess('python3', ['-u', python], { KOOGALLERY_KEY: KEY, PORT: '0' })
    const words = ['sign-proxy', '--states', '--to', seller.url, '--key', KEY, '--port', '0']
    await using proxy = await startSellerProcess(process.execPath, [join(project, 'dist', 'cli.js'), ...words], {})
    const files = ['basic', 'period', 'change'].map(publishedPact)
    const { code, failed, output } = await runStock(files, proxy.url, `${proxy.url}/_states`, join(folder, 'python.json'))
    expect(failed).toEqual([])
    expect(code, output).toBe(0)
    expect(proxy.log).toContainEqual(expect.stringMatching(/^POST +updateInstanceStatus +signed v2 200 000001$/))
  },
)

test.concurrent('the seller in TypeScript keeps it', TOGETHER, async () => {
  await using seller = await startSeller({ changes: [] }, { KOOGALLERY_KEY: KEY })
  expect(await hold(seller.url, ['basic', 'period', 'change'])).toMatchObject({ code: 0, failed: [] })
})

test.concurrent.each([
  ['no-idempotency', 'basic', 'newInstance (purchase) once more gets the same instance'],
  ['instance-id-too-long', 'basic', 'newInstance (purchase) is carried out'],
  ['signature-unchecked', 'period', 'refreshInstance (renewal) is answered 000001'],
  ['result-code-as-number', 'period', 'updateInstanceStatus (freeze) is carried out'],
  ['never-shown', 'basic', 'queryInstance (one) is carried out'],
])('the stock verifier finds the mistake %s', TOGETHER, async (name, part, interaction) => {
  const mistake = MISTAKES.find((one) => one.name === name)!
  await using seller = await startSeller(mistake, { KOOGALLERY_KEY: KEY })
  const { code, failed } = await hold(seller.url, [part])
  expect(code).not.toBe(0)
  expect(failed).toContain(interaction)
})
