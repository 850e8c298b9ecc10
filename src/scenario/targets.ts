import { didYouMean } from '../language/did-you-mean.ts'
import type { Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { Operation } from '../spec/operation.ts'
import { obstacle } from './conditions.ts'
import type { Condition, RuleAnswer } from './scenario-api.ts'
import { type Place, shown } from './verbs.ts'

/**
 * The operations that `on` names: one, all of a service (`bss.*`), or all. The control API and the console are never among them.
 * @throws SpecFault with the nearest name
 */
export function operationsOn(specs: Specs, on: unknown, place: Place): readonly Operation[] {
  if (typeof on !== 'string' || on === '')
    throw new SpecFault(`${place('on')}: "on" must name an operation, such as bss.PayOrders, bss.* or *, not ${shown(on)}.`)
  const vendors = [...specs.operations.filter(({ ours }) => !ours), specs.apiProducts]
  if (on === '*') return vendors
  const service = /^([\w-]+)\.\*$/.exec(on)?.[1]
  if (service !== undefined) {
    const all = vendors.filter((operation) => operation.service === service)
    if (all.length > 0) return all
    if (specs.operations.some((operation) => operation.ours && operation.service === service))
      throw new SpecFault(`${place('on')}: ${OURS}`)
    const services = [...new Set(vendors.map((operation) => operation.service))]
    throw new SpecFault(
      `${place('on')}: there is no service "${service}".${didYouMean(service, services)} Services: ${services.join(', ')}.`,
    )
  }
  if (on === specs.apiProducts.ref) return [specs.apiProducts]
  const operation = find(specs, on, place)
  if (operation.ours) throw new SpecFault(`${place('on')}: ${OURS}`)
  return [operation]
}

/**
 * The calls to sellers that `on` names: one of an edition, one of all editions (`newInstance`), all of a service (`production.*`), or all.
 * @throws SpecFault with the nearest name
 */
export function webhooksOn(specs: Specs, on: unknown, place: Place): readonly Operation[] {
  if (typeof on !== 'string' || on === '')
    throw new SpecFault(`${place('on')}: "on" must name a call, such as production.newInstance, production.* or *, not ${shown(on)}.`)
  const found = specs.webhooks.filter(({ ref, id, service }) => on === '*' || on === ref || on === id || on === `${service}.*`)
  if (found.length > 0) return found
  const names = specs.webhooks.flatMap(({ ref, id, service }) => [ref, id, `${service}.*`])
  throw new SpecFault(`${place('on')}: there is no call ${shown(on)} of sellers.${didYouMean(on, new Set(names))}`)
}

const OURS = "rules change only calls of the vendor's interfaces, never those of the control API and the console."

function find(specs: Specs, on: string, place: Place): Operation {
  try {
    return specs.operation(on)
  } catch (error) {
    if (error instanceof SpecFault) throw new SpecFault(`${place('on')}: ${error.message}`)
    throw error
  }
}

/**
 * The operations to which a rule can apply, each with its answer: those that document the answer and have all places of the conditions.
 * @throws SpecFault when there is none
 */
export function targetsOf(
  specs: Specs,
  operations: readonly Operation[],
  { answer, when }: { readonly answer: unknown; readonly when: readonly Condition[] },
  place: Place,
): ReadonlyMap<string, RuleAnswer | undefined> {
  const targets = new Map<string, RuleAnswer | undefined>()
  let undocumentedBy: string | undefined
  let unmet: string | undefined
  for (const operation of operations) {
    const found = answer === undefined ? undefined : findAnswer(operation, answer)
    if (answer !== undefined && found === undefined) {
      undocumentedBy ??= `${place('answer')}: ${undocumented(operations, answer)}`
      continue
    }
    const schemas = specs.bundle.services[operation.service]?.components?.schemas ?? {}
    const against = when.map((condition) => ({ condition, reason: obstacle(condition, operation, schemas) }))
    const first = against.find(({ reason }) => reason !== undefined)
    if (!first) targets.set(operation.ref, found)
    else unmet ??= `${place('when', nameOf(first.condition))}: ${first.reason}`
  }
  if (targets.size > 0) return targets
  // An operation that documents the answer and cannot meet a condition says more than those that do not document it.
  throw new SpecFault(unmet ?? undocumentedBy ?? `${place('on')}: no operation is meant.`)
}

const nameOf = ({ in: part, keys }: Condition): string => `${part}.${keys.join('.')}`

/** A code, a `code:variant`, or the name of an example. */
function findAnswer(operation: Operation, answer: unknown): RuleAnswer | undefined {
  const asked = String(answer)
  const keys = [...operation.errors.keys(), ...operation.gatewayErrors.keys()]
  const key = keys.find((known) => known === asked) ?? keys.find((known) => known.split(':')[0] === asked)
  if (key !== undefined) return { kind: 'error', key }
  return operation.example({ name: asked }) ? { kind: 'example', name: asked } : undefined
}

function undocumented(operations: readonly Operation[], answer: unknown): string {
  const errors = new Set(operations.flatMap((one) => [...one.errors.keys(), ...one.gatewayErrors.keys()]))
  const examples = operations.flatMap(({ doc }) =>
    Object.values(doc.responses).flatMap(({ content }) =>
      Object.values(content ?? {}).flatMap((media) => Object.keys(media.examples ?? {})),
    ),
  )
  const [only] = operations
  const who = operations.length === 1 && only ? only.ref : `none of ${operations.length} operations`
  const own = operations.length === 1 && only ? ` Documented: ${[...only.errors.keys()].join(', ')}, and the gateway's errors.` : ''
  const near = didYouMean(String(answer), [...errors, ...examples])
  return `${who} documents${operations.length === 1 ? ' no' : ' an'} error or example ${shown(answer)}.${near}${own}`
}
