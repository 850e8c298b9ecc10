import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { builtInBundle, specsOf } from '../../src/spec/schema/cache.ts'
import { worldTest as test } from '../helpers/audited.ts'
import { click } from './click.ts'
import { accountId, checkSms, coded, filed, known, ORGANISER, ready, SITE, submitted, typed } from './requests/filing-requests.ts'

type Filing = {
  id: string
  status: string
  statusText: string
  filingType: string
  due?: string
  refusal?: { reason: string; text: string }
}

const show = async (sandbox: Sandbox, filingId: string) =>
  (await click(sandbox, 'ShowFiling', { path: { filingId } }))['filing'] as unknown as Filing & Record<string, unknown>

test('a filing goes from its type to its number in working days of China (S-18, S-19, S-22)', async ({ sandbox }) => {
  // 1 January 2026 is a Thursday: two working days later it is Monday, twenty more later Monday 2 February.
  const filingId = await submitted(sandbox)
  expect(await show(sandbox, filingId)).toMatchObject({ status: 'first-review', due: '2026-01-05T00:00:00.000Z', filingType: 'first' })
  await sandbox.clock.advance('4d')
  expect(await show(sandbox, filingId)).toMatchObject({
    status: 'handed-on',
    reviewedAt: '2026-01-05T00:00:00.000Z',
    due: '2026-01-06T00:00:00.000Z',
  })
  await checkSms(sandbox, filingId)
  expect(await show(sandbox, filingId)).toMatchObject({
    status: 'authority-review',
    handedOnAt: '2026-01-05T00:00:00.000Z',
    due: '2026-02-02T00:00:00.000Z',
  })
  await sandbox.clock.advance('28d')
  const through = await show(sandbox, filingId)
  expect(through).toMatchObject({ status: 'filed', filedAt: '2026-02-02T00:00:00.000Z', next: [] })
  expect(through['filingNumber']).toMatch(/^沪ICP备\d+号-1$/)
  const types = sandbox.facts.all().map(({ type }) => type)
  expect(types.filter((type) => /^filing\.|^organiser/.test(type))).toEqual([
    'filing.type-checked',
    'filing.product-checked',
    'filing.submitted',
    'filing.first-review-passed',
    'filing.sms-sent',
    'filing.sms-checked',
    'organiser.filed',
    'filing.filed',
  ])
  const list = await click(sandbox, 'ListFilings')
  expect(list).toMatchObject({ count: 1, organiser: { account: 'chengming_tech', name: ORGANISER.organiserName } })
})

test('holidays lengthen a review and working weekends shorten it, as far as the setting names them (S-22)', async ({ sandbox }) => {
  sandbox.world.set('console.holidays', '2026-01-02, +2026-01-03')
  expect(await show(sandbox, await submitted(sandbox))).toMatchObject({ due: '2026-01-05T00:00:00.000Z' })
  sandbox.world.set('console.holidays', '2026-01-02,2026-01-05')
  sandbox.world.set('console.filingFirstReviewDays', 1)
  expect(await show(sandbox, 'filing-1')).toMatchObject({ due: '2026-01-06T00:00:00.000Z' })
})

test('the next site of the same organiser is a new site, what another provider knows is an access (S-18, S-24)', async ({ sandbox }) => {
  await filed(sandbox)
  known(sandbox, 'other-provider', { id: 'chengming.net' })
  const second = await filed(sandbox, { siteName: 'shop.chengming.cn', serviceType: 'website' })
  const third = await filed(sandbox, { siteName: 'chengming.net' })
  const app = await filed(sandbox, { siteName: '澄明', serviceType: 'app' })
  expect(await show(sandbox, second)).toMatchObject({ filingType: 'new-site', filingNumber: expect.stringMatching(/-2$/) })
  expect(await show(sandbox, third)).toMatchObject({ filingType: 'access', filingNumber: expect.stringMatching(/-3$/) })
  expect(await show(sandbox, app)).toMatchObject({ filingNumber: expect.stringMatching(/-4A$/) })
  expect(sandbox.world.organisers.size).toBe(1)
})

