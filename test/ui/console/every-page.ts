import { expect, test } from 'vitest'
import type { OpenConsole } from './open-console.ts'

/** Every page of the menu, and every part of one that has an address of its own. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  '/today': [],
  '/orders': [],
  '/resources': [],
  '/licences': [],
  '/supervisions': [],
  '/filings': [],
  '/products': [],
  '/accounts': [],
  '/coupons': [],
  '/data': ['/data/serviceTypes'],
  '/requests': [],
  '/deliveries': ['/deliveries/address'],
  '/examination': [],
  '/faults': ['/faults/scenarios', '/faults/errors', '/faults/errors?operation=bss.PayOrders'],
  '/coverage': ['/coverage/sellers', '/coverage/transitions', '/coverage/contracts', '/coverage/of/bss.PayOrders'],
  '/worlds': ['/worlds/compare', '/worlds/compare?with=default'],
  '/settings': ['/settings/sources', '/settings/sources/S-06'],
}
const PAGES = Object.keys(PARTS)

/** Pages that have nothing to show in an empty world, whatever there is elsewhere in the sandbox. */
const EMPTY = [
  '/orders',
  '/resources',
  '/licences',
  '/supervisions',
  '/filings',
  '/coupons',
  '/requests',
  '/deliveries',
  '/faults',
  '/coverage',
  '/today',
  '/worlds/compare?with=nothing-at-all',
]

/** Addresses that name nothing, and a part of what is said about them. */
const NOWHERE: readonly (readonly [path: string, says: RegExp])[] = [
  ['/nothing/here', /no page at \/_sandbox\/ui\/nothing\/here/],
  ['/today/tomorrow', /no page at/],
  ['/orders/CS0000000000AAAAA', /no "CS0000000000AAAAA"/],
  ['/orders/CS2512251000BYCTP/bil', /no page at/],
  ['/data/ordres', /Did you mean "orders"/],
  ['/data/serviceTypes/a%2Fb', /no "a\/b"/],
  ['/requests/first', /no page at/],
  ['/requests/999999', /not kept any more/],
  ['/deliveries/D99999999', /no delivery "D99999999"/],
  ['/deliveries/100%25', /no delivery "100%"/],
  ['/examination/E9999', /E9999/],
  ['/faults/scenario', /no page at/],
  ['/faults/errors?operation=bss.PayOrder', /Did you mean "bss.PayOrders"/],
  ['/coverage/seller', /no page at/],
  ['/coverage/of/bss.PayOrder', /Did you mean "bss.PayOrders"/],
  ['/worlds/comparison', /no page at/],
  ['/settings/source', /no page at/],
  ['/settings/sources/S-9999', /S-9999/],
  ['/orders/%E0%A4%A', /no page at/],
]

/** What holds on every page. */
export function onEveryPage(opened: () => OpenConsole): void {
  test('opening every page changes no world', async () => {
    const { open, page, world, worldName } = opened()
    const order = await world.buy('crm-basic-month')
    const before = JSON.stringify(world.world.save())
    const tabs = ['', '/facts', '/deliveries', '/bill', '/json'].map((tab) => `/orders/${order.id}${tab}`)
    await open('/today')
    for (const path of [...PAGES, ...Object.values(PARTS).flat(), ...tabs]) {
      await go(page, path, worldName)
      await settled(page)
    }
    expect(JSON.stringify(world.world.save())).toBe(before)
  }, 60_000)

  test('an address that names nothing says so, instead of showing something else', async () => {
    const { open, page, worldName } = opened()
    await open('/today')
    for (const [path, says] of NOWHERE) {
      await go(page, path, worldName)
      await expect.poll(() => page.locator('main').innerText(), { message: path, timeout: 10_000 }).toMatch(says)
    }
  }, 60_000)

  test('in an empty world every page says what to do', async () => {
    const { page, sandbox } = opened()
    sandbox.worlds.open('nothing-at-all', 'empty')
    await page.goto(`${sandbox.url}/_sandbox/ui/worlds?world=nothing-at-all`)
    for (const path of EMPTY) {
      await go(page, path, 'nothing-at-all')
      await page.locator('main .empty .empty-about').first().waitFor()
      expect(await page.locator('main .empty:not(:has(.empty-about))').count(), path).toBe(0)
    }
  }, 60_000)

  test('a world that is gone is said on every page', async () => {
    const { page, sandbox } = opened()
    await page.goto(`${sandbox.url}/_sandbox/ui/today?world=nowhere`)
    for (const path of PAGES) {
      await go(page, path, 'nowhere')
      await page.getByText('There is no world “nowhere” any more.').waitFor()
    }
  }, 60_000)

  test('a sandbox that does not answer is said on every page', async () => {
    const { open, page, worldName } = opened()
    await page.route(/\/_sandbox\/(?!ui)/, (route) => route.abort())
    try {
      await open('/today')
      for (const path of [...PAGES, '/orders/CS2601010800AAAAA', '/requests/1', '/deliveries/D00000001', '/coverage/of/bss.PayOrders']) {
        await go(page, path, worldName)
        await page.getByText('The sandbox does not answer. Trying again').waitFor()
        await settled(page)
      }
    } finally {
      await page.unroute(/\/_sandbox\/(?!ui)/)
    }
  }, 60_000)
}

/** Goes to another page as a link does. Loading the whole console for each page would take most of the time. */
async function go(page: OpenConsole['page'], path: string, world: string): Promise<void> {
  const address = `/_sandbox/ui${path}${path.includes('?') ? '&' : '?'}world=${world}`
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`)
}

/** Waits until nothing is on its way any more. */
async function settled(page: OpenConsole['page']): Promise<void> {
  await page.locator('main > *').first().waitFor({ state: 'attached' })
  await page.locator('.loading').first().waitFor({ state: 'detached' })
}
