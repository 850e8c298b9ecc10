import type { Case, Members } from '../case.ts'
import { ISOLATED } from '../profiles/rules.ts'
import { FINE } from '../profiles/shapes.ts'

const OTHER = { instanceId: '$second' } as const

/** What was lost or refused before has been told by another rule: `$second` has to show just before `$first` is released. */
export function showsBefore(operation: string, product?: string): Case {
  return {
    name: 'isolation.before',
    title: 'Another instance shows just before releaseInstance',
    operation,
    set: OTHER,
    codes: FINE,
    after: 'queryInstance.several',
    waived: 'the other instance did not show before',
    ...(product === undefined ? {} : { product }),
  }
}

/**
 * One instance does not feel what is done to another: after each of these calls about `$first`, `$second` is still there.
 * @param after the case that changed the first one
 * @param more what else has to have passed: that the second one showed before
 */
export function stillShows(operation: string, after: string, more: string, product?: string): Case {
  return {
    name: `isolation.${after}`,
    title: `Another instance still shows after ${after}`,
    operation,
    set: OTHER,
    codes: FINE,
    otherwise: ISOLATED,
    gone: ISOLATED,
    after: [more, after],
    ...(product === undefined ? {} : { product }),
  }
}

/** The same by a call that only an instance can have that is there. */
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
