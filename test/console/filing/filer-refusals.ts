import type { Sandbox } from '../../../src/index.ts'
import { click } from '../click.ts'
import type { RefusalRow } from '../refusals/refusals.ts'
import { accountId, filed, known, ORGANISER, ready, SITE, serverOf, submitted } from '../requests/filing-requests.ts'

const elsewhere = { region: '北京' }
/** Data of an organiser that do not fit, by the refusal. */
const UNFIT = [
  ['region-unknown', { region: '火星' }],
  ['nature-unknown', { nature: '公司' }],
  ['certificate-unfit', { certificateType: '护照' }],
  ['province-mismatch', elsewhere],
] as const
const PERSON = { nature: '个人', organiserName: '孙悦', certificateType: '身份证', certificateNumber: '310101199001011234' }

/** The usual buyer, changed. */
function buyer({ world }: Sandbox, more: object): void {
  const account = world.accounts.where('name', 'chengming_tech').first()!
  world.accounts.change(account.id, more)
}
const noRole = (sandbox: Sandbox) => buyer(sandbox, { denied: ['Beian Administrator'] })

/** The organiser of the stories, filed by another account. */
async function filedElsewhere(sandbox: Sandbox): Promise<void> {
  await filed(sandbox, { siteName: 'chengming.net' })
  const [mine] = [...sandbox.world.organisers.all()]
  sandbox.world.organisers.change(mine!.id, { accountId: accountId(sandbox, 'jinli_catering') })
}

/** Refusals because of who files: the role, the real name and the data of the organiser. */
export const FILER_REFUSALS: readonly RefusalRow[] = [
  ...UNFIT.map(([code, more]): RefusalRow => ['CheckFilingType', code, async () => ({ body: { ...SITE, ...more } })]),
  [
    'CheckFilingType',
    'role-missing',
    async (sandbox) => {
      noRole(sandbox)
      return { body: SITE }
    },
  ],
  [
    'CheckFilingType',
    'account-unverified',
    async (sandbox) => {
      buyer(sandbox, { realName: 'missing' })
      return { body: SITE }
    },
  ],
  [
    'CheckFilingType',
    'certificate-elsewhere',
    async (sandbox) => {
      await filedElsewhere(sandbox)
      return { body: SITE }
    },
  ],
  [
    'CheckFilingType',
    'site-limit',
    async (sandbox) => {
      for (const letter of ['a', 'b', 'c', 'd', 'e']) await filed(sandbox, { ...PERSON, siteName: `${letter}.chengming.com` })
      return { body: { ...SITE, ...PERSON } }
    },
  ],
  ['CheckFilingType', 'not-exclusive', async () => ({ body: { ...SITE, resourceType: 'exclusive' } })],
  ...UNFIT.map(
    ([code, mended]): RefusalRow => [
      'SubmitFiling',
      code,
      async (sandbox) => {
        const filingId = await submitted(sandbox)
        await click(sandbox, 'ReviewFiling', { path: { filingId }, body: { pass: false, sendBack: true } })
        return { path: { filingId }, body: { mended } }
      },
    ],
  ),
  [
    'SubmitFiling',
    'role-missing',
    async (sandbox) => {
      const filingId = await ready(sandbox)
      noRole(sandbox)
      return { path: { filingId }, body: {} }
    },
  ],
  [
    'AbandonFiling',
    'role-missing',
    async (sandbox) => {
      const filingId = await ready(sandbox)
      noRole(sandbox)
      return { path: { filingId }, body: {} }
    },
  ],
  [
    'CreateFilingCode',
    'role-missing',
    async (sandbox) => {
      noRole(sandbox)
      return { body: { resourceId: serverOf(sandbox).id } }
    },
  ],
  [
    'ClaimFormerFiling',
    'role-missing',
    async (sandbox) => {
      noRole(sandbox)
      return { body: { ...ORGANISER, siteName: SITE.siteName } }
    },
  ],
  [
    'ClaimFormerFiling',
    'account-unverified',
    async (sandbox) => {
      buyer(sandbox, { realName: 'missing' })
      return { body: { ...ORGANISER, siteName: SITE.siteName } }
    },
  ],
  ...UNFIT.map(
    ([code, more]): RefusalRow => ['ClaimFormerFiling', code, async () => ({ body: { ...ORGANISER, ...more, siteName: SITE.siteName } })],
  ),
  [
    'ClaimFormerFiling',
    'certificate-elsewhere',
    async (sandbox) => {
      known(sandbox, 'former')
      await filedElsewhere(sandbox)
      return { body: { ...ORGANISER, siteName: SITE.siteName } }
    },
  ],
  [
    'TransferOrganiser',
    'role-missing',
    async (sandbox) => {
      noRole(sandbox)
      return { body: { to: 'jinli_catering' } }
    },
  ],
]
