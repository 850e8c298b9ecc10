import { expect } from 'vitest'
import type { Job } from '../open-console.ts'
import { find, running, standing, unpaid } from './finding.ts'

/** What people do with one thing. */
export const things: readonly Job[] = [
  {
    name: 'a person takes an unpaid order to its end step by step and sees the way it came',
    async does(opened) {
      const { page, open, world } = opened
      const { id } = await unpaid(opened)
      await open(`/orders/${id}`)
      await page.getByRole('button', { name: 'pay', exact: true }).click()
      await page.getByText('pay: pending-payment → processing').waitFor()
      await page.getByRole('button', { name: 'complete', exact: true }).click()
      await page.getByText('No step leads on from completed.').waitFor()
      const way = page.getByRole('region', { name: 'History' })
      for (const fact of ['order.placed', 'order.paid', 'order.completed']) await way.getByText(fact).first().waitFor()
      expect(world.world.orders.get(id)?.status).toBe('completed')
    },
  },
  {
    name: 'a step that is not allowed is greyed and says why',
    async does(opened) {
      const { page, open } = opened
      await open(`/orders/${(await unpaid(opened)).id}`)
      const step = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'deadline-passed' }) })
      expect(await step.getByRole('button').isDisabled()).toBe(true)
      await step.getByText(/Nobody takes the step/).waitFor()
    },
  },
  {
    name: 'the graph tells where an order stands, and shows the whole table when asked',
    async does(opened) {
      const { page, open, sandbox } = opened
      await open(`/orders/${(await unpaid(opened)).id}`)
      await page.getByRole('img', { name: /Current state: pending-payment.*Possible now: processing, cancelled/ }).waitFor()
      expect(await page.locator('.node').count()).toBe(3)
      await page.getByRole('button', { name: 'All states' }).click()
      const { body } = await sandbox.call('sandbox.ShowLifecycle', {
        path: { world: opened.worldName, kind: 'orders', id: (await unpaid(opened)).id },
      })
      await page
        .locator('.node')
        .nth(body.states.length - 1)
        .waitFor()
      expect(await page.locator('.node').count()).toBe(body.states.length)
    },
  },
  {
    name: 'a person pays an order with the form of the cash desk',
    async does(opened) {
      const { page, open, world } = opened
      const { id } = await unpaid(opened)
      await open(`/orders/${id}`)
      await page.getByRole('button', { name: 'Pay one order or several together' }).click()
      expect(await page.getByLabel('orders required').inputValue()).toBe(id)
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByText(/done. Facts: .*order.paid/).waitFor()
      expect(world.world.orders.get(id)?.status).toBe('processing')
    },
  },
  {
    name: 'a person renews a resource for three months',
    async does(opened) {
      const { page, open, world } = opened
      const id = running(opened)
      const before = world.world.resources.get(id)?.expireAt ?? 0
      await open(`/resources/${id}`)
      await page.getByRole('button', { name: 'Renew', exact: true }).click()
      await page.getByLabel('type', { exact: false }).first().selectOption('month')
      await page.getByLabel('num', { exact: false }).first().fill('3')
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByText(/^Renew: done/).waitFor()
      await world.clock.advance('1d')
      await expect.poll(() => world.world.resources.get(id)?.expireAt ?? 0).toBeGreaterThan(before + 80 * 86_400_000)
    },
  },
  {
    name: 'a person gives a resource back',
    async does(opened) {
      const { page, open, world } = opened
      const order = await world.buy('crm-basic-month')
      await world.clock.advance('1h')
      const [id = ''] = world.world.orders.get(order.id)?.resourceIds ?? []
      await open(`/resources/${id}`)
      await page.getByRole('button', { name: 'Unsubscribe', exact: true }).click()
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByText(/^Unsubscribe: done/).waitFor()
      await world.clock.advance('1h')
      await page.getByText('closed').first().waitFor()
    },
  },
  {
    name: 'a buyer accepts a supervised delivery',
    async does({ page, open, world }) {
      const id = find(world.world, 'supervisions', standing('acceptance'))
      await open(`/supervisions/${id}`)
      await page.getByRole('button', { name: 'Buyer: accept' }).click()
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByText(/^Buyer: accept: done/).waitFor()
      expect(world.world.supervisions.get(id)?.status).not.toBe('acceptance')
    },
  },
  {
    name: 'money is put into an account',
    async does({ page, open, world }) {
      const [buyer] = [...world.world.accounts.all()].filter(({ role }) => role === 'buyer')
      await open(`/accounts/${buyer?.id}`)
      await page.getByRole('button', { name: 'Put money into an account' }).click()
      await page.getByLabel('amount required').fill('12.50')
      await page.getByRole('button', { name: 'Send' }).click()
      await page
        .getByText(/account.recharged/)
        .first()
        .waitFor()
      expect(world.world.accounts.get(buyer?.id ?? '')?.balance).toBe((buyer?.balance ?? 0) + 1250)
    },
  },
  {
    name: 'a product is taken from sale and put on sale again',
    async does({ page, open, world }) {
      const id = find(
        world.world,
        'products',
        ({ status, kind }: { status: string; kind: string }) => status === 'on-sale' && kind === 'saas',
      )
      await open(`/products/${id}`)
      await page.getByRole('button', { name: 'suspend', exact: true }).click()
      await page.getByRole('button', { name: 'resume', exact: true }).click()
      await page.getByText('resume: suspended → on-sale').waitFor()
      expect(world.world.products.get(id)?.status).toBe('on-sale')
    },
  },
  {
    name: 'what an order costs is in its bill, with the orders that go on from it',
    async does(opened) {
      const { page, open, world } = opened
      const order = await world.buy('crm-basic-month', { period: { type: 'month', num: 3 } })
      await open(`/orders/${order.id}/bill`)
      await page.getByRole('row', { name: /星海CRM.*month × 3.*¥597.00/ }).waitFor()
      await page.getByRole('row', { name: /^Sum.*¥597.00.*¥0.00.*¥597.00/ }).waitFor()
      await page.getByText('Paid 2026-01-01 00:00:00').waitFor()
    },
  },
  {
    name: 'facts, deliveries and JSON of an order have addresses of their own',
    async does(opened) {
      const { page, open } = opened
      const { id } = await unpaid(opened)
      await open(`/orders/${id}/facts`)
      await page.getByRole('row', { name: /order.placed/ }).waitFor()
      await page.getByRole('link', { name: 'Deliveries', exact: true }).last().click()
      await page.getByText('The marketplace called no seller about it.').waitFor()
      await page.getByRole('link', { name: 'JSON' }).click()
      await page.getByText('"pending-payment"').waitFor()
      expect(new URL(page.url()).pathname).toBe(`/_sandbox/ui/orders/${id}/json`)
    },
  },
  {
    name: 'a thing leads to what belongs to it, and back',
    async does({ page, open, world }) {
      const order = await world.buy('crm-basic-month')
      const [resource = ''] = world.world.orders.get(order.id)?.resourceIds ?? []
      await open(`/orders/${order.id}`)
      await page.getByRole('region', { name: 'Related data' }).getByRole('link', { name: resource }).first().click()
      await page.getByRole('heading', { name: resource }).waitFor()
      await page.getByRole('region', { name: 'Related data' }).getByRole('link', { name: order.id }).first().click()
      await page.getByRole('heading', { name: order.id }).waitFor()
    },
  },
  {
    name: 'what a seller said is text, on every part of its page and in the list',
    async does(opened) {
      const { page, open, world } = opened
      const id = running(opened)
      const hostile = '<img src=x onerror=document.title=1><script>alert(1)</script>{{7*7}}'
      world.world.resources.change(id, { name: hostile })
      for (const path of [`/resources/${id}`, `/resources/${id}/json`, '/resources?text=onerror']) {
        await open(path)
        await page.getByText(hostile).first().waitFor()
        expect(await page.locator('main img, main script').count()).toBe(0)
      }
      expect(await page.title()).toContain('koogallery-sandbox')
    },
  },
  {
    name: 'an id that does not exist is told, with what to do',
    async does({ page, open }) {
      await open('/orders/CS2601010800ZZZZZ')
      await page.getByRole('alert').getByText('There is no "CS2601010800ZZZZZ" among the orders').waitFor()
      await page.getByRole('navigation', { name: 'Orders' }).getByRole('link', { name: 'Orders' }).waitFor()
    },
  },
]
