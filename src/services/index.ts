import type { WorkTable } from '../world/plans.ts'
import { bss } from './bss/index.ts'
import { iam } from './iam/iam.ts'
import { orderingWork } from './ordering/work.ts'
import type { Behaviour } from './scene.ts'
import { sts } from './sts/sts.ts'

type Table = Readonly<Record<string, Behaviour | undefined>>

/**
 * Every behaviour of every vendor service. An operation that is not here answers from its spec. Each table was checked against
 * the types of its own operations; the corridor, which serves them all, only knows that they are behaviours.
 */
export const behaviours: Readonly<Record<string, Table>> = {
  bss: bss as Table,
  iam: iam as Table,
  sts: sts as Table,
}

/** All work that services plan, by name. */
export const work: WorkTable = { ...orderingWork }
