import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSandbox, SpecFault, startSandbox, WorldError } from '../../src/index.ts'
import { sandboxTest } from '../../src/vitest.ts'

test('a sandbox for tests stands still in time, has a port of its own and prints keys of every role', async () => {
  await using sandbox = await startSandbox()
  await using other = await startSandbox()

  expect(sandbox.url).not.toBe(other.url)
  expect((await fetch(`${sandbox.url}/_sandbox/ready`)).status).toBe(200)
  expect([sandbox.clock.iso(), sandbox.clock.mode]).toEqual(['2026-01-01T00:00:00Z', 'frozen'])
  expect(Object.keys(sandbox.credentials).sort()).toEqual(['buyer', 'partner', 'seller'])
  expect(sandbox.credentials.buyer).toMatchObject({
    ak: expect.stringMatching(/^[A-Z0-9]{20}$/),
    sk: expect.stringMatching(/^[A-Za-z0-9]{40}$/),
  })
})

test('what is done in one world is seen in no other, and a reset takes it back', async () => {
  await using sandbox = await startSandbox()
  sandbox.worlds.fork('default', 'mine')
  const pending = async (world?: string) => {
    const { body } = await sandbox.call('bss.ListCustomerOrders', { query: { status: 6, limit: 100 }, ...(world ? { world } : {}) })
    return body.total_count as number
  }
  const before = await pending()

  sandbox.worlds.open('mine').clock.advance('8d')
  expect([await pending(), await pending('mine')]).toEqual([before, 0])
  expect(sandbox.worlds.open('mine').facts.of('order.cancelled').length).toBeGreaterThan(0)
  expect(sandbox.facts.of('order.cancelled')).toEqual([])

  sandbox.worlds.reset('mine')
  expect(await pending('mine')).toBe(before)
})

test('a call is rejected when its answer does not match its spec: that is a defect of the sandbox', async () => {
  await using sandbox = await startSandbox()
  const [order] = [...sandbox.world.orders.where('customer', sandbox.credentials.buyer!.domain_id)]
  sandbox.world.orders.put({ ...order!, createdBy: 42 as unknown as string })
  const details = sandbox.call('bss.ShowCustomerOrderDetails', { path: { order_id: order!.combinedId ?? order!.id } })
  await expect(details).rejects.toThrow(/bss\.ShowCustomerOrderDetails replied outside its spec: \/body\/order_info\/user_name/)
})

test.each([
  ['an unknown start', { world: 'defualt' }, SpecFault, 'Did you mean "default"?'],
  ['a start every object has', { world: 'constructor' }, SpecFault, 'There is no starting world "constructor".'],
  ['a choice of services without a document of your own', { with: ['bss'] }, SpecFault, 'without `spec` all of them are served'],
  ['a file that is not there', { spec: ['nowhere.yaml'] }, SpecFault, 'nowhere.yaml: there is no such file.'],
])('%s is refused with the way out', async (_what, options, kind, text) => {
  const opening = openSandbox(options)
  await expect(opening).rejects.toBeInstanceOf(kind)
  await expect(opening).rejects.toThrow(text)
})

test('moving time backwards is refused and leaves it where it was', async () => {
  await using sandbox = await startSandbox()
  expect(() => sandbox.clock.advance({ to: '2025-12-31T00:00:00Z' })).toThrow(WorldError)
  expect(sandbox.clock.iso()).toBe('2026-01-01T00:00:00Z')
})

test('a call without a part of its path is rejected: it would reach another operation', async () => {
  await using sandbox = await startSandbox()
  await expect(sandbox.call('sandbox.ShowDelivery')).rejects.toThrow(
    'sandbox.ShowDelivery needs a value for /_sandbox/deliveries/{delivery}: pass { path: { delivery: … } }.',
  )
  expect(sandbox.journal.entries()).toEqual([])
})

test('an operation of a user’s own document is called with the names in its own path', async () => {
  await using sandbox = await startSandbox({ spec: [stranger()] })
  await sandbox.call('pets.ShowPet', { path: { 'pet-id': 'a/7' } })
  expect(sandbox.journal.entries().at(-1)?.request.path).toBe('/pets/a%2F7')
})

/** A document whose path parameter is no word. */
function stranger(): string {
  const parameters = [{ name: 'pet-id', in: 'path', required: true, schema: { type: 'string' } }]
  const paths = { '/pets/{pet-id}': { get: { operationId: 'ShowPet', parameters, responses: { 200: { description: 'One' } } } } }
  const file = join(mkdtempSync(join(tmpdir(), 'stranger-')), 'pets.json')
  writeFileSync(file, JSON.stringify({ openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths }))
  onTestFinished(() => rmSync(dirname(file), { recursive: true }))
  return file
}

sandboxTest('the vitest fixture hands over a sandbox that answers', async ({ sandbox }) => {
  expect((await sandbox.call('bss.ListServiceTypes')).body.total_count).toBeGreaterThan(10)
})
