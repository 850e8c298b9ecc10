import { type Composed, compose } from '../marketplace/compose.ts'

/** How many moments are tried; about every second token has a `+`. */
const TRIES = 64

/**
 * Composes a call. In the tokens of V1.0 a `+` comes about by chance, and sellers stumble over it; so that they do it in the case that
 * is about it and nowhere else, the call moves back in time by milliseconds until there is one, or none.
 * @param plus whether there is to be one
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
