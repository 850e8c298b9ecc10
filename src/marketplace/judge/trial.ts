import type { Specs } from '../../spec/catalogue.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import type { Delivery } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { CallOutcome, OutgoingRequest } from '../marketplace-api.ts'

/** Everything that a verdict is based on. */
export interface Trial {
  readonly specs: Specs
  readonly world: World
  readonly operation: Operation
  readonly delivery: Delivery
  readonly key: string
  readonly request: OutgoingRequest
  readonly outcome: CallOutcome
  /** For calls that the marketplace would not make so. */
  readonly expected?: Expected
}

/** What a seller answers to a call that is repeated, old or signed wrongly. */
export interface Expected {
  /** Result codes of a right refusal. */
  readonly refusals: readonly string[]
  /** A refusal by status 4xx is right too. */
  readonly clientError?: true
  /** What a success breaks; absent where it is right too. */
  readonly success?: Pick<Finding, 'code' | 'source' | 'hint' | 'evidence'> & { readonly level?: Finding['level'] }
}

/** A finding before the vendor's text is added: it is looked up by its id. */
export interface Complaint extends Omit<Finding, 'level' | 'vendorText'> {
  readonly level?: Finding['level']
  readonly words?: readonly [id: string, fill: Readonly<Record<string, string>>]
}

/** Adds a finding with the vendor's text and, by default, the source of the operation. */
export type Complain = (complaint: Complaint) => void
