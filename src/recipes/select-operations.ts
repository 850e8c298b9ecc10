import { didYouMean } from '../language/did-you-mean.ts'
import type { Specs } from '../spec/catalogue.ts'
import type { Operation } from '../spec/operation.ts'
import { isObject } from './steps/read-step.ts'

/** The traits by which `on` can select operations, besides the name. */
const TRAITS: Readonly<Record<string, (operation: Operation, wanted: unknown) => boolean>> = {
  auth: ({ auth }, wanted) => [wanted].flat().some((kind) => auth.some((own) => own === kind)),
  service: ({ service }, wanted) => [wanted].flat().includes(service),
  /** Whether a permission of an identity policy is checked. */
  permission: ({ doc }, wanted) => (doc['x-permission'] !== undefined) === wanted,
  /** Whether the path names a project. */
  project: ({ path }, wanted) => path.includes('{project_id}') === wanted,
  /** The error for a missing permission. */
  forbidden: (operation, wanted) => operation.errorFor('forbidden') === wanted,
  /** The error for a request that cannot be parsed. */
  malformed: (operation, wanted) => operation.errorFor('unparsable') === wanted,
  /** Whether a body is documented. */
  body: ({ doc }, wanted) => (doc.requestBody !== undefined) === wanted,
}

/**
 * The operations that an entry of a service applies to: all, those named, or those with all the traits. Entries of the gateway apply to
 * every operation of the vendor; `CallApi` means the calls of API products.
 */
export function selectOperations(specs: Specs, service: string, on: unknown, fault: (message: string) => Error): readonly Operation[] {
  const vendor = specs.operations.filter(({ ours }) => !ours)
  const all = service === 'gateway' ? [...vendor, specs.apiProducts] : specs.operations.filter((operation) => operation.service === service)
  if (on === undefined) return all
  if (isObject(on)) {
    for (const trait of Object.keys(on))
      if (!Object.hasOwn(TRAITS, trait))
        throw fault(
          `Operations have no trait "${trait}".${didYouMean(trait, Object.keys(TRAITS))} Use one of: ${Object.keys(TRAITS).join(', ')}.`,
        )
    // Calls of API products are not a documented operation: they are selected by name only, or together with all others.
    return all.filter(
      (operation) => operation !== specs.apiProducts && Object.entries(on).every(([trait, wanted]) => TRAITS[trait]?.(operation, wanted)),
    )
  }
  return [on].flat().map((name) => {
    const found = all.find(({ id, ref }) => id === name || ref === name)
    if (found) return found
    const known = all.map(({ id }) => id)
    throw fault(`${service} has no operation "${name}".${didYouMean(String(name), known)}`)
  })
}
