import type { operations } from '../../spec/generated/console.ts'
import type { Account, Order, Product } from '../../world/entities.ts'
import type { World } from '../../world/world.ts'
import { birthOf } from '../ordering/birth.ts'
import { confirmOutside } from '../ordering/contract.ts'
import { SERVER_PARAMETER } from '../ordering/fulfil.ts'
import { placeOrder } from '../ordering/place.ts'
import { accountOf, usualBuyer } from './accounts.ts'
import { offerFor, type Wish } from './offer.ts'
import { orderState } from './order-state.ts'
import { askForContract, reductionsOf, settle } from './paying/settle.ts'
import type { ConsoleBehaviours, ConsoleScene } from './scene.ts'
import { productOf, resourceOf } from './subjects.ts'

type Scene = ConsoleScene<operations['BuyProduct']>

/** At most so many packages of the same property at once (koogallery.md 10.3). */
const PACKAGES_AT_ONCE = 30

/** Buying, as a person does it on the product's page. */
export const buying: ConsoleBehaviours<'BuyProduct'> = {
  BuyProduct(scene) {
    const { world, input } = scene
    const { quantity = 1 } = input.body
    const buyer = buyerOf(scene, input.body.customer)
    const wanted = productOf(scene, input.body.product)
    if (wanted.status !== 'on-sale')
      scene.fail('not-on-sale', `${wanted.name} (${wanted.id}) is ${wanted.status}. ListProducts shows what can be bought.`)
    const trial = input.body.trial ?? (wanted.kind === 'saas' && wanted.chargingMode === 'period' && wanted.price === 0)
    const { product, periodType, periodNum } = offerFor(scene, wanted, wishOf(world, input.body.period, trial))
    if (product.chargingMode === 'on-demand-package' && quantity > PACKAGES_AT_ONCE)
      scene.fail('too-many-packages', `${quantity} packages of ${product.name}: at most ${PACKAGES_AT_ONCE} can be bought at once.`)
    const server = serverOf(scene, buyer, product)
    const extendParams = [...(input.body.extendParams ?? []), ...(server === undefined ? [] : [{ name: SERVER_PARAMETER, value: server }])]
    const startsAt = beginningOf(scene)
    const { recipient } = input.body
    if (recipient && product.kind !== 'hardware')
      scene.fail('bad-request', `${product.name} is ${product.kind}: a recipient is there for hardware.`)
    const order = placeOrder(world, {
      customerId: buyer.id,
      type: trial ? 'trial' : 'new',
      event: birthOf([product]),
      serviceType: product.serviceType,
      enterpriseProjects: projectsOf(scene, buyer),
      picked: reductionsOf(scene, buyer.id, input.body),
      lines: [
        {
          productId: product.id,
          quantity,
          ...(periodType === undefined ? {} : { periodType, periodNum }),
          ...(extendParams.length > 0 ? { extendParams } : {}),
          // Nothing is paid for pay-per-use before it is used.
          ...(product.chargingMode === 'on-demand' ? { amounts: FREE } : {}),
        },
      ],
    })
    const more = { ...(startsAt === undefined ? {} : { startsAt }), ...(recipient ? { recipient } : {}) }
    const placed = Object.keys(more).length === 0 ? order : world.orders.change(order.id, more)
    return { order: orderState(world, payNew(scene, placed, input.body)) }
  },
}

const FREE = { official: 0, afterDiscount: 0, discounts: [], cashCoupon: 0, voucher: 0, storedCard: 0, commission: 0, consumed: 0 }

/** What a person picks on the payment page. */
interface Picked {
  readonly pay?: boolean
  readonly coupons?: readonly string[]
  readonly discount?: string
  readonly outsideContract?: boolean
}

/** Pays a new order from the balance with what was picked, unless `pay` is false; what waits for somebody's word is left alone. */
export function payNew(scene: Pick<ConsoleScene, 'world' | 'fail'>, order: Order, picked: Picked = {}): Order {
  const { pay = true, outsideContract } = picked
  const [asked = order] = outsideContract === true ? confirmOutside(scene.world, [order]) : []
  if (!pay || asked.status !== 'pending-payment') return asked
  askForContract(scene, [asked], outsideContract)
  return settle(scene, [asked], reductionsOf(scene, order.customerId, picked))[0] ?? asked
}

/** The buyer named, or the one whose keys are printed. */
export function buyerOf(scene: Pick<ConsoleScene, 'world' | 'fail'>, named: string | undefined): Account {
  if (named !== undefined) return accountOf(scene, named)
  return usualBuyer(scene.world) ?? scene.fail('unknown-account', `World "${scene.world.name}" has no usual buyer: name the customer.`)
}

function wishOf(world: World, period: Wish, trial: boolean): Wish {
  return period ?? (trial ? { type: 'day', num: Number(world.setting('console.trialDays')) } : undefined)
}

function beginningOf({ world, input, fail }: Scene): number | undefined {
  const { startsAt } = input.body
  if (startsAt === undefined) return undefined
  const at = Date.parse(startsAt)
  return at > world.clock.now()
    ? at
    : fail('wrong-state', `${startsAt} is past: an order begins in the future, or at once without startsAt.`)
}

function projectsOf({ input, fail }: Scene, buyer: Account): Order['enterpriseProjects'] {
  const { enterpriseProject } = input.body
  if (enterpriseProject === undefined) return []
  const project = buyer.enterpriseProjects?.find(({ id }) => id === enterpriseProject)
  return project
    ? [{ id: project.id, name: project.name }]
    : fail('wrong-state', `${buyer.name} has no enterprise project "${enterpriseProject}".`)
}

/** Images that are paid in advance are for one server of the buyer, which has no other package at that time (S-44). */
function serverOf(scene: Scene, buyer: Account, product: Product): string | undefined {
  const { server } = scene.input.body
  if (product.kind !== 'image') return undefined
  if (server === undefined) {
    if (product.chargingMode !== 'period') return undefined
    return scene.fail('server-needed', `${product.name} is for one server: name one of ${buyer.name}'s in "server".`)
  }
  const resource = resourceOf(scene, server)
  if (resource.customerId !== buyer.id || resource.status === 'closed')
    return scene.fail('server-needed', `${server} is no server of ${buyer.name}'s, or it is closed.`)
  for (const image of scene.world.resources.by('server', server))
    if (image.status !== 'closed' && image.onDemandSince === undefined)
      return scene.fail('server-taken', `${server} runs with ${image.id} already: one package for one server at a time. Renew that one.`)
  return server
}
