import { switchRenewalOff, switchRenewalOn } from '../../commerce/life/auto-renewal.ts'
import { changeSystem } from '../../commerce/life/lapsed-images.ts'
import { POLICY } from '../../commerce/life/next-step.ts'
import { renewalOffer } from '../../commerce/life/renewal.ts'
import { adjustOrder, costOf } from '../../commerce/ordering/adjust.ts'
import type { ConsoleBehaviours, ConsoleContext } from '../console-behaviour.ts'
import { fen, yuan } from '../money.ts'
import { orderState, resourceState } from '../orders/order-state.ts'
import { orderOf, resourceOf } from '../subjects.ts'

/** Decisions about owned resources and orders that buy nothing: expire policy, a server's system, price adjustments. */
export const afterBuying: ConsoleBehaviours<'SetExpiryPolicy' | 'ChangeSystem' | 'AdjustOrder'> = {
  SetExpiryPolicy(context) {
    const { world, input } = context
    const { policy, times, period } = input.body
    const resource = renewableOf(context, input.path.resourceId)
    if (policy === 'end') {
      const wished = resource.expirePolicy === POLICY.renew || resource.expirePolicy === POLICY.toOnDemand
      return { resource: resourceState(world, wished ? switchRenewalOff(world, resource) : resource) }
    }
    if (period !== undefined && renewalOffer(world, resource, period) === undefined)
      context.fail('period-not-offered', `${resource.name} (${resource.id}) is not sold by the ${period}.`)
    return { resource: resourceState(world, switchRenewalOn(world, resource, { times, period })) }
  },

  ChangeSystem(context) {
    const { world, input, fail } = context
    const server = resourceOf(context, input.path.resourceId)
    const { status, name, id } = server
    const isServer = SERVERS.test(world.products.get(server.productId)?.resourceType ?? '') || world.resources.where('server', id).count > 0
    if (!isServer) fail('wrong-state', `${name} (${id}) is not a cloud server: only cloud servers have a system.`)
    if (status !== 'in-use' && status !== 'expired') fail('wrong-state', `${name} (${id}) is ${status}: its system cannot be changed.`)
    const images = changeSystem(world, server)
    return { server: resourceState(world, server), images: images.map((image) => resourceState(world, image)) }
  },

  AdjustOrder(context) {
    const { world, input, fail } = context
    const { amount: text, reason } = input.body
    const order = orderOf(context, input.path.orderId)
    if (order.paidAt === undefined || order.status === 'cancelled' || order.type === 'unsubscribe' || order.type === 'fee-adjustment')
      fail('wrong-state', `Order ${order.id} (${order.type}) is ${order.status}: what was paid for a purchase can be adjusted.`)
    const amount = text.startsWith('-') ? -fen(text.slice(1)) : fen(text)
    const cost = costOf(world, order)
    if (amount === 0 || cost + amount < 0)
      fail('amount-refused', `${text} yuan: not 0, and at most ${yuan(cost)} can be paid back for ${order.id}.`)
    const balance = world.accounts.get(order.customerId)?.balance ?? 0
    if (amount > balance) fail('balance-insufficient', `The balance is ${yuan(balance)} yuan: RechargeAccount puts money in.`)
    return { order: orderState(world, adjustOrder(world, order, amount, reason)) }
  },
}

/** Resource types of cloud servers. Any other resource that an image runs on counts as a server too. */
const SERVERS = /(\btype\.vm|^ecs)$/

/** The main resource for an id. It must be in use and have an end. */
function renewableOf(context: Pick<ConsoleContext, 'world' | 'fail'>, id: string) {
  const { world, fail } = context
  const named = resourceOf(context, id)
  const resource = named.mainResourceId === undefined ? named : resourceOf(context, named.mainResourceId)
  const trial = world.orders.get(resource.orderId)?.type === 'trial'
  if (resource.status !== 'in-use' || resource.expireAt === undefined)
    return fail(
      'wrong-state',
      `${resource.name} (${resource.id}) is ${resource.status}${resource.expireAt === undefined ? ' and has no end' : ''}: only what is in use for a period can renew itself.`,
    )
  return trial ? fail('wrong-state', `${resource.name} (${resource.id}) is a trial: FormaliseTrial makes it a purchase.`) : resource
}
