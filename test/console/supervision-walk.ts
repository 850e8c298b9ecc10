import type { Sandbox } from '../../src/index.ts'
import { buy, click } from './click.ts'
import { activate } from './requests/console-requests.ts'

type State = { status: string; statusText: string; next: { by: string; operation: string }[]; steps: { event: string; by: string }[] }
type Shown = { supervision: State & Record<string, unknown>; order: { status: string; statusText: string } & Record<string, unknown> }

/** Takes a step of a delivery. */
export const step = async (sandbox: Sandbox, operation: string, orderId: string, body?: object) =>
  (await click(sandbox, operation, { path: { orderId }, ...(body ? { body } : {}) })) as unknown as Shown
/** A delivery and its order. */
export const show = (sandbox: Sandbox, orderId: string) => step(sandbox, 'ShowSupervision', orderId)

/** Lets the seller activate the codes of an order through the open API. */
export const activation = async (sandbox: Sandbox, orderId: string) => {
  for (const { id } of [...sandbox.world.licences.where('order', orderId)]) await activate(sandbox, id)
}

const requirement = ['SubmitRequirement', { requirement: '一套测试环境' }, 'confirmation', '商家确认需求'] as const
const confirm = ['ConfirmRequirement', { confirm: true }, 'implementation', '服务商实施服务'] as const
const deliver = ['DeliverService', {}, 'acceptance', '用户确认验收'] as const
export const document = { name: '交付验收文档.pdf', size: 482_113 }
const handIn = ['DeliverService', { proof: document }, 'acceptance', '用户确认验收'] as const
const accept = ['AcceptDelivery', {}, 'accepted', '已验收'] as const
const identify = (code: string) => ['SubmitIdentification', { identification: code }, 'licence-delivery', '商家实施交付License'] as const
const bring = ['DeliverLicence', { licence: 'XH-SCADA-500-2026-7F3A' }, 'acceptance', '用户确认验收'] as const
export const logistics = { company: '顺丰速运', number: 'SF1390000000077' }

/** Each kind of product: what is bought, where its supervision begins, and every step with the station it leads to. */
export const KINDS = [
  ['SaaS that people set up (S-37)', 'erp-year', 'requirement', [requirement, confirm, deliver, accept]],
  ['a standard manual service (S-39)', 'env-setup', 'requirement', [requirement, confirm, handIn, accept]],
  [
    'a website as a manual service, which has a design first (S-39, S-57)',
    'site-build',
    'requirement',
    [
      requirement,
      ['ConfirmRequirement', { confirm: true }, 'design', '服务商提交设计稿'],
      ['DeliverService', {}, 'design-acceptance', '用户确认设计稿'],
      ['AcceptDelivery', {}, 'implementation', '服务商实施服务'],
      handIn,
      accept,
    ],
  ],
  ['a licence handed over offline (S-37)', 'gateway-offline', 'implementation', [deliver, accept]],
  [
    'a licence code (S-26)',
    'gateway-year',
    'code-to-take',
    [
      ['TakeLicence', undefined, 'activation', '授权码激活'],
      ['activation', undefined, 'proof', '上传交付证明'],
      ['UploadProof', { proof: { name: '交付证明.pdf', size: 482_113 } }, 'accepted', '已验收'],
    ],
  ],
  ['a licence for a system (S-38)', 'scada-year', 'identification', [identify('BFEBFBFF000906EA'), bring, accept]],
  ['a licence for a machine (S-38)', 'scada-dongle', 'identification', [identify('HASP-3F1C-77A0'), bring, accept]],
  ['hardware (S-39)', 'edge-box', 'implementation', [['DeliverService', { logistics }, 'acceptance', '用户确认验收'], accept]],
  ['an application orchestration (S-37)', 'mall-stack', 'implementation', [deliver, accept]],
  ['a data file (S-37)', 'poi-data', 'implementation', [deliver, accept]],
] as const

/** Money enough for everything. */
export const rich = (sandbox: Sandbox) =>
  click(sandbox, 'RechargeAccount', { path: { account: 'chengming_tech' }, body: { amount: '100000' } })

/** Buys something and takes the steps up to a station, or all. */
export async function walk(sandbox: Sandbox, product: string, until?: string, more: object = {}): Promise<string> {
  await rich(sandbox)
  const { id } = await buy(sandbox, product, more)
  const [, , , steps] = KINDS.find(([, bought]) => bought === product)!
  for (const [operation, body] of steps) {
    if ((await show(sandbox, id)).supervision.status === until) return id
    if (operation === 'activation') await activation(sandbox, id)
    else await step(sandbox, operation, id, body)
  }
  return id
}
