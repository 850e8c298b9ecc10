import type { PeriodType, Product } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'

/** The period of a request, if any. Without a type it is the product's own. */
export type RequestedPeriod = { readonly type?: 'day' | 'month' | 'year'; readonly num?: number } | undefined

/** A product with the period it is bought for. */
export interface Offer {
  readonly product: Product
  readonly periodType?: PeriodType
  readonly periodNum: number
}

/** Refuses a period that is not offered; each caller has its own way. */
type RefusePeriod = (key: 'period-not-offered', detail: string, members?: Readonly<Record<string, unknown>>) => never

/**
 * The product for the requested period: the given one, or another offering of the same specification (skuCode). Products bought once or
 * charged by use have no period. Refuses with `period-not-offered`.
 */
export function offerFor(
  { world, fail }: { readonly world: World; readonly fail: RefusePeriod },
  named: Product,
  requested: RequestedPeriod,
): Offer {
  const { type = named.periodType, num = 1 } = requested ?? {}
  if (named.chargingMode === 'one-time' || named.chargingMode === 'on-demand') {
    if (requested !== undefined)
      fail(
        'period-not-offered',
        `${named.name} is ${named.chargingMode === 'one-time' ? 'bought once' : 'charged by use'}: it has no period.`,
      )
    return {
      product: named,
      ...(named.periodType === undefined || named.chargingMode === 'on-demand' ? {} : { periodType: named.periodType }),
      periodNum: 1,
    }
  }
  const sold = [named, ...world.products.where('sku', named.skuCode)].filter((one) => one.status === 'on-sale' || one === named)
  const product = sold.find((one) => one.periodType === type)
  if (product && type !== undefined) return { product, periodType: type, periodNum: num }
  const documented = [...new Set(sold.flatMap((one) => one.periodType ?? []))]
  return fail(
    'period-not-offered',
    `${named.name} (${named.specDesc}) is not sold by the ${type}, but by the ${documented.join(' or ')}.`,
    { documented },
  )
}
