import type { Mistake } from './mistake.ts'

const APP = '  const app = new Hono()\n'
const DONE = "return answer(CODE.success, 'success', activities[name]?.(body))"

/** Puts `await together()` where a seller works at a call until all others that have come in meanwhile are where it is, or answered. */
export const TOGETHER = 'await together()\n'

/**
 * What `together()` needs. It counts calls and measures no time: on a busy machine two calls of the same moment can be far apart, yet the
 * heads of both come before the body of either is whole.
 */
export const COUNTS_CALLS: Mistake['changes'] = [
  ['type Handler = (body: Body) => Record<string, unknown> | undefined', 'type Handler = (body: Body) => any'],
  [
    APP,
    `${APP}  let inside = 0
  let working = 0
  app.use(async (_c, next) => {
    inside++
    await next()
    inside--
  })
  async function together() {
    working++
    // A head that has arrived is read within a few turns.
    for (let turn = 0; turn < 5 || inside > working; turn++) await new Promise((resolve) => setImmediate(resolve))
    working--
  }
`,
  ],
  [DONE, DONE.replace('activities', 'await activities')],
]
