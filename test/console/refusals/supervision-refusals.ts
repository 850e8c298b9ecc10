import type { Sandbox } from '../../../src/index.ts'
import { buy, click } from '../click.ts'
import { delivered } from '../requests/console-requests.ts'
import { document, walk } from '../supervision-walk.ts'
import type { RefusalRow } from './refusals.ts'

/** Every step with its body, and a product and station where it cannot be taken. */
const STEPS: readonly (readonly [operation: string, body: object | undefined, elsewhere: readonly [product: string, station: string]])[] = [
  ['SubmitRequirement', { requirement: '一套测试环境' }, ['env-setup', 'confirmation']],
  ['ConfirmRequirement', { confirm: true }, ['env-setup', 'requirement']],
  ['DeliverService', {}, ['env-setup', 'requirement']],
  ['TakeLicence', undefined, ['gateway-year', 'activation']],
  ['UploadProof', { proof: { name: '交付证明.pdf' } }, ['gateway-year', 'activation']],
  ['SubmitIdentification', { identification: 'HASP-3F1C-77A0' }, ['scada-year', 'licence-delivery']],
  ['DeliverLicence', { licence: 'XH-SCADA' }, ['scada-year', 'identification']],
  ['AcceptDelivery', {}, ['env-setup', 'implementation']],
  ['ReturnDelivery', { reason: '未按需求制作' }, ['env-setup', 'implementation']],
  ['ReviewDelivery', { pass: true }, ['env-setup', 'acceptance']],
  ['AppealDelivery', { reason: '用户未在约定时间内验收' }, ['env-setup', 'accepted']],
  ['DecideAppeal', { uphold: true }, ['env-setup', 'acceptance']],
]

const at = (orderId: string, body?: object) => ({ path: { orderId }, ...(body ? { body } : {}) })
const PROGRAM = { proof: { name: 'proof.exe' } }
const early = { startedAt: '2025-12-31T23:59:59.000Z', proof: document }

/** An order that nobody watches over. */
const unwatched = async (sandbox: Sandbox) => (await buy(sandbox, 'crm-basic-month')).id

/** A delivery about which the buyer has appealed. */
async function appealed(sandbox: Sandbox): Promise<string> {
  const orderId = await walk(sandbox, 'env-setup', 'confirmation')
  await click(sandbox, 'AppealDelivery', at(orderId, { by: 'buyer', reason: '商家长时间未处理' }))
  return orderId
}

/** Every refusal of service supervision by its natural cause. */
export const SUPERVISION_REFUSALS: readonly RefusalRow[] = [
  ...STEPS.flatMap(([operation, body, [product, station]]): RefusalRow[] => [
    [operation, 'unknown-order', async () => at('CS1', body)],
    [operation, 'not-supervised', async (sandbox) => at(await unwatched(sandbox), body)],
    [operation, 'wrong-state', async (sandbox) => at(await walk(sandbox, product, station), body)],
    ...(operation.endsWith('Appeal') || operation === 'AppealDelivery'
      ? []
      : [[operation, 'delivery-frozen', async (sandbox: Sandbox) => at(await appealed(sandbox), body)] as RefusalRow]),
  ]),
  ['AskRefund', 'delivery-frozen', async (sandbox) => at(await appealed(sandbox), { amount: '1', reason: '不再需要' })],
  [
    'DecideRefund',
    'delivery-frozen',
    async (sandbox) => {
      const orderId = await walk(sandbox, 'env-setup', 'confirmation')
      await click(sandbox, 'AskRefund', at(orderId, { amount: '1', reason: '不再需要' }))
      await click(sandbox, 'AppealDelivery', at(orderId, { by: 'buyer', reason: '商家长时间未处理' }))
      return at(orderId, { approve: true })
    },
  ],
  ['ShowSupervision', 'unknown-order', async () => at('CS1')],
  ['ShowSupervision', 'not-supervised', async (sandbox) => at(await unwatched(sandbox))],
  ['ListSupervisions', 'unknown-account', async () => ({ query: { customer: 'nobody' } })],
  ['DeliverService', 'logistics-needed', async (sandbox) => at(await walk(sandbox, 'edge-box', 'implementation'), {})],
  ['DeliverService', 'proof-needed', async (sandbox) => at(await walk(sandbox, 'env-setup', 'implementation'), {})],
  ['DeliverService', 'file-refused', async (sandbox) => at(await walk(sandbox, 'env-setup', 'implementation'), PROGRAM)],
  ['DeliverService', 'wrong-time', async (sandbox) => at(await walk(sandbox, 'env-setup', 'implementation'), early)],
  ['UploadProof', 'file-refused', async (sandbox) => at(await walk(sandbox, 'gateway-year', 'proof'), PROGRAM)],
  [
    'DeliverLicence',
    'wrong-time',
    async (sandbox) =>
      at(await walk(sandbox, 'scada-year', 'licence-delivery'), { licence: 'XH-SCADA', startedAt: '2026-01-01T00:00:01.000Z' }),
  ],
  ['AppealDelivery', 'file-refused', async (sandbox) => at(await delivered(sandbox), { reason: '用户未在约定时间内验收', ...PROGRAM })],
  [
    'AppealDelivery',
    'wrong-state',
    async (sandbox) => {
      const orderId = await delivered(sandbox)
      await click(sandbox, 'AppealDelivery', at(orderId, { reason: '用户未在约定时间内验收' }))
      return at(orderId, { reason: '用户仍未验收' })
    },
  ],
]
