import type { ChangePart } from './change.ts'
import type { MakeLine } from './kinds.ts'
import { planNamed, pricedWith } from './promotion.ts'
import { type Chosen, chooseTargets, type Failure, type Here, isFailure, refuseFailures } from './targets.ts'

/**
 * What a request makes of each thing that it names: its line and price, or why it cannot be done. Orders and price inquiries are
 * checked alike; `at` is where the request names them. Refuses the whole request when nothing of it can be done.
 */
export function partsOf(
  here: Here,
  at: string,
  chosen: Chosen & { readonly promotion_plan_id?: string },
  line: MakeLine,
): (ChangePart | Failure)[] {
  const plan = planNamed(here, at, chosen.promotion_plan_id)
  const parts = chooseTargets(here, at, chosen).map((target): ChangePart | Failure => {
    if (isFailure(target)) return target
    const made = line(target)
    return isFailure(made) ? made : { target, line: made, amounts: pricedWith(here, made.price, plan) }
  })
  refuseFailures(here, parts)
  return parts
}

/** The parts that can be done. */
export const goodOf = (parts: readonly (ChangePart | Failure)[]): ChangePart[] =>
  parts.filter((part): part is ChangePart => !isFailure(part))
