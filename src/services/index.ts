import type { WorkTable } from '../world/plans.ts'
import { orderingWork } from './ordering/work.ts'
import type { Behaviour } from './scene.ts'

/** Every behaviour of every vendor service. An operation that is not here answers from its spec. */
export const behaviours: Readonly<Record<string, Readonly<Record<string, Behaviour | undefined>>>> = {}

/** All work that services plan, by name. */
export const work: WorkTable = { ...orderingWork }
