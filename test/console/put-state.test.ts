import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statesOf } from '../../src/console/state-changes/set-state.ts'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { builtInBundle } from '../../src/spec/schema/cache.ts'
import type { MachineKind, Machines } from '../../src/world/engine/machines.ts'
import { askEntities, orderNamed, resourceIn } from '../helpers/ask-entities.ts'
import { watchful } from '../helpers/audited.ts'
import { createSeeded } from '../helpers/seeded.ts'

const machines = builtInBundle().machines as unknown as Machines
const states = Object.entries(machines).flatMap(([kind, rows]) =>
  [...new Set(rows.map(({ to }) => to))].map((state) => [kind as MachineKind, state] as const),
)

/** States that nothing is put into, and why. */
const BIRTHS_ONLY: Readonly<Record<string, string>> = {
  'orders initialised': 'an order is born so and never comes back',
  'resources creating': 'the payment of an order brings it about',
  'certificates paid': 'the payment of an order brings it about',
  'licences issued': 'the payment of an order brings it about',
  'usage received': 'a record arrives so',
  'filings type-checked': 'a filing begins so',
  'supervisions code-to-take': 'the payment of an order brings it about',
  'supervisions identification': 'the payment of an order brings it about',
}

const watch = watchful()
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ world: 'every-state', onWorld: watch.onWorld })
  // The call that is under way fails and is over.
  await sandbox.clock.pass('1s')
})
afterAll(async () => {
  await sandbox.close()
  watch.expectSound()
})

const ask = (method: string, world: string, path: string, body?: unknown) => askEntities(sandbox, method, world, path, body)
const fork = (name: string) => sandbox.worlds.fork('default', name.toLowerCase().replaceAll(/[^a-z]/g, '-'))

describe('every state of the transition table can be set', () => {
  test.each(states)('%s: %s', async (kind, state) => {
    const world = fork(`put ${kind} ${state}`)
    const others = [...world[kind].all()].filter((entity) => entity.status !== state)
    const refusals: string[] = []
    // Only orders of the enablement cloud go before the vendor.
    if (state === 'vendor-review') for (const { id } of others) await ask('PATCH', world.name, `/${kind}/${id}`, { enablement: true })
    for (const { id, status: was } of others) {
      const facts = world.facts.count
      const put = await ask('PUT', world.name, `/${kind}/${encodeURIComponent(id)}/state`, { status: state })
      if (put.status !== 200) {
        expect([put.status, put.body.code]).toEqual([409, 'conflict'])
        // Nothing happened.
        expect([world.facts.count, world[kind].get(id)?.status]).toEqual([facts, was])
        refusals.push(put.body.detail)
        continue
      }
      expect(BIRTHS_ONLY[`${kind} ${state}`]).toBeUndefined()
      expect(put.body).toMatchObject({ kind, was, status: state, entity: { id, status: state } })
      expect(put.body.path.length).toBeGreaterThan(0)
      expect(put.body.facts.at(-1)).toMatchObject({ type: 'entity.put', kind, entityId: id, was, status: state })
      return
    }
    expect(BIRTHS_ONLY[`${kind} ${state}`], refusals.slice(0, 3).join('\n')).toBeDefined()
  })
})

type PutRow = readonly [title: string, kind: string, which: () => string, status: string, path: readonly string[], facts: readonly string[]]

