import type { CloudFacts } from './cloud-facts.ts'
import type { DeliveryFacts } from './delivery-facts.ts'
import type { FilingFacts } from './filing-facts.ts'
import type { KooGalleryFacts } from './koogallery-facts.ts'
import type { MoneyFacts, OrderFacts, ResourceFacts } from './trade-facts.ts'

/**
 * All facts by name, with what each says. "Find all references" of a name leads from here to who hears it (tables of `FactListeners`) and to
 * who emits it. A fact carries the ids that everything else can be looked up by: ids refer to the world's collections.
 */
export interface Facts extends OrderFacts, ResourceFacts, MoneyFacts, CloudFacts, KooGalleryFacts, FilingFacts, DeliveryFacts {
  readonly 'setting.changed': { readonly name: string }
  /** The control API changed a state. The facts that this implies were recorded before. */
  readonly 'entity.put': { readonly kind: string; readonly entityId: string; readonly was?: string; readonly status?: string }
}

/** The name of a fact. */
export type FactType = keyof Facts

/** Something that became true in a world. Listeners (above all the marketplace) decide by facts alone which sellers to inform. */
export type Fact = { [T in FactType]: NewFact<T> }[FactType]

/** A fact before it is stored. */
export type NewFact<T extends FactType> = { readonly type: T } & Facts[T]

/** A stored fact: numbered from 1 in its world, `at` is world time. */
export type NumberedFact = Fact & { readonly n: number; readonly at: number }

/** The stored facts of some names. */
export type FactOf<T extends FactType> = Extract<NumberedFact, { readonly type: T }>

/** All facts of a world, including those of its ancestors up to the fork. */
export interface FactLog extends Iterable<NumberedFact> {
  readonly count: number
  all(): NumberedFact[]
  /** The first `most` facts numbered above `n`. */
  since(n: number, most?: number): NumberedFact[]
  of<T extends FactType>(type: T): FactOf<T>[]
  /**
   * The facts that name an id, in order: of those numbered above `since` the newest `most`. The first question reads all facts; later ones
   * cost as much as their answer.
   */
  about(id: string, since?: number, most?: number): NumberedFact[]
}
