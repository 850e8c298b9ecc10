import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src/index.ts'
import { noChromium, openContext } from './browser.ts'

/** The console open in a browser, in a world of its own. */
export interface OpenConsole {
  readonly sandbox: Sandbox
  /** The world of this job: frozen, from the default start. */
  readonly world: ReturnType<Sandbox['inWorld']>
  readonly worldName: string
  readonly page: Page
  /** Opens a page of the console in the world of the job: `/today`. */
  open(path: string): Promise<void>
}

/** What a person does in the console, and what is true afterwards. */
export interface Job {
  readonly name: string
  readonly does: (console: OpenConsole) => Promise<void>
}

/**
 * Plays jobs in one page and one sandbox, each job in a world of its own. No job may print anything on the browser's console, or ask
 * anybody but the sandbox.
 */
export function playJobs(title: string, jobs: readonly Job[], options: SandboxOptions = {}): void {
  describeInBrowser(
    title,
    (opened) => {
      for (const { name, does } of jobs) test(name, () => does(opened()))
    },
    options,
  )
}

/** Tests that share one page and one sandbox; skipped where no Chromium is installed, which `browser.ts` says. */
export function describeInBrowser(title: string, tests: (opened: () => OpenConsole) => void, options: SandboxOptions = {}): void {
  describe.skipIf(noChromium)(title, () => {
    let context: BrowserContext
    let sandbox: Sandbox
    let page: Page
    let count = 0
    const asked = new Set<string>()
    const printed: string[] = []
    beforeAll(async () => {
      ;[context, sandbox] = await Promise.all([
        openContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } }),
        startSandbox({ clock: 'frozen', ...options }),
      ])
      page = await context.newPage()
      page.setDefaultTimeout(30_000)
      page.on('request', (request) => asked.add(new URL(request.url()).origin))
      // Chromium prints each refusal of the sandbox, which the page shows in its own way.
      page.on('console', (message) => /^Failed to load resource/.test(message.text()) || printed.push(message.text()))
      page.on('pageerror', (error) => printed.push(error.message))
    }, 60_000)
    afterAll(async () => {
      await Promise.all([context?.close(), sandbox?.close()])
      expect({ asked: [...asked].filter((origin) => origin !== 'null' && !origin.startsWith('http://127.0.0.1:')), printed }).toEqual({
        asked: [],
        printed: [],
      })
    })
    tests(() => {
      const worldName = `job-${++count}`
      const world = sandbox.inWorld(worldName)
      void world.world
      const open = async (path: string) => {
        await page.goto(`${sandbox.url}/_sandbox/ui${path}${path.includes('?') ? '&' : '?'}world=${worldName}`)
      }
      return { sandbox, world, worldName, page, open }
    })
  })
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe-core finds serious or critical on the page as it is: rule and place. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Given as text, because the page's policy lets no other script in.
  await page.evaluate(readFileSync(AXE, 'utf8'))
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
  }
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`))
}
