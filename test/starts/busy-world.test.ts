import { beforeAll, describe, expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { builtInBundle } from '../../src/spec/schema/cache.ts'
import type { World } from '../../src/world/world-api.ts'
import { watchful } from '../helpers/audited.ts'
import { populate } from '../helpers/populate.ts'
import { makeWorld } from '../world/make-world.ts'

const bundle = builtInBundle()
const settings = bundle.settings as NonNullable<Parameters<typeof makeWorld>[0]>['settings'] & object

const generated = (change: object = {}) => {
  const busy = bundle.worlds.busy as { generate: object }
  return { ...busy, generate: { ...busy.generate, orders: 300, ...change } }
}

describe('the busy world', () => {
  const watch = watchful()
  let sandbox: Awaited<ReturnType<typeof startSandbox>>
  let world: World
  beforeAll(async () => {
    sandbox = await startSandbox({ world: 'busy', onWorld: watch.onWorld })
    world = sandbox.world
    return () => sandbox.close()
  })

  test('has ten thousand orders of many kinds, states, buyers and months, and nothing in it contradicts itself', () => {
    expect(world.orders.size).toBe(10_000)
    const orders = [...world.orders.all()]
    const months = new Set(orders.map(({ createdAt }) => new Date(createdAt).toISOString().slice(0, 7)))
    const kinds = new Set(orders.flatMap(({ lines }) => lines.map(({ productId }) => world.products.get(productId)?.kind)))
    expect(months.size).toBeGreaterThanOrEqual(24)
    expect(new Set(orders.map(({ customerId }) => customerId)).size).toBeGreaterThan(150)
    expect([...kinds].sort()).toEqual(['api', 'cloud-service', 'hardware', 'image', 'licence', 'manual-service', 'saas'])
    expect(new Set(orders.map(({ type }) => type))).toEqual(new Set(['new', 'renewal', 'trial', 'unsubscribe']))
    const states = new Set(orders.map(({ status }) => status))
    for (const state of ['completed', 'cancelled', 'pending-payment', 'processing'] as const) expect(states).toContain(state)
    expect(new Set([...world.resources.all()].map(({ status }) => status))).toEqual(
      new Set(['in-use', 'closed', 'expired', 'frozen', 'creating']),
    )
    watch.expectSound()
  })

  test('is read through billing like any other, page by page', async () => {
    const partner = sandbox.credentials.partner!.domain_id
    const customers = [...world.accounts.where('partner', partner)].filter(({ name }) => name.startsWith('buyer_'))
    const expected = customers.map(({ id }) => world.orders.where('customer', id).count)
    for (const [index, { id }] of customers.slice(0, 3).entries()) {
      const query = { method: 'sub_customer', customer_id: id, limit: 1 }
      const { body } = await sandbox.call('bss.ListCustomerOrders', { as: 'partner', query })
      expect(body).toMatchObject({ total_count: expected[index] })
    }
  })

  test('is made once: a second world of it shares the orders of the first and has keys of its own', async () => {
    const other = sandbox.worlds.open('other-busy', 'busy')
    expect(other.parent).toBeUndefined()
    // The very same objects: none was made, or copied, for the second world.
    const made = [...other.orders.all()].filter((order) => order !== world.orders.get(order.id))
    expect(made).toEqual([])
    expect(other.orders.size).toBe(world.orders.size)
    const keysOf = (one: World) => [...one.keys.all()].map(({ id }) => id)
    expect(keysOf(other).filter((id) => keysOf(world).includes(id))).toEqual([])
    const paid = [...other.orders.all()].find(({ status }) => status === 'pending-payment')!
    other.orders.change(paid.id, { autoPay: true })
    expect(world.orders.get(paid.id)?.autoPay).toBeUndefined()
  })
})

test('the same seed generates the same orders, another seed others', () => {
  const made = (seed: string, world = makeWorld({ seed, settings })) => {
    populate(world, generated(), bundle.worlds)
    return JSON.stringify([...world.orders.all()])
  }
  expect(made('a')).toBe(made('a'))
  expect(made('a')).not.toBe(made('b'))
})

test.each([
  [{ ordres: 5 }, 'generate: there is no member "ordres". Did you mean "orders"?'],
  [{ orders: '5' }, 'generate.orders: must be a number, not "5".'],
  [{ goods: [] }, 'generate.goods: has no product that can be bought.'],
  [{ growth: 0 }, 'generate.growth: must be above 0.'],
  [
    { goods: [{ productId: '@crm-basic-mnth', weight: 1 }] },
    'generate.goods[0].productId: there is no "@crm-basic-mnth" among the products.',
  ],
  [{ span: 'two years' }, 'generate.span: must be a length of time such as P2Y, not "two years".'],
  [{ grace: 5 }, 'generate: there is no member "grace".'],
  [{ orders: -1 }, 'generate.orders: must be a whole number from 0 to 1000000, not -1.'],
  [{ chances: { unpaid: 2, discounted: 0, renewed: 0, givenBack: 0 } }, 'generate.chances.unpaid: must be a number from 0 to 1, not 2.'],
])('what cannot be generated is refused: %j', (change, message) => {
  const world = makeWorld({ settings })
  expect(() => populate(world, generated(change), bundle.worlds)).toThrow(message)
  expect([world.orders.size, world.accounts.size]).toEqual([0, 0])
})
