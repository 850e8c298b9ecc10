import { describe, expect } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import { auditedTest as test } from '../../helpers/audited.ts'
import { click } from '../click.ts'
import {
  accountId,
  checkSms,
  coded,
  filed,
  handedOn,
  ORGANISER,
  ready,
  SITE,
  serverOf,
  smsCode,
  submitted,
  typed,
} from '../requests/filing-requests.ts'

type Shown = { status: string; statusText: string; refusal?: { reason: string }; sms?: { code: string; wrongTries: number } }

const show = async (sandbox: Sandbox, filingId: string) =>
  (await click(sandbox, 'ShowFiling', { path: { filingId } }))['filing'] as unknown as Shown
const review = (sandbox: Sandbox, filingId: string, body: object) => click(sandbox, 'ReviewFiling', { path: { filingId }, body })
const submit = (sandbox: Sandbox, filingId: string, body: object = {}) => click(sandbox, 'SubmitFiling', { path: { filingId }, body })
const sendBack = { pass: false, sendBack: true, reason: 'site-name' }

const WITHDRAWN = { status: 200 }
const TOO_LATE = { status: 409, body: { code: 'wrong-state' } }

/** A filing at each of the stages, by its text, and what a withdrawal answers there. */
const STAGES: readonly (readonly [text: string, reach: (sandbox: Sandbox) => Promise<string>, withdrawal: object])[] = [
  ['待完善备案信息', (sandbox) => typed(sandbox), WITHDRAWN],
  ['等待初审', (sandbox) => submitted(sandbox), WITHDRAWN],
  [
    '接入商审核为待修改',
    async (sandbox) => {
      const filingId = await submitted(sandbox)
      await review(sandbox, filingId, sendBack)
      return filingId
    },
    WITHDRAWN,
  ],
  [
    '已修改待审核',
    async (sandbox) => {
      const filingId = await submitted(sandbox)
      await review(sandbox, filingId, sendBack)
      await submit(sandbox, filingId)
      return filingId
    },
    WITHDRAWN,
  ],
  [
    '初审驳回',
    async (sandbox) => {
      const filingId = await submitted(sandbox)
      await review(sandbox, filingId, { pass: false, reason: 'pre-approval' })
      return filingId
    },
    WITHDRAWN,
  ],
  ['待提交管局', (sandbox) => handedOn(sandbox), WITHDRAWN],
  [
    '待管局审核',
    async (sandbox) => {
      const filingId = await handedOn(sandbox)
      await checkSms(sandbox, filingId)
      return filingId
    },
    TOO_LATE,
  ],
  [
    '管局驳回',
    async (sandbox) => {
      const filingId = await handedOn(sandbox)
      await checkSms(sandbox, filingId)
      await review(sandbox, filingId, { pass: false, reason: 'site-unreachable' })
      return filingId
    },
    WITHDRAWN,
  ],
  ['已备案', (sandbox) => filed(sandbox), TOO_LATE],
]

test.for(STAGES)(
  'a filing at the stage %s says so, and is withdrawn where the vendor allows it (S-22)',
  async ([text, reach, withdrawal], { sandbox }) => {
    const filingId = await reach(sandbox)
    expect((await show(sandbox, filingId)).statusText).toBe(text)
    expect(await sandbox.call('console.AbandonFiling', { path: { filingId }, body: {} })).toMatchObject(withdrawal)
  },
)

test('what was sent back and mended is reviewed again by itself', async ({ sandbox }) => {
  const filingId = await submitted(sandbox)
  await review(sandbox, filingId, sendBack)
  await sandbox.clock.advance('10d')
  expect((await show(sandbox, filingId)).status).toBe('for-mending')
  await submit(sandbox, filingId, { mended: { organiserName: '上海澄明数字科技有限公司' } })
  await sandbox.clock.advance('2d')
  expect(await show(sandbox, filingId)).toMatchObject({ status: 'handed-on', organiserName: '上海澄明数字科技有限公司' })
})

describe('the SMS check between both reviews', () => {
  const enter = (sandbox: Sandbox, filingId: string, code: string) =>
    click(sandbox, 'VerifyFilingSms', { path: { filingId }, body: { code } })

  test('five wrong codes are allowed, the sixth sends the filing back', async ({ sandbox }) => {
    const filingId = await handedOn(sandbox)
    for (let i = 1; i <= 5; i++)
      expect(await enter(sandbox, filingId, 'wrong')).toMatchObject({
        verified: false,
        filing: { status: 'handed-on', sms: { wrongTries: i } },
      })
    const sixth = await enter(sandbox, filingId, 'wrong')
    expect(sixth).toMatchObject({ verified: false, filing: { statusText: '管局驳回', refusal: { reason: 'sms-wrong' } } })
    expect(sandbox.facts.of('filing.sms-wrong')).toHaveLength(6)
    await submit(sandbox, filingId)
    expect((await show(sandbox, filingId)).status).toBe('first-review')
  })

  test('nobody reviews the filing meanwhile', async ({ sandbox }) => {
    const filingId = await handedOn(sandbox)
    for (const body of [{ pass: true }, { pass: false, reason: 'site-name' }, { pass: false, sendBack: true }]) {
      const answer = await sandbox.call('console.ReviewFiling', { path: { filingId }, body })
      expect(answer.body.code).toBe('wrong-state')
    }
  })

  test('the right code after five wrong ones is right', async ({ sandbox }) => {
    const filingId = await handedOn(sandbox)
    for (let i = 1; i <= 5; i++) await enter(sandbox, filingId, 'wrong')
    expect(await checkSms(sandbox, filingId)).toMatchObject({ verified: true, filing: { status: 'authority-review' } })
  })

  test('without a code within a day, the filing is sent back', async ({ sandbox }) => {
    const filingId = await handedOn(sandbox)
    await sandbox.clock.advance('23h')
    expect((await show(sandbox, filingId)).status).toBe('handed-on')
    await sandbox.clock.advance('1h')
    expect(await show(sandbox, filingId)).toMatchObject({ status: 'authority-refused', refusal: { reason: 'sms-timeout' } })
  })

  test('a code that is sent again is another one, with a day of its own', async ({ sandbox }) => {
    const filingId = await handedOn(sandbox)
    const first = smsCode(sandbox, filingId)
    await sandbox.clock.advance('20h')
    await click(sandbox, 'ResendFilingSms', { path: { filingId } })
    await sandbox.clock.advance('20h')
    expect(smsCode(sandbox, filingId)).not.toBe(first)
    expect(await enter(sandbox, filingId, first)).toMatchObject({ verified: false })
    expect(await checkSms(sandbox, filingId)).toMatchObject({ verified: true })
  })
})

