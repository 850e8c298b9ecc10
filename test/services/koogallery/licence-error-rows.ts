import type { Sandbox } from '../../../src/index.ts'
import type { gallery } from './gallery.ts'
import type { Act, ErrorRow } from './gallery-error-rows.ts'

const table = (s: Sandbox, name: string, value: string) => s.world.setByName(`koogallery.${name}`, value)
const untaken = async (g: ReturnType<typeof gallery>) => g.codeOf((await g.buy('gateway-year')).id)

const licenceRows = ['ActivateLicense', 'CheckLicenseHeartbeat'].flatMap((operation): ErrorRow[] => {
  const ask: Act = (g) => g.call(operation, { body: { license: 'PL0000000000000000' } })
  const bare: Act = (g) => g.call(operation, { body: {} })
  const buyer: Act = (g) => g.call(operation, { as: 'buyer', body: { license: 'PL0000000000000000' } })
  const chosen =
    (name: string, act: Act): Act =>
    (g, s) => {
      table(s, 'licence_error_table', name)
      return act(g, s)
    }
  return [
    [operation, '403 92020001', 'the buyer calls', buyer],
    [operation, '400 92020002', 'the code is missing', bare],
    [operation, '400 92020002', 'the code is longer than 64', (g) => g.call(operation, { body: { license: 'P'.repeat(65) } })],
    [operation, '200 92020002', 'the code is missing, in table B', chosen('B', bare)],
    [
      operation,
      '200 92020004',
      'the buyer has not taken the code',
      async (g) => g.call(operation, { body: { license: await untaken(g) } }),
    ],
    [operation, '200 92020005', 'nobody ever issued the code', ask],
    [operation, '400 CBC.0101', 'the code is missing, in the CBC table', chosen('CBC', bare)],
    [operation, '403 CBC.0150', 'the buyer calls, in the CBC table', chosen('CBC', buyer)],
  ]
})

const several = (operation: string, code: string) =>
  operation === 'ReportSoftwareUsage'
    ? { usage_info: [{ license: code, software_usage_Info: [{ id: 'account1' }] }] }
    : { license_list: [code] }
const batchRows = ['BatchActivateLicense', 'BatchCheckLicenseHeartbeat', 'ReportSoftwareUsage'].flatMap((operation): ErrorRow[] => {
  const ask: Act = (g) => g.call(operation, { body: several(operation, 'PL0000000000000000') })
  const bare: Act = (g) => g.call(operation, { body: {} })
  const buyer: Act = (g) => g.call(operation, { as: 'buyer', body: several(operation, 'PL0000000000000000') })
  const inTable =
    (name: string, act: Act): Act =>
    (g, s) => {
      table(s, 'licence_error_table', name)
      return act(g, s)
    }
  const crowd = Array.from({ length: 101 }, () => 'PL0000000000000000')
  const tooMany = { license_list: crowd, usage_info: crowd.map((license) => ({ license, software_usage_Info: [{ id: 'a' }] })) }
  return [
    [operation, '403 92020001', 'the buyer calls', buyer],
    [operation, '400 92020002', 'the body is not JSON', (g) => g.call(operation, { body: '[' })],
    [operation, '400 92020002', 'nothing is named', bare],
    [operation, '400 92020002', 'more than a hundred are named', (g) => g.call(operation, { body: tooMany })],
    [operation, '200 92020002', 'nothing is named, in table B', inTable('B', bare)],
    [operation, '200 92020020', 'one code does not exist', ask],
    [operation, '400 CBC.0101', 'one code does not exist, in the CBC table', inTable('CBC', ask)],
    [operation, '403 CBC.0150', 'the buyer calls, in the CBC table', inTable('CBC', buyer)],
    operation === 'ReportSoftwareUsage'
      ? [
          operation,
          '200 92020011',
          'the code is not active',
          async (g) => g.call(operation, { body: several(operation, await untaken(g)) }),
        ]
      : [
          operation,
          '200 92020004',
          'one code is not taken',
          async (g) => g.call(operation, { body: several(operation, await untaken(g)) }),
        ],
  ]
})
const twice =
  (operation: string, body: (code: string) => object): Act =>
  async (g, s) => {
    table(s, 'licence_error_table', 'B')
    const { code } = await g.taken()
    await g.activate(code)
    return g.call(operation, { body: body(code) })
  }
const usageOf =
  (...software_usage_Info: object[]): Act =>
  async (g) => {
    const { code } = await g.taken()
    await g.activate(code)
    return g.call('ReportSoftwareUsage', { body: { usage_info: [{ license: code, software_usage_Info }] } })
  }

/** How the errors of the licence calls come about. */
export const LICENCE_ROWS: readonly ErrorRow[] = [
  ...licenceRows,
  [
    'ActivateLicense',
    '400 92020002',
    'the service began before it was ordered',
    async (g) => g.activate((await g.taken()).code, { real_effect_time: '20251231235959' }),
  ],
  [
    'ActivateLicense',
    '400 92020002',
    'the day does not exist',
    async (g) => g.activate((await g.taken()).code, { real_effect_time: '20260230000000' }),
  ],
  ...batchRows,
  ['ActivateLicense', '200 92020003', 'it is active already, in table B', twice('ActivateLicense', (license) => ({ license }))],
  [
    'BatchActivateLicense',
    '200 92020003',
    'it is active already, in table B',
    twice('BatchActivateLicense', (code) => ({ license_list: [code] })),
  ],
  ['ReportSoftwareUsage', '400 92020002', 'a client and a number stand in one entry', usageOf({ id: 'a', active_num: 1 })],
  ['ReportSoftwareUsage', '400 92020002', 'neither stands in an entry', usageOf({})],
  ['ReportSoftwareUsage', '400 92020002', 'clients and numbers are mixed', usageOf({ id: 'a' }, { active_num: 1 })],
  ['ReportSoftwareUsage', '400 92020002', 'the number has ten digits', usageOf({ active_num: 1_000_000_000 })],
]
