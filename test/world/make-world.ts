import type { Json } from '../../src/world/engine/json.ts'
import type { Machines } from '../../src/world/engine/machines.ts'
import type { Outcome, PlannedWork } from '../../src/world/engine/planned-work.ts'
import type { Account, Order } from '../../src/world/entities/entities.ts'
import { createWorld } from '../../src/world/world.ts'
import type { WorkTable, World, WorldOptions } from '../../src/world/world-api.ts'

const machines: Machines = {
  orders: [
    { from: 'none', event: 'place', to: 'pending-payment' },
    { from: 'pending-payment', event: 'pay', to: 'processing' },
    { from: 'pending-payment', event: 'cancel', to: 'cancelled' },
    { from: 'processing', event: 'complete', to: 'completed' },
  ],
  resources: [],
  coupons: [],
  certificates: [],
}

/** Planned work of a test, by name. */
export type TestWork = Readonly<Record<string, (world: TestWorld, about: Json, planned: PlannedWork) => undefined | Promise<Outcome>>>

/** A world that plans the work of a test, which no type knows. */
export interface TestWorld extends World {
  plan(at: number, work: string, about: Json): PlannedWork
  unplan(match: { readonly work: string; readonly about?: Json | undefined }): number
}

/** A small frozen world at 2026-01-01T00:00:00Z with one order machine and no work of its own. */
export function makeWorld({
  work,
  ...options
}: Omit<Partial<WorldOptions>, 'work'> & { readonly work?: TestWork | WorkTable } = {}): TestWorld {
  const table = (work ?? {}) as WorkTable
  return createWorld({ name: 'default', seed: 'test', mode: 'frozen', machines, work: table, settings: {}, ...options }) as TestWorld
}

const amounts = { official: 100, afterDiscount: 100, discounts: [], cashCoupon: 0, voucher: 0, storedCard: 0, commission: 0, consumed: 0 }

/** A plain pending order; the rest is up to the test. */
export const order = (id: string, change: Partial<Order> = {}): Order => ({
  id,
  customerId: 'c1',
  type: 'new',
  status: 'pending-payment',
  serviceType: 'hws.service.type.obs',
  source: 1,
  createdBy: 'zhangwei',
  lines: [],
  amounts,
  currency: 'CNY',
  createdAt: Date.UTC(2026, 0, 1),
  enterpriseProjects: [],
  resourceIds: [],
  couponIds: [],
  discountIds: [],
  ...change,
})

/** A buyer; the rest is up to the test. */
export const account = (id: string, change: Partial<Account> = {}): Account => ({
  id,
  role: 'buyer',
  name: id,
  displayName: id,
  userId: `user-${id}`,
  userName: id,
  password: 'secret',
  projects: [],
  balance: 0,
  createdAt: Date.UTC(2026, 0, 1),
  ...change,
})
