import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { VERSION } from '../../src/index.ts'
import { type ServedDocument, serveDocument } from '../documents/serve-document.ts'
import { runCli } from './run-cli.ts'

const TOKEN = 'a-secret-of-the-broker'
const folder = mkdtempSync(join(tmpdir(), 'broker-'))
const before = { ...process.env }
let broker: ServedDocument
let url: string

beforeAll(async () => {
  const document = readFileSync(join(import.meta.dirname, '..', 'documents', 'pact-broker.yaml'), 'utf8')
  broker = await serveDocument(document)
  url = broker.sandbox.url
  process.env['PACT_BROKER_TOKEN'] = TOKEN
})
afterAll(async () => {
  for (const name of ['PACT_BROKER_TOKEN', 'PACT_BROKER_BASE_URL']) {
    if (before[name] === undefined) delete process.env[name]
    else process.env[name] = before[name]
  }
  await broker.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  process.env['PACT_BROKER_BASE_URL'] = url
  broker.sandbox.journal.clear()
})

/** What the broker was asked. Its document says of each call whether it is right. */
function asked() {
  const entries = broker.sandbox.journal.entries()
  expect(entries.flatMap(({ findings }) => findings)).toEqual([])
  return entries.map(({ operation, request }) => ({
    operation: operation.slice(operation.indexOf('.') + 1),
    path: request.path,
    body: request.body === '' ? undefined : JSON.parse(request.body),
  }))
}

const verify = (...words: string[]) => runCli('contract', 'verify', 'consumer', ...words)

test('the pacts of a provider are verified by selectors, pending ones do not count, and results are published', async () => {
  const options = ['--provider', 'hwc-bss', '--provider-branch', 'feat/x', '--enable-pending', '--include-wip-pacts-since', '2026-01-01']
  const selectors = [
    '--selector',
    'branch=main,consumer=shop-app',
    '--selector',
    'environment=prod,deployed',
    '--selector',
    '{"latest":true,"consumer":"till"}',
  ]
  const about = ['--provider-version', 'abc123', '--build-url', 'https://ci.example.com/7']
  const { code, out, err } = await verify(...options, ...selectors, ...about, '--publish-results', '--json')
  expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('This pact is in pending state') })
  expect(err).toContain(`Published 2 results to ${url}.`)
  expect(err).not.toContain('This is for later')
  expect(JSON.parse(out)).toMatchObject({
    counts: { passed: 1, warned: 1, failed: 0 },
    groups: [
      { checks: [{ state: 'passed' }] },
      { checks: [{ state: 'warned', findings: [{ level: 'warning' }, { code: 'interaction.pending' }] }] },
    ],
  })
  expect(`${out}${err}`).not.toContain(TOKEN)
  const result = {
    providerApplicationVersion: 'abc123',
    buildUrl: 'https://ci.example.com/7',
    verifiedBy: { implementation: 'koogallery-sandbox' },
  }
  expect(asked()).toMatchObject([
    {
      operation: 'PactsForVerification',
      body: {
        consumerVersionSelectors: [
          { branch: 'main', consumer: 'shop-app' },
          { environment: 'prod', deployed: true },
          { latest: true, consumer: 'till' },
        ],
        includePendingStatus: true,
        providerVersionBranch: 'feat/x',
        includeWipPactsSince: '2026-01-01',
      },
    },
    { operation: 'ShowPact' },
    { operation: 'ShowPendingPact' },
    { operation: 'SetBranchOfVersion', path: '/pacticipants/hwc-bss/branches/feat%2Fx/versions/abc123' },
    { operation: 'PublishVerificationResults', path: expect.stringContaining('/kept/'), body: { ...result, success: true } },
    { operation: 'PublishVerificationResults', path: expect.stringContaining('/pending/'), body: { ...result, success: false } },
  ])
})

test('a webhook names one pact: its address is verified, and its result published', async () => {
  const address = `${url}/pacts/provider/hwc-bss/consumer/shop-app/pact-version/kept`
  const { code } = await verify(address, '--publish-results')
  expect(code).toBe(0)
  expect(asked()).toMatchObject([
    { operation: 'ShowPact' },
    {
      operation: 'PublishVerificationResults',
      body: { success: true, providerApplicationVersion: VERSION },
    },
  ])
})