describe('the first review refuses, and what is mended goes in again (S-23)', () => {
  const { organiserName, certificateNumber, siteName } = SITE
  const domain = (sandbox: Sandbox, more: object) =>
    sandbox.world.domains.put({ id: siteName, ownerName: organiserName, ownerCertificate: certificateNumber, verified: true, ...more })
  test.for([
    ['identity-check', () => {}, { identityChecked: false }],
    ['domain-mismatch', (sandbox: Sandbox) => domain(sandbox, { ownerName: '上海旧名科技有限公司' }), {}],
    ['domain-unverified', (sandbox: Sandbox) => domain(sandbox, { verified: false }), {}],
    ['domain-expiring', (sandbox: Sandbox) => domain(sandbox, { expireAt: Date.UTC(2026, 2, 20) }), {}],
    ['resolution-on', (sandbox: Sandbox) => domain(sandbox, { resolving: true }), {}],
    ['responsible-person', () => {}, { responsible: 'other' }],
    ['former-data-mismatch', (sandbox: Sandbox) => known(sandbox, 'other-provider', { organiserName: '上海旧名科技有限公司' }), {}],
  ] as const)('%s', async ([reason, cause, body], { sandbox }) => {
    cause(sandbox)
    const filingId = await submitted(sandbox, {}, body)
    await sandbox.clock.advance('5d')
    const refused = await show(sandbox, filingId)
    expect(refused).toMatchObject({ status: 'refused', refusal: { reason } })
    expect(sandbox.facts.of('filing.refused')).toMatchObject([{ filingId, reason }])

    for (const one of sandbox.world.domains.all()) domain(sandbox, { id: one.id })
    for (const one of sandbox.world.formerFilings.all()) known(sandbox, 'other-provider', { id: one.id })
    await click(sandbox, 'SubmitFiling', { path: { filingId }, body: {} })
    await sandbox.clock.advance('2d')
    expect(await show(sandbox, filingId)).toMatchObject({ status: 'handed-on' })
    expect((await show(sandbox, filingId)).refusal).toBeUndefined()
  })

  test('data of the organiser can be mended, in its own words', async ({ sandbox }) => {
    known(sandbox, 'other-provider', { organiserName: '上海旧名科技有限公司' })
    const filingId = await submitted(sandbox)
    await sandbox.clock.advance('5d')
    await click(sandbox, 'SubmitFiling', { path: { filingId }, body: { mended: { organiserName: '上海旧名科技有限公司' } } })
    await sandbox.clock.advance('2d')
    expect(await show(sandbox, filingId)).toMatchObject({ status: 'handed-on', organiserName: '上海旧名科技有限公司' })
  })

  test('a certificate whose filing in another account is not over: that one is abandoned first', async ({ sandbox }) => {
    const first = await submitted(sandbox)
    const { world } = sandbox
    const jinli = accountId(sandbox, 'jinli_catering')
    const code = await coded(sandbox)
    const second = await typed(sandbox, { customer: 'jinli_catering', siteName: 'chengming.net', resourceType: 'code' })
    await click(sandbox, 'CheckFilingProduct', { path: { filingId: second }, body: { code } })
    await click(sandbox, 'ReviewFiling', { path: { filingId: first }, body: { pass: false, reason: 'identity-check' } })
    await click(sandbox, 'SubmitFiling', { path: { filingId: second } })
    await sandbox.clock.advance('5d')
    expect(await show(sandbox, second)).toMatchObject({
      status: 'refused',
      refusal: { reason: 'order-in-progress', text: '此证件存在进行中的订单。' },
    })
    await click(sandbox, 'AbandonFiling', { path: { filingId: first } })
    await click(sandbox, 'SubmitFiling', { path: { filingId: second } })
    await click(sandbox, 'ReviewFiling', { path: { filingId: second }, body: { pass: true } })
    await checkSms(sandbox, second)
    await sandbox.clock.advance('40d')
    expect(await show(sandbox, second)).toMatchObject({ status: 'filed', account: 'jinli_catering' })
    expect(world.organisers.where('account', jinli).count).toBe(1)
  })

  test('the authority refuses by hand; what it has cannot be abandoned; abandoned work is called off', async ({ sandbox }) => {
    const filingId = await submitted(sandbox)
    await sandbox.clock.advance('4d')
    await checkSms(sandbox, filingId)
    const abandon = await sandbox.call('console.AbandonFiling', { path: { filingId }, body: {} })
    expect(abandon).toMatchObject({ status: 409, body: { code: 'wrong-state' } })
    await click(sandbox, 'ReviewFiling', { path: { filingId }, body: { pass: false, reason: 'former-data-mismatch' } })
    await click(sandbox, 'AbandonFiling', { path: { filingId } })
    await sandbox.clock.advance('60d')
    expect(await show(sandbox, filingId)).toMatchObject({ status: 'abandoned', next: [] })
    expect(sandbox.world.organisers.size).toBe(0)
  })
})

test('a refusal has a reason, and only what was refused is mended (S-23)', async ({ sandbox }) => {
  const filingId = await ready(sandbox)
  const path = { filingId }
  const mended = await sandbox.call('console.SubmitFiling', { path, body: { mended: { organiserName: '上海别家科技有限公司' } } })
  expect(mended.body.code).toBe('wrong-state')
  await click(sandbox, 'SubmitFiling', { path })
  const bare = await sandbox.call('console.ReviewFiling', { path, body: { pass: false } })
  expect([bare.status, bare.body.code]).toEqual([400, 'bad-request'])
  expect(await show(sandbox, filingId)).toMatchObject({ status: 'first-review', organiserName: ORGANISER.organiserName })
})

