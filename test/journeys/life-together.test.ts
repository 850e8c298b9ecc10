import { expect } from 'vitest'
import { buy, click } from '../console/requests/console-requests.ts'
import { auditedTest as test } from '../helpers/audited.ts'

test('an account in arrears has what it uses frozen after the grace period, and going on when it pays', async ({ sandbox }) => {
  const { world } = sandbox
  const order = await buy(sandbox, 'sms', {}, true)
  const id = order.resources[0]!.id
  const { customerId } = world.resources.get(id)!
  const owe = () =>
    world.transaction(() => {
      const { balance } = world.accounts.get(customerId)!
      world.accounts.change(customerId, { balance: -100 })
      world.emit({ type: 'account.charged', accountId: customerId, amount: balance + 100 })
    })
  owe()
  await sandbox.clock.advance('P6D')
  expect(world.resources.get(id)!.status).toBe('in-use')
  await sandbox.clock.advance('P2D')
  expect(world.resources.get(id)).toMatchObject({ status: 'frozen', frozenFor: 'arrears' })
  await click(sandbox, 'RechargeAccount', { path: { account: 'chengming_tech' }, body: { amount: '10' } })
  await sandbox.clock.advance('1s')
  expect(world.resources.get(id)!.status).toBe('in-use')
  owe()
  await sandbox.clock.advance('P23D')
  expect(world.resources.get(id)!.status).toBe('closed')
})

test('what is attached to a resource goes its way', async ({ sandbox }) => {
  const { world } = sandbox
  const main = [...world.resources.all()].find(({ name }) => name === 'till-01')!
  const disk = world.resources.put({ ...main, id: 'till-01-disk', instanceId: 'till-01-disk', mainResourceId: main.id })
  await sandbox.clock.advance('P2M')
  expect([world.resources.get(main.id)!.status, world.resources.get(disk.id)!.status]).toEqual(['closed', 'closed'])
})

test('an image whose package lapses is charged by use while its server runs (S-44), until it is renewed', async ({ sandbox }) => {
  const { world } = sandbox
  const server = [...world.resources.all()].find(({ name }) => name === 'web-01')!
  const order = await buy(sandbox, 'image-month', { server: server.id }, true)
  const id = order.resources[0]!.id
  await sandbox.clock.advance('P1M1D')
  expect(world.resources.get(id)).toMatchObject({ status: 'expired', onDemandSince: world.resources.get(id)!.expireAt })
  expect(sandbox.facts.of('resource.charged-on-demand')).toHaveLength(1)
  await click(sandbox, 'RenewResource', { path: { resourceId: id } })
  await sandbox.clock.advance('1m')
  expect(world.resources.get(id)!.status).toBe('in-use')
  expect(world.resources.get(id)!.onDemandSince).toBeUndefined()
})

test('the use of a lapsed image is charged by the hour, to the fen, as long as its server runs (S-44)', async ({ sandbox }) => {
  const { world } = sandbox
  const server = [...world.resources.all()].find(({ name }) => name === 'web-01')!
  world.resources.change(server.id, { expireAt: world.clock.now() + 400 * 86_400_000 })
  const order = await buy(sandbox, 'image-month', { server: server.id }, true)
  const image = () => world.resources.get(order.resources[0]!.id)!
  const { price } = world.products.get(image().productId)!
  const charged = () =>
    sandbox.facts
      .of('account.charged')
      .flatMap((fact) => (fact.resourceId === image().id ? fact.amount : []))
      .reduce((all, amount) => all + amount, 0)
  await sandbox.clock.advance(`${image().expireAt! - sandbox.clock.now()}ms`)
  expect(charged()).toBe(0)
  // A month counts thirty days.
  for (const [wait, hours] of [
    ['1h', 1],
    ['2h', 3],
    ['P1D', 27],
    ['P9D', 243],
  ] as const) {
    await sandbox.clock.advance(wait)
    expect(charged()).toBe(Math.round((price * hours) / 720))
  }
  // The image is frozen by then; the server that goes away ends it.
  world.transaction(() => {
    world.transition('resources', server.id, 'close')
    world.emit({ type: 'resource.closed', resourceId: server.id, customerId: server.customerId, was: 'in-use' })
  })
  await sandbox.clock.advance('P2D')
  expect(charged()).toBe(Math.round((price * 243) / 720))
  expect(image().onDemandSince).toBeUndefined()
})

test('a server whose system is changed runs no image any more: use of a lapsed one is charged up to then and ends (S-44)', async ({
  sandbox,
}) => {
  const { world } = sandbox
  const server = [...world.resources.all()].find(({ name }) => name === 'web-01')!
  world.resources.change(server.id, { expireAt: world.clock.now() + 400 * 86_400_000 })
  const order = await buy(sandbox, 'image-month', { server: server.id }, true)
  const image = () => world.resources.get(order.resources[0]!.id)!
  const { price } = world.products.get(image().productId)!
  const charged = () =>
    sandbox.facts
      .of('account.charged')
      .flatMap((fact) => (fact.resourceId === image().id ? fact.amount : []))
      .reduce((all, amount) => all + amount, 0)
  await sandbox.clock.advance(`${image().expireAt! - sandbox.clock.now()}ms`)
  await sandbox.clock.advance('90m')
  const told = (await click(sandbox, 'ChangeSystem', { path: { resourceId: server.id } })) as unknown as {
    images: object[]
    facts: object[]
  }
  expect(told.images).toMatchObject([{ id: image().id, status: 'expired' }])
  expect(told.facts).toContainEqual(expect.objectContaining({ type: 'resource.system-changed', resourceId: server.id }))
  await sandbox.clock.pass('0s')
  // An hour and a half of a month that counts thirty days.
  expect(charged()).toBe(Math.round((price * 1.5) / 720))
  await sandbox.clock.advance('P1D')
  expect(charged()).toBe(Math.round((price * 1.5) / 720))
  expect(image()).not.toHaveProperty('onDemandSince')
  // Another package may take its place.
  await buy(sandbox, 'image-month', { server: server.id }, true)
})

test('an image that is paid for stays with its owner when the system changes, and lapses without being charged by use', async ({
  sandbox,
}) => {
  const { world } = sandbox
  const server = [...world.resources.all()].find(({ name }) => name === 'web-01')!
  const order = await buy(sandbox, 'image-month', { server: server.id }, true)
  const { id } = order.resources[0]!
  await click(sandbox, 'ChangeSystem', { path: { resourceId: server.id } })
  expect(world.resources.get(id)).toMatchObject({ status: 'in-use' })
  await sandbox.clock.advance('P1M2D')
  expect(world.resources.get(id)!.status).toBe('expired')
  expect(sandbox.facts.of('resource.charged-on-demand')).toEqual([])
})
