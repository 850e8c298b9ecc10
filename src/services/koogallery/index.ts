import type { operations } from '../../spec/generated/koogallery.ts'
import type { Behaviours } from '../scene.ts'

/** What sellers' and buyers' software calls at the marketplace; every answer is computed from the one order, resource or licence. */
export const koogallery: Behaviours<operations> = {}
