import { expect, test } from 'vitest'
import { AnswerLost, type Sandbox, SpecFault, startSandbox } from '../../src/index.ts'
import { createChaos } from '../../src/scenario/chaos.ts'
import { builtInBundle, specsOf } from '../../src/spec/schema/cache.ts'

const SEEN = 120

/** What a client sees of the same requests, in the order of `order`. */
async function seen(sandbox: Sandbox, order: readonly number[]): Promise<string[]> {
  const found: string[] = []
  for (const limit of order) {
    const answer = await sandbox.call('bss.ListCustomerOrders', { query: { limit } }).catch((error: unknown) => error)
    const what =
      answer instanceof AnswerLost ? answer.fault : ((answer as { headers: Record<string, string> }).headers['x-sandbox-fault'] ?? '')
    found.push(`${limit} ${what}`)
  }
  return found
}

const pages = Array.from({ length: SEEN }, (_, i) => (i % 60) + 1)

test('the same seed and the same requests give the same faults, whatever order they come in', async () => {
  await using first = await startSandbox({ chaos: { rate: '20%' }, seed: '7' })
  await using second = await startSandbox({ chaos: { rate: 0.2 }, seed: '7' })
  await using other = await startSandbox({ chaos: { rate: '20%' }, seed: '8' })

  const once = await seen(first, pages)

  expect(await seen(second, pages)).toEqual(once)
  second.reset()
  expect((await seen(second, [...pages].reverse())).sort()).toEqual([...once].sort())
  expect(await seen(other, pages)).not.toEqual(once)
  const faulty = once.filter((text) => text.includes('chaos'))
  expect(faulty.length).toBeGreaterThan(SEEN * 0.1)
  expect(faulty.length).toBeLessThan(SEEN * 0.3)
  expect(new Set(faulty.map((text) => text.split(' ').at(-1))).size).toBeGreaterThan(4)
})

test('chaos uses the chosen verbs alone, and the control API and the console never suffer', async () => {
  await using sandbox = await startSandbox({ chaos: { rate: 1, verbs: ['status'] } })
  const { status, headers } = await sandbox.call('bss.ListCustomerOrders')
  expect([502, 503, 504]).toContain(status)
  expect(headers['x-sandbox-fault']).toBe('chaos status')
  expect((await sandbox.call('sandbox.ListWorlds')).status).toBe(200)
  expect((await sandbox.call('console.ListProducts')).status).toBe(200)
  expect(sandbox.journal.entries().at(-1)).toMatchObject({ origin: 'scenario', fault: { rule: 'chaos', label: 'chaos status' } })
})

test.each([
  ['a rate of 0', { rate: 0 }, 'chaos: the rate must be above 0 and at most 100%, such as 5%, not "0".'],
  ['a rate of 200%', { rate: '200%' }, 'not "200%".'],
  ['an unknown verb', { rate: '5%', verbs: ['rest'] }, 'chaos: there is no verb "rest". Did you mean "reset"?'],
  ['no verb', { rate: '5%', verbs: [] }, 'chaos needs at least one verb'],
])('chaos with %s is refused', (_what, input, message) => {
  const specs = specsOf(builtInBundle())
  expect(() => createChaos(specs, input)).toThrow(SpecFault)
  expect(() => createChaos(specs, input)).toThrow(message)
})
