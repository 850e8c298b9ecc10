import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exportSeller } from '../../src/contract/seller/export-seller.ts'
import { PARTS } from '../../src/contract/seller/parts.ts'
import { isState, STATES } from '../../src/contract/seller/states.ts'
import { builtInBundle, specsOf } from '../../src/index.ts'
import { runCli } from '../cli/run-cli.ts'

const project = join(import.meta.dirname, '..', '..')
const committed = join(project, 'contracts')
const folder = mkdtempSync(join(tmpdir(), 'export-seller-'))
afterAll(() => rmSync(folder, { recursive: true }))

const specs = specsOf(builtInBundle())
const PACTS = exportSeller(specs)
const ALL = PACTS.flatMap(({ interactions }) => interactions)
const toSellers = specs.webhooks.filter(({ service }) => service.startsWith('production'))
const about = ({ comments }: (typeof ALL)[number]) => comments.references['koogallery-sandbox']

test('the files in contracts/ are what the specs say; `koosandbox contract export seller` writes them', () => {
  const lying = readdirSync(committed).filter((name) => name.startsWith('koogallery-seller-'))
  expect(lying).toEqual(PACTS.map(({ file }) => file).sort())
  for (const { file, text } of PACTS) expect(readFileSync(join(committed, file), 'utf8') === text, `${file} is out of date`).toBe(true)
})

test('another process writes the same bytes', () => {
  execFileSync(process.execPath, [join(project, 'dist', 'cli.js'), 'contract', 'export', 'seller', '--out', folder])
  for (const { file, text } of PACTS) expect(readFileSync(join(folder, file), 'utf8') === text, file).toBe(true)
})

test('every call towards a seller is in exactly one part', () => {
  const inParts = PARTS.flatMap(({ service, operations }) => operations.map((id) => `${service}.${id}`))
  expect(inParts.sort()).toEqual(toSellers.map(({ ref }) => ref).sort())
})

test.each(toSellers)('every form and every documented result of $ref has its interaction', ({ ref, doc }) => {
  const mine = ALL.filter((one) => about(one).operation === ref).map(about)
  const codes = (doc['x-result-codes'] ?? []).map((one) => (typeof one === 'string' ? one : one.code))
  expect(new Set(mine.map(({ result }) => result))).toEqual(new Set(codes))
  const forms = Object.keys(doc.requestBody?.content['application/json']?.examples ?? {})
  expect(mine.filter(({ result }) => result === '000000').map(({ scene }) => scene)).toEqual(expect.arrayContaining(forms))
})

test('each scene of refreshInstance meets each of its results', () => {
  const mine = ALL.filter((one) => about(one).operation === 'production.refreshInstance')
  const pairs = mine.map(({ request, comments }) => {
    const { scene } = (request.body?.content ?? {}) as { scene?: string }
    return `${scene ?? 'none'} ${comments.references['koogallery-sandbox'].result}`
  })
  const scenes = ['TRIAL_TO_FORMAL', 'RENEWAL', 'UNSUBSCRIBE_RENEWAL_PERIOD', 'RENEWAL_CHANGE']
  for (const scene of scenes) for (const code of ['000000', '000001', '000003', '000005']) expect(pairs).toContain(`${scene} ${code}`)
})

test('names and keys tell interactions of a file apart', () => {
  for (const { file, interactions } of PACTS)
    for (const member of ['description', 'key'] as const)
      expect(new Set(interactions.map((one) => one[member])).size, file).toBe(interactions.length)
})

test('what only a seller can show stands apart, and every state is known and used', () => {
  const used = new Set(ALL.flatMap(({ providerStates }) => providerStates.map(({ name }) => name)))
  expect([...used].filter((name) => !isState(name))).toEqual([])
  expect(Object.keys(STATES).filter((name) => !used.has(name as keyof typeof STATES))).toEqual([])
  for (const { staged, interactions } of PACTS)
    for (const { providerStates } of interactions) expect(providerStates.some(({ name }) => STATES[name].by === 'seller')).toBe(staged)
})

test('signature, timestamp and nonce are matched and not fixed, and what a state gives is filled in', () => {
  const one = ALL.find(({ description }) => description === 'refreshInstance (renewal) is carried out')!
  expect(Object.keys(one.request.matchingRules.query ?? {})).toEqual(['signature', 'timestamp', 'nonce'])
  expect(one.request.generators).toMatchObject({
    body: { '$.instanceId': { type: 'ProviderState', expression: '${instanceId}' }, '$.expireTime': { expression: '${expireTime}' } },
  })
  expect(JSON.stringify(PACTS.map(({ text }) => text))).not.toMatch(/\b20(2[4-9]|3\d)-\d\d-\d\dT/)
})

test('--check says what is out of date and writes nothing; --service leaves the others', async () => {
  const stale = join(folder, PACTS[0]!.file)
  writeFileSync(stale, '{}')
  const { code, out, err } = await runCli('contract', 'export', 'seller', '--out', folder, '--check')
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(`1 of ${PACTS.length} files`) })
  expect(out).toMatch(new RegExp(`^${stale} +\\d+ interactions +out of date$`, 'm'))
  expect(readFileSync(stale, 'utf8')).toBe('{}')
  const nowhere = await runCli('contract', 'export', 'seller', '--out', join(folder, 'nowhere'), '--check', '--lang', 'zh')
  expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining(`${PACTS.length} 个缺失或已过时`) })
  expect(nowhere.out).toMatch(/ \d+ 个交互 +缺失$/m)
  const json = await runCli('contract', 'export', 'seller', '--out', folder, '--service', 'production-licence', '--json')
  expect(JSON.parse(json.out)).toMatchObject({ format: 1, files: [{ current: true }, { current: true, staged: true }] })
  expect((await runCli('contract', 'export', 'seller', '--service', 'bss')).code).toBe(2)
})

test('the seller is called as the command says, in every file', async () => {
  const out = join(folder, 'named')
  const words = ['contract', 'export', 'seller', '--out', out, '--provider-name', 'our crm']
  expect((await runCli(...words)).code).toBe(0)
  expect(readdirSync(out).sort()).toEqual(PACTS.map(({ file }) => file).sort())
  for (const file of readdirSync(out)) expect(JSON.parse(readFileSync(join(out, file), 'utf8')).provider, file).toEqual({ name: 'our crm' })
  expect((await runCli(...words, '--check')).code).toBe(0)
  expect(await runCli('contract', 'export', 'seller', '--out', out, '--check')).toMatchObject({ code: 1 })
  expect(await runCli('contract', 'export', 'seller', '--out', out, '--provider-name=')).toMatchObject({ code: 2 })
})
