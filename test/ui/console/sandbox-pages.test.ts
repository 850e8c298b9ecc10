import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type Job, playJobs, seriousFindings } from './open-console.ts'

const now = 'time[datetime]'

const today: readonly Job[] = [
  {
    name: 'a person moves the clock to the next planned step and sees what happened',
    async does({ open, page, world }) {
      await open('/today')
      await page.getByRole('button', { name: /^Next: in 2 hours/ }).click()
      await page.getByText('1 planned steps done. It is now 2026-01-01 02:00:00.').waitFor()
      await page.getByRole('region', { name: 'What happened last' }).getByText('order.cancelled').first().waitFor()
      expect(world.clock.now()).toBe(Date.UTC(2026, 0, 1, 2))
    },
  },
  {
    name: 'a person moves the clock by an hour, then to a moment that is typed in Beijing time',
    async does({ open, page, world }) {
      await open('/today')
      await page.getByRole('button', { name: '+ 1 hour' }).click()
      await page.locator(now, { hasText: '2026-01-01 01:00:00' }).first().waitFor()
      await page.getByRole('button', { name: '中文' }).click()
      await page.getByLabel('快进到指定时刻').fill('2026-01-02 08:00')
      await page.getByRole('button', { name: '前往', exact: true }).click()
      await page.locator(now, { hasText: '2026-01-02 08:00:00' }).first().waitFor()
      await page.getByRole('button', { name: 'English' }).click()
      expect(world.clock.now()).toBe(Date.UTC(2026, 0, 2))
    },
  },
  {
    name: 'a person goes to the end of one resource',
    async does({ open, page, world }) {
      await open('/today?about=6c103428-1145-4685-8ca7-107a04a261e2')
      await page.getByRole('button', { name: 'To the end of this: 2026-01-03 00:00:00' }).click()
      await page.getByText('Nothing planned matches').waitFor()
      expect(world.world.resources.get('6c103428-1145-4685-8ca7-107a04a261e2')?.status).toBe('closed')
    },
  },
  {
    name: 'a person lets the clock run, and freezes it again',
    async does({ open, page, world }) {
      await open('/today')
      await page.getByRole('button', { name: 'Let it run' }).click()
      await page.getByRole('button', { name: 'Freeze' }).click()
      await page.getByRole('button', { name: 'Let it run' }).waitFor()
      expect(world.clock.mode).toBe('frozen')
    },
  },
  {
    name: 'what somebody else does is seen without loading again',
    async does({ open, page, world }) {
      await open('/today')
      await page.getByText('Nothing has happened yet').waitFor()
      const order = await world.buy('OFFI150578237961688525')
      await page.getByRole('region', { name: 'What happened last' }).getByText(order.id).first().waitFor()
    },
  },
]

