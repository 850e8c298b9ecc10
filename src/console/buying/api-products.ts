import { createAppCode, isCalled } from '../../commerce/usage/app-codes.ts'
import type { operations } from '../../spec/generated/console.ts'
import type { ApiBackend, Product } from '../../world/entities/entities.ts'
import type { ConsoleBehaviours, ConsoleContext } from '../console-behaviour.ts'
import { resourceState } from '../orders/order-state.ts'
import { objections } from '../selling/seller-addresses.ts'
import { productOf, resourceOf } from '../subjects.ts'

/** API products: AppCodes of buyers, backends of sellers (S-28). */
export const apiProducts: ConsoleBehaviours<'AddAppCode' | 'SetApiBackend'> = {
  AddAppCode(context) {
    const { world, input, fail } = context
    const resource = resourceOf(context, input.path.resourceId)
    const product = world.products.get(resource.productId)
    if (!product || !isCalled(product)) return fail('not-an-api', `${resource.name} (${resource.id}) is called with no AppCode.`)
    if (resource.status !== 'in-use') return fail('wrong-state', `${resource.name} (${resource.id}) is ${resource.status}.`)
    const { id } = createAppCode(world, resource)
    return { appCode: id, resource: resourceState(world, resource) }
  },

  SetApiBackend(context) {
    const { world, input, fail } = context
    const { url } = input.body
    const product = productOf(context, input.path.productId)
    const { id, sellerId } = product
    if (!isCalled(product) || sellerId === undefined) return fail('not-an-api', `${product.name} (${id}) is ${product.kind}.`)
    if (url === undefined && Object.keys(input.body).length > 0)
      fail('bad-request', 'Without "url" the backend is removed: leave out the other members.')
    const warnings = url === undefined ? [] : [...objections(context, url), ...strangeHost(context, product, url)]
    const backend = url === undefined ? undefined : backendOf(context, product, url)
    world.products.change(id, { backend })
    world.emit({ type: backend ? 'product.backend-set' : 'product.backend-removed', productId: id, sellerId })
    return { product: id, ...(backend ? { backend: backendShown(backend) } : {}), warnings }
  },
}

type Setting = ConsoleContext<operations['SetApiBackend']>

/** The backend that a request describes. Only Agents gateways authenticate at their backends. */
function backendOf({ input, fail }: Setting, { name, id, kind }: Product, url: string): ApiBackend {
  const { timeout = 5000, answers, appKey, appSecret, headers = {} } = input.body
  const constants = Object.entries(headers).map(([header, value]) => ({ name: header, value }))
  if (kind !== 'agents-gateway' && (answers !== undefined || appKey !== undefined || appSecret !== undefined || constants.length > 0))
    fail('bad-request', `"answers", "appKey", "appSecret" and "headers" are for Agents gateways; ${name} (${id}) is ${kind}.`)
  if ((appKey === undefined) !== (appSecret === undefined))
    fail('bad-request', '"appKey" and "appSecret" belong together: send both or none.')
  if (appKey !== undefined && constants.length > 0)
    fail('bad-request', 'A backend has either "appKey" with "appSecret" (AK/SK认证) or "headers" of its own (自主认证).')
  const names = constants.map((one) => one.name.toLowerCase())
  const kept = names.find((one, i) => KEPT.test(one) || names.indexOf(one) !== i)
  if (kept !== undefined) fail('bad-request', `The gateway writes "${kept}" itself, or it is defined twice. Use another name.`)
  return {
    ...{ url, timeout },
    ...(answers === undefined ? {} : { answers }),
    ...(appKey === undefined || appSecret === undefined ? {} : { appKey, appSecret }),
    ...(constants.length === 0 ? {} : { constants }),
  }
}

/** Headers that belong to the connection or to the gateway. */
const KEPT = /^(host|connection|keep-alive|content-length|transfer-encoding|te|trailer|upgrade|expect|x-request-id|x-customer-(id|name))$/

const backendShown = ({ url, timeout, answers, appKey, constants }: ApiBackend) => ({
  ...{ url, timeout },
  ...(answers === undefined ? {} : { answers }),
  authentication: appKey === undefined ? (constants === undefined ? ('none' as const) : ('headers' as const)) : ('key' as const),
})

/** The vendor requires the host of an Agents gateway's backend to be one of the seller's production addresses (生产地址管理). */
function strangeHost({ world, fail }: Setting, { kind, sellerId = '' }: Product, url: string): readonly string[] {
  const { host } = new URL(url)
  if (kind !== 'agents-gateway') return []
  if ([...world.addresses.where('seller', sellerId)].some((one) => URL.canParse(one.url) && new URL(one.url).host === host)) return []
  const warning = `No production address of the seller is at ${host}. SetAddress adds one; the vendor wants it before the backend.`
  if (world.setting('console.strictAddresses')) fail('address-not-allowed', warning)
  return [warning]
}
