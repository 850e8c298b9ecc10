/**
 * An index: the keys an entity is listed under (none = not listed) and the number it is sorted by under each key. Ties are ordered by id.
 */
export interface Index<T> {
  readonly keys: (entity: T) => string | readonly string[] | undefined
  readonly sort: (entity: T) => number
}

const NOTHING = () => 0
/** Makes an index from its keys and its sort value. */
export const indexBy = <T>(keys: Index<T>['keys'], sort: (entity: NoInfer<T>) => number = NOTHING): Index<T> => ({ keys, sort })
