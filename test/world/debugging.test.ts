import { expect, test } from 'vitest'
import { builtInBundle } from '../../src/spec/schema/cache.ts'
import { interfacesOf, interfacesToDebug } from '../../src/world/entities/debugging.ts'

interface Row {
  readonly operations: readonly string[]
  readonly modes: readonly string[]
  readonly channels: readonly string[]
  readonly need: string
  readonly edition: string
}

/** What the specs say with sources: who must serve what. */
const rows = Object.values(builtInBundle().services).flatMap(
  (service) => ((service as { 'x-required-interfaces'?: readonly Row[] })['x-required-interfaces'] ?? []) as readonly Row[],
)
const BASIC = [...interfacesOf({ use: 'basic' })]

function required(mode: string, channel: string): string[] {
  const found = rows.filter(
    (row) => row.edition === 'cn' && row.need === 'required' && row.modes.includes(mode) && row.channels.includes(channel),
  )
  const names = found.flatMap((row) => row.operations.map((name) => name.slice(name.indexOf('.') + 1)))
  return [...new Set(names)].filter((name) => BASIC.includes(name)).sort()
}

test.each([
  ['one-time', 'ONE_TIME'],
  ['period', 'PERIOD'],
  ['on-demand', 'ON_DEMAND'],
  ['on-demand-package', 'ON_DEMAND_PKG'],
] as const)('what has to be debugged for a product charged %s is what the specs require', (chargingMode, mode) => {
  expect([...interfacesToDebug({ chargingMode, delivery: 'automatic' })].sort()).toEqual(required(mode, 'general'))
  expect(required(mode, 'general').length).toBeGreaterThan(2)
})

test.each([
  ['one-time', 'ONE_TIME'],
  ['period', 'PERIOD'],
] as const)('and for an online licence charged %s', (chargingMode, mode) => {
  expect([...interfacesToDebug({ chargingMode, delivery: 'online-licence' })].sort()).toEqual(required(mode, 'online-licence'))
})

test('what people set up needs no interface', () => {
  expect(interfacesToDebug({ chargingMode: 'period', delivery: 'implemented' })).toEqual([])
})
