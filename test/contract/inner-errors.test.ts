import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { innerErrors } from '../../src/contract/live/inner-errors.ts'
import { pactOf } from '../../src/contract/read-pact.ts'
import { verifyConsumer } from '../../src/contract/verify-consumer.ts'
import { builtInBundle, specsOf, systemClock } from '../../src/index.ts'
import type { Check } from '../../src/report/report.ts'
import { documentWith, GOOD, type Loose } from './interactions.ts'
import { SAMPLES, sample } from './samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'inner-errors-'))
afterAll(() => rmSync(folder, { recursive: true }))

const interactions = sample(SAMPLES.find((name) => name.includes('koogallery'))!).interactions as Loose[]
const of = (end: string) => structuredClone(interactions.find(({ request }) => request.path.endsWith(end)))
const types = { body: { $: { matchers: [{ match: 'type' }] } } }

/** A push of usage that is right, with its records bent; the answer is compared by type. */
function push(bend: (record: Loose) => void, body: Loose = { error_code: 'MKT.0000', error_msg: 'Success' }): Loose {
  const interaction = of('/usage-data')
  const records = interaction.request.body.usage_records
  records.push({ ...records[0], metering_sn: 'sn-0002', begin_time: '20260115T144800Z' })
  interaction.request.generators.body['$.usage_records[1].instance_id'] =
    interaction.request.generators.body['$.usage_records[0].instance_id']
  bend(records[1])
  return { ...interaction, response: { status: 200, body, matchingRules: types } }
}

function activate(): Loose {
  const interaction = of('/license/activate')
  interaction.request.body.license = 'PL0000000000000000'
  delete interaction.request.generators
  return { ...interaction, response: { status: 200, body: { error_code: '92020000', error_msg: 'success' }, matchingRules: types } }
}

const PASSED = { state: 'passed', findings: [] }
const failed = (code: string, got: string) => ({ state: 'failed', findings: [{ code, got: expect.stringContaining(got) }] })

const ROWS: readonly (readonly [what: string, Loose, check: object])[] = [
  ['correct records', push(() => {}), PASSED],
  ['five decimals', push((record) => (record.usage_value = '1.23456')), failed('reply.inner.error', 'usage_records/1: 003')],
  [
    'times of another form',
    push((record) => (record.begin_time = '2026-01-15T14:48:00Z')),
    failed('reply.inner.error', 'usage_records/1: 002'),
  ],
  [
    'a fault that the pact shows',
    push((record) => (record.usage_value = '1.23456'), { error_code: 'MKT.0000', error_msg: 'Success', data: [{ error_code: '003' }] }),
    PASSED,
  ],
  ['a licence code that there is not', activate(), failed('reply.inner.error', '92020005')],
]

let checks: readonly Check[]
beforeAll(async () => {
  const file = join(folder, 'pact.json')
  writeFileSync(file, JSON.stringify(documentWith(...ROWS.map(([description, one]) => ({ ...one, description })))))
  checks = (await verifyConsumer({ files: [file], systemClock })).groups.flatMap((group) => group.checks)
}, 60_000)

test.each(ROWS)('an error inside a 200: %s', (what, _interaction, expected) => {
  expect(checks.find(({ name }) => name.endsWith(` ${what}`))).toMatchObject(expected)
})

const specs = specsOf(builtInBundle())
const FAILED = { resource_id: 'r-1', error_code: 'CBC.0000000', error_msg: 'no' }
test.each<readonly [what: string, ref: string, heard: Loose, shown: Loose, pointers: readonly string[]]>([
  [
    'a resource that failed, whatever its code',
    'bss.RenewalResources',
    { fail_resource_infos: [FAILED] },
    {},
    ['/body/fail_resource_infos/0/error_code'],
  ],
  ['one that the pact shows', 'bss.RenewalResources', { fail_resource_infos: [FAILED, FAILED] }, { fail_resource_infos: [FAILED] }, []],
  ['nothing that failed', 'bss.RenewalResources', { order_ids: ['CS1'], fail_resource_infos: [] }, {}, []],
  [
    'one desktop of two',
    'workspace.CreateDesktopBatchOrder',
    { orders: [{ result: 'SUCCESS' }, { result: 'FAIL', result_code: 'X' }] },
    {},
    ['/body/orders/1/result_code'],
  ],
  ['a result without a code', 'workspace.CreateDesktopBatchOrder', { orders: [{ result: 'FAIL' }] }, {}, ['/body/orders/0/result']],
  ['a query of an order that is not there', 'koogallery.QueryOrder', { resultCode: 'MKT.0150', resultMsg: 'no' }, {}, ['/body/resultCode']],
  ['a reason of what failed long ago', 'scm.ListCertificates', { certificates: [{ fail_reason: 'no' }] }, {}, []],
])('what a body says beside its 200 is found: %s', (_what, ref, heard, shown, pointers) => {
  const interaction = {
    ...pactOf('p.json', documentWith(GOOD['orders']?.())).interactions[0]!,
    response: { status: 200, headers: {}, rules: [], body: { json: true, value: shown } },
  }
  const found = innerErrors(specs, specs.operation(ref), interaction, { status: 200, body: heard, faulty: [] })
  expect([...found].map(({ pointer }) => pointer)).toEqual(pointers)
})
