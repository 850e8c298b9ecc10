import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { systemClock } from '../../src/world/engine/system-clock.ts'
import { createLedger } from '../../src/world/persistence/ledger.ts'
import { createWorlds } from '../../src/world/worlds.ts'
import { createMemoryLog } from '../helpers/memory-log.ts'
import { openSeller } from '../marketplace/seller.ts'
import { goodAnswer } from '../marketplace/shop.ts'
import { account, makeWorld } from '../world/make-world.ts'
import { createGate } from './served.ts'

const fresh = () => mkdtempSync(join(tmpdir(), 'koosandbox-state-'))
const everything = (sandbox: Sandbox) => ({
  list: sandbox.worlds.list(),
  snapshots: sandbox.worlds.snapshots.list(),
  files: sandbox.worlds.list().map(({ name }) => sandbox.worlds.export(name)),
})

test('worlds, forks, snapshots, resets and drops survive a restart', async () => {
  const state = fresh()
  const first = await startSandbox({ state })
  const { worlds } = first
  const touch = (name: string) => worlds.get(name)?.accounts.put(account(`late-${name}`))
  worlds.open('mine', 'empty')
  worlds.fork('default', 'child')
  worlds.fork('child', 'grandchild')
  for (const name of ['default', 'mine', 'child']) touch(name)
  worlds.snapshots.save('child', 'then')
  worlds.get('child')?.clock.advance('P1D')
  worlds.get('child')?.set('iam.tokenLife', 'PT1H')
  worlds.snapshots.open('then', 'heir')
  worlds.fork('default', 'gone')
  worlds.drop('gone')
  worlds.import('read', worlds.export('child'))
  worlds.snapshots.save('mine', 'unwanted')
  worlds.snapshots.drop('unwanted')
  worlds.reset('mine')
  const before = everything(first)
  const key = first.credentials.buyer?.ak
  await first.close()

  for (let again = 0; again < 2; again++) {
    const next = await startSandbox({ state })
    expect(everything(next)).toEqual(before)
    expect(next.credentials.buyer?.ak).toBe(key)
    expect(next.worlds.byCredential(key ?? '')).toBe('default')
    await next.close()
  }
  const last = await startSandbox({ state })
  expect(last.worlds.get('child')?.parent).toBe('default')
  last.worlds.reset('child')
  expect(last.worlds.get('child')?.accounts.has('late-child')).toBe(false)
  last.worlds.snapshots.restore('child', 'then')
  expect(last.worlds.get('child')?.accounts.has('late-child')).toBe(true)
  expect((await last.call('bss.ListCustomerOrders', { world: 'grandchild' })).status).toBe(200)
  await last.close()
})

test('a live clock goes on with real time, a frozen one stands where it stood', async () => {
  const state = fresh()
  const first = await startSandbox({ state, clock: 'live' })
  first.clock.advance('P40D')
  first.worlds.fork('default', 'still').clock.freeze()
  const began = systemClock.now()
  const [then, stood] = [first.clock.now(), first.worlds.get('still')?.clock.now()]
  await first.close()
  const next = await startSandbox({ state })
  expect(next.clock.mode).toBe('live')
  const worldTime = next.clock.now() - then
  const realTime = systemClock.now() - began
  expect(worldTime).toBeGreaterThanOrEqual(0)
  expect(worldTime).toBeLessThanOrEqual(realTime)
  expect(next.worlds.get('still')?.clock.state()).toMatchObject({ mode: 'frozen', now: stood })
  await next.close()
})

function worldsOver(log: ReturnType<typeof createMemoryLog>, failed: (error: unknown) => void = () => {}) {
  const ledger = createLedger(log, systemClock, failed)
  const make = async () => {
    const { stored, ...worlds } = createWorlds({
      startLayer: () => ({ ...makeWorld().snapshot(), world: undefined }) as never,
      make: (name, over, how) => makeWorld({ name, parent: over, ...how }),
      ledgers: { of: () => ledger, saved: () => ledger.saved() },
      kept: await ledger.load(),
    })
    ledger.attach({ present: () => stored.present(), restore: (kept) => stored.adopt(kept) })
    return worlds
  }
  return { ledger, make }
}

