import { expect } from 'vitest'
import type { Job } from '../open-console.ts'

/** What people do in lists. */
export const lists: readonly Job[] = [
  {
    name: 'a person buys a product with a form, and finds the order on top of the list',
    async does({ open, page, world }) {
      const before = world.world.orders.size
      await open('/orders')
      await page.getByRole('button', { name: 'Buy a product' }).click()
      await page.getByLabel('product required').fill('crm-basic-month')
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByText('Buy a product: done. Facts: order.placed').waitFor()
      const [newest] = world.world.orders.all().reversed().slice(0, 1)
      expect(world.world.orders.size).toBe(before + 1)
      await page.getByRole('row', { name: new RegExp(`${newest?.id}.*processing`) }).waitFor()
    },
  },
  {
    name: 'a form that is refused says so in the words of the sandbox, and keeps what was entered',
    async does({ open, page }) {
      await open('/orders')
      await page.getByRole('button', { name: 'Buy a product' }).click()
      await page.getByLabel('product required').fill('crm-basic-mont')
      await page.getByRole('button', { name: 'Send' }).click()
      await page
        .getByRole('alert')
        .getByText(/There is no product .crm-basic-mont/)
        .waitFor()
      expect(await page.getByLabel('product required').inputValue()).toBe('crm-basic-mont')
      await page.getByRole('button', { name: 'Close' }).click()
    },
  },
  {
    name: 'a person narrows the orders by state and type, sends the address to a colleague, and removes the filters',
    async does({ open, page, world }) {
      await open('/orders')
      await page.getByLabel('State', { exact: true }).selectOption('completed')
      await page.getByLabel('Type', { exact: true }).selectOption('renewal')
      await page.waitForURL(/status=completed&type=renewal/)
      const fits = [...world.world.orders.all()].filter(({ status, type }) => status === 'completed' && type === 'renewal')
      await page.getByText(`${fits.length} in all`).waitFor()
      await page.reload()
      await page.getByText(`${fits.length} in all`).waitFor()
      await page.getByLabel('Search in the data').fill('nothing holds this')
      await page.getByRole('button', { name: 'Remove filters' }).click()
      await page.getByText(`${world.world.orders.size} in all`).waitFor()
    },
  },
  {
    name: 'a person finds the orders of one buyer by name',
    async does({ open, page, world }) {
      await open('/orders')
      const [buyer] = [...world.world.accounts.all()].filter(({ role }) => role === 'buyer')
      await page.getByLabel('Account', { exact: true }).fill(buyer?.name ?? '')
      const own = world.world.orders.where('customer', buyer?.id ?? '')
      await page.getByText(`${own.count} in all`).waitFor()
    },
  },
  {
    name: 'a long list comes page by page, the newest first',
    async does({ open, page, world }) {
      for (let i = 0; i < 70; i++) await world.buy('crm-basic-month', { pay: false })
      const { size } = world.world.orders
      await open('/orders')
      await page.getByText(`1–100 of ${size}`).waitFor()
      await page.getByRole('button', { name: 'Older' }).click()
      await page.getByText(`101–${size} of ${size}`).waitFor()
      const [oldest] = world.world.orders.all().slice(0, 1)
      await page.getByRole('region', { name: 'Orders' }).evaluate((region) => region.scrollTo(0, region.scrollHeight))
      await page.getByRole('link', { name: oldest?.id ?? '' }).click()
      await page.getByRole('heading', { name: oldest?.id ?? '' }).waitFor()
    },
  },
  {
    name: 'every collection is found from the page of all data',
    async does({ open, page, world }) {
      await open('/data')
      await page.getByRole('link', { name: 'Service types' }).click()
      await page.getByText(`${world.world.serviceTypes.size} in all`).waitFor()
      await page.getByRole('link', { name: 'hws.service.type.obs' }).click()
      await page.getByText('Object Storage Service').first().waitFor()
      await page.getByRole('navigation', { name: 'Service types' }).getByRole('link').click()
      await page.waitForURL(/\/data\/serviceTypes/)
    },
  },
  {
    name: 'an empty collection says what to do',
    async does({ sandbox, page }) {
      sandbox.worlds.open('nothing-yet', 'empty')
      await page.goto(`${sandbox.url}/_sandbox/ui/orders?world=nothing-yet`)
      await page.getByText('Buy a product with the button above').waitFor()
    },
  },
]
