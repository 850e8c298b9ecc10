import { withDerived } from '../../spec/document/derived.ts'

/**
 * Remembers what was made of an immutable thing, for as long as the thing lives and the other things it was made with stay
 * the same: a renamed service type must not leave its old name in orders already rendered.
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
