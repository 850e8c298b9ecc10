import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { verifyConsumer } from '../../src/contract/verify-consumer.ts'
import { systemClock } from '../../src/index.ts'
import { writeHtml } from '../../src/report/write-html.ts'
import { writeText } from '../../src/report/write-text.ts'
import { documentWith, GOOD } from './interactions.ts'

const folder = mkdtempSync(join(tmpdir(), 'exchange-'))
afterAll(() => rmSync(folder, { recursive: true }))

const request = { method: 'GET', url: '/v2/orders/customer-orders?limit=2&status=' }
const withToken = (name: string) => ({ headers: expect.objectContaining({ [name]: expect.stringMatching(/^[\w-]{4}…\(\d+\)$/) }) })
const promised = { status: 200, body: expect.stringContaining('"total_count":3') }
test.each([
  [
    'with what the sandbox answered',
    {},
    { request: { ...request, ...withToken('x-auth-token') }, answer: { status: 200, body: expect.stringContaining('"total_count":2') } },
  ],
  [
    'without an answer if only the specs were asked',
    { staticOnly: true },
    { request: { ...request, ...withToken('X-Auth-Token') }, answer: undefined },
  ],
])('a finding has its request and what the pact promises, secrets masked, %s', async (_how, options, shown) => {
  const interaction = { ...GOOD['orders']?.(), providerStates: [{ name: 'the buyer has orders', params: { count: 2 } }] }
  interaction.request.headers = { 'X-Auth-Token': 'a-token-of-somebody' }
  interaction.request.headers['X-Langauge'] = 'zh_CN'
  interaction.response.body.total_count = 3
  delete interaction.response.matchingRules.body['$.total_count']
  const file = join(folder, 'pact.json')
  writeFileSync(file, JSON.stringify(documentWith(interaction)))
  const report = await verifyConsumer({ files: [file], systemClock, ...options })
  const findings = report.groups.flatMap(({ checks }) => checks.flatMap((check) => check.findings))
  expect(findings.length).toBeGreaterThan(0)
  for (const { exchange } of findings) expect({ answer: undefined, ...exchange }).toMatchObject({ ...shown, promised })
  expect(JSON.stringify(report)).not.toContain('a-token-of-somebody')
  const plain = (_style: string, text: string) => text
  expect(writeText(report, plain)).not.toContain('promised')
  expect(writeText(report, plain, { verbose: true })).toMatch(/^ {2}promised {3}200$/m)
  expect(writeHtml(report)).toContain('<details class="exchange"><summary>Request, promised answer, answer')
})
