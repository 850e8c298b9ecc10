import type { Sandbox } from '../../../src/index.ts'
import type { Resource } from '../../../src/world/entities/entities.ts'
import { type ConsoleRequest, click } from '../click.ts'

/** Who files in the stories: data of the organiser, and the site. */
export const ORGANISER = {
  region: '上海',
  nature: '企业',
  organiserName: '上海澄明科技有限公司',
  certificateType: '营业执照',
  certificateNumber: '91310000MA1FL0XX1K',
} as const

/** What is filed, on a cloud server. */
export const SITE = { ...ORGANISER, resourceType: 'ecs', serviceType: 'website', siteName: 'chengming.com' } as const

/** Id of an account by its login name. */
export const accountId = ({ world }: Sandbox, name: string) => world.accounts.where('name', name).first()!.id

/** A cloud server of the usual buyer, bought for six months. */
export function serverOf(sandbox: Sandbox, name = 'web-01'): Resource {
  return [...sandbox.world.resources.where('customer', accountId(sandbox, 'chengming_tech'))].find((one) => one.name === name)!
}

/** A filing whose type is verified, with what else is said; its id. */
export async function typed(sandbox: Sandbox, more: object = {}): Promise<string> {
  const { filing } = (await click(sandbox, 'CheckFilingType', { body: { ...SITE, ...more } })) as unknown as { filing: { id: string } }
  return filing.id
}

/** A filing whose server is settled; its id. */
export async function ready(sandbox: Sandbox, more: object = {}): Promise<string> {
  const filingId = await typed(sandbox, more)
  await click(sandbox, 'CheckFilingProduct', { path: { filingId }, body: { resourceId: serverOf(sandbox).id } })
  return filingId
}

/** A filing that was handed in; its id. */
export async function submitted(sandbox: Sandbox, more: object = {}, body: object = {}): Promise<string> {
  const filingId = await ready(sandbox, more)
  await click(sandbox, 'SubmitFiling', { path: { filingId }, body })
  return filingId
}

/** A filing that the vendor has passed: its SMS check is under way; its id. */
export async function handedOn(sandbox: Sandbox, more: object = {}): Promise<string> {
  const filingId = await submitted(sandbox, more)
  await click(sandbox, 'ReviewFiling', { path: { filingId }, body: { pass: true } })
  return filingId
}

/** The code of a filing's SMS. */
export const smsCode = ({ world }: Sandbox, filingId: string) => world.filings.get(filingId)?.sms?.code ?? ''

/** Enters the right code of a filing's SMS. */
export const checkSms = (sandbox: Sandbox, filingId: string) =>
  click(sandbox, 'VerifyFilingSms', { path: { filingId }, body: { code: smsCode(sandbox, filingId) } })

/** A filing that is through; its id. */
export async function filed(sandbox: Sandbox, more: object = {}): Promise<string> {
  const filingId = await handedOn(sandbox, more)
  await checkSms(sandbox, filingId)
  await click(sandbox, 'ReviewFiling', { path: { filingId }, body: { pass: true } })
  return filingId
}

/** Lets the former system, or another provider, know the site. */
export function known({ world }: Sandbox, system: 'former' | 'other-provider', more: object = {}): void {
  const { organiserName, certificateNumber, siteName } = SITE
  world.formerFilings.put({ id: siteName, system, organiserName, certificateNumber, filingNumber: '沪ICP备18000017号', ...more })
}

/** A code for the server of the usual buyer. */
export async function coded(sandbox: Sandbox): Promise<string> {
  const body = { resourceId: serverOf(sandbox).id }
  return ((await click(sandbox, 'CreateFilingCode', { body })) as unknown as { code: { code: string } }).code.code
}

const at = (filingId: string, body?: unknown) => ({ path: { filingId }, ...(body === undefined ? {} : { body }) })

/** One way to let each operation of ICP filing succeed in the world `default`. */
export const FILING_REQUESTS: Readonly<Record<string, (sandbox: Sandbox) => Promise<ConsoleRequest>>> = {
  ListFilings: async (sandbox) => {
    await filed(sandbox)
    return { query: { status: 'filed', limit: '5' } }
  },
  CheckFilingType: async () => ({ body: SITE }),
  ShowFiling: async (sandbox) => at(await submitted(sandbox)),
  CheckFilingProduct: async (sandbox) => at(await typed(sandbox), { resourceId: serverOf(sandbox).id }),
  SubmitFiling: async (sandbox) => at(await ready(sandbox), { identityChecked: true }),
  ReviewFiling: async (sandbox) => at(await submitted(sandbox), { pass: true }),
  VerifyFilingSms: async (sandbox) => {
    const filingId = await handedOn(sandbox)
    return at(filingId, { code: smsCode(sandbox, filingId) })
  },
  ResendFilingSms: async (sandbox) => at(await handedOn(sandbox), {}),
  AbandonFiling: async (sandbox) => at(await submitted(sandbox), {}),
  ListFilingCodes: async (sandbox) => {
    await coded(sandbox)
    return { query: { customer: 'chengming_tech' } }
  },
  CreateFilingCode: async (sandbox) => ({ body: { resourceId: serverOf(sandbox).id } }),
  ClaimFormerFiling: async (sandbox) => {
    known(sandbox, 'former')
    return { body: { ...ORGANISER, siteName: SITE.siteName } }
  },
  TransferOrganiser: async (sandbox) => {
    await filed(sandbox)
    return { body: { to: 'jinli_catering' } }
  },
}
