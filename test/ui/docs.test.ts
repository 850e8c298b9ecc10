import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { CHROMIUM, openContext } from './console/browser.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

test('the reference and all it loads come from the sandbox itself', async () => {
  const page = await fetch(`${sandbox.url}/_sandbox/docs`)
  const html = await page.text()
  const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] as string).filter((url) => !url.startsWith('data:'))
  expect(loaded.length).toBe(4)
  for (const url of loaded) {
    expect(url).toMatch(/^\/_sandbox\//)
    const { status, headers } = await fetch(sandbox.url + url)
    expect([url, status, headers.get('content-type')]).toEqual([
      url,
      200,
      expect.stringContaining(url.endsWith('css') ? 'text/css' : 'text/javascript'),
    ])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
  for (const service of Object.keys(sandbox.specs.bundle.services)) {
    expect(await (await fetch(`${sandbox.url}/_sandbox/specs/${service}`)).json()).toMatchObject({ openapi: '3.1.0' })
  }
})

test.each(['/_sandbox/docs', '/_sandbox/login'])('%s runs nothing of elsewhere and stands in no frame', async (path) => {
  const { headers } = await fetch(sandbox.url + path)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
  const policy = headers.get('content-security-policy')!
  expect(policy).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/)
  expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:/)
})

test('a guarded sandbox shows the page to everybody and its specs to who has the token, whom the page asks for it', async () => {
  await using guarded = await startSandbox({ controlToken: 'open-sesame' })
  expect((await fetch(`${guarded.url}/_sandbox/docs`)).status).toBe(200)
  expect((await fetch(`${guarded.url}/_sandbox/specs/bss`)).status).toBe(401)
  const script = await (await fetch(`${guarded.url}/_sandbox/docs/start.js`)).text()
  expect(script).toContain('X-Sandbox-Token')
  expect(() => new Function(script)).not.toThrow()
})

test('a file that is none of the reference is not served', async () => {
  for (const path of ['/_sandbox/docs/../../package.json', '/_sandbox/docs/swagger-ui.js.map', '/_sandbox/docs/%2e%2e%2fpackage.json']) {
    expect((await fetch(sandbox.url + path)).status).toBe(404)
  }
})

describe.runIf(CHROMIUM)('in a browser that reaches nothing else', () => {
  test('it shows the operations and tries one out on the sandbox', async () => {
    const context = await openContext()
    try {
      const page = await context.newPage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).origin))
      await page.goto(`${sandbox.url}/_sandbox/docs`)
      await page.locator('.opblock-summary').filter({ hasText: 'service-types' }).first().click()
      await page.getByRole('button', { name: 'Try it out' }).click()
      await page.getByRole('button', { name: 'Execute' }).click()
      await page.locator('.live-responses-table .response-col_status').filter({ hasText: '200' }).first().waitFor()
      expect(await page.locator('.opblock-tag').allInnerTexts()).toEqual([expect.stringContaining('BSS')])
      expect(new Set(asked.filter((origin) => origin !== 'null'))).toEqual(new Set([sandbox.url]))
    } finally {
      await context.close()
    }
  }, 60_000)
})
