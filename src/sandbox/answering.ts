import { createControlStages } from '../control/control-stages.ts'
import { type Answer, createAnswer, createSurface } from '../http/answer.ts'
import { createForeignStages } from '../http/foreign/foreign-stages.ts'
import { createApiProductStages } from '../http/gateway/api-product-stages.ts'
import type { ServerContext } from '../http/server-context.ts'
import { createVendorStages } from '../http/vendor/vendor-stages.ts'

/**
 * Answers every call: those of API products and of the control API have paths of their own, those of foreign documents the paths that these
 * know; all others are the vendor's.
 */
export function createAnswering(server: ServerContext): Answer {
  const { durable } = server.options
  return createAnswer([
    createSurface(createApiProductStages(server), durable),
    createSurface(createControlStages(server), durable),
    ...(server.specs.hasForeign ? [createSurface(createForeignStages(server), durable)] : []),
    createSurface(createVendorStages(server), durable),
  ])
}
