import { reply } from '../../spec/call.ts'
import type { Controls } from '../control-behaviour.ts'

/** What programs ask that run, balance and watch sandboxes. */
export const health: Pick<Controls, 'ShowLiveness' | 'ShowReadiness' | 'ShowMetrics'> = {
  ShowLiveness: () => ({ live: true }),

  ShowReadiness({ server }) {
    const reason = server.stopping.aborted
      ? 'The sandbox stops.'
      : server.replicas?.holds() === false
        ? 'This replica cannot renew its lease: the database does not answer, or another replica has its name.'
        : server.replicas?.apart()
          ? 'This replica cannot reach the others, which continue its worlds.'
          : undefined
    return reason === undefined ? { ready: true } : reply(503, { ready: false, reason })
  },

  async ShowMetrics({ server }) {
    const metrics = await server.metrics()
    return reply(200, await metrics.text(), { 'Content-Type': metrics.type })
  },
}
