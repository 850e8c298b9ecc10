import { beforeAll, expect, test } from 'vitest'
import { preparePatterns } from '../../../src/spec/patterns/pattern.ts'
import { createSeeded } from '../../helpers/seeded.ts'
import { brokenValues } from './break-value.ts'
import { checksOf, madeFor } from './make-sample.ts'
import { randomSchema } from './random-schema.ts'

const FIRST = Number(process.env.SEED ?? 1)
const COUNT = 500
const MUTATIONS = 6

// Some of the patterns need the engine that matches in linear time.
beforeAll(() => preparePatterns(['(a+)+']))

test(`${COUNT} random schemas from seed ${FIRST}: the value fits, stays the same, and what breaks a keyword is refused at its place`, () => {
  const wrong: unknown[] = []
  let broken = 0
  for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
    const random = createSeeded(seed)
    const { schema, schemas } = randomSchema(random)
    const { of } = checksOf(schemas)
    const check = of(schema)
    const { value, failed } = madeFor(schema, schemas, `${seed}`, { check: of })
    if (failed.length > 0 || check(value).length > 0) wrong.push({ seed, schema, value, complaints: check(value) })
    // As after a restart, where nothing is compiled; that takes time, so it is done for some of them.
    const again = seed % 10 === 0 ? madeFor(structuredClone(schema), structuredClone(schemas), `${seed}`).value : madeFor(schema, schemas, `${seed}`, { check: of }).value // biome-ignore format: one choice
    if (JSON.stringify(again) !== JSON.stringify(value)) wrong.push({ seed, schema, value, again })

    const all = [...brokenValues(schema, schemas, value)]
    for (let n = 0; n < MUTATIONS && all.length > 0; n++) {
      const [one] = all.splice(random.int(all.length), 1)
      if (!one) break
      broken++
      const complaints = check(one.value)
      if (!complaints.some(({ pointer }) => pointer === one.pointer)) wrong.push({ seed, one, complaints, schema })
    }
  }
  expect(wrong.slice(0, 3)).toEqual([])
  expect(broken).toBeGreaterThan(COUNT)
}, 120_000)
