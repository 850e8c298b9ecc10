import type { SomeWork } from '../../world/world-api.ts'
import { collectionWork } from './collect.ts'
import { checkLater } from './take-records.ts'

/** Planned work of usage. */
export const usageWork = {
  ...collectionWork,
  /** The background check of stored records. */
  'usage.check'(world, about) {
    checkLater(world, about.usageId)
    return undefined
  },
} satisfies SomeWork
