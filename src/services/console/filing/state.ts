import type { components } from '../../../spec/generated/console.ts'
import type { Filing, FilingCode, Organiser } from '../../../world/entities.ts'
import type { World } from '../../../world/world.ts'
import { type FilingRefusal, stageEnd } from '../../filing/review.ts'
import { codeEnd, codeStatus } from '../../filing/servers.ts'
import type { ConsoleScene } from '../scene.ts'
import { iso } from '../seller.ts'

type State = components['schemas']['FilingState']

/** Why a filing was refused, in the vendor's words (S-23). */
const REFUSED: Readonly<Record<FilingRefusal, string>> = {
  'order-in-progress': '此证件存在进行中的订单。',
  'domain-mismatch': '域名实名认证信息与备案主体不一致',
  'former-data-mismatch': '填写的备案信息与原接入商备案信息不一致。',
  'identity-check': '真实性核验不通过',
}

const abandon = { by: 'buyer', operation: 'AbandonFiling' } as const
const review = { by: 'vendor', operation: 'ReviewFiling' } as const

const NEXT: Readonly<Partial<Record<Filing['status'], State['next']>>> = {
  'type-checked': [{ by: 'buyer', operation: 'CheckFilingProduct' }, abandon],
  'product-checked': [{ by: 'buyer', operation: 'SubmitFiling' }, abandon],
  'first-review': [review, abandon],
  'authority-review': [review],
  refused: [{ by: 'buyer', operation: 'SubmitFiling' }, abandon],
}

/** The filing of an id, or the refusal `unknown-filing`. */
export function filingOf({ world, fail }: Pick<ConsoleScene, 'world' | 'fail'>, id: string): Filing {
  return world.filings.get(id) ?? fail('unknown-filing', `There is no filing "${id}" in world "${world.name}". ListFilings shows them.`)
}

/** The filing of an id where one of these events can happen, or the refusals `unknown-filing` and `wrong-state`. */
export function filingAt(scene: Pick<ConsoleScene, 'world' | 'fail'>, id: string, event: string): Filing {
  const filing = filingOf(scene, id)
  if (scene.world.can('filings', id, event)) return filing
  const documented = (NEXT[filing.status] ?? []).map(({ by, operation }) => `${by}: ${operation}`)
  const next = documented.length > 0 ? ` Next: ${documented.join(', ')}.` : ''
  return scene.fail('wrong-state', `The filing ${id} of ${filing.siteName} is ${filing.status}.${next}`, { documented })
}

/** A filing as the console shows it. */
export function filingState(world: World, filing: Filing): State {
  const { accountId, codeId, createdAt, submittedAt, reviewedAt, filedAt, refusal, ...rest } = filing
  const due = stageEnd(world, filing)
  return {
    ...rest,
    account: nameOf(world, accountId),
    ...(codeId === undefined ? {} : { code: codeId }),
    createdAt: iso(createdAt),
    ...(submittedAt === undefined ? {} : { submittedAt: iso(submittedAt) }),
    ...(reviewedAt === undefined ? {} : { reviewedAt: iso(reviewedAt) }),
    ...(filedAt === undefined ? {} : { filedAt: iso(filedAt) }),
    ...(refusal === undefined ? {} : { refusal: { reason: refusal, text: REFUSED[refusal] } }),
    ...(due === undefined ? {} : { due: iso(due) }),
    next: [...(NEXT[filing.status] ?? [])],
  }
}

/** A code as the console shows it. */
export function codeState(world: World, code: FilingCode): components['schemas']['FilingCodeState'] {
  const { id, accountId, resourceId, createdAt, filingId } = code
  return {
    code: id,
    account: nameOf(world, accountId),
    resourceId,
    createdAt: iso(createdAt),
    expiresAt: iso(codeEnd(world, code)),
    status: codeStatus(world, code),
    ...(filingId === undefined ? {} : { filing: filingId }),
  }
}

/** An organiser as the console shows it. */
export function organiserState(world: World, { accountId, filedAt, ...rest }: Organiser): components['schemas']['OrganiserState'] {
  return { ...rest, account: nameOf(world, accountId), filedAt: iso(filedAt) }
}

const nameOf = (world: World, accountId: string) => world.accounts.get(accountId)?.name ?? accountId
