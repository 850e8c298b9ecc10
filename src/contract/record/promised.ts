import { isObject } from '../read-body.ts'

/**
 * The part of a body that a contract can promise: one entry of every list, with the members that all entries have. A list may be longer
 * or shorter next time, and an optional member of its first entry need not be in the others.
 */
export function promised(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [value.map(promised).reduce(common)]
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, promised(part)]))
}

/** The members that two values have in common; without common members, the first value. */
function common(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) {
    // An empty list says nothing about its entries.
    return one.length === 0 || other.length === 0 ? [] : [common(one[0], other[0])]
  }
  if (!isObject(one) || !isObject(other)) return one
  const shared = Object.keys(one).filter((key) => Object.hasOwn(other, key) && typeof one[key] === typeof other[key])
  return Object.fromEntries(shared.map((key) => [key, common(one[key], other[key])]))
}
