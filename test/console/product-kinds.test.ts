import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SHAPES } from '../../src/world/entities/shapes/entity-shapes.ts'

const folder = join(import.meta.dirname, '../../specs/console/operations')

/** Lists of values that name kinds of product, wherever the console takes one. */
const lists = readdirSync(folder).flatMap((file) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/enum: \[([^\]]*\bmanual-service\b[^\]]*)\]/g)].map(
    (match) => [file, (match[1] as string).split(', ')] as const,
  ),
)

test('there are operations of the console that take a kind of product', () => {
  expect(lists.length).toBeGreaterThanOrEqual(3)
})

/** What Huawei Cloud itself sells is no product of the marketplace. */
const sold = SHAPES.products.kind.oneOf.filter((kind) => kind !== 'cloud-service').sort()

test.each(lists)('%s takes every kind of product that sellers offer', (_file, kinds) => {
  expect([...kinds].sort()).toEqual(sold)
})
