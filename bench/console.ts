/**
 * `npm run bench:console`: what the console in the browser costs. Its size, how soon it paints, and how many frames it loses while a
 * thousand exchanges a second arrive. Needs a build and Chromium; other work on the machine shows in the figures.
 */
import { fork } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { openBrowser } from '../test/ui/console/browser.ts'
import { fire } from './load.ts'

const project = join(import.meta.dirname, '..')
const built = join(project, 'dist', 'ui', 'console')
const RATE = Number(process.env['RATE'] ?? 1000)
const SECONDS = 5

const over = (gaps: readonly number[], ms: number) => gaps.filter((gap) => gap > ms).length
const middle = (values: readonly number[]) => Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number)

const child = fork(join(import.meta.dirname, 'serve.mjs'))
const { url, token } = await new Promise<{ url: string; token: string }>((resolve) =>
  child.once('message', (told) => resolve(told as never)),
)
const browser = await openBrowser()
try {
  const sizes = readdirSync(built).map((file) => gzipSync(readFileSync(join(built, file))).length)
  console.log(`size of all ${sizes.length} files, compressed: ${(sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1)} kB`)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  await paints(page)
  for (const path of ['/today', '/orders', '/requests']) await frames(page, path)
} finally {
  await browser.close()
  child.kill()
}

/** First contentful paint, and when the numbers of the first page are there. */
async function paints(page: Page): Promise<void> {
  const painted: number[] = []
  const ready: number[] = []
  for (let i = 0; i < 9; i++) {
    await page.goto(`${url}/`, { waitUntil: 'commit' })
    await page.locator('.numbers').waitFor()
    ready.push((await page.evaluate('performance.now()')) as number)
    painted.push((await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")) as number)
  }
  console.log(`first paint: ${middle(painted)} ms (${painted.map(Math.round).join(', ')})`)
  console.log(`first page with its numbers: ${middle(ready)} ms (${ready.map(Math.round).join(', ')})`)
}

/** Frames while nothing happens, then while exchanges arrive. */
async function frames(page: Page, path: string): Promise<void> {
  await page.goto(`${url}/_sandbox/ui${path}`)
  await page.locator('main h1').waitFor()
  const measure = async () =>
    (await page.evaluate(`new Promise((done) => {
      const gaps = []
      const end = performance.now() + ${SECONDS * 1000}
      let before = performance.now()
      requestAnimationFrame(function frame(now) {
        gaps.push(now - before)
        before = now
        if (now < end) requestAnimationFrame(frame)
        else done(gaps.slice(1))
      })
    })`)) as number[]
  const say = (what: string, gaps: readonly number[]) =>
    console.log(
      `${path} ${what}: ${gaps.length} frames, over 20 ms ${over(gaps, 20)}, over 34 ms ${over(gaps, 34)}, over 100 ms ${over(gaps, 100)}, longest ${Math.max(...gaps).toFixed(0)} ms`,
    )
  say('at rest', await measure())
  const load = sendMany()
  say('under load', await measure())
  const sent = await load
  console.log(`${path}: ${Math.round(sent / SECONDS)} exchanges a second were answered meanwhile`)
}

/** Lists orders, and buys twenty times less often, so that facts arrive too: `RATE` calls a second. Returns how many were answered. */
async function sendMany(): Promise<number> {
  const headers = { 'X-Auth-Token': token }
  const body = JSON.stringify({ product: 'crm-basic-month' })
  const buy = { method: 'POST', path: '/_sandbox/console/orders', headers: { ...headers, 'Content-Type': 'application/json' }, body }
  const ms = SECONDS * 1000
  const all = await Promise.all([
    fire(url, { method: 'GET', path: '/v2/orders/customer-orders?limit=10', headers }, { ms, rate: RATE * 0.95 }),
    fire(url, buy, { ms, rate: RATE * 0.05, connections: 4 }),
  ])
  return all.reduce((sum, { answers }) => sum + answers, 0)
}
