import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

/** Where Debian and others put it; nothing where no browser is installed. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))

export const noChromium = CHROMIUM === undefined && 'Chromium is not installed: what needs it is skipped.'
if (noChromium) console.log(noChromium)

/** A browser that reaches nothing but this machine. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM as string,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  })

let shared: Promise<Browser> | undefined

/**
 * Pages that remember nothing of others, in the one browser of this process: files of tests follow each other in it, and starting a browser
 * takes longer than most tests. Close what you get; the browser ends with the process.
 */
export async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  if (!(await shared)?.isConnected()) shared = openBrowser()
  return (await (shared as Promise<Browser>)).newContext(options)
}
