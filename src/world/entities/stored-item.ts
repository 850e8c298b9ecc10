/** One thing in a collection of a foreign document, as clients created it (`serve --stateful`). */
export interface StoredItem {
  /** Collection and key, joined by a blank. */
  readonly id: string
  /** Service and path of the collection, with its values: `pet-shop /owners/7/pets`. */
  readonly collection: string
  /** The last part of the item's path; empty for a path that holds one thing only. */
  readonly key: string
  /** Its JSON, as the API shows it. */
  readonly value: unknown
  /** Counts the items of a collection in the order of their creation, from 1. */
  readonly number: number
}
