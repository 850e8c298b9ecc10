import type { Specs } from '../../spec/catalogue.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import type { Delivery } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { CallOutcome, OutgoingRequest } from '../http-client.ts'

/** All that a verdict looks at. */
export interface Trial {
  readonly specs: Specs
  readonly world: World
  readonly operation: Operation
  readonly delivery: Delivery
  readonly key: string
  readonly request: OutgoingRequest
  readonly heard: CallOutcome
}

/** A complaint before it is dressed: the vendor's words are looked up by their id. */
export interface Complaint extends Omit<Finding, 'level' | 'says'> {
  readonly level?: Finding['level']
  readonly words?: readonly [id: string, fill: Readonly<Record<string, string>>]
}

/** Adds a complaint with the vendor's words and, where nothing else is said, the source of the operation. */
export type Complain = (complaint: Complaint) => void