test('a log that is compacted at any moment gives the same worlds', async () => {
  const log = createMemoryLog()
  const { make } = worldsOver(log)
  const worlds = await make()
  for (let n = 0; n < 30; n++) {
    const world = n % 7 === 3 ? worlds.fork('default', `fork-${n}`) : worlds.open(n % 2 === 0 ? 'default' : 'other')
    world.accounts.put(account(`a${n}`))
    if (n % 5 === 0) worlds.snapshots.save('default', `s${n}`)
    log.grown = n % 3 === 0
    await worlds.saved()
    const again = await worldsOver(log).make()
    expect(again.list().map(({ name }) => again.export(name))).toEqual(worlds.list().map(({ name }) => worlds.export(name)))
    expect(again.snapshots.list()).toEqual(worlds.snapshots.list())
  }
})

test('when a change cannot be written its caller gets an error, and all worlds are as before', async () => {
  const log = createMemoryLog()
  const heard: unknown[] = []
  const { make } = worldsOver(log, (error) => heard.push(error))
  const worlds = await make()
  worlds.open('default').accounts.put(account('kept'))
  await worlds.saved()
  const append = log.append
  log.append = async () => {
    throw new Error('ENOSPC: no space left on device, write')
  }
  const stale = worlds.open('default')
  stale.accounts.put(account('lost'))
  worlds.fork('default', 'lost')
  const refused = expect.objectContaining({ code: 'state.unwritable', message: expect.stringContaining('no space left') })
  await expect(stale.saved()).rejects.toEqual(refused)
  expect(heard).toHaveLength(1)
  expect(worlds.list().map(({ name }) => name)).toEqual(['default'])
  expect([...(worlds.get('default')?.accounts.all() ?? [])].map(({ id }) => id)).toEqual(['kept'])
  await expect(stale.saved()).rejects.toEqual(refused)

  log.append = append
  worlds.open('default').accounts.put(account('later'))
  await worlds.saved()
  expect([...((await worldsOver(log).make()).get('default')?.accounts.all() ?? [])].map(({ id }) => id)).toEqual(['kept', 'later'])
})

test('fifty forks, resets, drops and imports at once are kept as they came', async () => {
  const state = fresh()
  const sandbox = await startSandbox({ state })
  const ask = (method: string, path: string, body?: unknown) =>
    fetch(`${sandbox.url}/_sandbox${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }).then(({ status }) => status)
  const world = sandbox.worlds.open('seed', 'empty')
  world.accounts.put(account('one'))
  const file = sandbox.worlds.export('seed')
  const acts = Array.from({ length: 50 }, (_, n) =>
    [
      () => ask('POST', '/worlds', { from: 'seed', name: `f${n % 10}` }),
      () => ask('POST', '/worlds/seed/reset'),
      () => ask('DELETE', `/worlds/f${n % 10}`),
      () => ask('PUT', `/worlds/i${n % 3}/file`, file),
      () => ask('PUT', '/worlds/seed/file', file),
    ][n % 5]?.(),
  )
  const statuses = await Promise.all(acts)
  expect(statuses.filter((status) => ![200, 201, 204, 404, 409].includes(status ?? 0))).toEqual([])
  const before = everything(sandbox)
  await sandbox.close()
  const next = await startSandbox({ state })
  expect(everything(next)).toEqual(before)
  await next.close()
})

test.each(['reset', 'dropped'] as const)(
  'a call to a seller that ends after its world was %s leaves a state that can be read',
  async (how) => {
    const gate = createGate()
    let called = () => {}
    const asked = new Promise<void>((resolve) => {
      called = resolve
    })
    await using seller = await openSeller(async (call) => {
      called()
      await gate.passed
      return goodAnswer(call)
    })
    const state = fresh()
    const config = { addresses: [{ sellerId: '@seller', use: 'basic', url: seller.url }] }
    const first = await startSandbox({ state, config })
    first.worlds.open('mine')
    const mine = first.inWorld('mine')
    await mine.buy('crm-basic-month')
    const { world } = mine
    world.clock.advance('1m')
    await asked
    if (how === 'reset') mine.reset()
    else first.worlds.drop('mine')
    const before = everything(first)
    gate.open()
    await world.clock.settled()
    expect([...world.deliveries.all()].map(({ status }) => status)).toContain('succeeded')
    await first.close()

    const next = await startSandbox({ state, config })
    expect(everything(next)).toEqual(before)
    await next.close()
  },
)
