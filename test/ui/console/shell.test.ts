import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/index.ts'
import { rawHttp } from '../../helpers/raw-http.ts'
import { onEveryPage } from './every-page.ts'
import { describeInBrowser } from './open-console.ts'

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
    '/_sandbox/ui/data/serviceTypes/hws.service.type.obs',
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

  test.each([
    '/_sandbox/ui/../../package.json',
    '/_sandbox/ui/%2e%2e/index.js',
    '/_sandbox/ui/data/%2E./index.js',
    '/_sandbox/ui/nothing.js',
    '/_sandbox/ui/console.js.map',
  ])('no file but those of the console: %s', async (path) => {
    expect((await get(path, HTML)).status).toBe(404)
  })
})

test('all files of the console have less than 200 kB, compressed', () => {
  const sizes = readdirSync(BUILT).map((file) => [file, gzipSync(readFileSync(join(BUILT, file))).length] as const)
  expect(sizes.map(([file]) => file)).toEqual(expect.arrayContaining(['console.js', 'console.css']))
  const all = sizes.reduce((sum, [, size]) => sum + size, 0)
  expect(all, JSON.stringify(sizes)).toBeLessThan(200_000)
})

describeInBrowser('the shell', (opened) => {
  onEveryPage(opened)

  test('it lists the worlds, and changes its language', async () => {
    const { open, page, worldName } = opened()
    await open('/worlds')
    await page.getByRole('table').getByRole('link', { name: worldName }).waitFor()
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('heading', { name: '世界', level: 1 }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.getByRole('button', { name: 'English' }).click()
  })

  test('keys lead to pages, to the search field and to the list of keys; the first stop skips the menu', async () => {
    const { open, page, worldName } = opened()
    await open('/today')
    await page.getByRole('heading', { name: 'What is due' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('content')
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    expect(page.url()).toBe(`${opened().sandbox.url}/_sandbox/ui/settings?world=${worldName}`)
    await page.getByLabel('Value of bss.rate').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('bss.r?')
    expect(new URL(page.url()).searchParams.get('text')).toBe('bss.r?')
    await page.locator('main').click({ position: { x: 5, y: 5 } })
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Go to Worlds').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('the world of the page is chosen above, and stays in every link', async () => {
    const { open, page, worldName } = opened()
    await open('/settings')
    await page.locator('#world').selectOption('default')
    await page.waitForURL(/settings$/)
    await page.locator('#world').selectOption(worldName)
    await page.getByRole('link', { name: 'Today' }).click()
    await page.waitForURL(`**/today?world=${worldName}`)
  })

  test('it follows the theme of the system, or the one that is chosen', async () => {
    const { open, page } = opened()
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
    await page.emulateMedia({ colorScheme: 'dark' })
    await open('/worlds')
    expect(await ground()).toBe('rgb(16, 18, 22)')
    await page.getByRole('button', { name: 'View' }).click()
    await page.getByLabel('Light').check()
    expect(await ground()).toBe('rgb(247, 248, 250)')
    await page.getByLabel('As the system').check()
    expect(await ground()).toBe('rgb(16, 18, 22)')
    await page.keyboard.press('Escape')
    await page.emulateMedia({ colorScheme: null })
  })

  test('it goes on by itself when the sandbox was stopped and started again, and shows what is there now', async () => {
    const { page } = opened()
    const first = await startSandbox({ clock: 'frozen' })
    const port = Number(new URL(first.url).port)
    const old = await first.buy('crm-basic-month', { pay: false })
    await page.goto(`${first.url}/_sandbox/ui/orders`)
    await page.getByRole('link', { name: old.id }).waitFor()
    await page.getByText('Live', { exact: true }).waitFor()
    await first.close()
    await page.getByText('The sandbox does not answer. Trying again').waitFor()
    await page.getByRole('link', { name: old.id }).waitFor()
    await using second = await startSandbox({ clock: 'frozen', port, seed: 'another' })
    const fresh = await second.buy('crm-basic-month', { pay: false })
    await page.getByRole('link', { name: fresh.id }).waitFor()
    await page.getByText('Live', { exact: true }).waitFor()
    expect(await page.getByRole('link', { name: old.id }).count()).toBe(0)
    const after = await second.buy('crm-basic-month', { pay: false })
    await page.getByRole('link', { name: after.id }).waitFor()
    await page.goto('about:blank')
  })

  test('a guarded sandbox is asked with its token, which the page asks for', async () => {
    const { page } = opened()
    await using guarded = await startSandbox({ clock: 'frozen', controlToken: 'open-sesame' })
    await page.goto(`${guarded.url}/_sandbox/ui/worlds`)
    await page.getByRole('textbox', { name: 'Control token' }).fill('wrong')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('dialog').getByText('That is not the control token').waitFor()
    await page.getByRole('textbox', { name: 'Control token' }).fill('open-sesame')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('table').getByRole('link', { name: 'default' }).waitFor()
    await page.evaluate('sessionStorage.clear()')
    await page.goto(`${guarded.url}/#token=open-sesame`)
    await page.getByRole('heading', { name: 'What is due' }).waitFor()
    expect(page.url()).toBe(`${guarded.url}/`)
    await page.goto('about:blank')
  })
})
