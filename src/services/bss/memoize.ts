import { withDerived } from '../../spec/document/derived.ts'

/**
 * Caches the result for an immutable object while the object lives and the other arguments stay the same: when a service type is renamed,
 * orders are rendered again.
 */
export function memoize<T extends object, Others extends readonly unknown[], R extends object>(
  make: (thing: T, ...others: Others) => R,
): (thing: T, ...others: Others) => R {
  const made = new WeakMap<T, { readonly others: Others; readonly result: R }>()
  return (thing, ...others) => {
    const known = made.get(thing)
    if (known && known.others.length === others.length && known.others.every((other, index) => other === others[index])) return known.result
    const result = withDerived(make(thing, ...others))
    made.set(thing, { others, result })
    return result
  }
}
