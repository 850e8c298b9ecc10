import { describe, expect } from 'vitest'
import { RECORD_FAULTS } from '../../../src/commerce/usage/record-faults.ts'
import { buy } from '../../console/requests/console-requests.ts'
import { worldTest as test } from '../../helpers/audited.ts'
import { type Sent, type Shop, shop, stamp, stopping } from './usage-shop.ts'

type Case = readonly [code: keyof typeof RECORD_FAULTS, when: string, act: (shop: Shop) => Promise<Partial<Sent>>]

const CASES: readonly Case[] = [
  ['001', 'the instance is unknown', async ({ record }) => record({ instance_id: 'nobody' })],
  ['002', 'a time has another form', async ({ record }) => record({ begin_time: '2026-01-01T00:00:00Z' })],
  ['002', 'a time does not exist', async ({ record }) => record({ end_time: '20260230T000000Z' })],
  ['003', 'the value is 0', async ({ record }) => record({ usage_value: '0' })],
  ['003', 'the value has five decimals', async ({ record }) => record({ usage_value: '1.00001' })],
  ['003', 'the value is negative', async ({ record }) => record({ usage_value: -1 })],
  ['004', 'metering_sn is missing', async ({ record }) => ({ ...record(), metering_sn: undefined }) as unknown as Sent],
  [
    '005',
    'metering_sn was used before',
    async (s) => {
      await s.push([s.record({ metering_sn: 'twice' })])
      return s.record({ metering_sn: 'twice', begin_time: stamp(s.sandbox.clock.now() - 3000) })
    },
  ],
  [
    '006',
    'the product was withdrawn',
    async (s) => {
      s.sandbox.world.transition('products', s.resource.productId, 'withdraw')
      return s.record()
    },
  ],
  [
    '007',
    'it began more than 21 days ago',
    async (s) => {
      const begin_time = stamp(s.sandbox.clock.now())
      await s.sandbox.clock.advance('P21DT1S')
      return s.record({ begin_time })
    },
  ],
  [
    '009',
    'another seller sells the instance',
    async (s) => {
      const { world } = s.sandbox
      const { print: _, ...model } = world.accounts.where('name', 'xinghai_soft').first()!
      const other = world.accounts.put({ ...model, id: 'f'.repeat(32), name: 'other', userName: 'other' })
      world.products.change(s.resource.productId, { sellerId: other.id })
      return s.record()
    },
  ],
  [
    '010',
    'the span was reported before',
    async (s) => {
      const first = s.record()
      await s.push([first])
      return { ...first, metering_sn: 'another' }
    },
  ],
  ['011', 'it ends before it begins', async ({ record, sandbox }) => record({ end_time: stamp(sandbox.clock.now() - 9000) })],
  ['011', 'it ends after it is reported', async ({ record, sandbox }) => record({ end_time: stamp(sandbox.clock.now() + 9000) })],
  [
    '012',
    'the instance is paid by the month',
    async (s) => {
      const order = await buy(s.sandbox, 'crm-basic-month', {}, true)
      return s.record({ instance_id: s.sandbox.world.resources.get(order.resources[0]!.id)!.instance!.id })
    },
  ],
  [
    '013',
    'the instance is frozen',
    async (s) => {
      s.sandbox.world.transition('resources', s.resource.id, 'freeze', { frozenFor: 'arrears' })
      return s.record()
    },
  ],
  [
    '014',
    'it ends after the resource was closed',
    async (s) => {
      s.sandbox.world.transition('resources', s.resource.id, 'close', { updatedAt: s.sandbox.clock.now() - 5000 })
      return s.record()
    },
  ],
  [
    '015',
    'it begins before the resource opened',
    async ({ record, resource }) => record({ begin_time: stamp(resource.effectiveAt - 1000) }),
  ],
  [
    '016',
    'the resource is being opened',
    async (s) => {
      const order = await buy(s.sandbox, 'sms')
      s.sandbox.world.resources.change(order.resources[0]!.id, { instance: { id: 'early', answeredAt: 0 } })
      return s.record({ instance_id: 'early' })
    },
  ],
  [
    '017',
    'the package stops when used up and is not named',
    async (s) => {
      await stopping(s)
      return s.record()
    },
  ],
  ['018', 'the package is unknown', async ({ record }) => record({ relate_pkg_instance: 'nobody' })],
  [
    '019',
    'risk control finds the value too large',
    async (s) => {
      s.sandbox.world.set('koogallery.usage_risk_value', 50)
      return s.record()
    },
  ],
]

describe('every record code has a cause', () => {
  test.for(CASES)('%s: %s', async ([code, , act], { sandbox }) => {
    const s = await shop(sandbox)
    const before = s.balance()
    const { body } = await s.push([await act(s)])
    expect(body).toMatchObject({ error_code: 'MKT.0000', data: [{ error_code: code, error_msg: RECORD_FAULTS[code] }] })
    expect((await s.listed()).records.filter(({ fault }) => fault === code)).toHaveLength(1)
    expect(s.balance()).toBeLessThanOrEqual(before)
  })

  test('and none is left out', () => {
    expect([...new Set(CASES.map(([code]) => code))].toSorted()).toEqual(Object.keys(RECORD_FAULTS).toSorted())
  })
})
