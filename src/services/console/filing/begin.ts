import type { operations } from '../../../spec/generated/console.ts'
import type { Account, Filing } from '../../../world/entities.ts'
import type { World } from '../../../world/world.ts'
import { organiserOf } from '../../filing/organiser.ts'
import { inProgress } from '../../filing/review.ts'
import { buyerOf } from '../buy.ts'
import type { ConsoleBehaviours, ConsoleScene } from '../scene.ts'
import { filingOf, filingState, organiserState } from './state.ts'

type Asking = Pick<ConsoleScene, 'world' | 'fail'>

/** A domain, as the page wants it: huaweicloud.com. */
const DOMAIN = /^(?:[a-z0-9\u4e00-\u9fa5](?:[a-z0-9\u4e00-\u9fa5-]{0,61}[a-z0-9\u4e00-\u9fa5])?\.)+[a-z\u4e00-\u9fa5]{2,}$/

/** ICP filings looked at, and begun by their type (S-18). */
export const filingBegin: ConsoleBehaviours<'ListFilings' | 'ShowFiling' | 'CheckFilingType'> = {
  ListFilings(scene) {
    const { world, input } = scene
    const { customer, status, limit = 20 } = input.query
    const account = buyerOf(scene, customer)
    const rows = world.filings.by('account', account.id).reversed()
    const found = rows.slice(0).filter((filing) => (status ?? filing.status) === filing.status)
    const organiser = organiserOf(world, account.id)
    return {
      count: found.length,
      filings: found.slice(0, limit).map((filing) => filingState(world, filing)),
      ...(organiser === undefined ? {} : { organiser: organiserState(world, organiser) }),
    }
  },

  ShowFiling(scene) {
    return { filing: filingState(scene.world, filingOf(scene, scene.input.path.filingId)) }
  },

  CheckFilingType(scene) {
    const { world, input } = scene
    const { customer, ...asked } = input.body
    const account = buyerOf(scene, customer)
    const siteName = checkSite(scene)
    checkNothingInProgress(scene, account)
    checkOrganiser(scene, account, asked.certificateNumber)
    const former = world.formerFilings.get(siteName)
    if (former?.system === 'former' && former.claimedBy === undefined && former.certificateNumber === asked.certificateNumber)
      scene.fail('claim-needed', `The former filing system knows ${siteName} as ${former.filingNumber}: ClaimFormerFiling comes first.`)
    const filing = world.transition('filings', `filing-${world.ids.next('filing')}`, 'check-type', {
      ...asked,
      siteName,
      accountId: account.id,
      filingType: typeOf(world, account, asked.certificateNumber, siteName),
      createdAt: world.clock.now(),
    })
    world.tell({ type: 'filing.type-checked', filingId: filing.id, accountId: account.id })
    return { filing: filingState(world, filing) }
  },
}

/** Filed with another provider before, one more site of a known organiser, or the first (S-18). */
function typeOf(world: World, { id }: Account, certificate: string, siteName: string): Filing['filingType'] {
  if (world.formerFilings.get(siteName)?.system === 'other-provider') return 'access'
  const known = organiserOf(world, id) ?? world.formerFilings.by('certificate', certificate).first()
  return known === undefined ? 'first' : 'new-site'
}

function checkSite({ world, input, fail }: ConsoleScene<operations['CheckFilingType']>): string {
  const { serviceType } = input.body
  const siteName = serviceType === 'website' ? input.body.siteName.toLowerCase() : input.body.siteName
  if (serviceType === 'website' && !DOMAIN.test(siteName))
    fail('site-malformed', `"${input.body.siteName}" is no domain: 网站备案请填写需备案的域名,格式如:huaweicloud.com`)
  for (const { id, status, filingNumber, serviceType: type } of world.filings.by('site', siteName.toLowerCase()))
    if (status === 'filed' && type === serviceType) fail('site-filed', `${siteName} is filed as ${filingNumber} (${id}).`)
  return siteName
}

/** Refuses with `filing-in-progress` while an account has a filing that is neither filed nor abandoned (S-18, S-24). */
export function checkNothingInProgress({ world, fail }: Asking, { id, name }: Account): void {
  const open = [...world.filings.by('account', id)].find(inProgress)
  if (open)
    fail(
      'filing-in-progress',
      `${name} has ${open.id} (${open.siteName}), which is ${open.status}: go on with it, or give it up with AbandonFiling.`,
    )
}

/** Refuses with `one-organiser` when an account has filed for another certificate (S-24). */
export function checkOrganiser({ world, fail }: Asking, { id, name }: Account, certificate: string): void {
  const organiser = organiserOf(world, id)
  if (organiser && organiser.certificateNumber !== certificate)
    fail('one-organiser', `一个华为云账号只能备案一个主体: ${name} files for ${organiser.name} (${organiser.certificateNumber}).`)
}
