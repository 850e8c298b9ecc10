import { expect } from 'vitest'
import { type Job, type OpenConsole, seriousFindings } from '../open-console.ts'
import { find, running, standing, unpaid } from './finding.ts'

/** Pages that axe-core looks at. */
const SEEN: readonly (readonly [what: string, path: (opened: OpenConsole) => string | Promise<string>])[] = [
  ['the list of orders', () => '/orders'],
  ['an order', async (opened) => `/orders/${(await unpaid(opened)).id}`],
  ['a bill', async (opened) => `/orders/${(await unpaid(opened)).id}/bill`],
  ['facts', async (opened) => `/orders/${(await unpaid(opened)).id}/facts`],
  ['a supervised delivery', ({ world }) => `/supervisions/${find(world.world, 'supervisions', standing('acceptance'))}`],
  ['the page of all data', () => '/data'],
]

/** What holds on every page. */
export const access: readonly Job[] = [
  ...SEEN.map(
    ([what, path]): Job => ({
      name: `nothing serious hinders those who hear ${what} or use a keyboard`,
      async does(opened) {
        const { page, open } = opened
        await open(await path(opened))
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.locator('.loading').first().waitFor({ state: 'detached' })
        expect(await seriousFindings(page)).toEqual([])
      },
    }),
  ),
  {
    name: 'nor a form in Chinese and in the dark',
    async does(opened) {
      const { page, open } = opened
      await page.emulateMedia({ colorScheme: 'dark' })
      await open(`/orders/${(await unpaid(opened)).id}`)
      await page.getByRole('button', { name: '中文' }).click()
      await page.getByRole('button', { name: '支付订单' }).click()
      await page.getByLabel('orders 必填').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await page.getByRole('button', { name: '关闭' }).click()
      await page.getByRole('button', { name: 'English' }).click()
      await page.emulateMedia({ colorScheme: 'light' })
    },
  },
  {
    name: 'looking at every page changes nothing',
    async does(opened) {
      const { page, open, world } = opened
      const { id } = await unpaid(opened)
      const before = JSON.stringify(world.world.save())
      for (const path of ['/orders', `/orders/${id}`, `/orders/${id}/bill`, `/resources/${running(opened)}`, '/accounts', '/data']) {
        await open(path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.locator('.loading').first().waitFor({ state: 'detached' })
      }
      expect(JSON.stringify(world.world.save())).toBe(before)
    },
  },
]
