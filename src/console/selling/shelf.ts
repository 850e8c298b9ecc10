import { interfacesOf, interfacesToDebug, undebugged } from '../../world/entities/debugging.ts'
import type { Account, Application, PrivateImage } from '../../world/entities/entities.ts'
import { productState } from '../buying/catalogue.ts'
import type { ConsoleBehaviours } from '../console-behaviour.ts'
import { checkRegions, imageOf } from '../images.ts'
import { productOf } from '../subjects.ts'
import { documentOf } from '../supervision/supervised.ts'
import { draftsOf, type Publishing } from './publish.ts'
import { ownProduct, sellerOf } from './seller.ts'
import { addressWarnings } from './seller-addresses.ts'
import { makeRequest, requestState } from './seller-requests.ts'
import { productsMeant } from './shelf-scope.ts'

/** Maximum size of an image's package in GB (S-34). */
const LARGEST = 128
const IMAGE =
  '以下类型的私有镜像不能发布为云商店镜像:共享镜像、加密镜像、已发布状态的镜像、整机镜像及基于外部共享镜像或市场镜像重新制作的私有镜像。'

/** The shelf: requests to publish products and to take them off, and suspending them (S-33, S-34). */
export const shelf: ConsoleBehaviours<'PublishProduct' | 'TakeOffShelf' | 'SuspendProduct'> = {
  PublishProduct(context) {
    const { world, input } = context
    const seller = sellerOf(context, input.path.seller)
    const image = checkImage(context, seller)
    const proof = input.body.guide === undefined ? undefined : documentOf(context, input.body.guide)
    checkInterfaces(context, seller)
    const request = makeRequest(world, {
      sellerId: seller.id,
      about: 'publish',
      productName: input.body.name,
      draft: draftsOf(context, seller),
      ...(proof === undefined ? {} : { proof }),
      ...(image === undefined ? {} : { imageId: image.id }),
    })
    if (image) world.privateImages.change(image.id, { status: 'published' })
    return { request: requestState(world, request) }
  },

  TakeOffShelf(context) {
    const { world, input, fail } = context
    const seller = sellerOf(context, input.path.seller)
    const { skuCode, name, reason } = input.body
    const productId = input.body.productId === undefined ? undefined : ownProduct(context, seller, input.body.productId).id
    if (productId === undefined && skuCode === undefined && name === undefined)
      fail('bad-request', 'Name what leaves the shelf: productId, skuCode, or the name of a whole product.')
    const scope = {
      ...(productId === undefined ? {} : { productId }),
      ...(skuCode === undefined ? {} : { skuCode }),
      ...(name === undefined ? {} : { productName: name }),
    }
    const meant = productsMeant(world, seller.id, scope)
    if (meant.length === 0)
      fail('unknown-product', `${seller.name} sells nothing of ${[productId, skuCode, name].filter(Boolean).join(', ')}.`)
    if (!meant.some(({ id }) => world.can('products', id, 'withdraw')))
      fail('wrong-state', `${meant.map(({ id }) => id).join(', ')}: off the shelf already.`)
    const running = [...world.sellerRequests.where('seller', seller.id)].find(
      (one) =>
        one.about === 'take-off-shelf' &&
        one.status === 'in-review' &&
        productsMeant(world, seller.id, one).some(({ id }) => meant.some((product) => product.id === id)),
    )
    if (running) fail('already-requested', `${running.id} about the same is in review: 需由云商店审核通过后方可下架。`)
    const proof = input.body.proof === undefined ? {} : { proof: documentOf(context, input.body.proof) }
    return {
      request: requestState(world, makeRequest(world, { sellerId: seller.id, about: 'take-off-shelf', ...scope, reason, ...proof })),
    }
  },

  SuspendProduct(context) {
    const { world, input, fail } = context
    const before = productOf(context, input.path.productId)
    const seller = before.sellerId === undefined ? undefined : world.accounts.get(before.sellerId)
    if (!seller) return fail('not-the-sellers', `${before.name} (${before.id}) is Huawei Cloud's own.`)
    const event = input.body.suspend ? 'suspend' : 'resume'
    if (!world.can('products', before.id, event)) fail('wrong-state', `${before.name} (${before.id}) is ${before.status}.`)
    const product = world.transition('products', before.id, event)
    const type = input.body.suspend ? 'product.suspended' : 'product.resumed'
    world.emit({ type, productId: product.id, sellerId: seller.id })
    return { product: productState(world, product) }
  },
}

/** The private image of an image product. It must be the seller's, of an accepted kind, not published yet, with existing regions (S-34). */
function checkImage(context: Publishing, seller: Account): PrivateImage | undefined {
  const { input, fail } = context
  if (input.body.kind !== 'image') return undefined
  if (input.body.image === undefined) return fail('bad-request', 'An image product needs its private image: name it in "image".')
  const image = imageOf(context, seller.id, input.body.image.id)
  const { sizeGB, status, shared, encrypted, wholeMachine, derived } = image
  const wrong = Object.entries({ shared, encrypted, published: status === 'published', wholeMachine, derived }).filter(
    ([, is]) => is === true,
  )
  if (wrong.length > 0) fail('image-refused', `${IMAGE} (${image.id}: ${wrong.map(([name]) => name).join(', ')})`)
  if (sizeGB > LARGEST) fail('image-too-large', `请确保上传的镜像包不超过128G,否则将发布失败。 (${image.id}: ${sizeGB} GB)`)
  checkRegions(context, input.body.regions ?? [])
  return image
}

/** Interfaces that open a product have to be debugged, and joint operations require a formal credential (S-32). */
function checkInterfaces({ world, input, fail }: Publishing, { id, name }: Account): void {
  const { kind, charging, delivery = 'automatic', joint = false } = input.body
  if (kind !== 'saas') return
  const basic = undebugged(world, id, 'basic', interfacesToDebug({ chargingMode: charging, delivery }))
  const missing = [...basic, ...(joint ? undebugged(world, id, 'kit', interfacesOf({ use: 'kit' })) : [])]
  if (missing.length > 0)
    fail('not-debugged', `${name} has no saved case of ${missing.join(', ')}. NoteDebugged says that it was debugged.`)
  const credentials = [...world.applications.where('seller', id)]
  if (joint && !credentials.some(isFormal))
    fail(
      'credential-needed',
      `发布商品时必须创建正式的应用凭证: ${name} has none for a production address (https and a public domain name): ${
        credentials.map((one) => `${one.name} ${one.productionAddress}${one.test ? ' (test)' : ''}`).join(', ') || 'none at all'
      }.`,
    )
}

/** Whether a credential is formal: not made for a test, with an address that the marketplace can reach. */
function isFormal({ test, productionAddress }: Application): boolean {
  return !test && addressWarnings(new URL(productionAddress)).length === 0
}
