import { claimEnd } from '../../commerce/filing/claims.ts'
import { stageEnd } from '../../commerce/filing/review.ts'
import { codeEnd, codeStatus } from '../../commerce/filing/servers.ts'
import type { components } from '../../spec/generated/console.ts'
import type { EventOf } from '../../world/engine/machines.ts'
import type { Filing, FilingCode, FilingRefusal, FormerFiling, Organiser } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { ConsoleContext } from '../console-behaviour.ts'
import { iso } from '../selling/seller.ts'

type State = components['schemas']['FilingState']

/** The status texts of the vendor's list of filings. Abandoned filings are in none of its lists (our own text). */
const STATUS: Readonly<Record<Filing['status'], string>> = {
  'type-checked': '待完善备案信息',
  'product-checked': '待完善备案信息',
  'first-review': '等待初审',
  'for-mending': '接入商审核为待修改',
  mended: '已修改待审核',
  refused: '初审驳回',
  'handed-on': '待提交管局',
  'authority-review': '待管局审核',
  'authority-refused': '管局驳回',
  filed: '已备案',
  abandoned: '已放弃',
}

/** Why a filing was refused: in the vendor's words where the sources have them (FilingRefusal.yaml names the source), else in ours. */
const REFUSED: Readonly<Record<FilingRefusal, string>> = {
  'order-in-progress': '此证件存在进行中的订单。',
  'domain-mismatch': '域名实名认证信息与备案主体不一致',
  'domain-unverified': '域名未实名认证,请先实名认证新注册的域名。',
  'domain-expiring': '域名有效期不足3个月。',
  'resolution-on': '域名解析未关闭:首次备案、新增网站请先前往域名的DNS服务商处关闭解析。',
  'former-data-mismatch': '填写的备案信息与原接入商备案信息不一致。',
  'identity-check': '真实性核验不通过',
  'certificate-elsewhere': '证件已在其他账号下备案。',
  'code-invalid': '备案授权码无效',
  'quota-used': '用于备案的资源已达最大使用次数',
  'site-name': '网站名称不符合要求。',
  'site-unreachable': '已备案成功的网站无法访问。',
  'number-missing': '已备案成功的网站底部未添加备案号。',
  'responsible-person': '互联网信息服务负责人不是法定代表人。',
  'pre-approval': '缺少前置审批文件。',
  'sms-timeout': '短信核验超时。',
  'sms-wrong': '短信核验验证码输入错误次数过多。',
}

const abandon = { by: 'buyer', operation: 'AbandonFiling' } as const
const review = { by: 'vendor', operation: 'ReviewFiling' } as const
const submit = { by: 'buyer', operation: 'SubmitFiling' } as const

const NEXT: Readonly<Partial<Record<Filing['status'], State['next']>>> = {
  'type-checked': [{ by: 'buyer', operation: 'CheckFilingProduct' }, abandon],
  'product-checked': [submit, abandon],
  'first-review': [review, abandon],
  'for-mending': [submit, abandon],
  mended: [review, abandon],
  refused: [submit, abandon],
  'handed-on': [{ by: 'buyer', operation: 'VerifyFilingSms' }, { by: 'buyer', operation: 'ResendFilingSms' }, abandon],
  'authority-review': [review],
  'authority-refused': [submit, abandon],
}

/** The filing with that id, or the refusal `unknown-filing`. */
export function filingOf({ world, fail }: Pick<ConsoleContext, 'world' | 'fail'>, id: string): Filing {
  return world.filings.get(id) ?? fail('unknown-filing', `There is no filing "${id}" in world "${world.name}". ListFilings shows them.`)
}

/** The filing with that id if the event is possible in its state, or the refusals `unknown-filing` and `wrong-state`. */
export function filingAt(context: Pick<ConsoleContext, 'world' | 'fail'>, id: string, event: EventOf<'filings'>): Filing {
  const filing = filingOf(context, id)
  if (context.world.can('filings', id, event)) return filing
  const documented = (NEXT[filing.status] ?? []).map(({ by, operation }) => `${by}: ${operation}`)
  const next = documented.length > 0 ? ` Next: ${documented.join(', ')}.` : ''
  return context.fail('wrong-state', `The filing ${id} of ${filing.siteName} is ${filing.status}.${next}`, { documented })
}

/** A filing as the console shows it. */
export function filingState(world: World, filing: Filing): State {
  const { accountId, codeId, createdAt, submittedAt, reviewedAt, handedOnAt, filedAt, refusal, sms, representative, ...rest } = filing
  const due = stageEnd(world, filing)
  return {
    ...rest,
    statusText: STATUS[filing.status],
    account: nameOf(world, accountId),
    ...(codeId === undefined ? {} : { code: codeId }),
    createdAt: iso(createdAt),
    ...(submittedAt === undefined ? {} : { submittedAt: iso(submittedAt) }),
    ...(reviewedAt === undefined ? {} : { reviewedAt: iso(reviewedAt) }),
    ...(handedOnAt === undefined ? {} : { handedOnAt: iso(handedOnAt) }),
    ...(filedAt === undefined ? {} : { filedAt: iso(filedAt) }),
    ...(refusal === undefined ? {} : { refusal: { reason: refusal, text: REFUSED[refusal] } }),
    ...(representative === false ? { responsible: 'other' as const } : {}),
    ...(sms === undefined ? {} : { sms: { code: sms.code, sentAt: iso(sms.sentAt), wrongTries: sms.wrongTries } }),
    ...(due === undefined ? {} : { due: iso(due) }),
    next: [...(NEXT[filing.status] ?? [])],
  }
}

/** A code as the console shows it. */
export function codeState(world: World, code: FilingCode): components['schemas']['FilingCodeState'] {
  const { id, accountId, resourceId, createdAt, filingId } = code
  const end = codeEnd(world, code)
  return {
    code: id,
    account: nameOf(world, accountId),
    resourceId,
    createdAt: iso(createdAt),
    ...(end === undefined ? {} : { expiresAt: iso(end) }),
    status: codeStatus(world, code),
    ...(filingId === undefined ? {} : { filing: filingId }),
  }
}

/** An organiser as the console shows it. */
export function organiserState(world: World, { accountId, filedAt, ...rest }: Organiser): components['schemas']['OrganiserState'] {
  return { ...rest, account: nameOf(world, accountId), filedAt: iso(filedAt) }
}

/** A claim as the console shows it. */
export function claimState(world: World, former: FormerFiling): components['schemas']['ClaimState'] {
  const { id: siteName, organiserName, certificateNumber, filingNumber, claim, claimedBy = '' } = former
  const due = claimEnd(world, former)
  return {
    siteName,
    account: nameOf(world, claim?.accountId ?? claimedBy),
    organiserName,
    certificateNumber,
    filingNumber,
    status: claim ? 'in-review' : 'claimed',
    ...(claim ? { askedAt: iso(claim.askedAt) } : {}),
    ...(due === undefined ? {} : { due: iso(due) }),
  }
}

const nameOf = (world: World, accountId: string) => world.accounts.get(accountId)?.name ?? accountId
