import { expect } from 'vitest'
import { builtInBundle } from '../../src/index.ts'
import { specsOf } from '../../src/spec/schema/cache.ts'
import { click } from '../console/click.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { isSigned, straysFromSpec } from './as-specified.ts'
import { LICENCE, owned } from './causes.ts'
import { openSeller } from './seller.ts'
import { goodAnswer, PRODUCT, settle } from './shop.ts'

const CALLS = specsOf(builtInBundle()).webhooks.map(({ ref }) => ref)

test.for(CALLS)(
  '%s can be made by hand, for real and as the debugging page does, signed and within its spec',
  async (call, { sandbox }) => {
    await using seller = await openSeller((received) => goodAnswer(received))
    const { world, sellerId } = settle(sandbox, `${seller.url}/isv`)
    const resource = await owned(sandbox)
    for (const use of ['kit', 'licence', 'notification'] as const) settle(sandbox, `${seller.url}/isv`, { use })
    const about = call.includes('LicenseCode') ? { licence: LICENCE } : { order: resource.orderId }
    const before = seller.calls.length

    for (const debugging of [false, true]) sandbox.deliveries.trigger(call, { ...about, debugging })
    await sandbox.clock.pass('1s')

    const { use } = sandbox.deliveries.list().at(-1)!
    const key = world.sellerKeys.where('use', `${sellerId}|${use}`).first()!.secret
    // A real newInstance is followed by its poll.
    const made = seller.calls.slice(before, before + 2)
    expect(made).toHaveLength(2)
    // A kit call speaks of an application, which nobody has applied for here: its ids are empty.
    const strays = made
      .flatMap((one) => straysFromSpec(sandbox, call, one))
      .filter(({ pointer }) => !/appId|clientId|clientSecret|orgName/.test(pointer))
    expect(strays).toEqual([])
    expect(made.map((one) => isSigned(one, use === 'kit', key))).toEqual([true, true])
    expect(String(made[1]!.json['testFlag'])).toBe('1')
  },
)

test('a seller who says no to a changed instance voids the renewal that wanted it', async ({ sandbox }) => {
  await using seller = await openSeller((call) =>
    call.json['activity'] === 'changeInstanceCheck' ? { body: { resultCode: '000005', resultMsg: 'too many users' } } : goodAnswer(call),
  )
  const { world } = settle(sandbox, seller.url)
  const { id, expireAt } = await owned(sandbox)
  const { balance } = world.accounts.where('name', 'chengming_tech').first()!
  const { order } = (await click(sandbox, 'RenewResource', { path: { resourceId: id }, body: { product: PRODUCT.pro } })) as unknown as {
    order: { id: string }
  }
  await sandbox.clock.pass('1m')
  expect(world.orders.get(order.id)?.status).toBe('cancelled')
  expect(world.resources.get(id)).toMatchObject({ productId: PRODUCT.month, expireAt })
  expect(world.accounts.where('name', 'chengming_tech').first()!.balance).toBe(balance)
  expect(seller.activities().slice(2)).toEqual(['changeInstanceCheck'])
})
