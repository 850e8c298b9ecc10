import type { Sandbox } from '../../../src/index.ts'
import { buy, click } from '../click.ts'
import { FILER_REFUSALS } from '../filing/filer-refusals.ts'
import { accountId, coded, filed, known, ORGANISER, ready, SITE, serverOf, submitted, typed } from '../requests/filing-requests.ts'
import type { RefusalRow } from './refusals.ts'

const other = { organiserName: '上海别家科技有限公司', certificateNumber: '91310000MA1FL0YY2L' }
const gone = { path: { filingId: 'filing-9' } }

/** The server of a buyer, changed. */
function changed(sandbox: Sandbox, more: object): string {
  return sandbox.world.resources.change(serverOf(sandbox).id, more).id
}

/** Five sites on one server, the last of them abandoned or not. */
async function full(sandbox: Sandbox): Promise<void> {
  for (const letter of ['a', 'b', 'c', 'd', 'e']) await filed(sandbox, { siteName: `${letter}.chengming.com` })
}

const product = (sandbox: Sandbox, filingId: string, body: object = { resourceId: serverOf(sandbox).id }) => ({ path: { filingId }, body })

/** Every refusal of ICP filing by its natural cause. */
export const FILING_REFUSALS: readonly RefusalRow[] = [
  ...FILER_REFUSALS,
  ['ListFilings', 'unknown-account', async () => ({ query: { customer: 'nobody' } })],
  ['ListFilingCodes', 'unknown-account', async () => ({ query: { customer: 'nobody' } })],
  ['ShowFiling', 'unknown-filing', async () => gone],

  ['CheckFilingType', 'unknown-account', async () => ({ body: { ...SITE, customer: 'nobody' } })],
  ['CheckFilingType', 'site-malformed', async () => ({ body: { ...SITE, siteName: 'http://chengming.com' } })],
  [
    'CheckFilingType',
    'site-filed',
    async (sandbox) => {
      await filed(sandbox)
      return { body: { ...SITE, siteName: 'Chengming.com' } }
    },
  ],
  [
    'CheckFilingType',
    'filing-in-progress',
    async (sandbox) => {
      await typed(sandbox)
      return { body: { ...SITE, siteName: 'chengming.net' } }
    },
  ],
  [
    'CheckFilingType',
    'one-organiser',
    async (sandbox) => {
      await filed(sandbox)
      return { body: { ...SITE, ...other, siteName: 'chengming.net' } }
    },
  ],
  [
    'CheckFilingType',
    'claim-needed',
    async (sandbox) => {
      known(sandbox, 'former')
      return { body: SITE }
    },
  ],

  ['CheckFilingProduct', 'unknown-filing', async () => ({ ...gone, body: { resourceId: 'x' } })],
  ['CheckFilingProduct', 'wrong-state', async (sandbox) => product(sandbox, await ready(sandbox))],
  ['CheckFilingProduct', 'unknown-resource', async (sandbox) => product(sandbox, await typed(sandbox), { resourceId: 'nothing' })],
  [
    'CheckFilingProduct',
    'server-unfit',
    async (sandbox) => product(sandbox, await typed(sandbox), { resourceId: changed(sandbox, { regionCode: 'ap-southeast-1' }) }),
  ],
  [
    'CheckFilingProduct',
    'quota-used',
    async (sandbox) => {
      await full(sandbox)
      return product(sandbox, await typed(sandbox))
    },
  ],
  [
    'CheckFilingProduct',
    'code-invalid',
    async (sandbox) => product(sandbox, await typed(sandbox, { resourceType: 'code' }), { code: 'NO' }),
  ],

  ['SubmitFiling', 'unknown-filing', async () => ({ ...gone, body: {} })],
  ['SubmitFiling', 'wrong-state', async (sandbox) => ({ path: { filingId: await typed(sandbox) }, body: {} })],
  [
    'SubmitFiling',
    'one-organiser',
    async (sandbox) => {
      await filed(sandbox)
      const filingId = await submitted(sandbox, { siteName: 'chengming.net' })
      await click(sandbox, 'ReviewFiling', { path: { filingId }, body: { pass: false, reason: 'domain-mismatch' } })
      return { path: { filingId }, body: { mended: other } }
    },
  ],
  ['VerifyFilingSms', 'unknown-filing', async () => ({ ...gone, body: { code: '123456' } })],
  ['VerifyFilingSms', 'wrong-state', async (sandbox) => ({ path: { filingId: await submitted(sandbox) }, body: { code: '123456' } })],
  ['ResendFilingSms', 'unknown-filing', async () => ({ ...gone, body: {} })],
  ['ResendFilingSms', 'wrong-state', async (sandbox) => ({ path: { filingId: await submitted(sandbox) }, body: {} })],
  ['ReviewFiling', 'unknown-filing', async () => ({ ...gone, body: { pass: true } })],
  ['ReviewFiling', 'wrong-state', async (sandbox) => ({ path: { filingId: await filed(sandbox) }, body: { pass: true } })],
  ['AbandonFiling', 'unknown-filing', async () => ({ ...gone, body: {} })],
  ['AbandonFiling', 'wrong-state', async (sandbox) => ({ path: { filingId: await filed(sandbox) }, body: {} })],

  ['CreateFilingCode', 'unknown-account', async (sandbox) => ({ body: { customer: 'nobody', resourceId: serverOf(sandbox).id } })],
  ['CreateFilingCode', 'unknown-resource', async () => ({ body: { resourceId: 'nothing' } })],
  [
    'CreateFilingCode',
    'server-unfit',
    async (sandbox) => ({ body: { resourceId: (await buy(sandbox, 'crm-basic-month', {}, true)).resources[0]!.id } }),
  ],
  [
    'CreateFilingCode',
    'quota-used',
    async (sandbox) => {
      for (let i = 0; i < 5; i++) await coded(sandbox)
      return { body: { resourceId: serverOf(sandbox).id } }
    },
  ],

  ['ClaimFormerFiling', 'unknown-account', async () => ({ body: { ...ORGANISER, siteName: SITE.siteName, customer: 'nobody' } })],
  ['ClaimFormerFiling', 'nothing-to-claim', async () => ({ body: { ...ORGANISER, siteName: SITE.siteName } })],
  [
    'ClaimFormerFiling',
    'filing-in-progress',
    async (sandbox) => {
      known(sandbox, 'former')
      await typed(sandbox, { siteName: 'chengming.net' })
      return { body: { ...ORGANISER, siteName: SITE.siteName } }
    },
  ],
  [
    'ClaimFormerFiling',
    'one-organiser',
    async (sandbox) => {
      known(sandbox, 'former', other)
      await filed(sandbox, { siteName: 'chengming.net' })
      return { body: { ...ORGANISER, ...other, siteName: SITE.siteName } }
    },
  ],
  ['TransferOrganiser', 'unknown-account', async () => ({ body: { to: 'nobody' } })],
  ['TransferOrganiser', 'nothing-to-transfer', async () => ({ body: { to: 'jinli_catering' } })],
  [
    'TransferOrganiser',
    'filing-in-progress',
    async (sandbox) => {
      await filed(sandbox)
      await typed(sandbox, { siteName: 'chengming.net' })
      return { body: { to: 'jinli_catering' } }
    },
  ],
  [
    'TransferOrganiser',
    'one-organiser',
    async (sandbox) => {
      await filed(sandbox)
      const { world } = sandbox
      const [mine] = [...world.organisers.all()]
      world.organisers.put({ ...mine!, id: 'organiser-jinli', accountId: accountId(sandbox, 'jinli_catering') })
      return { body: { to: 'jinli_catering' } }
    },
  ],
]