test.for(['', '2026-10-01', '2026-10-01, +2026-10-10,2026-10-02'])('console.holidays can be set to "%s"', (holidays, { sandbox }) => {
  sandbox.world.set('console.holidays', holidays)
  expect(sandbox.world.setting('console.holidays')).toBe(holidays)
})

test.for(['tomorrow', '2026-13-01', '2026-01-02;2026-01-05', '2026-01-02,'])(
  'console.holidays refuses "%s" and stays as it was',
  (holidays, { sandbox }) => {
    expect(() => sandbox.world.set('console.holidays', holidays)).toThrow(/"console.holidays" must be a text of the form/)
    expect(sandbox.world.setting('console.holidays')).toBe('')
  },
)

test('a domain of the former system is claimed with its organiser, and filed then (S-18)', async ({ sandbox }) => {
  known(sandbox, 'former')
  const body = { ...ORGANISER, siteName: SITE.siteName }
  const begin = () => sandbox.call('console.CheckFilingType', { body: SITE })
  expect((await begin()).body.code).toBe('claim-needed')
  const { claim, facts } = await click(sandbox, 'ClaimFormerFiling', { body })
  expect(claim).toMatchObject({
    account: 'chengming_tech',
    filingNumber: '沪ICP备18000017号',
    status: 'in-review',
    due: '2026-01-05T00:00:00.000Z',
  })
  expect(facts).toMatchObject([{ type: 'former-filing.claim-asked' }])
  expect((await begin()).body).toMatchObject({ code: 'claim-needed', detail: expect.stringContaining('under review') })
  expect((await sandbox.call('console.ClaimFormerFiling', { body })).body.code).toBe('nothing-to-claim')
  await sandbox.clock.advance('4d')
  expect(sandbox.facts.of('former-filing.claimed')).toHaveLength(1)
  expect((await sandbox.call('console.ClaimFormerFiling', { body })).body.code).toBe('nothing-to-claim')
  expect(await show(sandbox, await filed(sandbox))).toMatchObject({ filingType: 'new-site', filingNumber: '沪ICP备18000017号-1' })
})

test('what was moved at another provider is claimed first, what was not is an access (S-70)', async ({ sandbox }) => {
  known(sandbox, 'other-provider', { moved: true })
  const body = { ...ORGANISER, siteName: SITE.siteName }
  expect((await sandbox.call('console.CheckFilingType', { body: SITE })).body.code).toBe('claim-needed')
  await click(sandbox, 'ClaimFormerFiling', { body })
  await sandbox.clock.advance('4d')
  expect(await show(sandbox, await typed(sandbox))).toMatchObject({ filingType: 'access' })
})

test('an organiser moves with all that is filed, and the target files on (S-24)', async ({ sandbox }) => {
  const filingId = await filed(sandbox)
  await click(sandbox, 'TransferOrganiser', { body: { to: 'jinli_catering' } })
  expect(await show(sandbox, filingId)).toMatchObject({ account: 'jinli_catering', status: 'filed' })
  expect(await click(sandbox, 'ListFilings')).toMatchObject({ count: 0 })
  expect((await click(sandbox, 'ListFilings'))['organiser']).toBeUndefined()
  const back = await sandbox.call('console.TransferOrganiser', { body: { to: 'jinli_catering' } })
  expect(back.body.code).toBe('nothing-to-transfer')
  const again = await sandbox.call('console.CheckFilingType', { body: { ...SITE, siteName: 'chengming.net' } })
  expect(again.body.code).toBe('certificate-elsewhere')
  expect(await typed(sandbox, { siteName: 'chengming.net', certificateNumber: '91310000MA1FL0YY2L' })).toBe('filing-2')
})

test('no API of the vendor files anything: filing is at the console alone (S-21)', () => {
  const { operations } = specsOf(builtInBundle())
  const filing = operations.filter(({ id, doc }) => /filing|beian|\bicp\b|备案/i.test(`${id} ${JSON.stringify(doc)}`))
  expect(new Set(filing.map(({ service }) => service))).toEqual(new Set(['console']))
})

test('filings of a starting world go on from where they stand (S-22)', async ({ sandbox }) => {
  const world = sandbox.worlds.open('started', 'every-state')
  const standing = (status: string) => [...world.filings.all()].filter((filing) => filing.status === status).map(({ id }) => id)
  const [vendors, authoritys] = [standing('first-review'), standing('authority-review')]
  expect([vendors.length, authoritys.length]).toEqual([1, 1])
  await world.clock.advance('60d')
  expect([standing('first-review'), standing('authority-review')]).toEqual([[], []])
  expect(world.filings.get(authoritys[0]!)?.status).toBe('filed')
})
