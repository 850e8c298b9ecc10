import { expect } from 'vitest'
import { worldTest as test } from '../helpers/audited.ts'
import { buy, click } from './click.ts'

type Found = { readonly count: number; readonly orders: readonly { readonly id: string }[] }

test.for<[how: string, write: (id: string) => string]>([
  ['as it is', (id) => id],
  ['in lower case', (id) => id.toLowerCase()],
  ['in mixed case', (id) => `${id.slice(0, 4).toLowerCase()}${id.slice(4)}`],
])('an order to be paid is found by its number %s, and by filters (S-11)', async ([, write], { sandbox }) => {
  const { id } = await buy(sandbox, 'sms-package', { pay: false })
  const found = async (query: Record<string, string>) => (await click(sandbox, 'ListOrders', { query })) as unknown as Found

  expect((await found({ order: write(id), pending: 'true' })).orders.map((order) => order.id)).toEqual([id])
  expect(await found({ order: write(id), status: 'completed' })).toMatchObject({ count: 0, orders: [] })
  expect((await found({ order: write(id), orderType: 'new', productType: 'HWS.SERVICE.TYPE.MARKETPLACE' })).count).toBe(1)
  expect((await found({ order: write(`${id}X`) })).count).toBe(0)
})

test('the number of a combined purchase finds all its orders, of this buyer alone (S-11, S-12)', async ({ sandbox }) => {
  const [first, second] = [await buy(sandbox, 'sms-package', { pay: false }), await buy(sandbox, 'crm-basic-month', { pay: false })]
  for (const { id } of [first, second]) sandbox.world.orders.change(id, { combinedId: 'CS26010108ABCDE' })
  const found = async (query: Record<string, string>) => (await click(sandbox, 'ListOrders', { query })) as unknown as Found

  expect((await found({ order: 'cs26010108abcde' })).orders.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort())
  expect((await found({ order: 'cs26010108abcde', customer: 'jinli_catering' })).count).toBe(0)
})
