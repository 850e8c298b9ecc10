import type { Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'
import { readConditions } from './conditions.ts'
import { readPace, refuseUnknown } from './pace.ts'
import type { Rule, RuleInput } from './scenario-api.ts'
import { operationsOn, targetsOf } from './targets.ts'
import { CALL_VERBS, type Place, readCallVerbs, shown } from './verbs.ts'

export const RULE_MEMBERS = ['on', 'when', 'times', 'after', 'every', 'probability', 'seed', ...CALL_VERBS, 'acts']

/**
 * Reads and checks one rule. A rule that can never fire is refused: an operation or an error that does not exist, a condition on a
 * parameter that the operation does not have, a rate of 0.
 * @param times how many calls it changes if it does not say
 * @throws SpecFault naming place, value and what to write instead
 */
export function readRule(specs: Specs, value: unknown, place: Place, times = Number.POSITIVE_INFINITY): Rule {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SpecFault(`${place()}: a rule must be an object such as { on: bss.PayOrders, answer: CBC.0999 }, not ${shown(value)}.`)
  const values = value as Readonly<Record<string, unknown>>
  refuseUnknown(values, RULE_MEMBERS, 'a rule', place)
  const operations = operationsOn(specs, values.on, place)
  const webhook = operations.find((operation) => specs.webhooks.includes(operation))
  if (webhook)
    throw new SpecFault(`${place('on')}: ${webhook.ref} is a call to the seller. The verbs of this rule are for calls that come in.`)
  const does = readCallVerbs(values, place)
  const when = readConditions(values.when, place)
  if (does.skew !== undefined && when.some((condition) => condition.in !== 'header'))
    throw new SpecFault(`${place('when')}: "skew" is decided before the caller is known; its conditions can only be on headers.`)
  const pace = readPace(values, place, times)
  // Checked to be what it says, member by member.
  return {
    input: values as unknown as RuleInput,
    targets: targetsOf(specs, operations, { answer: values.answer, when }, place),
    when,
    pace,
    does,
  }
}