test.each<PutRow>([
  [
    'an unpaid order is paid and opens what it bought',
    'orders',
    () => orderNamed(sandbox.world, 'pending-payment', 'saas'),
    'completed',
    ['pay', 'complete'],
    ['order.paid', 'resource.opened', 'order.completed'],
  ],
  [
    'the account of a poor buyer is filled first',
    'orders',
    () => [...sandbox.world.orders.all()].find(({ createdBy, status }) => createdBy === 'zhoujie' && status === 'pending-payment')!.id,
    'processing',
    ['pay'],
    ['account.recharged', 'account.charged', 'order.paid'],
  ],
  [
    'a reviewed order can be paid',
    'orders',
    () => orderNamed(sandbox.world, 'to-review', 'cloud-service'),
    'pending-payment',
    ['review-passed'],
    ['order.reviewed'],
  ],
  [
    'hardware is delivered, accepted and received',
    'orders',
    () => orderNamed(sandbox.world, 'to-ship', 'hardware'),
    'completed',
    ['ship', 'receive'],
    ['order.shipped', 'order.accepted', 'resource.opened', 'order.received'],
  ],
  [
    'a website is completed by its supervision',
    'orders',
    () => orderNamed(sandbox.world, 'processing', 'manual-service'),
    'completed',
    ['accept'],
    ['supervision.moved', 'order.accepted', 'order.completed'],
  ],
  [
    'a failed order waits for its refund',
    'orders',
    () => orderNamed(sandbox.world, 'processing', 'cloud-service'),
    'to-refund',
    ['fail'],
    ['order.failed'],
  ],
  [
    'a subscription ends before it freezes',
    'resources',
    () => resourceIn(sandbox.world, 'in-use', 'saas'),
    'frozen',
    ['expire', 'freeze'],
    ['resource.expired', 'resource.frozen'],
  ],
  [
    'released at the end of its time',
    'resources',
    () => resourceIn(sandbox.world, 'in-use', 'cloud-service'),
    'released',
    ['expire', 'freeze', 'release'],
    ['resource.expired', 'resource.frozen', 'resource.closed'],
  ],
  [
    'closed by being given back',
    'resources',
    () => resourceIn(sandbox.world, 'in-use', 'cloud-service'),
    'closed',
    ['close'],
    ['order.placed', 'resource.closed', 'order.refunded'],
  ],
  [
    'frozen and past its end, it is renewed into the future',
    'resources',
    () => resourceIn(sandbox.world, 'frozen', 'cloud-service'),
    'in-use',
    ['renew'],
    ['order.placed', 'order.paid', 'resource.renewed'],
  ],
  [
    'a code taken moves its delivery on',
    'licences',
    () => 'PL7Q2M4X9K1D5T8B3N',
    'active',
    ['take', 'activate'],
    ['licence.taken', 'supervision.moved', 'licence.activated'],
  ],
])('%s', async (title, kind, which, status, path, facts) => {
  const world = fork(title)
  const put = await ask('PUT', world.name, `/${kind}/${which()}/state`, { status })
  expect(put).toMatchObject({ status: 200, body: { path } })
  expect(put.body.facts.map(({ type }: { type: string }) => type)).toEqual(expect.arrayContaining([...facts]))
  const shown = await ask('GET', world.name, `/${kind}/${which()}`)
  expect(shown.body.entity).toEqual(put.body.entity)
  if (status === 'frozen') {
    expect(Date.parse(shown.body.entity.expireAt)).toBeLessThanOrEqual(world.clock.now())
    expect(shown.body.entity.frozenFor).toBe('expiry')
  }
  if (path[0] === 'renew') expect(Date.parse(shown.body.entity.expireAt)).toBeGreaterThan(world.clock.now())
})

test('a resource in use is frozen for a violation, and is in use again only after the violation is lifted', async () => {
  const world = fork('violation')
  const place = `/resources/${resourceIn(sandbox.world, 'in-use', 'saas')}`
  const frozen = await ask('PUT', world.name, `${place}/state`, { status: 'frozen', reason: 'violation' })
  expect(frozen.body).toMatchObject({ path: ['freeze'], entity: { frozenFor: 'violation' } })
  expect(await ask('PUT', world.name, `${place}/state`, { status: 'in-use' })).toMatchObject({ body: { path: ['unfreeze'] } })
})

test('setting the state that an entity has already changes nothing', async () => {
  const world = fork('already')
  const id = orderNamed(sandbox.world, 'completed', 'saas')
  const before = world.facts.count
  expect(await ask('PUT', world.name, `/orders/${id}/state`, { status: 'completed' })).toMatchObject({
    status: 200,
    body: { path: [], facts: [] },
  })
  expect(world.facts.count).toBe(before)
})

test('whatever states are set, the world stays free of contradictions', async () => {
  const seed = 20261126
  const random = createSeeded(seed)
  const world = fork('anywhere')
  const kinds = Object.keys(machines) as MachineKind[]
  let gone = 0
  for (let step = 0; step < 400; step++) {
    const kind = random.pick(kinds)
    const entities = [...world[kind].all()]
    if (entities.length === 0) continue
    const { id } = random.pick(entities)
    const state = random.pick(statesOf(machines, kind))
    const put = await ask('PUT', world.name, `/${kind}/${encodeURIComponent(id)}/state`, { status: state })
    expect([200, 409], `seed ${seed}, step ${step}: ${kind} ${id} to ${state}: ${JSON.stringify(put.body)}`).toContain(put.status)
    if (put.status === 200) gone++
    if (step % 40 === 0) await world.clock.pass('1d')
  }
  expect(gone).toBeGreaterThan(100)
})
