import { createControlStages } from '../control/control-stages.ts'
import { type Answer, createAnswer, createSurface, type Surface } from '../http/answer.ts'
import { withCors } from '../http/cors.ts'
import { createForeignStages } from '../http/foreign/foreign-stages.ts'
import { createApiProductStages } from '../http/gateway/api-product-stages.ts'
import type { ServerContext } from '../http/server-context.ts'
import { createVendorStages } from '../http/vendor/vendor-stages.ts'

/**
 * Answers every call: those of API products and of the control API have paths of their own, those of foreign documents the paths that these
 * know; all others are the vendor's.
 */
export function createAnswering(server: ServerContext): Answer {
  const { specs, options } = server
  const { durable, cors } = options
  const vendors = createSurface(createVendorStages(server), durable)
  return createAnswer([
    createSurface(createApiProductStages(server), durable),
    createSurface(createControlStages(server), durable),
    ...(specs.hasForeign ? [open(createSurface(createForeignStages(server), durable), cors ?? true)] : []),
    open(vendors, cors ?? false),
  ])

  function open(surface: Surface, toPages: boolean): Surface {
    return toPages ? withCors(surface, specs) : surface
  }
}
