import { expect } from 'vitest'
import { type Job, playJobs, seriousFindings } from './open-console.ts'

const rows = 'section[aria-label="Contracts and coverage"] tbody tr:not(.gap)'

const jobs: readonly Job[] = [
  {
    name: 'a person starts to count, makes a call, and sees it counted; what was never exercised comes first',
    async does({ open, page, world, sandbox }) {
      await open('/coverage')
      await page.getByText('Nothing is counted yet').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await page.getByRole('button', { name: 'Start to count' }).click()
      await page.locator(rows).first().getByText('0 /').first().waitFor()
      await world.call('bss.ListCustomerOrders', { query: { limit: 3 } })
      await page.getByRole('searchbox').fill('ListCustomerOrders')
      await expect.poll(() => page.locator(rows).count()).toBe(1)
      await page
        .locator(rows)
        .getByText(/^[1-9]\d* \//)
        .first()
        .waitFor()
      expect(sandbox.coverage().counts.parameters['bss.ListCustomerOrders query/limit']?.natural).toBe(1)
      expect(await seriousFindings(page)).toEqual([])
    },
  },
  {
    name: 'a person opens one operation and sees its gaps, then how its errors come about',
    async does({ open, page, world }) {
      await world.call('bss.ListCustomerOrders', { query: { limit: 3 } })
      await open('/coverage?text=ListCustomerOrders')
      await page.locator(rows).first().getByRole('link').click()
      const items = page.locator('section[aria-label="bss.ListCustomerOrders"] tbody tr:not(.gap)')
      await items.first().getByText('never').waitFor()
      await items.filter({ hasText: 'query/limit' }).getByText('exercised').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await page.getByRole('link', { name: 'How its errors come about' }).click()
      await page.getByRole('heading', { name: 'Faults and scenarios' }).waitFor()
    },
  },
  {
    name: 'a person looks at calls to sellers and transitions, finds nothing, and reads how contracts are run',
    async does({ open, page, world }) {
      await world.buy('OFFI461867333479178240')
      await open('/coverage/sellers')
      await page.locator(rows).getByText('production.newInstance').waitFor()
      await page.getByRole('link', { name: 'Transitions' }).click()
      await page.locator(rows).getByText('orders', { exact: true }).waitFor()
      await page.getByRole('searchbox').fill('nothing-like-this')
      await page.getByText('Nothing matches').waitFor()
      await page.getByRole('link', { name: 'Contracts', exact: true }).click()
      await page.getByText(/koosandbox contract verify seller --url/).waitFor()
      expect(await seriousFindings(page)).toEqual([])
    },
  },
  {
    name: 'what is no operation is refused with the one that was meant',
    async does({ open, page }) {
      await open('/coverage/of/bss.ListCustomerOrder')
      await page.getByText(/Did you mean "bss.ListCustomerOrders"/).waitFor()
    },
  },
  {
    name: 'a person goes from the menu to the API reference, which speaks the language of the page, webhooks included',
    async does({ open, page }) {
      await open('/coverage/contracts')
      await page.getByRole('button', { name: '中文' }).click()
      await page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: '接口参考' }).click()
      await page.getByText('本页只调用本机沙箱').waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
      expect(await page.locator('#caller').textContent()).not.toMatch(/this sandbox only|Call as/)
      await page.goto(`${new URL(page.url()).origin}/_sandbox/docs?lang=en&urls.primaryName=production`)
      await page.getByText('newInstance').first().waitFor()
      expect(await page.getByText('No operations defined').filter({ visible: true }).count()).toBe(0)
      await page.evaluate("localStorage.removeItem('koosandbox-language')")
    },
  },
]

playJobs('coverage in the console', jobs, { coverage: false })
