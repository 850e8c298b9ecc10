import { afterAll, beforeAll, expect, test } from 'vitest'
import { COVERED_KINDS, coverableOf, type Sandbox, startSandbox } from '../../src/index.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ clock: 'frozen', coverage: false })
})
afterAll(() => sandbox.close())

interface Shown {
  readonly counting: boolean
  readonly counts: readonly { readonly kind: string; readonly exercised: number; readonly of: number }[]
  readonly owners: readonly { readonly name: string; readonly direction: string; readonly exercised: number; readonly of: number }[]
  readonly items?: readonly { readonly kind: string; readonly name: string; readonly state: string; readonly natural: number }[]
}

const shown = async (query = ''): Promise<Shown> => (await fetch(`${sandbox.url}/_sandbox/coverage${query}`)).json() as Promise<Shown>

test('nothing is counted until somebody starts it; then it is, in worlds that are open and in new ones', async () => {
  await sandbox.call('bss.ListCustomerOrders')
  const before = await shown()
  expect(before).toMatchObject({ counting: false })
  expect(before.owners.every(({ exercised }) => exercised === 0)).toBe(true)
  expect(() => sandbox.coverage()).toThrow(/records no coverage/)
  for (let n = 0; n < 2; n++) {
    const started = await fetch(`${sandbox.url}/_sandbox/coverage`, { method: 'POST' })
    expect({ status: started.status, body: await started.json() }).toEqual({ status: 200, body: { counting: true } })
  }
  await sandbox.call('bss.ListCustomerOrders', { query: { limit: 3 } })
  await sandbox.buy('crm-basic-month')
  await sandbox.inWorld('another').call('bss.ListCustomerOrders', { headers: { 'X-Sandbox-Error': 'APIGW.0308' } })
  const { counting, items } = await shown('?of=bss.ListCustomerOrders')
  expect(counting).toBe(true)
  expect(items).toContainEqual(expect.objectContaining({ kind: 'operations', natural: 1, state: 'exercised' }))
  expect(items).toContainEqual(expect.objectContaining({ kind: 'parameters', name: 'query/limit', state: 'exercised' }))
  expect(items).toContainEqual(expect.objectContaining({ kind: 'parameters', name: 'query/offset', state: 'never' }))
  expect((await shown('?of=gateway')).items).toContainEqual(expect.objectContaining({ name: 'APIGW.0308', state: 'forced', forced: 1 }))
  expect((await shown('?of=orders')).items?.some(({ state }) => state === 'exercised')).toBe(true)
  expect(sandbox.coverage().counts.operations['bss.ListCustomerOrders']).toMatchObject({ natural: 1 })
})

test('everything that can be exercised is there once, in one direction', async () => {
  const [all, ...parts] = await Promise.all(['', '?direction=in', '?direction=out', '?direction=world'].map(shown))
  const coverable = coverableOf(sandbox.specs)
  expect(all?.counts.map(({ kind, of }) => [kind, of])).toEqual(COVERED_KINDS.map((kind) => [kind, coverable[kind].length]))
  expect(parts.flatMap(({ owners }) => owners.map(({ name }) => name)).sort()).toEqual(all?.owners.map(({ name }) => name).sort())
  expect(new Set(all?.owners.map(({ name }) => name)).size).toBe(all?.owners.length)
})

test('a name of nothing is refused with the one that was meant', async () => {
  const answer = await fetch(`${sandbox.url}/_sandbox/coverage?of=bss.ListCustomerOrder`)
  expect({ status: answer.status, body: await answer.json() }).toMatchObject({
    status: 404,
    body: { code: 'unknown-operation', detail: expect.stringContaining('Did you mean "bss.ListCustomerOrders"') },
  })
})
