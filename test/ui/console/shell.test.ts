import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/index.ts'
import { rawHttp } from '../../helpers/raw-http.ts'

const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const BUILT = join(import.meta.dirname, '..', '..', '..', 'dist', 'ui', 'console')
const HTML = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ clock: 'frozen' })
})
afterAll(() => sandbox.close())

const get = (path: string, accept?: string) => rawHttp(sandbox.url, { method: 'GET', target: path, headers: accept ? { accept } : {} })

describe('who gets the console', () => {
  test.each([
    '/',
    '/?world=other',
    '/_sandbox/ui',
    '/_sandbox/ui/',
    '/_sandbox/ui/worlds',
    '/_sandbox/ui/orders/CS2601010800AAAAA?world=a',
  ])('a browser at %s', async (path) => {
    const answer = await get(path, HTML)
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'x-frame-options': 'DENY' } })
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'none'; require-trusted-types-for 'script'; base-uri 'none'; frame-ancestors 'none'",
    )
  })

  test.each([undefined, '*/*', 'application/json', 'application/json, text/plain, */*'])(
    'who asks at / for %s is a client of the API, and gets the documented 404',
    async (accept) => {
      const answer = await get('/', accept)
      expect(answer.status).toBe(404)
      expect(answer.json()).toMatchObject({ error_code: 'APIGW.0101' })
    },
  )

  test('no other path of the vendor becomes a page', async () => {
    for (const path of ['/v2/orders/customer-orders', '/index.html', '/console', '//']) {
      expect([path, (await get(path, HTML)).headers['content-type']]).toEqual([path, 'application/json'])
    }
  })

  test('a document that is served with an operation at / keeps it', async () => {
    const spec = {
      openapi: '3.0.3',
      info: { title: 'home', version: '1' },
      paths: { '/': { get: { responses: { 200: { description: 'ok', content: { 'application/json': { example: { home: true } } } } } } } },
    }
    const file = join(mkdtempSync(join(tmpdir(), 'console-')), 'home.json')
    writeFileSync(file, JSON.stringify(spec))
    await using foreign = await startSandbox({ spec: [file] })
    const answer = await rawHttp(foreign.url, { method: 'GET', target: '/', headers: { accept: HTML } })
    expect(answer.json()).toEqual({ home: true })
  })

  test.each(['/_sandbox/ui/../../package.json', '/_sandbox/ui/%2e%2e/index.js', '/_sandbox/ui/nothing.js', '/_sandbox/ui/console.js.map'])(
    'no file but those of the console: %s',
    async (path) => {
      expect((await get(path, HTML)).status).toBe(404)
    },
  )
})

test('all files of the console have less than 200 kB, compressed', () => {
  const sizes = readdirSync(BUILT).map((file) => [file, gzipSync(readFileSync(join(BUILT, file))).length] as const)
  expect(sizes.map(([file]) => file)).toEqual(expect.arrayContaining(['console.js', 'console.css']))
  const all = sizes.reduce((sum, [, size]) => sum + size, 0)
  expect(all, JSON.stringify(sizes)).toBeLessThan(200_000)
})

describe.runIf(BROWSER)('in a browser', () => {
  let browser: Browser
  let page: Page
  const asked = new Set<string>()
  const printed: string[] = []
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: BROWSER as string,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
    })
    page = await browser.newPage({ locale: 'en-US', viewport: { width: 1440, height: 900 } })
    page.on('request', (request) => asked.add(new URL(request.url()).origin))
    page.on('console', (message) => printed.push(message.text()))
    page.on('pageerror', (error) => printed.push(error.message))
  })
  afterAll(() => browser?.close())

  test('it lists the worlds, changes its language, and asks nobody else', async () => {
    await page.goto(`${sandbox.url}/_sandbox/ui/worlds`)
    await page.getByRole('table').getByRole('link', { name: 'default' }).waitFor()
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('heading', { name: '沙箱世界', level: 1 }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.getByRole('button', { name: 'English' }).click()
    expect([...asked]).toEqual([sandbox.url])
    expect(printed).toEqual([])
  })
})
