import { expect } from 'vitest'
import type { JournalEntry, Sandbox } from '../../../src/index.ts'
import { type Job, playJobs, seriousFindings } from './open-console.ts'

const rows = 'section[aria-label="Requests"] tbody tr:not(.gap)'

const last = ({ journal }: Sandbox) => journal.entries().at(-1) as JournalEntry

const jobs: readonly Job[] = [
  {
    name: 'a person sees a call come in, and opens it',
    async does({ open, page, world }) {
      await open('/requests')
      await page.getByText('No call has come in yet').waitFor()
      await world.call('bss.ListCustomerOrders', { query: { limit: 3 } })
      await page.locator(rows).first().getByText('bss.ListCustomerOrders').waitFor()
      await page.locator(rows).first().getByRole('link').click()
      await page.getByText('Nothing: the call is as the documents say.').waitFor()
      await page.getByText('total_count').waitFor()
      expect(await seriousFindings(page)).toEqual([])
    },
  },
  {
    name: 'a person finds the refused call and reads what is wrong with it',
    async does({ open, page, world }) {
      await world.call('bss.ListCustomerOrders')
      await world.call('bss.ListCustomerOrders', { query: { limit: 'many' } })
      await open('/requests')
      await page.getByLabel('Verdict').selectOption('error')
      await expect.poll(() => page.locator(rows).count()).toBe(1)
      await page.locator(rows).first().getByRole('link').click()
      const wrong = page.getByRole('region', { name: 'What is wrong' })
      await wrong.getByText('/query/limit').first().waitFor()
      await wrong.getByText('many').first().waitFor()
    },
  },
  {
    name: 'a person searches, finds nothing, and shows all again',
    async does({ open, page, world }) {
      await world.call('bss.ListCustomerOrders')
      await open('/requests')
      await page.getByRole('searchbox').fill('nothing-like-this')
      await page.getByText('No call matches').waitFor()
      await page.getByRole('button', { name: 'Show all' }).click()
      await expect.poll(() => page.locator(rows).count()).toBe(1)
    },
  },
  {
    name: 'a person copies a call as curl, as a test and as a contract',
    async does({ open, page, world, sandbox }) {
      await world.call('bss.ListCustomerOrders', { query: { limit: 3 } })
      const { n } = last(sandbox)
      await open(`/requests/${n}/copy`)
      const code = page.locator('pre.code')
      await expect.poll(() => code.textContent()).toContain(`curl -s -X GET "$KOOSANDBOX_URL"'/v2/orders/customer-orders?limit=3'`)
      await page.getByLabel('Copy as code').selectOption('pytest')
      await expect.poll(() => code.textContent()).toContain('assert status == 200')
      await page.getByLabel('Copy as code').selectOption('vitest')
      await expect.poll(() => code.textContent()).toContain('expect(response.status).toBe(200)')
      await page.getByLabel('Copy as code').selectOption('pact')
      await page.getByText('contract verify consumer my-app.json').waitFor()
      expect(JSON.parse((await code.textContent()) ?? '')).toMatchObject({
        interactions: [
          {
            request: {
              path: '/v2/orders/customer-orders',
              query: { limit: ['3'] },
              headers: { 'x-auth-token': ['a-token-of-the-caller'] },
            },
            response: { status: 200, body: { content: { order_infos: [{ order_id: expect.any(String) }] } } },
          },
        ],
      })
    },
  },
  {
    name: 'a person sends a call again, edited',
    async does({ open, page, world, sandbox }) {
      await world.call('bss.ListCustomerOrders', { query: { limit: 3 } })
      const { n } = last(sandbox)
      await open(`/requests/${n}/again`)
      await page.getByLabel('Path and query').fill('/v2/orders/customer-orders?limit=1')
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await page.getByText('Answered with 200.').waitFor()
      expect(last(sandbox).request.query).toBe('limit=1')
    },
  },
  {
    name: 'a person lets the next call be answered with a documented error',
    async does({ open, page, world, sandbox }) {
      await world.call('bss.ListCustomerOrders')
      const { n } = last(sandbox)
      await open(`/requests/${n}/next`)
      await page.getByLabel('Documented error').selectOption({ index: 1 })
      await page.getByRole('button', { name: 'Add the rule' }).click()
      await page.getByText(/Rule \S+ waits for the next call/).waitFor()
      expect((await world.call('bss.ListCustomerOrders')).status).toBeGreaterThanOrEqual(400)
      expect((await world.call('bss.ListCustomerOrders')).status).toBe(200)
    },
  },
  {
    name: 'a person is shown the usual mistake behind a wrong signature',
    async does({ open, page, world, sandbox }) {
      await world.call('bss.ListCustomerOrders')
      const { n } = last(sandbox)
      await open(`/requests/${n}/signature`)
      const request = `curl -X POST 'http://localhost:8080/isv?signature=e632&timestamp=1767225600000&nonce=RLLUammMSInlrNWb' --data-raw '{"activity":"newInstance"}'`
      await page.getByLabel('Request', { exact: true }).fill(request)
      await page.getByRole('button', { name: 'Explain' }).click()
      await page.getByText('The signature is wrong.').waitFor()
      expect(await seriousFindings(page)).toEqual([])
    },
  },
  {
    name: 'hostile texts of a call are shown as text',
    async does({ open, page, world, sandbox }) {
      const evil = '<img src=x onerror=alert(1)>"\'><script>alert(2)</script>'
      await fetch(`${sandbox.url}/v2/orders/customer-orders?customer_id=${encodeURIComponent(evil)}`, {
        headers: { 'X-Auth-Token': world.credentials.buyer?.token ?? '', 'X-Evil': 'javascript:alert(3)' },
      })
      await open('/requests')
      await page.locator(rows).first().getByRole('link').click()
      await page.getByText('GET /v2/orders/customer-orders').first().waitFor()
      expect(await page.locator('img, script:not([src])').count()).toBe(0)
    },
  },
]

playJobs('requests in the console', jobs)
