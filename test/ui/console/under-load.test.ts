import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeInBrowser, type OpenConsole } from './open-console.ts'

const CLIENT = join(import.meta.dirname, '..', '..', '..', 'bench', 'fire.mjs')
/** Exchanges a second that the client asks for; `RATE=1000` is what `npm run bench:console` measures. */
const RATE = Number(process.env['RATE'] ?? 60)
/** Milliseconds after which the client stops by itself, whatever becomes of the test. */
const LONGEST = 120_000

/** A client in a process of its own, so that neither the sandbox nor the test waits for it. */
function startClient({ sandbox, world, worldName }: OpenConsole): ChildProcess {
  const headers = { 'X-Auth-Token': world.credentials.buyer?.token, 'X-Sandbox-World': worldName }
  const shot = { method: 'GET', path: '/v2/orders/customer-orders?limit=10', headers, status: 200 }
  const asked = { url: sandbox.url, ...shot, connections: 8, ms: LONGEST, rate: RATE }
  return spawn(process.execPath, [CLIENT, JSON.stringify(asked)], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Number of the newest call in the list. */
const newest = async ({ page }: OpenConsole) =>
  Number(await page.locator('section[aria-label="Requests"] tbody tr:not(.gap) a').first().textContent())

describeInBrowser('the console while another client calls all the time', (opened) => {
  test('a person finds an order, takes its next step, and watches the calls come in', async () => {
    const console = opened()
    const { open, page, world } = console
    const order = await world.buy('crm-basic-month', { pay: false })
    const client = startClient(console)
    try {
      await open('/requests')
      await page.getByRole('region', { name: 'Requests' }).getByText('bss.ListCustomerOrders').first().waitFor()
      // It goes on while nobody touches the page.
      const before = await newest(console)
      await expect.poll(() => newest(console)).toBeGreaterThan(before + 20)
      await page.getByRole('link', { name: 'Orders', exact: true }).click()
      await page.getByLabel('Search in the data').fill(order.id)
      await page.getByText('1 in all').waitFor()
      await page.getByRole('row', { name: order.id }).getByRole('link').click()
      await page.getByRole('button', { name: 'pay', exact: true }).click()
      await page.getByText('pay: pending-payment → processing').waitFor()
      expect(world.world.orders.get(order.id)?.status).toBe('processing')
      await page.getByRole('link', { name: 'Requests', exact: true }).click()
      await page.getByRole('button', { name: 'Pause' }).click()
      await page.getByRole('region', { name: 'Requests' }).getByRole('link').first().click()
      await page.getByText('total_count').waitFor()
      expect(client.exitCode, 'the client still calls').toBe(null)
    } finally {
      client.kill()
    }
  }, 120_000)
})