const worlds: readonly Job[] = [
  {
    name: 'a person forks a world, and the page goes there',
    async does({ open, page, sandbox, worldName }) {
      await open('/worlds')
      await page.getByLabel('Name (small letters').fill(`${worldName}-fork`)
      await page.getByLabel('Begin with').selectOption({ label: `As ${worldName} is now` })
      await page.getByRole('button', { name: 'Create' }).click()
      await page.getByRole('heading', { name: `World ${worldName}-fork` }).waitFor()
      expect(new URL(page.url()).searchParams.get('world')).toBe(`${worldName}-fork`)
      expect(sandbox.worlds.list().map(({ name }) => name)).toContain(`${worldName}-fork`)
    },
  },
  {
    name: 'a person keeps a snapshot, changes the world, and goes back',
    async does({ open, page, world, worldName }) {
      await open('/worlds')
      await page.getByLabel('Save a snapshot').fill(`${worldName}-before`)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('cell', { name: `${worldName}-before` }).waitFor()
      await world.clock.advance('3h')
      await page
        .getByRole('row', { name: `${worldName}-before` })
        .getByRole('button', { name: 'Restore' })
        .click()
      await page.getByText(`is restored from snapshot “${worldName}-before”`).waitFor()
      expect(world.clock.now()).toBe(Date.UTC(2026, 0, 1))
    },
  },
  {
    name: 'a person exports a world, and imports the file into another',
    async does({ open, page, world, sandbox, worldName }) {
      await world.buy('OFFI150578237961688525')
      await open('/worlds')
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Export as a file' }).click()
      const path = await (await saved).path()
      expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ format: 1, name: worldName })
      const other = sandbox.inWorld(`${worldName}-copy`).world
      await page.goto(`${sandbox.url}/_sandbox/ui/worlds?world=${worldName}-copy`)
      await page.locator('input[type=file]').setInputFiles(path)
      await page.getByText('The file is imported: this world has 47 orders now.').waitFor()
      expect(other.name).toBe(`${worldName}-copy`)
    },
  },
  {
    name: 'a person resets a world after being asked, and drops it',
    async does({ open, page, world, sandbox, worldName }) {
      await world.clock.advance('3h')
      await open('/worlds')
      await page.getByRole('button', { name: 'Reset …' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Yes, do it' }).click()
      await page.getByText(`World “${worldName}” is in its initial state again.`).waitFor()
      expect(sandbox.inWorld(worldName).clock.now()).toBe(Date.UTC(2026, 0, 1))
      await page.getByRole('button', { name: 'Delete …' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Yes, do it' }).click()
      await page.getByRole('heading', { name: 'World default' }).waitFor()
      expect(sandbox.worlds.list().map(({ name }) => name)).not.toContain(worldName)
    },
  },
  {
    name: 'a person compares two worlds',
    async does({ open, page, world }) {
      await world.clock.advance('3h')
      await open('/worlds/compare?with=default')
      const row = page.getByRole('row', { name: '/status' })
      await row.waitFor()
      expect(await row.getByRole('cell').allInnerTexts()).toEqual([
        'orders',
        'CS2512251000BYCTP',
        '/status',
        'cancelled',
        'pending-payment',
      ])
    },
  },
  {
    name: 'a name that is taken is refused in the words of the sandbox',
    async does({ open, page, worldName }) {
      await open('/worlds')
      await page.getByLabel('Name (small letters').fill(worldName)
      await page.getByRole('button', { name: 'Create' }).click()
      await page.locator('.toast.bad').waitFor()
    },
  },
]

const settings: readonly Job[] = [
  {
    name: 'a person changes a setting, sees it among the changed ones, and puts it back',
    async does({ open, page, world }) {
      await open('/settings')
      await page.getByLabel('Value of bss.rate').selectOption('10')
      await page.getByText('bss.rate is now 10.').waitFor()
      expect(world.world.setting('bss.rate')).toBe(10)
      await page.getByLabel('Show').selectOption({ label: 'Changed' })
      await page.getByRole('button', { name: 'Back to the default' }).click()
      await page.getByText('No setting is changed').waitFor()
      expect(world.world.setting('bss.rate')).toBe(0)
    },
  },
  {
    name: 'a value that cannot be is refused, and nothing is changed',
    async does({ open, page, world }) {
      await open('/settings?text=bss.paymentDeadline')
      await page.getByLabel('Value of bss.paymentDeadline').fill('a week')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.locator('.toast.bad').waitFor()
      expect(world.world.setting('bss.paymentDeadline')).toBe('P7D')
    },
  },
  {
    name: 'a person follows a setting to its source, and finds what else cites it',
    async does({ open, page }) {
      await open('/settings?text=customerIdFilter')
      await page.getByRole('link', { name: 'S-06' }).click()
      await page.getByRole('cell', { name: 'bss.ListCustomerOrders' }).waitFor()
      expect(new URL(page.url()).pathname).toBe('/_sandbox/ui/settings/sources/S-06')
    },
  },
]

const accessible = (path: string, colorScheme: 'light' | 'dark'): Job => ({
  name: `nothing serious for those who cannot see the page: ${path}, ${colorScheme}`,
  async does({ open, page }) {
    await page.emulateMedia({ colorScheme })
    await open(path)
    await page.locator('main :is(table, .settings)').first().waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: null })
  },
})

const everywhere: readonly Job[] = [
  accessible('/today', 'light'),
  accessible('/today', 'dark'),
  accessible('/worlds', 'light'),
  accessible('/settings?text=rate', 'dark'),
  accessible('/settings/sources/S-06', 'light'),
]

playJobs('today, worlds, settings', [...today, ...worlds, ...settings, ...everywhere])
