import type { Sandbox } from '../../src/index.ts'
import type { CallInput } from '../../src/sandbox/call.ts'
import type { World } from '../../src/world/world-api.ts'
import { filingMove, sellerMove } from './random-desk.ts'
import type { Seeded } from './seeded.ts'

/** One thing that somebody does: a call, or time that passes. */
export type Move = { readonly call: string; readonly input: CallInput } | { readonly advance: string }

/** A move with its answer, as bytes can be compared. */
export interface Played {
  readonly move: Move
  readonly status: number
  readonly body: unknown
}

/**
 * Draws what people and programs might do next in a world: mostly what is allowed there, sometimes what is not.
 * The same seed and the same world give the same move.
 */
export function drawMove(world: World, random: Seeded): Move {
  const order = () => random.pick([...world.orders.all()].slice(-12))
  const resource = () => random.pick([...world.resources.all()].slice(-12))
  const supervision = () => {
    const open = [...world.supervisions.all()].slice(-6)
    return open.length === 0 ? undefined : random.pick(open)
  }
  const product = () => random.pick([...world.products.all()]).id
  const moves: readonly (() => Move)[] = [
    () => ({ call: 'console.BuyProduct', input: { body: { product: product(), pay: random.int(3) > 0, ...period(random) } } }),
    () => ({ call: 'console.BuyProduct', input: { body: { product: product(), quantity: 1 + random.int(3) } } }),
    () => ({
      call: 'bss.PayOrders',
      input: { body: { order_id: waiting(world, random) ?? order().id, use_coupon: 'NO', use_discount: 'NO' } },
    }),
    () => ({ call: 'console.PayOrders', input: { body: { orders: [waiting(world, random) ?? order().id] } } }),
    () => ({
      call: 'console.PayOrders',
      input: { body: { orders: [waiting(world, random) ?? order().id], by: random.pick(['online', 'balance-and-online', 'partner']) } },
    }),
    () => ({
      call: 'console.FinishPayment',
      input: { path: { orderId: running(world, random) ?? order().id }, body: { result: random.pick(['paid', 'failed']) } },
    }),
    () => ({ call: 'bss.CancelCustomerOrder', input: { body: { order_id: waiting(world, random) ?? order().id } } }),
    () => ({
      call: 'console.ReviewOrder',
      input: { path: { orderId: at(world, 'to-review', random) ?? order().id }, body: { pass: yes(random) } },
    }),
    () => ({
      call: 'console.ConfirmOrder',
      input: { path: { orderId: at(world, 'to-confirm', random) ?? order().id }, body: { confirm: yes(random) } },
    }),
    () => ({
      call: 'console.FailOrder',
      input: { path: { orderId: at(world, 'processing', random) ?? order().id }, body: { reason: '资源不足' } },
    }),
    () => ({
      call: 'console.RenewResource',
      input: { path: { resourceId: resource().id }, body: { pay: yes(random), ...period(random) } },
    }),
    () => ({ call: 'bss.RenewalResources', input: { body: renewal(resource().id, random) } }),
    () => ({ call: 'console.ChangeResource', input: { path: { resourceId: resource().id }, body: { product: product() } } }),
    () => ({ call: 'console.UnsubscribeResource', input: { path: { resourceId: resource().id }, body: { reason: '不再需要' } } }),
    () => ({ call: 'bss.CancelResourcesSubscription', input: { body: { resource_ids: [resource().id], unsubscribe_type: 1 } } }),
    () => ({ call: 'bss.AutoRenewalResources', input: { path: { resource_id: resource().id } } }),
    () => ({ call: 'bss.UpdatePeriodToOnDemand', input: { body: { operation: 'SET_UP', resource_ids: [resource().id] } } }),
    () => ({
      call: 'console.RechargeAccount',
      input: { path: { account: 'chengming_tech' }, body: { amount: String(1 + random.int(5000)) } },
    }),
    () => step(supervision()?.orderId ?? order().id, random),
    () => filingMove(world, random),
    () => sellerMove(world, random),
    () => step(supervision()?.orderId ?? order().id, random),
    () => licenceMove(world, random),
    () => sellersMove(order().id, random),
    () => buyersMove(world, order().id, resource().id, random),
    () => ({ call: 'bss.ListCustomerOrders', input: { query: { limit: 3, offset: random.int(20) } } }),
    () => ({ call: 'bss.ShowCustomerOrderDetails', input: { path: { order_id: order().id } } }),
    () => ({ call: 'bss.ListPayPerUseCustomerResources', input: { body: { limit: 5 } } }),
    () => ({ call: 'console.ShowOrder', input: { path: { orderId: order().id } } }),
    () => ({ advance: random.pick(['1s', '5s', '1m', '3h', '3h', '1d', '7d', '16d', 'P1M', 'P3M']) }),
    () => ({ advance: random.pick(['5s', '5s', '1m', '3h']) }),
  ]
  return random.pick(moves)()
}

