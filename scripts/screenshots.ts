/**
 * Takes pictures of the main pages of the console: both languages, both themes, wide and narrow. Look at them: a test cannot say whether a page
 * is good. `npm run screenshots -- orders order` takes those pages alone; the pictures go to `screenshots/`, or where SCREENSHOTS says.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { machineSecret, seededNumbers, startSandbox, systemClock } from '../src/index.ts'
import { createExaminations } from '../src/verify/examinations.ts'
import { buildConsole } from './build-console.ts'

const project = join(import.meta.dirname, '..')
const folder = process.env.SCREENSHOTS ?? join(project, 'screenshots')
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
if (executablePath === undefined)
  throw new Error('No Chromium is installed. Run “apt-get install chromium fonts-noto-cjk”, then run this again.')
await buildConsole(join(project, 'dist', 'ui', 'console'))

/** A seller that keeps the contract only so far, so that pages have successes and findings to show. */
const seller = createServer((request, response) => {
  request.resume().on('end', () => {
    response.setHeader('Content-Type', 'application/json')
    response.end(
      '{"resultCode":"000000","resultMsg":"success","instanceId":"instance-1","appInfo":{"frontEndUrl":"https://crm.example.com"}}',
    )
  })
})
await new Promise<void>((resolve) => seller.listen(0, '127.0.0.1', resolve))
const sellerUrl = `http://127.0.0.1:${(seller.address() as AddressInfo).port}/isv`

const stopping = new AbortController()
const examinations = createExaminations({ systemClock, stop: stopping.signal, secret: machineSecret, chance: seededNumbers })
await using sandbox = await startSandbox({ clock: 'frozen', coverage: true, examinations: () => Promise.resolve(examinations) })
await control('console/sellers/xinghai_soft/addresses', { use: 'basic', url: sellerUrl })
const paid = await sandbox.buy('crm-basic-month')
await sandbox.clock.advance('1h')
const order = await sandbox.buy('crm-basic-month', { pay: false })
await sandbox.call('bss.ListCustomerOrders', { query: { limit: 5 } })
await sandbox.call('bss.ListCustomerOrders', { query: { limit: 'x' } })
await sandbox.call('bss.ShowCustomerOrderDetails', { path: { order_id: paid.id } })
const { last } = await control<{ last: number }>('journal?limit=1')
const { deliveries } = await control<{ deliveries: readonly { id: string }[] }>('deliveries')
const [resource] = sandbox.world.orders.get(paid.id)?.resourceIds ?? []
const [supervision] = [...sandbox.world.supervisions.all()]
sandbox.worlds.fork('default', 'staging')
await sandbox.buy('crm-basic-month')
await control('faults', { on: 'bss.ListCustomerOrders', status: 503, times: 2 })
const examination = await control<{ id: string }>('examinations', {
  url: sellerUrl,
  profile: 'saas-period-upgradable',
  keys: { basic: 'the-key' },
  stories: 0,
})

/** An answer of the control API; with a body, that of a POST. */
async function control<T = unknown>(path: string, body?: object): Promise<T> {
  const sent = body && { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
  const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, sent ?? {})
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}

/** The main pages, by name. */
const PAGES: Readonly<Record<string, string>> = {
  today: '/today',
  orders: '/orders',
  order: `/orders/${order.id}`,
  bill: `/orders/${paid.id}/bill`,
  resource: `/resources/${resource}`,
  supervision: `/supervisions/${supervision?.id}`,
  products: '/products',
  requests: '/requests',
  request: `/requests/${last - 1}`,
  deliveries: '/deliveries',
  delivery: `/deliveries/${deliveries.at(-1)?.id}`,
  address: '/deliveries/address',
  examination: `/examination/${examination.id}`,
  faults: '/faults',
  scenarios: '/faults/scenarios',
  coverage: '/coverage',
  worlds: '/worlds',
  compare: '/worlds/compare?with=staging',
  settings: '/settings',
  data: '/data',
}

const wanted = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
for (const language of ['en', 'zh'] as const)
  for (const theme of ['light', 'dark'] as const)
    for (const width of [1440, 390] as const) {
      const page = await browser.newPage({ viewport: { width, height: width === 390 ? 844 : 900 }, colorScheme: theme })
      await page.addInitScript(`localStorage.setItem('koosandbox-language', '${language}')`)
      page.setDefaultTimeout(120_000)
      for (const [name, path] of Object.entries(PAGES)) {
        if (wanted.length > 0 && !wanted.includes(name)) continue
        await page.goto(`${sandbox.url}/_sandbox/ui${path}`)
        await page.locator('main h1').waitFor({ state: 'attached' })
        // Until nothing is on its way any more; the stream of facts never ends.
        await page.locator('.loading').first().waitFor({ state: 'detached' })
        await page.screenshot({ path: join(folder, `${name}-${language}-${theme}-${width}.png`), fullPage: true })
      }
      await page.close()
    }
await browser.close()
stopping.abort()
seller.close()
console.log(`The pictures are in ${folder}.`)
