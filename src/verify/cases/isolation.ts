import type { Case, Members } from '../case.ts'
import { ISOLATED } from '../profiles/rules.ts'
import { FINE } from '../profiles/shapes.ts'

const OTHER = { instanceId: '$second' } as const

/** Checks that `$second` is listed just before `$first` is released. If it was lost earlier, another rule has reported it. */
export function showsBefore(operation: string, product?: string): Case {
  return {
    name: 'isolation.before',
    title: 'Another instance is listed just before releaseInstance',
    operation,
    set: OTHER,
    codes: FINE,
    after: 'queryInstance.several',
    waived: 'the other instance was not listed before',
    ...(product === undefined ? {} : { product }),
  }
}

/**
 * A call about one instance does not change another: after each of these calls about `$first`, `$second` is still listed.
 * @param after the case that changed the first instance
 * @param more further cases that must have passed: the second instance was listed before
 */
export function stillShows(operation: string, after: string, more: string, product?: string): Case {
  return {
    name: `isolation.${after}`,
    title: `Another instance is still listed after ${after}`,
    operation,
    set: OTHER,
    codes: FINE,
    otherwise: ISOLATED,
    gone: ISOLATED,
    after: [more, after],
    ...(product === undefined ? {} : { product }),
  }
}

/** The same, checked by a call that only succeeds for an existing instance. */
export function stillServes(operation: string, set: Members, after: string, more: string | readonly string[], codes = FINE): Case {
  const name = operation.slice(operation.indexOf('.') + 1)
  return {
    name: `isolation.${after}.${name}`,
    title: `${name} of another instance still works after ${after}`,
    operation,
    set: { ...OTHER, ...set },
    codes,
    otherwise: ISOLATED,
    gone: ISOLATED,
    after: [more, after].flat(),
  }
}
