import { isFrozen } from '../../commerce/supervision/supervise.ts'
import type { components } from '../../spec/generated/console.ts'
import type { Supervision, SupervisionStatus } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { iso } from '../orders/order-state.ts'

type State = components['schemas']['SupervisionState']
type Next = State['next'][number]

/** The vendor's texts for the stages, where the sources have them; the others are descriptions (inferred). */
const TEXT: Readonly<Record<SupervisionStatus, string>> = {
  requirement: '提交需求',
  confirmation: '商家确认需求',
  design: '服务商提交设计稿',
  'design-acceptance': '用户确认设计稿',
  implementation: '服务商实施服务',
  'code-to-take': '领取授权码',
  activation: '授权码激活',
  proof: '上传交付证明',
  identification: '提交识别码',
  'licence-delivery': '商家实施交付License',
  acceptance: '用户确认验收',
  'vendor-review': '华为云复核',
  accepted: '已验收',
  completed: '已完成',
  cancelled: '已取消',
}

/** What has to be done at each stage, by whom and with which operation. */
const NEXT: Readonly<Partial<Record<SupervisionStatus, readonly Next[]>>> = {
  requirement: [{ by: 'buyer', operation: 'SubmitRequirement' }],
  confirmation: [{ by: 'seller', operation: 'ConfirmRequirement' }],
  design: [{ by: 'seller', operation: 'DeliverService' }],
  'design-acceptance': [
    { by: 'buyer', operation: 'AcceptDelivery' },
    { by: 'buyer', operation: 'ReturnDelivery' },
  ],
  implementation: [{ by: 'seller', operation: 'DeliverService' }],
  'code-to-take': [{ by: 'buyer', operation: 'TakeLicence' }],
  activation: [{ by: 'seller', operation: 'koogallery.activateLicense' }],
  proof: [{ by: 'seller', operation: 'UploadProof' }],
  identification: [{ by: 'buyer', operation: 'SubmitIdentification' }],
  'licence-delivery': [{ by: 'seller', operation: 'DeliverLicence' }],
  acceptance: [
    { by: 'buyer', operation: 'AcceptDelivery' },
    { by: 'buyer', operation: 'ReturnDelivery' },
  ],
  'vendor-review': [{ by: 'vendor', operation: 'ReviewDelivery' }],
}

/** A delivery as the console shows it. */
export function supervisionState(world: World, supervision: Supervision): State {
  const { status, requirement, proof, recipient, logistics, startedAt, acceptedAt, appeal } = supervision
  const identification = world.licences.where('order', supervision.orderId).first()?.identification
  return {
    order: supervision.orderId,
    customer: world.accounts.get(supervision.customerId)?.name ?? supervision.customerId,
    seller: world.accounts.get(supervision.sellerId)?.name ?? supervision.sellerId,
    kind: supervision.kind,
    status,
    statusText: TEXT[status],
    enablement: supervision.enablement,
    ...(supervision.baseCloud === undefined ? {} : { baseCloud: supervision.baseCloud }),
    openedAt: iso(supervision.openedAt),
    ...(requirement === undefined ? {} : { requirement }),
    ...(proof === undefined ? {} : { proof }),
    ...(identification === undefined ? {} : { identification }),
    ...(recipient === undefined ? {} : { recipient }),
    ...(logistics === undefined ? {} : { logistics }),
    ...(startedAt === undefined ? {} : { startedAt: iso(startedAt) }),
    ...(acceptedAt === undefined ? {} : { acceptedAt: iso(acceptedAt) }),
    ...(appeal === undefined ? {} : { appeal: appealState(appeal) }),
    steps: supervision.steps.map(({ at, ...step }) => ({ at: iso(at), ...step })),
    frozen: isFrozen(supervision),
    next: nextOf(supervision),
  }
}

/** While an appeal is undecided, everybody waits. Otherwise both sides can appeal until the flow ends. */
function nextOf(supervision: Supervision): Next[] {
  if (isFrozen(supervision)) return [{ by: 'vendor', operation: 'DecideAppeal' }]
  const steps = NEXT[supervision.status]
  return steps ? [...steps, { by: 'seller', operation: 'AppealDelivery' }, { by: 'buyer', operation: 'AppealDelivery' }] : []
}

function appealState({ at, decidedAt, by = 'seller', ...rest }: NonNullable<Supervision['appeal']>) {
  return { at: iso(at), by, ...rest, ...(decidedAt === undefined ? {} : { decidedAt: iso(decidedAt) }) }
}
