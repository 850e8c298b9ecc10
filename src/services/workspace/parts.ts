import type { ChangePart } from './change.ts'
import type { MakeLine } from './kinds.ts'
import { planNamed, pricedWith } from './promotion.ts'
import { type Chosen, chooseTargets, type Failure, type Here, isFailure, refuseFailures } from './targets.ts'

/**
 * The parts of a request, one for each named target: its line and price, or why it is not possible. Orders and price inquiries are checked
 * alike. `at` is the pointer to the parameter object. Refuses the whole request when no part is possible.
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

/** The parts that are possible. */
export const goodOf = (parts: readonly (ChangePart | Failure)[]): ChangePart[] =>
  parts.filter((part): part is ChangePart => !isFailure(part))
