import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/report/report.ts'
import { writeHtml } from '../../src/report/write-html.ts'
import { writeJunit } from '../../src/report/write-junit.ts'
import { CHROMIUM, openContext } from '../ui/console/browser.ts'
import { check, EMPTY, finding, GOOD, MIXED, makeReport, NASTY, WARNED } from './make-report.ts'

const NASTY_EVERYWHERE = makeReport(
  [
    {
      name: NASTY,
      title: NASTY,
      checks: [
        check(NASTY, { title: NASTY, again: NASTY, findings: [finding({ code: NASTY, pointer: NASTY, got: NASTY, vendorText: NASTY })] }),
        check(`${NASTY}2`, { state: 'skipped', reason: NASTY }),
      ],
    },
  ],
  { title: NASTY, command: NASTY, about: { [NASTY]: NASTY } },
)

test('a check that warned is shown as such, and counted so', () => {
  const html = writeHtml(WARNED)
  expect(html).toContain('<p class="sum">1 passed, 1 warned, 0 failed, 0 skipped</p>')
  expect(html).toContain(
    '<details class="check warned" data-state="warned"><summary><span class="state">Warned · 警告</span> <code>memo</code>',
  )
})

test('the page names no other file and no other place', () => {
  const html = writeHtml(MIXED)
  expect([...html.matchAll(/(?:src|href|action|content)="([^"]*)"/g)].map(([, value]) => value)).toEqual([
    expect.stringMatching(/^default-src 'none'; script-src 'sha256-/),
    'width=device-width, initial-scale=1',
    'light dark',
    'data:,',
  ])
  expect(html).not.toMatch(/@import|url\(/)
})

test.each([
  ['good', GOOD, '✓'],
  ['bad', MIXED, '✗'],
  ['empty', EMPTY, '✗'],
  ['warned', WARNED, '✓'],
])('a %s run shows in the title', (_what, report, mark) => {
  expect(writeHtml(report)).toContain(`<title>${mark} A seller of SaaS</title>`)
})

describe.runIf(CHROMIUM)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  async function open(report: Report, scheme: 'light' | 'dark' = 'light') {
    const file = join(folder, 'report.html')
    writeFileSync(file, writeHtml(report))
    const context = await openContext({ colorScheme: scheme })
    const page = await context.newPage()
    const wrong: string[] = []
    page.on('request', (request) => request.url() === pathToFileURL(file).href || request.url() === 'data:,' || wrong.push(request.url()))
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('console', (message) => wrong.push(message.text()))
    await page.goto(pathToFileURL(file).href)
    const shown = () => page.locator('.check:visible').count()
    return { page, wrong, shown, close: () => context.close() }
  }

  test('counts, filters by state and by words, and asks nothing of anybody', async () => {
    const { page, wrong, shown, close } = await open(MIXED)
    const [failed, warned, passed, skipped] = await page.locator('nav b').allTextContents()
    expect({ failed, warned, passed, skipped }).toEqual({ failed: '3', warned: '0', passed: '2', skipped: '1' })
    expect(await shown()).toBe(6)
    await page.locator('input[value=passed]').uncheck()
    await page.locator('input[value=skipped]').uncheck()
    expect(await shown()).toBe(3)
    await page.locator('input[type=search]').fill('release 订单已支付')
    expect(await shown()).toBe(1)
    expect(await page.locator('.group:visible').count()).toBe(1)
    expect(await page.locator('#shown').textContent()).toBe('1 / 6')
    await page.locator('.told summary').first().click()
    expect(await page.locator('.told details[open] li').allTextContents()).toEqual([
      'newInstance › first',
      'newInstance › repeated',
      'release',
    ])
    expect(wrong).toEqual([])
    await close()
  }, 60_000)

  test('text from outside stays text', async () => {
    const { page, wrong, close } = await open(NASTY_EVERYWHERE)
    expect(await page.evaluate('window.stolen')).toBeUndefined()
    expect(await page.locator('script').count()).toBe(1)
    expect(await page.locator('.check').count()).toBe(2)
    expect(await page.locator('h1').textContent()).toContain(
      '</script><script>window.stolen = 1</script> ]]> & "q" \'a\' <!-- \\u0000\\u001b[31m',
    )
    expect(wrong).toEqual([])
    await close()
  }, 60_000)

  test.each([
    ['light', 'dark text on a light page', { brighter: 'backgroundColor', darker: 'color' }],
    ['dark', 'light text on a dark page', { brighter: 'color', darker: 'backgroundColor' }],
  ] as const)('a reader who prefers %s sees %s', { timeout: 60_000 }, async (scheme, _what, { brighter, darker }) => {
    const { page, close } = await open(MIXED, scheme)
    const brightness = (property: string) =>
      page.evaluate<number>(`getComputedStyle(document.body).${property}.match(/\\d+/g).map(Number).reduce((a, b) => a + b) / 3`)
    expect((await brightness(brighter)) - (await brightness(darker))).toBeGreaterThan(180)
    await close()
  })

  test('its XML parser reads the JUnit form of the nastiest report', async () => {
    const context = await openContext()
    const page = await context.newPage()
    const xml = JSON.stringify(writeJunit(NASTY_EVERYWHERE))
    const read = await page.evaluate(
      `(() => { const d = new DOMParser().parseFromString(${xml}, 'application/xml'); return { problem: d.querySelector('parsererror')?.textContent, cases: d.querySelectorAll('testcase').length } })()`,
    )
    expect(read).toEqual({ cases: 2 })
    await context.close()
  }, 60_000)
})
