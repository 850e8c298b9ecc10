import { expectTypeOf, test } from 'vitest'
import type { WorkTable, World } from '../../src/world/world-api.ts'

/** Read by the type checker only (`npm run check`): each line below that should not compile says so. */
function unused(_calls: (world: World) => unknown): void {}

test('a setting has the type that its spec gives it', () => {
  expectTypeOf<ReturnType<typeof world.setting<'bss.rate'>>>().toEqualTypeOf<0 | 10 | 20>()
  expectTypeOf<ReturnType<typeof world.setting<'bss.site'>>>().toEqualTypeOf<'mainland' | 'international'>()
  expectTypeOf<ReturnType<typeof world.setting<'bss.paymentDeadline'>>>().toEqualTypeOf<string>()
  expectTypeOf<ReturnType<typeof world.setting<'scm.autoPayByDefault'>>>().toEqualTypeOf<boolean>()
  unused((world) => {
    world.set('bss.rate', 20)
    world.setByName('not.known.before.it.runs', 20)
    // @ts-expect-error There is no setting of this name.
    world.setting('bss.rat')
    // @ts-expect-error There is no setting of this name.
    world.set('bss.rat', 20)
    // @ts-expect-error The rate is 0, 10 or 20.
    world.set('bss.rate', 30)
    // @ts-expect-error A duration is a text.
    world.set('bss.paymentDeadline', 7)
  })
})

test('only the events of the transition tables move an entity', () => {
  unused((world) => {
    world.transition('orders', 'CS1', 'pay')
    // @ts-expect-error Orders have no event of this name.
    world.transition('orders', 'CS1', 'payed')
    // @ts-expect-error It is an event of resources.
    world.can('orders', 'CS1', 'freeze')
    // @ts-expect-error Accounts have no transition table.
    world.transition('accounts', 'A1', 'freeze')
  })
})

test('planned work has a name and what it is about', () => {
  unused((world) => {
    world.plan(0, 'delivery.attempt', { deliveryId: 'delivery-1' })
    world.unplan({ work: 'order.deadline' })
    // @ts-expect-error There is no work of this name.
    world.plan(0, 'delivery.atempt', { deliveryId: 'delivery-1' })
    // @ts-expect-error An attempt is about a delivery.
    world.plan(0, 'delivery.attempt', { orderId: 'CS1' })
    // @ts-expect-error A deadline is about an order.
    world.unplan({ work: 'order.deadline', about: { deliveryId: 'delivery-1' } })
  })
  // @ts-expect-error The handler reads an order from a plan that is about a delivery.
  expectTypeOf<WorkTable>().toExtend<{ readonly 'delivery.attempt'?: (world: World, about: { orderId: string }) => undefined }>()
})

test('a fact has a name and what it says, and is heard by its name', () => {
  unused((world) => {
    world.emit({ type: 'setting.changed', name: 'bss.rate' })
    // @ts-expect-error There is no fact of this name.
    world.emit({ type: 'setting.changd', name: 'bss.rate' })
    // @ts-expect-error A fact about an order says which one.
    world.emit({ type: 'order.paid', customerId: 'C1' })
    world.on({ 'order.paid': (_, facts) => void facts.map(({ orderId }) => orderId) })
    // @ts-expect-error There is no fact of this name.
    world.on({ 'order.payed': () => {} })
    // @ts-expect-error A paid order says nothing of a coupon.
    world.on({ 'order.paid': (_, facts) => void facts.map(({ couponId }) => couponId) })
  })
})

test('each planned work has its handler', () => {
  const { 'order.deadline': _deadline, ...rest } = {} as WorkTable
  // @ts-expect-error One handler is missing.
  const table: WorkTable = rest
  expectTypeOf(table).toEqualTypeOf<WorkTable>()
})

declare const world: World