test('without selectors, main branch, matching branch and what is deployed are asked for', async () => {
  const { code, err } = await verify('--broker', `${url}/`, '--provider', 'hwc-none', '--provider-branch', 'main')
  expect({ code, err }).toEqual({ code: 3, err: `The broker at ${url} has no pact of hwc-none for these selectors.\n` })
  const consumerVersionSelectors = [{ mainBranch: true }, { matchingBranch: true }, { deployedOrReleased: true }]
  expect(asked()).toMatchObject([{ body: { consumerVersionSelectors, includePendingStatus: false } }])
})

test('the contract of sellers is published, one pact for each provider', async () => {
  const publish = (...words: string[]) =>
    runCli('contract', 'export', 'seller', '--out', folder, '--publish', '--consumer-version', '7', '--branch', 'main', ...words)
  expect(await publish()).toMatchObject({ code: 0, err: `Published 13 pacts to ${url}.\nCreated the contracts.\n` })
  expect((await publish('--provider-name', 'my-crm', '--service', 'production')).code).toBe(0)
  const [all, one] = broker.sandbox.journal.entries()
  expect(all?.findings).toEqual([])
  expect(all?.request.body).toContain('"pacticipantName":"koogallery","pacticipantVersionNumber":"7","branch":"main"')
  expect(one?.findings).toEqual([])
  expect(one?.request.body.match(/"providerName":"my-crm"/g)).toHaveLength(1)
})

test('can-i-deploy asks the broker', async () => {
  const canI = (...words: string[]) => runCli('can-i-deploy', '--app', 'shop-app', '--version', '7', '--to', 'prod', '--json', ...words)
  const yes = await canI()
  expect({ code: yes.code, report: JSON.parse(yes.out) }).toMatchObject({
    code: 0,
    report: { about: { broker: url }, counts: { passed: 2, failed: 0 } },
  })
  const no = await canI('--broker', `${url}/refusing`)
  expect({ code: no.code, report: JSON.parse(no.out) }).toMatchObject({
    code: 1,
    report: {
      groups: [
        {
          checks: [
            { name: 'shop-app 7 › hwc-bss 0.1.0', findings: [{ code: 'deploy.verification.failed' }] },
            { name: 'shop-app 7 › hwc-iam 0.1.0', findings: [{ code: 'deploy.verification.missing', got: 'never verified' }] },
            { name: 'summary', findings: [{ code: 'deploy.refused', got: 'The verification failed' }] },
          ],
        },
      ],
    },
  })
  expect(asked()).toMatchObject([{ operation: 'ShowMatrix' }, { operation: 'ShowRefusingMatrix' }])
})

test('a wrong token is refused with what to set, and a token goes to its broker alone', async () => {
  delete process.env['PACT_BROKER_TOKEN']
  const refused = await verify('--provider', 'hwc-bss').finally(() => {
    process.env['PACT_BROKER_TOKEN'] = TOKEN
  })
  expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/answered HTTP 401\..* Set PACT_BROKER_TOKEN/) })
  process.env['PACT_BROKER_BASE_URL'] = 'http://broker.example.com'
  const other = await verify(`${url}/pacts/provider/hwc-bss/consumer/shop-app/pact-version/kept`)
  expect(other).toMatchObject({ code: 1, err: expect.stringContaining('the server answered HTTP 401 instead of a pact') })
})

const provider = ['--provider', 'hwc-bss']
test.each([
  ['no provider', [], '--broker needs --provider'],
  ['names and a provider', ['contracts', ...provider], '--provider asks the broker for pacts'],
  ['pending pacts without a branch', [...provider, '--enable-pending'], '--provider-branch'],
  ['a date that is none', [...provider, '--provider-branch', 'main', '--include-wip-pacts-since', 'lately'], '"lately" is not a date'],
  ['results of a part', [...provider, '--publish-results', '--filter', '#0'], 'Leave out --filter'],
  ['results without a run', [...provider, '--publish-results', '--static-only'], 'Leave out --static-only'],
  ['results of files', ['contracts/shop-app-hwc-bss.json', '--publish-results'], '--publish-results needs pacts of the broker'],
])('%s ends with 2 before the broker is asked', async (_what, words, text) => {
  expect(await verify(...words)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(text) })
  expect(asked()).toEqual([])
})

test('a misspelt selector is told with the one that is meant, and no pacts at all with what to pass', async () => {
  expect(await verify(...provider, '--selector', 'mainBrunch')).toMatchObject({
    code: 1,
    err: expect.stringContaining('Did you mean "mainBranch"?'),
  })
  delete process.env['PACT_BROKER_BASE_URL']
  expect(await verify()).toMatchObject({ code: 2, err: expect.stringContaining('pass --broker') })
})
