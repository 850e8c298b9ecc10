import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSpecs } from '../../src/spec/catalogue.ts'
import { loadTree } from '../../src/spec/document/load.ts'
import type { Bundle } from '../../src/spec/document/model.ts'
import { readShipped, writeShipped } from '../../src/spec/document/shipped.ts'

const written = loadTree(join(import.meta.dirname, '..', '..'))
const text = writeShipped(written)

test('the shipped bundle is plain ASCII and says what was written, in the same order', () => {
  expect(text).toMatch(/^[\n\x20-\x7e]*$/)
  const read = readShipped(text)
  expect(Object.keys(read).sort()).toEqual(Object.keys(written).sort())
  for (const member of Object.keys(written) as (keyof Bundle)[])
    expect(JSON.stringify(read[member]), member).toBe(JSON.stringify(written[member]))
})

test('its operations are those that were written, whether they are read at once or when they are asked for', () => {
  const [atOnce, later] = [createSpecs(written), createSpecs(readShipped(text))]
  for (const section of ['operations', 'webhooks'] as const) {
    expect(later[section].map(({ ref }) => ref)).toEqual(atOnce[section].map(({ ref }) => ref))
    for (const [i, one] of later[section].entries()) {
      const same = atOnce[section][i]
      for (const member of ['ours', 'method', 'path', 'auth', 'success', 'errors', 'limits', 'successSchema', 'doc', 'foreign'] as const)
        expect(one[member], `${one.ref} ${member}`).toEqual(same?.[member])
    }
  }
  expect(later.hosts).toEqual(atOnce.hosts)
})

test('a member that was read is the same object from then on, in a copy of the bundle too', () => {
  const read = readShipped(text)
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(read)) as Bundle
  expect(copy.places).toBe(read.places)
  expect(copy.worlds.default).toBe(read.worlds.default)
  const { get } = read.services.bss?.paths?.['/v2/orders/customer-orders'] ?? {}
  expect(get?.operationId).toBe('ListCustomerOrders')
  expect(createSpecs(read).operation('bss.ListCustomerOrders').doc).toBe(get)
})

test('no sentence of the specs was cut at a comma, as in { description: Only this, as they name it }', () => {
  const cutIn = (value: unknown, at: string): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([name, inner]) =>
          inner === null && name.includes(' ') ? [`${at}: ${name}`] : cutIn(inner, `${at}/${name}`),
        )
  expect(cutIn(written, '')).toEqual([])
})
