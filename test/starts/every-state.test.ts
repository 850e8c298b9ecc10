import { expect, test } from 'vitest'
import { builtInBundle } from '../../src/spec/schema/cache.ts'
import type { Machines } from '../../src/world/engine/machines.ts'
import type { Kind } from '../../src/world/entities/entities.ts'
import { SHAPES } from '../../src/world/entities/shapes/entity-shapes.ts'
import type { World } from '../../src/world/world-api.ts'
import { audit } from '../helpers/audit.ts'
import { populate } from '../helpers/populate.ts'
import { makeWorld } from '../world/make-world.ts'

const bundle = builtInBundle()
const machines = bundle.machines as unknown as Machines

function open(start: string): World {
  const world = makeWorld({ machines, settings: bundle.settings as never })
  populate(world, bundle.worlds[start], bundle.worlds)
  return world
}

const world = open('every-state')
/** The values that one member of the entities of a kind has. */
const found = (kind: Kind, member: string) =>
  new Set([...world[kind].all()].map((entity) => (entity as unknown as Record<string, unknown>)[member]))

const states = Object.entries(machines).flatMap(([kind, rows]) =>
  [...new Set(rows.map(({ to }) => to))].map((state) => [kind as Kind, state] as const),
)

test.each(states)('every-state has an example of %s: %s', (kind, state) => {
  expect([...found(kind, 'status')]).toContain(state)
})

test.each([
  ['orders', 'type'],
  ['products', 'kind'],
  ['products', 'chargingMode'],
  ['products', 'delivery'],
  ['coupons', 'type'],
  ['discounts', 'type'],
  ['resources', 'frozenFor'],
  ['licences', 'kind'],
  ['usage', 'interface'],
  ['sellerRequests', 'about'],
  ['filings', 'filingType'],
  ['filings', 'serviceType'],
] as const)('and of %s: every %s', (kind, member) => {
  const field = (SHAPES[kind] as Record<string, unknown>)[member] as { readonly oneOf: readonly unknown[] }
  const missing = field.oneOf.filter((value) => !found(kind, member).has(value))
  expect(missing).toEqual(LEFT_OUT[`${kind}.${member}`] ?? [])
})

/** Kinds of things that no state machine asks for, and why there is none. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  // Arrears want an account below zero, which the trouble world has.
  'resources.frozenFor': ['arrears'],
  'filings.filingType': ['access'],
  // Written down by the marketplace itself, as APIs are called.
  'usage.interface': ['gateway'],
}

test.each(Object.keys(bundle.worlds))('nothing in %s contradicts itself', (start) => {
  const watch = audit(open(start), machines)
  watch.checkAll()
  expect(watch.findings).toEqual([])
})
