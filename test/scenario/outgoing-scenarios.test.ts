import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { click } from '../console/click.ts'
import { owned } from '../marketplace/causes.ts'
import { buy, settle } from '../marketplace/shop.ts'
import { openCarefulSeller } from './careful-seller.ts'

let sandbox: Sandbox
let seller: Awaited<ReturnType<typeof openCarefulSeller>>
beforeAll(async () => {
  sandbox = await startSandbox()
  seller = await openCarefulSeller()
})
afterAll(async () => {
  await sandbox.close()
  await seller.close()
})

/** Buys one instance while the scenario runs. */
const opens = async (name: string) => {
  sandbox.scenarios.start(name)
  const { id } = buy(sandbox)
  await sandbox.clock.pass('4h')
  return [id]
}

const renewed = async (resourceId: string) => {
  const { order } = (await click(sandbox, 'RenewResource', { path: { resourceId } })) as unknown as { order: { id: string } }
  await sandbox.clock.pass('1m')
  return order.id
}

/** Renews three instances; a person restarts the calls that are held. */
const renews = async (name: string) => {
  const instances = [await owned(sandbox), await owned(sandbox), await owned(sandbox)]
  sandbox.scenarios.start(name)
  const orders: string[] = []
  for (const { id } of instances) orders.push(await renewed(id))
  expect(orders.map((order) => sandbox.world.orders.get(order)?.status)).toEqual(['processing', 'processing', 'processing'])
  for (const { id, status } of sandbox.deliveries.list()) {
    if (status !== 'held') continue
    sandbox.deliveries.restart(id)
    await sandbox.clock.pass('1m')
  }
  return orders
}

/** The whole life of an instance: bought, renewed, given back. */
const lives = async (name: string) => {
  sandbox.scenarios.start(name)
  const { id, orderId } = await owned(sandbox)
  const renewal = await renewed(id)
  await sandbox.clock.pass('1h')
  await click(sandbox, 'UnsubscribeResource', { path: { resourceId: id } })
  await sandbox.clock.pass('4h')
  return [orderId, renewal]
}

/** Has one instance, buys another and gives the first one back at the same moment. */
const replaces = async (name: string) => {
  const { id, orderId } = await owned(sandbox)
  sandbox.scenarios.start(name)
  const order = buy(sandbox)
  await click(sandbox, 'UnsubscribeResource', { path: { resourceId: id } })
  await sandbox.clock.pass('4h')
  expect(sandbox.world.resources.get(id)?.status).toBe('closed')
  return [orderId, order.id]
}

interface Row {
  readonly play?: (name: string) => Promise<readonly string[]>
  /** What the seller was asked and answered. */
  readonly wire: readonly string[]
  /** Where the orders stand afterwards. */
  readonly orders?: readonly string[]
  readonly instances?: number
}

const OPENED = ['newInstance 000000', 'queryInstance 000000']

const ROWS: Readonly<Record<string, Row>> = {
  'nervous-marketplace': {
    play: lives,
    wire: ['newInstance', 'newInstance', 'queryInstance', 'queryInstance', 'refreshInstance', 'releaseInstance', 'releaseInstance'].map(
      (call) => `${call} 000000`,
    ),
    orders: ['completed', 'completed'],
  },
  'repeated-byte-for-byte': { wire: ['newInstance 000000', 'newInstance 000001', 'queryInstance 000000'] },
  'late-opening': { wire: OPENED },
  'release-before-open': {
    play: replaces,
    wire: [...OPENED, 'releaseInstance 000000', ...OPENED],
    orders: ['completed', 'completed'],
    instances: 2,
  },
  'first-call-lost': { wire: OPENED },
  'delivery-never-comes': { wire: [], orders: ['cancelled'], instances: 0 },
  'answer-not-read': { wire: ['newInstance 000000', ...OPENED] },
  'seller-slow-at-month-end': {
    play: renews,
    wire: [...OPENED, ...OPENED, ...OPENED, ...Array.from({ length: 6 }, () => 'refreshInstance 000000')],
    orders: ['completed', 'completed', 'completed'],
    instances: 3,
  },
  'answer-read-slowly': { wire: OPENED },
  'wrong-signature-once': { wire: ['newInstance 000001', ...OPENED] },
  'signed-with-another-key': { wire: ['newInstance 000001', ...OPENED] },
  'stale-timestamp': { wire: ['newInstance 000002', ...OPENED] },
  'future-timestamp': { wire: ['newInstance 000002', ...OPENED] },
  'reused-nonce': { wire: ['newInstance 000000', 'queryInstance 000001', 'queryInstance 000000'] },
  'body-not-utf8': { wire: ['newInstance 000001', ...OPENED] },
}

test('every scenario for calls of sellers has a row here, and says what a good seller does in two sentences', () => {
  const outgoing = sandbox.scenarios.list().filter(({ steps }) => steps.some((rule) => rule.outgoing))
  expect(outgoing.map(({ name }) => name).sort()).toEqual(Object.keys(ROWS).sort())
  for (const { name, seller: good } of outgoing) {
    expect([name, good?.en.match(/[.!?](?= |$)/g)?.length]).toEqual([name, 2])
    expect([name, good?.zh.match(/。/g)?.length]).toEqual([name, 2])
  }
})

test.each(Object.entries(ROWS))('%s plays ten times alike, and leaves the world as it should be', async (name, row) => {
  const { play = opens, wire, orders = ['completed'], instances = 1 } = row
  const rounds: unknown[] = []
  for (let round = 0; round < 10; round++) {
    sandbox.reset()
    seller.begin(settle(sandbox, seller.url).key)
    const made = await play(name)
    expect(seller.calls()).toEqual(wire)
    expect(made.map((id) => sandbox.world.orders.get(id)?.status)).toEqual(orders)
    expect(seller.state().instances).toBe(instances)
    const attempts = sandbox.deliveries.list().flatMap((one) => one.attempts)
    const errors = attempts.flatMap(({ findings }) => findings).filter(({ level }) => level === 'error')
    expect(errors).toEqual([])
    const [run] = sandbox.scenarios.status()
    expect(run).toMatchObject({ state: 'finished' })
    expect(attempts.filter(({ fault }) => fault?.by.startsWith(`${name}#`)).length).toBeGreaterThan(0)
    rounds.push({
      taken: seller.taken(),
      attempts: attempts.map(({ id, at, fault, passed, resultCode, failure }) => ({ id, at, fault, passed, resultCode, failure })),
    })
  }
  for (const round of rounds) expect(round).toEqual(rounds[0])
})
