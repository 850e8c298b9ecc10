import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { askEntities, orderNamed, resourceIn } from '../helpers/ask-entities.ts'
import { watchful } from '../helpers/audited.ts'

const watch = watchful()
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ onWorld: watch.onWorld })
})
afterAll(async () => {
  await sandbox.close()
  watch.expectSound()
})

const ask = (method: string, world: string, path: string, body?: unknown) => askEntities(sandbox, method, world, path, body)
const fork = (name: string) => sandbox.worlds.fork('default', name)
const steps = (body: { steps: { event: string; allowed: boolean; refused?: string }[] }) =>
  Object.fromEntries(body.steps.map(({ event, allowed, refused }) => [event, refused ?? allowed]))

test('an order shows its table, how it came, and each step with the reason where it is not allowed', async () => {
  const world = fork('bought')
  const at = world.clock.now()
  const { id } = await sandbox.inWorld('bought').buy('crm-basic-month', { pay: false })
  await world.clock.advance('1h')
  const { status, body } = await ask('GET', 'bought', `/orders/${id}/lifecycle`)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    world: 'bought',
    kind: 'orders',
    id,
    status: 'pending-payment',
    states: expect.arrayContaining(['to-ship']),
  })
  expect(body.transitions).toContainEqual(
    expect.objectContaining({ from: 'pending-payment', event: 'pay', to: 'processing', evidence: 'doc' }),
  )
  expect(body.way).toEqual([
    { at: new Date(at).toISOString(), state: 'pending-payment', event: 'place', fact: { n: expect.any(Number), type: 'order.placed' } },
  ])
  expect(steps(body)).toEqual({
    pay: true,
    cancel: true,
    'deadline-passed': expect.stringContaining('follows from another call, or from the clock'),
    'resource-gone': expect.stringContaining('Nobody takes the step'),
  })
})

test('the way goes on with every step that is taken', async () => {
  const world = fork('walked')
  const order = await sandbox.inWorld('walked').buy('crm-basic-month', { pay: false })
  await world.clock.advance('1h')
  const path = `/orders/${order.id}`
  expect((await ask('POST', 'walked', `${path}/steps`, { event: 'pay' })).body).toMatchObject({
    was: 'pending-payment',
    status: 'processing',
    path: ['pay'],
  })
  expect(
    (await ask('POST', 'walked', `${path}/steps`, { event: 'complete' })).body.facts.map(({ type }: { type: string }) => type),
  ).toEqual(expect.arrayContaining(['order.completed', 'resource.opened', 'entity.put']))
  const { body } = await ask('GET', 'walked', `${path}/lifecycle`)
  expect(body.way.map(({ state, event }: { state: string; event: string }) => [state, event])).toEqual([
    ['pending-payment', 'place'],
    ['processing', 'pay'],
    ['processing', undefined],
    ['completed', undefined],
    ['completed', undefined],
  ])
  expect(body.steps).toEqual([])
  const facts = await fetch(`${sandbox.url}/_sandbox/facts?world=walked&about=${order.id}&limit=2`).then((answer) => answer.json())
  expect(facts).toMatchObject({ count: 2, facts: [{ type: expect.any(String) }, { type: 'entity.put', entityId: order.id }] })
})

test('what a start brought shows the times that it holds itself', async () => {
  const id = orderNamed(sandbox.world, 'completed', 'saas')
  const { body } = await ask('GET', 'default', `/orders/${id}/lifecycle`)
  expect(body.way.at(0)).toMatchObject({ member: 'createdAt' })
  expect(body.way.at(-1)).toMatchObject({ state: 'completed', member: 'completedAt' })
})

test('a supervised delivery tells the steps that it keeps itself', async () => {
  const [supervision] = [...sandbox.world.supervisions.all()].filter(({ steps }) => steps.length >= 2)
  const { body } = await ask('GET', 'default', `/supervisions/${supervision?.id}/lifecycle`)
  const noted = body.way.filter(({ member }: { member?: string }) => member === 'steps')
  expect(noted.map(({ event }: { event: string }) => event)).toEqual(supervision?.steps.map(({ event }) => event))
  expect(body.way.at(-1)).toMatchObject({ state: supervision?.status })
})

type Row = readonly [when: string, path: () => string, event: object, status: number, said: RegExp]

