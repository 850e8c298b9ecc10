import { activateLicence, heartbeat } from '../../commerce/licences/activate.ts'
import type { components, operations } from '../../spec/generated/koogallery.ts'
import { compact } from '../../world/engine/calendar.ts'
import type { Licence } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour, BehaviourContext, CheckContext } from '../behaviour.ts'
import { licenceState } from './licence-state.ts'
import { parseCompact } from './parse-compact.ts'

/** Marks a code as in use. Repeating it changes nothing and gives the same answer (inferred); table B refuses it. */
export const activate: Behaviour<operations['ActivateLicense']> = (context) => {
  const { world, input } = context
  const { license, real_effect_time } = input.body
  const licence = activeCode(context, license, effectOf(context, [license], real_effect_time))
  const { status, expireTime, productId, amount } = licenceState(world, licence)
  const info = {
    status,
    ...(expireTime === undefined ? {} : { expire_time: expireTime }),
    product_id: productId,
    amount,
    ...(licence.orderId === undefined ? {} : { order_id: licence.orderId }),
  }
  return { ...succeeded(world), data: { license_code_info: JSON.stringify(info) } }
}

/** State and expiry of a code. This expiry is authoritative. */
export const checkHeartbeat: Behaviour<operations['CheckLicenseHeartbeat']> = (context) => {
  const { world, input } = context
  return { ...succeeded(world), data: licenceInfo(world, heartbeat(world, takenCode(context, input.body.license))) }
}

/** A code in the form of the query operations. */
export function licenceInfo(world: World, licence: Licence): components['schemas']['LicenseInfo'] {
  const { status, expireTime } = licenceState(world, licence)
  return {
    license_code: licence.id,
    status,
    ...(licence.activatedAt === undefined ? {} : { activate_time: compact(licence.activatedAt) }),
    ...(expireTime === undefined ? {} : { expire_time: expireTime }),
  }
}

/** Activates a code of the caller. A code that was returned before can no longer be activated (inferred). */
export function activeCode(context: CheckContext, code: string, effectiveAt?: number): Licence {
  const licence = takenCode(context, code)
  if (licence.status === 'active')
    return context.world.setting('koogallery.licence_error_table') === 'B' ? context.fail('92020003') : licence
  return licenceState(context.world, licence).status === 'RELEASED'
    ? context.fail('92020005')
    : activateLicence(context.world, licence, effectiveAt)
}

/**
 * A code that its buyer has taken, or a test code. Another seller's code counts as unknown (inferred), and so does a licence of the old
 * kind.
 */
export function takenCode({ world, caller, fail }: CheckContext, code: string): Licence {
  const licence = world.licences.get(code)
  if (licence?.kind !== 'code' || licence.sellerId !== caller.account.id) return fail('92020005')
  return licence.status === 'issued' && !licence.test ? fail('92020004') : licence
}

/** Code and text of a success, in the table that this world uses. */
export function succeeded(world: World) {
  return world.setting('koogallery.licence_error_table') === 'CBC'
    ? { error_code: 'CBC.0000', error_msg: 'Success' }
    : { error_code: '92020000', error_msg: 'success' }
}

/** The real start that the seller gives: not before any order of the codes, and not in the future (inferred). */
export function effectOf(
  { world, refuse }: Pick<BehaviourContext, 'world' | 'refuse'>,
  codes: readonly string[],
  text: string | undefined,
) {
  if (text === undefined) return undefined
  const at = parseCompact(text)
  const orders = codes.map((code) => world.orders.get(world.licences.get(code)?.orderId ?? '')?.createdAt ?? 0)
  const ordered = Math.max(...orders)
  // The text has no milliseconds, so the second of the order counts as not before it.
  const fits = at !== undefined && at + 999 >= ordered && at <= world.clock.now()
  return fits ? at : refuse('range', '/body/real_effect_time', `a UTC time from ${compact(ordered)} to ${compact(world.clock.now())}`, text)
}
