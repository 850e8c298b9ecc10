import type { WorkTable } from '../../world/world-api.ts'
import { collectionWork } from './collect.ts'
import { checkLater } from './take-records.ts'

/** What usage plans. */
export const usageWork: WorkTable = {
  ...collectionWork,
  /** The background check of records that were taken as they came. */
  'usage.check'(world, about) {
    checkLater(world, (about as { readonly usageId: string }).usageId)
    return undefined
  },
}
