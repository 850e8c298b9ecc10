import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Job, playJobs, seriousFindings } from './open-console.ts'

/** A seller that answers the same to every call, and counts them. */
let seller: Server
let calls = 0
let url = ''
beforeAll(async () => {
  seller = createServer((request, response) => {
    calls++
    request.resume()
    response.setHeader('content-type', 'application/json')
    response.end('{"resultCode":"000000","resultMsg":"<b>success</b>","instanceId":"instance-1","info":[]}')
  })
  await new Promise<void>((ready) => seller.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(seller.address() as AddressInfo).port}/isv`
})
afterAll(() => seller.close())

const rows = (label: string) => `section[aria-label="${label}"] tbody tr:not(.gap)`

const jobs: readonly Job[] = [
  {
    name: 'a person sets the address of the seller and sees at once whether it answers',
    async does({ open, page }) {
      await open('/deliveries')
      await page.getByText('No call to a seller is planned').waitFor()
      await page.getByRole('link', { name: 'Address and key' }).click()
      await page.getByText('No address is set').waitFor()
      await page.getByLabel('Address', { exact: true }).fill(url)
      await page.getByRole('button', { name: 'Set the address' }).click()
      await page.getByText('The vendor would not take this address:').waitFor()
      const before = calls
      await page.getByRole('button', { name: 'Call it now' }).click()
      await page.getByText('What the seller answered').waitFor()
      expect(calls).toBe(before + 1)
      expect(await seriousFindings(page)).toEqual([])
    },
  },
  {
    name: 'a person replaces a key',
    async does({ open, page, world }) {
      await open('/deliveries/address')
      await page.getByRole('button', { name: 'Remove xinghai-kit' }).click()
      await page.getByRole('button', { name: 'New key: kit' }).click()
      await page.getByText('There is a new key for kit.').waitFor()
      expect([...world.world.sellerKeys.all()].some(({ id, use }) => use === 'kit' && id.startsWith('key-'))).toBe(true)
    },
  },
  {
    name: 'a person looks at a call, sends it again signed anew, and several at once',
    async does({ open, page, world, worldName, sandbox }) {
      const set = await fetch(`${sandbox.url}/_sandbox/console/sellers/xinghai_soft/addresses?world=${worldName}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ use: 'basic', url }),
      })
      expect(set.status).toBe(200)
      const order = await world.buy('OFFI461867333479178240')
      await open('/deliveries')
      await page.locator(rows('Deliveries')).getByText(order.id).first().waitFor()
      await page.locator(rows('Deliveries')).first().getByRole('link').first().click()
      await page.getByRole('img', { name: 'Attempts in time' }).waitFor()
      await page.getByText('Signed text').first().waitFor()
      const before = calls
      await page.getByLabel('How').selectOption('fresh')
      await page.getByRole('button', { name: 'Send again' }).click()
      await page.getByText(/1 calls sent again/).waitFor()
      await page.getByRole('link', { name: 'All deliveries' }).click()
      await expect.poll(() => page.locator(rows('Deliveries')).count()).toBeGreaterThanOrEqual(2)
      for (const n of [0, 1]) await page.locator(rows('Deliveries')).nth(n).getByRole('checkbox').check()
      await page.getByText('2 chosen').waitFor()
      await page.getByRole('button', { name: 'Send again' }).click()
      await page.getByText(/2 calls sent again/).waitFor()
      expect(calls).toBe(before + 3)
      expect(await page.locator('main b').count()).toBe(0)
    },
  },
  {
    name: 'a person sets a rule, sees it work, and removes it',
    async does({ open, page, world }) {
      await open('/faults')
      await page.getByText('No rule is set').waitFor()
      await page.getByLabel('Add a rule').fill('{ "on": "bss.ListCustomerOrders", "status": 503 }')
      await page.getByRole('button', { name: 'Add a rule' }).click()
      expect((await world.call('bss.ListCustomerOrders')).status).toBe(503)
      await page.getByRole('button', { name: /^Remove F/ }).click()
      await page.getByText('No rule is set').waitFor()
      expect((await world.call('bss.ListCustomerOrders')).status).toBe(200)
    },
  },
  {
    name: 'a rule that is none is refused with what is wrong, and nothing changes',
    async does({ open, page }) {
      await open('/faults')
      await page.getByLabel('Add a rule').fill('{ "on": "bss.ListCustomerOrder", "status": 503 }')
      await page.getByRole('button', { name: 'Add a rule' }).click()
      await page.getByText(/Did you mean "bss.ListCustomerOrders"/).waitFor()
      await page.getByLabel('Add a rule').fill('not json')
      await page.getByRole('button', { name: 'Add a rule' }).click()
      await page.getByText('That is no JSON object').waitFor()
      await page.getByText('No rule is set').waitFor()
    },
  },
  {
    name: 'a person starts a scenario and stops it',
    async does({ open, page }) {
      await open('/faults/scenarios')
      const first = page.locator(rows('Scenarios')).first()
      await first.getByRole('button', { name: /^Start / }).click()
      await first.getByText(/step 1 of \d+, waits for/).waitFor()
      await first.getByRole('button', { name: /^Stop / }).click()
      await first.getByRole('button', { name: /^Start / }).waitFor()
      expect(await seriousFindings(page)).toEqual([])
    },
  },
  {
    name: 'a person reads the errors of an operation and reproduces one',
    async does({ open, page }) {
      await open('/faults/errors?operation=bss.ShowCustomerOrderDetails')
      await page
        .getByRole('button', { name: /^Reproduce / })
        .first()
        .click()
      await page.getByText('Send this call:').waitFor()
      await page.getByText(/^curl /).waitFor()
    },
  },
]

playJobs('deliveries, faults and scenarios in the console', jobs)