const yes = (random: Seeded) => random.int(4) > 0
const period = (random: Seeded) => (random.int(2) === 0 ? {} : { period: { type: random.pick(['month', 'year']), num: 1 + random.int(3) } })
const renewal = (id: string, random: Seeded) => ({
  resource_ids: [id],
  period_type: 2,
  period_num: 1 + random.int(3),
  expire_policy: random.int(4),
  is_auto_pay: random.int(2),
})

function at(world: World, status: string, random: Seeded): string | undefined {
  const found = [...world.orders.all()].slice(-40).filter((order) => order.status === status)
  return found.length === 0 ? undefined : random.pick(found).id
}

/** An order whose payment is on its way. */
function running(world: World, random: Seeded): string | undefined {
  const found = [...world.orders.all()].slice(-40).filter((order) => order.paying !== undefined)
  return found.length === 0 ? undefined : random.pick(found).id
}

const waiting = (world: World, random: Seeded) => at(world, 'pending-payment', random)

/** What a seller's software does with a licence code. */
function licenceMove(world: World, random: Seeded): Move {
  const some = [...world.licences.all()].slice(-6)
  const license = some.length === 0 || random.int(8) === 0 ? 'PL0000000000000000' : random.pick(some).id
  const [call, body] = random.pick([
    ['ActivateLicense', { license }],
    ['ActivateLicense', { license }],
    ['CheckLicenseHeartbeat', { license }],
    ['BatchActivateLicense', { license_list: [license, ...some.map(({ id }) => id)] }],
    ['BatchCheckLicenseHeartbeat', { license_list: [license] }],
    ['ReportSoftwareUsage', { usage_info: [{ license, software_usage_Info: [{ id: 'client' }] }] }],
  ] as const)
  return { call: `koogallery.${call}`, input: { body } }
}

/** What it asks about orders. */
function sellersMove(orderId: string, random: Seeded): Move {
  const line = random.int(3) === 0 ? { orderLineId: `${orderId}-000001` } : {}
  return { call: 'koogallery.QueryOrder', input: { query: { orderId, ...line } } }
}

/** What a buyer's software does. Few transaction ids, so that some come again. */
function buyersMove(world: World, order_id: string, resource_id: string, random: Seeded): Move {
  const offering_id = random.pick([...world.products.all()].filter(({ sellerId }) => sellerId !== undefined)).id
  const wish = {
    request_id: 'r-1',
    order_type: 'new',
    agreement_params: [{ id: '10001', verion: 'V1.0' }],
    offering_infos: [{ offering_id, cycle_type: random.pick(['month', 'year']), cycle_number: 1 + random.int(2) }],
    auto_pay: random.pick(['YES', 'NO']),
    auto_renew: random.int(2),
  }
  const start_time = '2020-01-01T00:00:00Z'
  const [call, input] = random.pick([
    ['CreateOrders', { headers: { 'X-Service-Transaction-ID': `key-${random.int(9)}` }, body: { order_infos: [wish] } }],
    ['CreateOrders', { headers: { 'X-Service-Transaction-ID': `key-${random.int(999)}` }, body: { order_infos: [wish] } }],
    ['CancelOrders', { body: { cancel_order: { order_ids: [waiting(world, random) ?? order_id] } } }],
    ['ListOrders', { body: { start_time, limit: 3, offset: random.int(20) } }],
    ['ShowOrderDetails', { body: { order_id } }],
    ['ShowSaasInstance', { body: { resource_id } }],
  ] as const)
  return { call: `koogallery.${call}`, input }
}

/** One step of a delivery under supervision. */
function step(orderId: string, random: Seeded): Move {
  const steps: readonly (readonly [string, object?])[] = [
    ['SubmitRequirement', { requirement: '一套测试环境' }],
    ['ConfirmRequirement', { confirm: yes(random) }],
    ['DeliverService', { proof: { name: '交付验收文档.pdf', size: 482113 } }],
    ['TakeLicence'],
    ['UploadProof', { proof: { name: '交付证明.pdf', size: 482113 } }],
    ['SubmitIdentification', { identification: 'HASP-3F1C-77A0' }],
    ['DeliverLicence', { licence: 'XH-SCADA-500' }],
    ['AcceptDelivery', {}],
    ['ReturnDelivery', { reason: '未按需求制作' }],
    ['ReviewDelivery', { pass: yes(random) }],
    ['AppealDelivery', { by: yes(random) ? 'buyer' : 'seller', reason: '用户未在约定时间内验收' }],
    ['DecideAppeal', { uphold: yes(random) }],
  ]
  const [name, body] = random.pick(steps)
  return { call: `console.${name}`, input: { path: { orderId }, ...(body ? { body } : {}) } }
}

/** Makes a move in a world of a sandbox, through the whole corridor. */
export async function play(sandbox: Sandbox, name: string, move: Move): Promise<Played> {
  if ('advance' in move) {
    const fired = await sandbox.worlds.open(name).clock.advance(move.advance)
    return { move, status: 200, body: fired }
  }
  const { status, body } = await sandbox.call(move.call, { ...move.input, world: name })
  return { move, status, body }
}
