import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { describeInBrowser } from './open-console.ts'

const ATTACK = 'globalThis.hacked=1'
const FORMS: readonly ((n: number) => string)[] = [
  (n) => `<img src=x onerror="${ATTACK}" class=hostile alt=${n}>`,
  (n) => `"><script class=hostile>${ATTACK}</script>${n}`,
  (n) => `'onmouseover='${ATTACK}' x='${n}`,
  (n) => `javascript:${ATTACK}//${n}`,
  (n) => `<svg class=hostile onload=${ATTACK}>${n}`,
  (n) => `<iframe class=hostile srcdoc="<script>parent.hacked=1</script>">${n}`,
  (n) => `{{constructor.constructor('${ATTACK}')()}}${n}`,
  (n) => `\u202E\u0000<a class=hostile href="javascript:${ATTACK}">${n}</a>\u2028`,
  (n) => `</textarea></style></title><b class=hostile>${n}`,
  (n) => `{name} {count} <details class=hostile open ontoggle=${ATTACK}>${n}`,
]
const HOSTILE = Array.from({ length: 100 }, (_, n) => (FORMS[n % FORMS.length] as (n: number) => string)(n))

describeInBrowser('what comes from others', (opened) => {
  test('a hundred hostile names are text on every page', async () => {
    const { open, page, sandbox, world, worldName } = opened()
    const { accounts, products } = world.world
    const names = HOSTILE.values()
    const named = (name: string) => names.next().value ?? name
    world.world.transaction(() => {
      for (const product of [...products.all()]) products.put({ ...product, name: named(product.name) })
      for (const account of [...accounts.all()]) accounts.put({ ...account, displayName: named(account.displayName) })
    })
    const order = await world.buy('OFFI150578237961688525')
    for (const text of HOSTILE) await sandbox.call('bss.ListCustomerOrders', { query: { order_id: text }, world: worldName })
    const [account] = [...accounts.all()]
    const paths = [
      '/today',
      '/orders',
      `/orders/${order.id}`,
      `/orders/${order.id}/json`,
      '/products',
      '/accounts',
      `/accounts/${account?.id}`,
    ]
    const strange = [`/orders/${encodeURIComponent(HOSTILE[0] as string)}`, `/settings?text=${encodeURIComponent(HOSTILE[1] as string)}`]
    const others = [
      '/resources',
      '/data',
      '/worlds',
      '/worlds/compare?with=default',
      '/settings',
      '/requests',
      '/deliveries',
      '/faults',
      '/coverage',
    ]
    let seen = 0
    for (const path of [...paths, ...strange, ...others, '/examination', '/contracts', '/scenarios']) {
      await open(path)
      await page.locator('main > *').first().waitFor()
      await page.locator('.loading').first().waitFor({ state: 'detached' })
      const found = await page.evaluate("({ elements: document.querySelectorAll('.hostile').length, hacked: globalThis.hacked })")
      expect([path, found]).toEqual([path, { elements: 0 }])
      if ((await page.evaluate('document.body.innerText.includes("class=hostile")')) === true) seen++
    }
    expect(seen, 'pages that show one').toBeGreaterThan(2)
  }, 120_000)

  test('a page of another site reads nothing, changes nothing and frames nothing', async () => {
    const { page, sandbox, world, worldName } = opened()
    const other = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end('<!doctype html><title>other</title>'))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    // A page of its own: the browser prints what it refuses.
    const stranger = await page.context().browser()!.newPage()
    try {
      await stranger.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)
      const before = world.clock.now()
      const tried = (await stranger.evaluate(`(async () => {
        const base = ${JSON.stringify(sandbox.url)}
        const body = '{"by":"3h"}'
        const attempt = (path, options) => fetch(base + path, options).then((answer) => answer.type === 'opaque' ? 'sent' : 'read', () => 'refused')
        const frame = document.createElement('iframe')
        frame.src = base + '/'
        document.body.append(frame)
        await new Promise((resolve) => { frame.onload = resolve })
        return {
          read: await attempt('/_sandbox/worlds'),
          page: await attempt('/'),
          json: await attempt('/_sandbox/clock/advance?world=${worldName}', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }),
          plain: await attempt('/_sandbox/clock/advance?world=${worldName}', { method: 'POST', body, mode: 'no-cors' }),
          framed: (() => { try { return frame.contentDocument === null ? 'closed' : 'open' } catch { return 'closed' } })(),
        }
      })()`)) as Record<string, string>
      expect(tried).toEqual({ read: 'refused', page: 'refused', json: 'refused', plain: 'sent', framed: 'closed' })
      expect(world.clock.now()).toBe(before)
    } finally {
      await stranger.close()
      other.close()
    }
  })
})
