/** Keys an entity is found under (none: not listed), and the number it is sorted by under each. Ties go by id. */
export interface Index<T> {
  readonly keys: (entity: T) => string | readonly string[] | undefined
  readonly sort: (entity: T) => number
}

const NOTHING = () => 0
/** An index: the keys of an entity, and what it is sorted by under each. */
export const indexBy = <T>(keys: Index<T>['keys'], sort: (entity: NoInfer<T>) => number = NOTHING): Index<T> => ({ keys, sort })
