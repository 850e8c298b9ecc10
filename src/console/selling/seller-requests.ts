import type { components } from '../../spec/generated/console.ts'
import type { EventOf } from '../../world/engine/machines.ts'
import type { SellerRequest } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { CheckContext, ConsoleBehaviours } from '../console-behaviour.ts'
import { iso, sellerOf } from './seller.ts'
import { productsMeant } from './shelf-scope.ts'

/** The vendor's texts for the state of a programme (S-35). */
const PROGRAMME: Readonly<Partial<Record<SellerRequest['status'], string>>> = { passed: '已加入', refused: '失败' }

/** Requests of sellers, and the vendor's decisions (S-33, S-35). */
export const sellerRequests: ConsoleBehaviours<'ListSellerRequests' | 'DecideSellerRequest' | 'ApplyForProgramme' | 'ReapplyForProgramme'> =
  {
    ListSellerRequests(context) {
      const { world, input } = context
      const seller = sellerOf(context, input.path.seller)
      const rows = world.sellerRequests.where('seller', seller.id).reversed().slice(0)
      const { about } = input.query
      return { requests: rows.filter((one) => (about ?? one.about) === one.about).map((one) => requestState(world, one)) }
    },

    DecideSellerRequest(context) {
      const { world, input } = context
      const { pass, reason } = input.body
      const { id } = requestAt(context, input.path.requestId, pass ? 'pass' : 'refuse')
      const decidedAt = world.clock.now()
      const refusal = !pass && reason !== undefined ? { refusal: reason } : {}
      const request = world.transition('sellerRequests', id, pass ? 'pass' : 'refuse', { decidedAt, ...refusal })
      const { sellerId } = request
      world.emit({
        type: pass ? 'request.passed' : 'request.refused',
        requestId: id,
        sellerId,
        ...(reason === undefined ? {} : { reason }),
      })
      if (pass) carryOut(world, request)
      else if (request.imageId !== undefined) world.privateImages.change(request.imageId, { status: 'active' })
      return { request: requestState(world, request) }
    },

    ApplyForProgramme(context) {
      const { world, input, fail } = context
      const seller = sellerOf(context, input.path.seller)
      const { programme, reason } = input.body
      const before = [...world.sellerRequests.where('seller', seller.id)].find((one) => one.programme === programme)
      if (before)
        fail(
          'already-requested',
          `${seller.name} asked for ${programme} (${before.id}, ${before.status}). Refused, ReapplyForProgramme asks again.`,
        )
      const request = makeRequest(world, {
        sellerId: seller.id,
        about: 'programme',
        programme,
        ...(reason === undefined ? {} : { reason }),
      })
      return { request: requestState(world, request) }
    },

    ReapplyForProgramme(context) {
      const { world, input, fail } = context
      const { id, about, sellerId, attempts } = requestAt(context, input.path.requestId, 'apply-again')
      if (about !== 'programme')
        fail('wrong-state', `${id} is about ${about}. Only a request for a programme can be repeated: make a new request.`)
      const reason = input.body?.reason
      const request = world.transition('sellerRequests', id, 'apply-again', {
        ...(reason === undefined ? {} : { reason }),
        attempts: attempts + 1,
        decidedAt: undefined,
        refusal: undefined,
      })
      world.emit({ type: 'request.made', requestId: id, sellerId })
      return { request: requestState(world, request) }
    },
  }

/** Creates a request and records `request.made`. */
export function makeRequest(world: World, asked: Omit<SellerRequest, 'id' | 'status' | 'createdAt' | 'attempts'>): SellerRequest {
  const id = `request-${world.ids.next('seller-request')}`
  const request = world.transition('sellerRequests', id, 'apply', { ...asked, createdAt: world.clock.now(), attempts: 1 })
  world.emit({ type: 'request.made', requestId: id, sellerId: request.sellerId })
  return request
}

/** Carries out an approved request: products are published or withdrawn. */
function carryOut(world: World, request: SellerRequest): void {
  const { about, sellerId, draft = [], reason } = request
  if (about === 'publish')
    for (const { id, ...product } of draft) {
      world.transition('products', id, 'publish', product)
      world.emit({ type: 'product.published', productId: id, sellerId })
    }
  if (about === 'take-off-shelf')
    for (const { id } of productsMeant(world, sellerId, request)) {
      if (!world.can('products', id, 'withdraw')) continue
      world.transition('products', id, 'withdraw')
      world.emit({ type: 'product.withdrawn', productId: id, sellerId, ...(reason === undefined ? {} : { reason }) })
    }
}

function requestAt({ world, fail }: CheckContext, id: string, event: EventOf<'sellerRequests'>): SellerRequest {
  const request = world.sellerRequests.get(id) ?? fail('unknown-request', `There is no request "${id}" in world "${world.name}".`)
  if (!world.can('sellerRequests', id, event)) fail('wrong-state', `The request ${id} (${request.about}) is ${request.status}.`)
  return request
}

/** A request as the console shows it. */
export function requestState(world: World, request: SellerRequest): components['schemas']['SellerRequestState'] {
  const { sellerId, createdAt, decidedAt, productId: _product, imageId: _image, draft, ...rest } = request
  const statusText = request.about === 'programme' ? PROGRAMME[request.status] : undefined
  const products = draft?.map(({ id }) => id) ?? productsMeant(world, sellerId, request).map(({ id }) => id)
  return {
    ...rest,
    seller: world.accounts.get(sellerId)?.name ?? sellerId,
    ...(statusText === undefined ? {} : { statusText }),
    createdAt: iso(createdAt),
    ...(decidedAt === undefined ? {} : { decidedAt: iso(decidedAt) }),
    ...(request.about === 'programme' ? {} : { products }),
  }
}
