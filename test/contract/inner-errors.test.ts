import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyConsumer } from '../../src/contract/verify-consumer.ts'
import { wire } from '../../src/index.ts'
import type { Check } from '../../src/report/report.ts'
import { documentWith, type Loose } from './interactions.ts'
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

const ROWS: readonly (readonly [what: string, Loose, code: string | undefined, got: string])[] = [
  ['right records', push(() => {}), undefined, ''],
  ['five decimals', push((record) => (record.usage_value = '1.23456')), 'reply.inner.error', 'usage_records/1: 003'],
  ['times of another form', push((record) => (record.begin_time = '2026-01-15T14:48:00Z')), 'reply.inner.error', 'usage_records/1: 002'],
  [
    'a fault that the pact shows',
    push((record) => (record.usage_value = '1.23456'), { error_code: 'MKT.0000', error_msg: 'Success', data: [{ error_code: '003' }] }),
    undefined,
    '',
  ],
  ['a licence code that there is not', activate(), 'reply.inner.error', '92020005'],
]

let checks: readonly Check[]
beforeAll(async () => {
  const file = join(folder, 'pact.json')
  writeFileSync(file, JSON.stringify(documentWith(...ROWS.map(([description, one]) => ({ ...one, description })))))
  checks = (await verifyConsumer({ files: [file], wire })).groups.flatMap((group) => group.checks)
}, 60_000)

test.each(ROWS)('an error inside a 200: %s', (what, _interaction, code, got) => {
  const check = checks.find(({ name }) => name.endsWith(` ${what}`))
  expect(check?.findings.map((finding) => finding.code)).toEqual(code === undefined ? [] : [code])
  expect(check?.state).toBe(code === undefined ? 'passed' : 'failed')
  expect(check?.findings[0]?.got ?? '').toContain(got)
})
