import { codeStatus, placesTaken, serverKind, sitesOf, unfitness } from '../../commerce/filing/servers.ts'
import type { operations } from '../../spec/generated/console.ts'
import type { Account, FilingCode, Resource } from '../../world/entities/entities.ts'
import { buyerOf } from '../buying/buy.ts'
import type { CheckContext, ConsoleBehaviours, ConsoleContext } from '../console-behaviour.ts'
import { resourceOf } from '../subjects.ts'
import { filerOf } from './checks.ts'
import { codeState, filingAt, filingState } from './state.ts'

type ProductContext = ConsoleContext<operations['CheckFilingProduct']>

/** Servers for filed sites, and codes for servers of other accounts (S-19, S-20). */
export const filingServers: ConsoleBehaviours<'CheckFilingProduct' | 'CreateFilingCode' | 'ListFilingCodes'> = {
  CheckFilingProduct(context) {
    const { world, input } = context
    const { id, accountId, resourceType } = filingAt(context, input.path.filingId, 'check-product')
    const server = resourceType === 'code' ? usedCode(context, id) : ownServer(context, accountId, resourceType)
    const filing = world.transition('filings', id, 'check-product', server)
    world.emit({ type: 'filing.product-checked', filingId: id, accountId })
    return { filing: filingState(world, filing) }
  },

  CreateFilingCode(context) {
    const { world, input, fail } = context
    const account = filerOf(context, input.body.customer)
    const resource = fitServer(context, account, input.body.resourceId)
    const kind = serverKind(world, resource)
    if (kind !== 'ecs' && kind !== 'flexus-l')
      fail('server-unfit', `${resource.name} (${resource.id}) is of kind ${kind}: codes are issued for cloud servers and Flexus L.`)
    checkPlace(context, resource)
    const code = world.filingCodes.put({
      id: world.ids.hex('filing-code', undefined, 16).toUpperCase(),
      accountId: account.id,
      resourceId: resource.id,
      createdAt: world.clock.now(),
    })
    world.emit({ type: 'filing-code.issued', codeId: code.id, accountId: account.id })
    return { code: codeState(world, code) }
  },

  ListFilingCodes(context) {
    const { world, input } = context
    const account = buyerOf(context, input.query.customer)
    return { codes: [...world.filingCodes.where('account', account.id)].map((code) => codeState(world, code)) }
  },
}

function ownServer(context: ProductContext, accountId: string, resourceType: string): { readonly resourceId: string } {
  const { world, input, fail } = context
  const { resourceId } = input.body
  if (resourceId === undefined) return fail('bad-request', `The filing is for ${resourceType}: name the server in "resourceId".`)
  const resource = fitServer(context, world.accounts.get(accountId) ?? { id: accountId, name: accountId }, resourceId)
  const kind = serverKind(world, resource)
  if (kind !== resourceType)
    fail('server-unfit', `${resource.name} (${resourceId}) is of kind ${kind}, the type verification said ${resourceType}.`)
  checkPlace(context, resource)
  return { resourceId }
}

/** A code is for one site and can be used once (S-19). */
function usedCode({ world, input, fail }: ProductContext, filingId: string): { readonly resourceId: string; readonly codeId: string } {
  const { code } = input.body
  if (code === undefined) return fail('bad-request', 'The filing is for an authorisation code: name it in "code".')
  const found: FilingCode = world.filingCodes.get(code) ?? fail('code-invalid', `备案授权码无效: nobody issued "${code}".`)
  const status = codeStatus(world, found)
  if (status !== 'usable') fail('code-invalid', `备案授权码无效: ${code} is ${status}. 每个备案授权码可以备案一个网站,不能重复使用。`)
  world.filingCodes.change(code, { filingId })
  world.emit({ type: 'filing-code.used', codeId: code, accountId: found.accountId, filingId })
  return { resourceId: found.resourceId, codeId: code }
}

function fitServer(context: CheckContext, account: Pick<Account, 'id' | 'name'>, resourceId: string): Resource {
  const resource = resourceOf(context, resourceId)
  const why = unfitness(context.world, resource, account)
  return why === undefined ? resource : context.fail('server-unfit', why)
}

function checkPlace({ world, fail }: CheckContext, resource: Resource): void {
  const kind = serverKind(world, resource)
  const places = kind === undefined ? 0 : sitesOf(world, kind)
  const taken = placesTaken(world, resource.id)
  if (taken >= places)
    fail('quota-used', `用于备案的资源已达最大使用次数: ${resource.name} (${resource.id}) carries ${places}, ${taken} are taken.`)
}
