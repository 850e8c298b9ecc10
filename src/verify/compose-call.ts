import { type Composed, compose } from '../marketplace/compose.ts'

/** How many timestamps are tried; about every second token has a `+`. */
const TRIES = 64

/**
 * Composes a call. A token of V1.0 contains a `+` by chance, and some sellers decode it wrongly. Only the case about it may contain one,
 * so the timestamp is moved back by milliseconds until the token has a `+`, or has none.
 * @param plus whether the token must contain a `+`
 */
export function composeCall(plus: boolean, ...[world, operation, delivery, target, stamp]: Parameters<typeof compose>): Composed {
  const composed = compose(world, operation, delivery, target, stamp)
  if (operation.doc['x-signature'] !== 'v1' || operation.method !== 'GET') return composed
  for (let back = 0; back < TRIES; back++) {
    const one = compose(world, operation, delivery, target, { ...stamp, now: stamp.now - back })
    if (new URL(one.request.url).searchParams.get('authToken')?.includes('+') === plus) return one
  }
  return composed
}
