import { beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../../src/spec/document/open-document.ts'
import { builtInBundle } from '../../src/spec/schema/cache.ts'
import { draw } from './draw.ts'
import { mutantsOf } from './mutants.ts'
import { ContractSuite } from './suite.ts'

/** `npm run mutate` says how many; the suite looks at a few. */
const COUNT = Number(process.env['MUTANTS'] ?? 20)
const WHOLE = 240
const SEED = Number(process.env['SEED'] ?? (COUNT === 20 ? 20 : 1))
const FILE = new URL('survivors.yaml', import.meta.url).pathname

const all = [...mutantsOf(builtInBundle())]
const listed = (readDocument(FILE).value as { survivors: readonly { id: string; reason: string }[] }).survivors
const reasons = new Map(listed.map(({ id, reason }) => [id, reason]))
const suite = new ContractSuite(builtInBundle())
beforeAll(async () => {
  expect(await suite.learn()).toBeGreaterThan(5000)
}, 600_000)

test('there are mutants of every service and of every kind, each once', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(new Set(all.map(({ service }) => service))).toEqual(new Set([...Object.keys(builtInBundle().services), 'transitions']))
  expect(new Set(all.map(({ kind }) => kind)).size).toBe(6)
})

test('the draw is even over services, and the same for the same seed', () => {
  const drawn = draw(all, WHOLE, 1)
  expect(drawn.map(({ id }) => id)).toEqual(draw(all, WHOLE, 1).map(({ id }) => id))
  expect(drawn.map(({ id }) => id)).not.toEqual(draw(all, WHOLE, 2).map(({ id }) => id))
  const counts = [...new Set(all.map(({ service }) => service))].map((service) => drawn.filter((one) => one.service === service).length)
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
})

test('every survivor on the list is a mutant that is drawn, and says why', () => {
  const drawn = new Set(draw(all, WHOLE, 1).map(({ id }) => id))
  expect([...reasons.keys()].filter((id) => !drawn.has(id))).toEqual([])
  for (const reason of reasons.values()) expect(reason).toMatch(/\w+ \w+ \w+/)
  expect(listed.length).toBeLessThanOrEqual(WHOLE * 0.05)
})

test('an unbroken sandbox is noticed by nothing, in another order too', async () => {
  expect(await suite.notices({ service: 'transitions', apply: (bundle) => bundle })).toBeUndefined()
}, 600_000)

describe(`${COUNT} mutants, seed ${SEED}`, () => {
  const survived: string[] = []
  test.each(draw(all, COUNT, SEED).map((mutant) => [mutant.id, mutant] as const))(
    '%s',
    async (id, mutant) => {
      const noticed = await suite.notices(mutant)
      if (noticed === undefined) survived.push(id)
      if (!reasons.has(id)) expect(noticed ?? 'nothing noticed it').not.toBe('nothing noticed it')
    },
    600_000,
  )

  test('nineteen of twenty are noticed, and the list of survivors is current', () => {
    expect(survived.length).toBeLessThanOrEqual(Math.max(1, COUNT * 0.05))
    if (COUNT === WHOLE && SEED === 1) expect(survived.sort()).toEqual([...reasons.keys()].sort())
  })
})
