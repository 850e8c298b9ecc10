/**
 * Takes pictures of the main pages of the console: both languages, both themes, wide and narrow. Look at them: a test cannot say whether a page
 * is good. `npm run screenshots -- orders order` takes those pages alone; the pictures go to `screenshots/`, or where SCREENSHOTS says.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { startSandbox } from '../src/index.ts'
import { buildConsole } from './build-console.ts'

const project = join(import.meta.dirname, '..')
const folder = process.env.SCREENSHOTS ?? join(project, 'screenshots')
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
if (executablePath === undefined)
  throw new Error('No Chromium is installed. Run “apt-get install chromium fonts-noto-cjk”, then run this again.')
await buildConsole(join(project, 'dist', 'ui', 'console'))

await using sandbox = await startSandbox({ clock: 'frozen' })
const paid = await sandbox.buy('crm-basic-month')
const order = await sandbox.buy('crm-basic-month', { pay: false })
await sandbox.call('bss.ListCustomerOrders', { query: { limit: 5 } })
await sandbox.call('bss.ListCustomerOrders', { query: { limit: 'x' } })
const [resource] = sandbox.world.orders.get(paid.id)?.resourceIds ?? []
const [supervision] = [...sandbox.world.supervisions.all()]
sandbox.worlds.fork('default', 'staging')

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
  deliveries: '/deliveries',
  examination: '/examination',
  faults: '/faults',
  coverage: '/coverage',
  worlds: '/worlds',
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
console.log(`The pictures are in ${folder}.`)
