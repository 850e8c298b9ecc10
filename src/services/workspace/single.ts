import type { operations } from '../../spec/generated/workspace.ts'
import type { Behaviour, BehaviourContext } from '../behaviour.ts'
import { enterpriseProjectsFor } from '../enterprise-project.ts'
import { job } from './batch.ts'
import { type ChangeLine, dearer, onePeriod, placeChange } from './change.ts'
import { extendVolume, type MakeLine, resize } from './kinds.ts'
import { PERIOD_TYPE } from './order-lines.ts'
import { isFailure, oneTarget, refuseFailures } from './targets.ts'

const WIDEST = 2000

/** Changes the size, and optionally the name, of a bandwidth (S-01). The size is a text; a setting defines the accepted texts. */
export const changeBandwidth: Behaviour<operations['CreateSubnetBandwidthChangeOrder']> = (context) => {
  const { input, world, refuse } = context
  const { bandwidth_size, bandwidth_name, extend_param, cloud_service_console_url: returnUrl } = input.body
  const size = /^[1-9]\d{0,3}$/.test(bandwidth_size) ? Number(bandwidth_size) : Number.NaN
  const counts = Number.isFinite(size) && size <= WIDEST
  if (!counts && world.setting('workspace.bandwidthSizeForm') === 'digits')
    return refuse('malformed', '/body/bandwidth_size', `digits, 1 to ${WIDEST}, as a text`, bandwidth_size)
  const charged = charge(context, input.body.enterprise_project_id)
  const target = oneTarget(context, 'bandwidth', input.path.bandwidth_id, '/path/bandwidth_id')
  const before = Number(target.item.attributes['size'] ?? 0)
  // Only with the setting `any` a text that is no size is accepted; then the size does not change.
  const wanted = counts ? size : before
  const product = world.products.get(target.resource.productId)
  const change = { does: 'bandwidth', size: wanted, ...(bandwidth_name === undefined ? {} : { name: bandwidth_name }) } as const
  const price = dearer(onePeriod(product, before), onePeriod(product, wanted))
  const line: ChangeLine = { product, price, resourceIds: [target.resource.id], change }
  const order = placeChange(context, world, [{ target, line }], {
    autoPay: extend_param?.is_auto_pay === 'true',
    ...charged,
    ...(returnUrl ? { returnUrl } : {}),
  })
  return { order_id: order.id, ...job(world) }
}

/** Resizes one desktop, enlarges one disk, or changes pay-per-use to yearly/monthly. Which members each type requires is inferred. */
export const changeDesktop: Behaviour<operations['CreateChangeOrder']> = (context) => {
  const { input, world, fail } = context
  const { body } = input
  const charged = charge(context, body.enterprise_project_id)
  const { cloud_service_console_url: returnUrl } = body
  const how = { autoPay: body.extend_param?.is_auto_pay === 'true', ...charged, ...(returnUrl ? { returnUrl } : {}) }
  const target = oneTarget(context, 'desktop', input.path.desktop_id, '/path/desktop_id')
  const place = (line: ChangeLine, more: Parameters<typeof placeChange>[3] = {}) => {
    const order = placeChange(context, world, [{ target, line }], { ...how, ...more })
    return { order_id: order.id, ...job(world) }
  }
  const make = (line: MakeLine) => {
    const made = line(target)
    refuseFailures(context, [made])
    return isFailure(made) ? fail('WKS.XXXX:400') : place(made)
  }
  switch (body.type) {
    case 'resizeDesktops':
      return make(resize(context, '/body/resize_product_id', body.resize_product_id ?? fail('WKS.0001')))
    case 'expandVolumes': {
      const size = body.expand_new_size ?? fail('WKS.0001')
      return make(extendVolume(context, '/body/expand_volume_id', body.expand_volume_id ?? fail('WKS.0001'), size))
    }
    case 'meteredToPeriod': {
      const { period_type, period_num } = body
      if (period_type === undefined || !period_num) return fail('WKS.0001')
      // A resource with an end is already yearly/monthly.
      if (target.resource.expireAt !== undefined) return fail('WKS.XXXX:400')
      const product = world.products.get(target.resource.productId)
      const line: ChangeLine = {
        product,
        periodType: PERIOD_TYPE[period_type] ?? 'month',
        periodNum: period_num,
        price: onePeriod(product) * period_num * (PERIOD_TYPE[period_type] === 'year' ? 12 : 1),
        resourceIds: [target.resource.id],
      }
      return place(line, { type: 'to-period' })
    }
    default: {
      if (body.new_quantity === undefined) return fail('WKS.0001')
      return make(resize(context, '/body/exclusive_lites_product_id', body.exclusive_lites_product_id ?? target.resource.productId))
    }
  }
}

/** The enterprise project to charge. When none is named, that of the changed resource applies. */
function charge(context: Pick<BehaviourContext, 'caller' | 'refuse'>, id: string | undefined) {
  return id === undefined || id === '' ? {} : { enterpriseProjects: enterpriseProjectsFor(context, id) }
}
