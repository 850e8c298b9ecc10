import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect } from 'vitest'
import { machineSecret, seededNumbers, systemClock } from '../../../src/index.ts'
import { createExaminations } from '../../../src/verify/examinations.ts'
import { type Job, playJobs, seriousFindings } from './open-console.ts'

/** A seller that answers the same to every call, so that most cases fail; it answers nothing while the door is shut. */
let seller: Server
let url = ''
let shut: Promise<void> | undefined
const stop = new AbortController()
const wait = (ms: number, signal?: AbortSignal) => (signal ? systemClock.wait(ms, signal) : Promise.resolve())
const examinations = createExaminations({
  systemClock: { ...systemClock, wait },
  stop: stop.signal,
  secret: machineSecret,
  chance: seededNumbers,
})

beforeAll(async () => {
  seller = createServer(async (request, response) => {
    request.resume()
    await shut
    response.setHeader('content-type', 'application/json')
    response.end('{"resultCode":"000000","resultMsg":"<b>success</b>","instanceId":"instance-1","info":[]}')
  })
  await new Promise<void>((ready) => seller.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(seller.address() as AddressInfo).port}/isv`
})
afterAll(() => {
  stop.abort()
  seller.closeAllConnections()
  seller.close()
})

const rows = 'section[aria-label="Cases"] tbody tr:not(.gap)'

/** Examines the seller from the page, without life stories. */
async function examine({ open, page }: Parameters<Job['does']>[0]): Promise<void> {
  await open('/examination')
  await page.getByLabel('Profile').selectOption('saas-period-upgradable')
  await page.getByLabel('Address of the seller').fill(url)
  await page.getByLabel(/^Key: /).fill('the-key-of-the-seller')
  await page.getByText('More', { exact: true }).click()
  await page.getByLabel('Life stories after the cases').fill('0')
  await page.getByRole('button', { name: 'Examine', exact: true }).click()
  await page.getByRole('heading', { name: /Examination E\d+/ }).waitFor()
}

const jobs: readonly Job[] = [
  {
    name: 'a person examines a seller, and follows it live to its end',
    async does(console) {
      const { page } = console
      await console.open('/examination')
      await page.getByText('No examination has run yet').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      let go = () => {}
      shut = new Promise((ready) => {
        go = ready
      })
      await examine(console)
      await page.getByRole('progressbar').waitFor()
      await page.getByText('The first case is running').waitFor()
      shut = undefined
      go()
      await page.getByText(/\d+ cases failed/).waitFor()
      await expect.poll(() => page.getByRole('progressbar').count()).toBe(0)
      expect(await page.locator(rows).first().textContent()).toContain('failed')
      expect(await seriousFindings(page)).toEqual([])
    },
  },
  {
    name: 'a person opens a finding: the call, the signed text, the answer; nothing of it becomes HTML, and no key is shown',
    async does(console) {
      const { page } = console
      await examine(console)
      await page.getByText(/\d+ cases failed/).waitFor()
      await page
        .getByRole('navigation', { name: 'Cases by state' })
        .getByRole('link', { name: /^Failed/ })
        .click()
      await page.locator(rows).first().getByRole('link').click()
      await page.getByText('What the seller answered').first().waitFor()
      await page.getByText('Signed text').first().waitFor()
      expect(await page.locator('main').textContent()).not.toContain('the-key-of-the-seller')
      expect(await page.locator('main b').count()).toBe(0)
      expect(await seriousFindings(page)).toEqual([])
    },
  },
  {
    name: 'a person runs one failed case again',
    async does(console) {
      const { page } = console
      await examine(console)
      await page.getByText(/\d+ cases failed/).waitFor()
      const before = new URL(page.url()).pathname
      await page.locator(rows).first().getByRole('link').click()
      const name = await page.locator('h1 code').textContent()
      await page.getByRole('button', { name: 'Run this case again' }).click()
      await expect.poll(() => new URL(page.url()).pathname).not.toContain(before)
      await page.getByText('What the seller answered').first().waitFor()
      expect(await page.locator('h1 code').textContent()).toBe(name)
      const again = examinations.list().at(-1)
      expect(again?.total).toBeLessThan(10)
      expect(again?.checks.find((check) => check.name === name)?.state).toBe('failed')
    },
  },
  {
    name: 'a person is told why an examination cannot start, and removes one that is over',
    async does(console) {
      const { page } = console
      await console.open('/examination')
      await page.getByLabel('Address of the seller').fill('http://127.0.0.1:1/')
      await page.getByRole('button', { name: 'Examine', exact: true }).click()
      await page.getByText(/No server listens at http:\/\/127.0.0.1:1\//).waitFor()
      await examine(console)
      await page.getByText(/\d+ cases failed/).waitFor()
      const id = examinations.list().at(-1)?.id as string
      await page.getByRole('button', { name: 'Remove' }).click()
      await page.getByText(`Examination ${id} is removed.`).waitFor()
      expect(examinations.find(id)).toBeUndefined()
    },
  },
]

playJobs('examinations in the console', jobs, { examinations: () => Promise.resolve(examinations) })
