import { claimEnd } from '../../commerce/filing/claims.ts'
import { organiserOf } from '../../commerce/filing/organiser.ts'
import type { operations } from '../../spec/generated/console.ts'
import type { Account, Filing } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import { buyerOf } from '../buying/buy.ts'
import type { ConsoleBehaviours, ConsoleContext } from '../console-behaviour.ts'
import {
  checkCertificateFree,
  checkNothingInProgress,
  checkOrganiser,
  checkOrganiserData,
  checkRealName,
  checkSiteLimit,
  filerOf,
} from './checks.ts'
import { filingOf, filingState, organiserState } from './state.ts'

/** A domain in the form that the page requires: huaweicloud.com. */
const DOMAIN = /^(?:[a-z0-9\u4e00-\u9fa5](?:[a-z0-9\u4e00-\u9fa5-]{0,61}[a-z0-9\u4e00-\u9fa5])?\.)+[a-z\u4e00-\u9fa5]{2,}$/

/** ICP filings: listing them, and beginning one with its type (S-18). */
export const filingBegin: ConsoleBehaviours<'ListFilings' | 'ShowFiling' | 'CheckFilingType'> = {
  ListFilings(context) {
    const { world, input } = context
    const { customer, status, limit = 20 } = input.query
    const account = buyerOf(context, customer)
    const rows = world.filings.where('account', account.id).reversed()
    const found = rows.slice(0).filter((filing) => (status ?? filing.status) === filing.status)
    const organiser = organiserOf(world, account.id)
    return {
      count: found.length,
      filings: found.slice(0, limit).map((filing) => filingState(world, filing)),
      ...(organiser === undefined ? {} : { organiser: organiserState(world, organiser) }),
    }
  },

  ShowFiling(context) {
    return { filing: filingState(context.world, filingOf(context, context.input.path.filingId)) }
  },

  CheckFilingType(context) {
    const { world, input } = context
    const { customer, ...asked } = input.body
    const account = filerOf(context, customer)
    checkRealName(context, account)
    checkOrganiserData(context, asked)
    const siteName = checkSite(context)
    checkNothingInProgress(context, account)
    checkOrganiser(context, account, asked.certificateNumber)
    checkCertificateFree(context, account, asked.certificateNumber)
    checkSiteLimit(context, account, asked.nature)
    checkClaimed(context, siteName)
    const exclusive = asked.resourceType === 'exclusive'
    if (exclusive && account.exclusiveFiling !== true)
      context.fail('not-exclusive', `${account.name} is not an exclusive customer (专享客户). Its account manager sets "exclusiveFiling".`)
    const typed = world.transition('filings', `filing-${world.ids.next('filing')}`, 'check-type', {
      ...asked,
      siteName,
      accountId: account.id,
      filingType: typeOf(world, account, asked.certificateNumber, siteName),
      createdAt: world.clock.now(),
    })
    world.emit({ type: 'filing.type-checked', filingId: typed.id, accountId: account.id })
    if (!exclusive) return { filing: filingState(world, typed) }
    // An exclusive customer has no server to check.
    const filing = world.transition('filings', typed.id, 'check-product')
    world.emit({ type: 'filing.product-checked', filingId: filing.id, accountId: account.id })
    return { filing: filingState(world, filing) }
  },
}

/**
 * Refuses with `claim-needed` a site that the former system has for the same organiser, or that was moved elsewhere, until it is claimed
 * (S-18).
 */
function checkClaimed({ world, input, fail }: ConsoleContext<operations['CheckFilingType']>, siteName: string): void {
  const { certificateNumber } = input.body
  const former = world.formerFilings.get(siteName)
  if (!former || former.claimedBy !== undefined || former.certificateNumber !== certificateNumber) return
  if (former.system !== 'former' && former.moved !== true) return
  const end = claimEnd(world, former)
  if (end !== undefined) fail('claim-needed', `The claim of ${siteName} is under review until ${new Date(end).toISOString()}.`)
  fail('claim-needed', `${siteName} is known as ${former.filingNumber} of ${former.organiserName}: ClaimFormerFiling comes first.`)
}

/** The type of a filing: filed with another provider before, another site of a known organiser, or the first (S-18). */
function typeOf(world: World, { id }: Account, certificate: string, siteName: string): Filing['filingType'] {
  if (world.formerFilings.get(siteName)?.system === 'other-provider') return 'access'
  const known = organiserOf(world, id) ?? world.formerFilings.where('certificate', certificate).first()
  return known === undefined ? 'first' : 'new-site'
}

function checkSite({ world, input, fail }: ConsoleContext<operations['CheckFilingType']>): string {
  const { serviceType } = input.body
  const siteName = serviceType === 'website' ? input.body.siteName.toLowerCase() : input.body.siteName
  if (serviceType === 'website' && !DOMAIN.test(siteName))
    fail('site-malformed', `"${input.body.siteName}" is not a domain: 网站备案请填写需备案的域名,格式如:huaweicloud.com`)
  for (const { id, status, filingNumber, serviceType: type } of world.filings.where('site', siteName.toLowerCase()))
    if (status === 'filed' && type === serviceType) fail('site-filed', `${siteName} is filed as ${filingNumber} (${id}).`)
  return siteName
}
