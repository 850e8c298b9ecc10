import type { Kind } from '../entities.ts'
import { DELIVERY_SHAPES } from './delivery-shapes.ts'
import { FILING_SHAPES } from './filing-shapes.ts'
import { IDENTITY_SHAPES } from './identity-shapes.ts'
import { ITEM_SHAPES } from './item-shapes.ts'
import { KOOGALLERY_SHAPES } from './koogallery-shapes.ts'
import type { ShapesOf } from './shape.ts'
import { TRADE_SHAPES } from './trade-shapes.ts'

/** Written form of every kind in starting worlds, configurations and exports. */
export const SHAPES = {
  ...IDENTITY_SHAPES,
  ...TRADE_SHAPES,
  ...ITEM_SHAPES,
  ...KOOGALLERY_SHAPES,
  ...FILING_SHAPES,
  ...DELIVERY_SHAPES,
} as const satisfies ShapesOf<Kind>