describe('an authorisation code lives as long as its server', () => {
  test('it is good after months, and not once the server has expired', async ({ sandbox }) => {
    const code = await coded(sandbox)
    const codes = async () =>
      ((await click(sandbox, 'ListFilingCodes')) as unknown as { codes: { status: string; expiresAt: string }[] }).codes
    const server = serverOf(sandbox)
    expect(await codes()).toMatchObject([{ code, status: 'usable', expiresAt: new Date(server.expireAt!).toISOString() }])
    await sandbox.clock.advance('60d')
    expect(await codes()).toMatchObject([{ status: 'usable' }])
    sandbox.world.resources.change(server.id, { expireAt: sandbox.clock.now() - 1, status: 'expired' })
    expect(await codes()).toMatchObject([{ status: 'expired' }])
    const filingId = await typed(sandbox, { customer: 'jinli_catering', resourceType: 'code' })
    const answer = await sandbox.call('console.CheckFilingProduct', { path: { filingId }, body: { code } })
    expect(answer.body).toMatchObject({ code: 'code-invalid', detail: expect.stringContaining('expired') })
  })
})

test('a filing that was handed in keeps its place when it is given up', async ({ sandbox }) => {
  for (const letter of ['a', 'b', 'c', 'd', 'e']) {
    const filingId = await submitted(sandbox, { siteName: `${letter}.chengming.com` })
    await click(sandbox, 'AbandonFiling', { path: { filingId } })
  }
  const filingId = await typed(sandbox)
  const answer = await sandbox.call('console.CheckFilingProduct', { path: { filingId }, body: { resourceId: serverOf(sandbox).id } })
  expect(answer.body.code).toBe('quota-used')
})

test('an exclusive customer files without a server (S-73)', async ({ sandbox }) => {
  sandbox.world.accounts.change(accountId(sandbox, 'chengming_tech'), { exclusiveFiling: true })
  const filingId = await typed(sandbox, { resourceType: 'exclusive' })
  expect((await show(sandbox, filingId)).status).toBe('product-checked')
  await submit(sandbox, filingId)
  expect((await show(sandbox, filingId)).statusText).toBe('等待初审')
})

describe('region, kind and certificate of an organiser (S-71)', () => {
  const person = (id: string) => ({ nature: '个人', organiserName: '孙悦', certificateType: '居民身份证', certificateNumber: id })
  test.for([
    [{}, undefined],
    [{ region: '上海市' }, undefined],
    [{ region: '上海市浦东新区' }, undefined],
    [{ region: '上海滩' }, 'region-unknown'],
    [{ region: '江苏省苏州市' }, 'province-mismatch'],
    [{ region: '江苏省苏州市', certificateNumber: '91320500MA1FL0XX1K' }, undefined],
    [{ region: '广东', certificateNumber: '91100000MA1FL0XX1K' }, undefined],
    [{ region: '上海', certificateNumber: '91110000MA1FL0XX1K' }, 'province-mismatch'],
    [{ nature: '有限公司' }, 'nature-unknown'],
    [{ nature: '事业单位' }, 'certificate-unfit'],
    [{ nature: '事业单位', certificateType: '事业单位法人证书' }, undefined],
    [{ certificateType: '身份证' }, 'certificate-unfit'],
    [{ ...person('110101199001011234') }, undefined],
    [{ ...person('110101199001011234'), region: '山西' }, 'province-mismatch'],
    [{ ...person('140101199001011234'), region: '山西' }, undefined],
    [{ ...person('E12345678'), certificateType: '护照', region: '山西' }, undefined],
  ] as const)('%o: %s', async ([more, code], { sandbox }) => {
    const answer = await sandbox.call('console.CheckFilingType', { body: { ...SITE, ...more } })
    expect(answer.body.code).toBe(code)
  })

  test('the region is wrong for mended data, too, and the filing stays where it is', async ({ sandbox }) => {
    const filingId = await submitted(sandbox)
    await review(sandbox, filingId, sendBack)
    const answer = await sandbox.call('console.SubmitFiling', { path: { filingId }, body: { mended: { region: '北京' } } })
    expect(answer.body.code).toBe('province-mismatch')
    expect(await show(sandbox, filingId)).toMatchObject({ status: 'for-mending', region: ORGANISER.region })
  })
})

test('a person responsible who is not the legal representative is all right in some provinces', async ({ sandbox }) => {
  const filingId = await ready(sandbox, { region: '安徽', certificateNumber: '91340000MA1FL0XX1K' })
  await submit(sandbox, filingId, { responsible: 'other' })
  await sandbox.clock.advance('4d')
  expect((await show(sandbox, filingId)).status).toBe('handed-on')
})