describe('a step is refused', () => {
  test.each<Row>([
    [
      'the table does not know it there',
      () => `/orders/${orderNamed(sandbox.world, 'pending-payment', 'saas')}`,
      { event: 'pays' },
      409,
      /pending-payment, which has no step "pays". Did you mean "pay"\? Steps from there: pay, cancel/,
    ],
    [
      'nothing follows',
      () => `/orders/${orderNamed(sandbox.world, 'completed', 'saas')}`,
      { event: 'pay' },
      409,
      /Nothing follows completed/,
    ],
    [
      'only the clock takes it',
      () => `/orders/${orderNamed(sandbox.world, 'pending-payment', 'saas')}`,
      { event: 'deadline-passed' },
      409,
      /move the clock/,
    ],
    [
      'the reason is none',
      () => `/resources/${resourceIn(sandbox.world, 'in-use', 'saas')}`,
      { event: 'freeze', reason: 'bad mood' },
      409,
      /not a reason for freezing/,
    ],
    ['the kind has no states', () => '/accounts/buyer', { event: 'pay' }, 400, /accounts have no states/],
    ['there is no such order', () => '/orders/CS2601010800AAAAA', { event: 'pay' }, 404, /There is no "CS2601010800AAAAA"/],
    ['the body has another member', () => `/orders/${orderNamed(sandbox.world, 'pending-payment', 'saas')}`, { step: 'pay' }, 400, /event/],
  ])('when %s', async (_when, path, body, status, said) => {
    const before = JSON.stringify(sandbox.world.save())
    const answer = await ask('POST', 'default', `${path()}/steps`, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(status)
    expect(answer.body.detail).toMatch(said)
    expect(JSON.stringify(sandbox.world.save())).toBe(before)
  })
})

test('looking at the lifecycle of everything changes nothing, and a step that is allowed can be taken', async () => {
  const kept = JSON.stringify(sandbox.world.save())
  const seen: [kind: string, id: string, event: string, to: string][] = []
  const { body } = await ask('GET', 'default', '')
  for (const { kind, count } of body.collections as { kind: string; count: number }[]) {
    if (count === 0) continue
    const { body: list } = await ask('GET', 'default', `/${kind}?limit=12`)
    const known = new Set<string>()
    for (const { id, status } of list.entities as { id: string; status?: string }[]) {
      if (known.has(String(status))) continue
      known.add(String(status))
      const shown = await ask('GET', 'default', `/${kind}/${encodeURIComponent(id)}/lifecycle`)
      expect(shown.status, `${kind} ${id}`).toBe(200)
      expect((await ask('GET', 'default', `/${kind}/${encodeURIComponent(id)}/related`)).status, `${kind} ${id}`).toBe(200)
      for (const step of shown.body.steps) if (step.allowed) seen.push([kind, id, step.event, step.to])
    }
  }
  expect(JSON.stringify(sandbox.world.save())).toBe(kept)
  expect(seen.length).toBeGreaterThan(15)
  for (const [i, [kind, id, event, to]] of seen.entries()) {
    const name = `step-${i}`
    fork(name)
    const taken = await ask('POST', name, `/${kind}/${encodeURIComponent(id)}/steps`, { event })
    expect([taken.status, taken.body.status], `${kind} ${id} ${event}: ${JSON.stringify(taken.body)}`).toEqual([200, to])
    sandbox.worlds.drop(name)
  }
})

test('what belongs to an order is found from it, and it from there', async () => {
  const world = fork('related')
  const order = await sandbox.inWorld('related').buy('crm-basic-month')
  await world.clock.advance('1h')
  const { body } = await ask('GET', 'related', `/orders/${order.id}/related`)
  const groups = Object.fromEntries(
    body.related.map((one: { kind: string; entities: { id: string }[] }) => [one.kind, one.entities.map(({ id }) => id)]),
  )
  const [resourceId] = world.orders.get(order.id)?.resourceIds ?? []
  expect(groups).toMatchObject({ resources: [resourceId], accounts: [world.orders.get(order.id)?.customerId] })
  const back = await ask('GET', 'related', `/resources/${resourceId}/related`)
  expect(back.body.related).toContainEqual(
    expect.objectContaining({
      kind: 'orders',
      direction: 'named',
      total: 1,
      entities: [expect.objectContaining({ id: order.id, type: 'new' })],
    }),
  )
})

test('a list begins with the newest when asked', async () => {
  const { body } = await ask('GET', 'default', '/orders?limit=3')
  const newest = await ask('GET', 'default', `/orders?newest=true&limit=3&offset=${body.total - 3}`)
  expect(newest.body.entities.map(({ id }: { id: string }) => id)).toEqual(body.entities.map(({ id }: { id: string }) => id).reverse())
})
