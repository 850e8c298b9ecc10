import { expect, test } from 'vitest'
import { interfaceUseOf } from '../../src/spec/interface-use.ts'
import { builtInBundle, specsOf } from '../../src/spec/schema/cache.ts'
import { PROFILES } from '../../src/verify/profiles/profiles.ts'

const specs = specsOf(builtInBundle())
const refOf = (name: string) => (name.includes('.') ? name : `production.${name}`)
const playedBy = (name: string) => new Set(PROFILES.find((one) => one.name === name)!.cases.map(({ operation }) => refOf(operation)))

/** One row of the vendor's lists of required interfaces (`x-required-interfaces`). */
interface Row {
  readonly operations: readonly string[]
  readonly modes: readonly string[]
  readonly channels: readonly string[]
  readonly need: 'required' | 'optional' | 'never'
  readonly edition: string
  readonly when?: string
}

const KIND: Readonly<Record<string, string>> = { ONE_TIME: 'one-time', PERIOD: 'period', ON_DEMAND: 'usage', ON_DEMAND_PKG: 'usage' }

/** The profile of what is sold there, in that way; sellers of licence codes and of licences 1.0 have one profile each. */
function profileFor(service: string, channel: string, mode: string): string {
  if (channel === 'licence-code') return channel
  if (channel === 'licence') return 'v1-licence'
  if (channel === 'online-licence') return `online-licence-${KIND[mode]}`
  if (service === 'production-v1') return channel === 'joint' ? `v1-joint-${KIND[mode]}` : `v1-${KIND[mode]}`
  return channel === 'joint' ? `joint-${KIND[mode]}` : `saas-${KIND[mode]}`
}

const ROWS = ['production', 'production-licence', 'production-v1'].flatMap((service) => {
  const { 'x-required-interfaces': rows = [] } = specs.bundle.services[service] as { readonly 'x-required-interfaces'?: readonly Row[] }
  return rows.flatMap(({ operations, modes, channels, need, edition, when }) =>
    channels.flatMap((channel) =>
      modes.map((mode) => ({
        profile: profileFor(service, channel, mode),
        operations: operations.map((name) => (name.includes('.') ? name : `${service}.${name}`)),
        title: `${operations.join(', ')} is ${need} for ${channel} ${mode} (${edition})`,
        need,
        when,
      })),
    ),
  )
})

test.each(ROWS.filter(({ need }) => need === 'required'))('$profile plays what is required: $title', ({ profile, operations }) => {
  expect([...playedBy(profile)]).toEqual(expect.arrayContaining(operations))
})

test.each(ROWS.filter(({ need }) => need === 'never'))('$profile does not play what is never called: $title', ({ profile, operations }) => {
  const played = playedBy(profile)
  expect(operations.filter((operation) => played.has(operation))).toEqual([])
})

test.each(ROWS.filter(({ when }) => when !== undefined))(
  '$profile-upgradable plays what only some products have: $title',
  ({ profile, operations }) => {
    expect([...playedBy(`${profile}-upgradable`)]).toEqual(expect.arrayContaining(operations))
  },
)

test('the vendor’s lists are there, and each row has a profile', () => {
  expect(ROWS.length).toBeGreaterThan(60)
  expect(PROFILES.map(({ name }) => name)).toEqual(expect.arrayContaining(ROWS.map(({ profile }) => profile)))
})

test.each(PROFILES)('$name names calls, cases, keys and pages that exist', ({ uses, cases, skipped }) => {
  const names = cases.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  const operations = cases.map(({ operation }) => specs.operation(refOf(operation)))
  expect(new Set(operations.map(interfaceUseOf))).toEqual(new Set(uses))
  for (const [i, { after, codes, otherwise }] of cases.entries()) {
    expect(names.slice(0, i)).toEqual(expect.arrayContaining([after ?? []].flat()))
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true)
    if (otherwise) expect(specs.bundle.sources).toHaveProperty([otherwise.source])
  }
  for (const { reason } of skipped) expect(reason).toMatch(/\S+ \S+/)
})

test('every call that sellers can get is played by some profile', () => {
  const played = new Set(PROFILES.flatMap(({ cases }) => cases.map(({ operation }) => refOf(operation))))
  expect(specs.webhooks.map(({ ref }) => ref).filter((ref) => !played.has(ref))).toEqual([])
})
