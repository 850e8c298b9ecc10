import type { Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { Operation } from '../spec/operation.ts'
import { readConditions } from './conditions.ts'
import type { DeliveryVerbs } from './delivery-fault-api.ts'
import { DELIVERY_VERBS, isOutgoing, readDeliveryVerbs } from './delivery-verbs.ts'
import { readPace, refuseUnknown } from './pace.ts'
import type { Rule, RuleInput } from './scenario-api.ts'
import { operationsOn, targetsOf, webhooksOn } from './targets.ts'
import { CALL_VERBS, type Place, readCallVerbs, shown } from './verbs.ts'

export const RULE_MEMBERS = ['on', 'when', 'times', 'after', 'every', 'probability', 'seed', ...CALL_VERBS, 'acts', ...DELIVERY_VERBS]

/**
 * Reads and checks one rule. A rule that can never apply is refused: with an operation or an error that does not exist, a condition on a
 * parameter that the operation does not have, a rate of 0.
 * @param times how many calls it changes if it has no `times`
 * @throws SpecFault naming place, value and what to write instead
 */
export function readRule(specs: Specs, value: unknown, place: Place, times = Number.POSITIVE_INFINITY): Rule {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SpecFault(`${place()}: a rule must be an object such as { on: bss.PayOrders, answer: CBC.0999 }, not ${shown(value)}.`)
  const values = value as Readonly<Record<string, unknown>>
  refuseUnknown(values, RULE_MEMBERS, 'a rule', place)
  if (isOutgoing(values)) return readOutgoing(specs, values, place, times)
  const { on } = values
  if (specs.webhooks.some(({ ref, id, service }) => on === ref || on === id || on === `${service}.*`))
    throw new SpecFault(`${place('on')}: ${on} is a call to the seller. Give the rule one of ${DELIVERY_VERBS.join(', ')}.`)
  const operations = operationsOn(specs, on, place)
  const does = readCallVerbs(values, place)
  const when = readConditions(values.when, place)
  if (does.skew !== undefined && when.some((condition) => condition.in !== 'header'))
    throw new SpecFault(`${place('when')}: "skew" is decided before the caller is known; its conditions can only be on headers.`)
  const pace = readPace(values, place, times)
  // Each member was checked above.
  return {
    input: values as unknown as RuleInput,
    targets: targetsOf(specs, operations, { answer: values.answer, when }, place),
    when,
    pace,
    does,
  }
}

/** A rule for calls to sellers. */
function readOutgoing(specs: Specs, values: Readonly<Record<string, unknown>>, place: Place, times: number): Rule {
  const outgoing = readDeliveryVerbs(values, place)
  const when = readConditions(values.when, place)
  const odd = when.find((condition) => condition.in !== 'body' && condition.in !== 'query')
  if (odd)
    throw new SpecFault(`${place('when')}: of a call of a seller, body and query can be compared, such as body.status, not ${odd.in}.`)
  const operations = webhooksOn(specs, values.on, place).filter((operation) => canBeDone(operation, outgoing))
  if (operations.length === 0) throw new SpecFault(`${place('on')}: ${String(values.on)} ${NEVER[outgoing.sign ?? ''] ?? 'has no body.'}`)
  return {
    input: values as unknown as RuleInput,
    targets: targetsOf(specs, operations, { answer: undefined, when }, place),
    when,
    pace: readPace(values, place, times),
    does: { acts: true },
    outgoing,
  }
}

/** V1.0 has no nonce, and most of its calls have no body. */
function canBeDone({ doc, method }: Operation, { sign, wrongEncoding }: DeliveryVerbs): boolean {
  if (sign === 'reused-nonce') return doc['x-signature'] !== 'v1'
  return !wrongEncoding || method === 'POST'
}

const NEVER: Readonly<Record<string, string>> = { 'reused-nonce': 'carries no nonce.' }
