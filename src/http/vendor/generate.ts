import { jsonOf } from '../../spec/negotiate.ts'
import type { Input } from '../../spec/operation.ts'
import { hash32, seededNumbers } from '../../world/engine/chance.ts'
import type { Opened, Outcome } from '../exchange.ts'
import type { ServerContext } from '../server-context.ts'

/**
 * A value generated from the schema, for an operation without behaviour and example. The same request about the same
 * entity gets the same answer; the generator is loaded only when the first one is needed.
 */
export async function generate(server: ServerContext, opened: Opened, input: Input): Promise<Outcome> {
  const { operation, world, call } = opened
  const { media, type } = jsonOf(operation.doc.responses[operation.success], call.headers.accept)
  if (!media?.schema) return { origin: 'generated', reply: { status: operation.success } }
  const { sample } = await import('../../spec/schema/sample.ts')
  const entity = JSON.stringify([input.path, call.query])
  const schemas = server.specs.bundle.services[operation.service]?.components?.schemas ?? {}
  const language = call.headers['x-language'] === 'en_US' ? 'en' : 'zh'
  const body = sample(media.schema, schemas, {
    seedAt: (pointer) => hash32(world.seed, operation.ref, entity, pointer),
    numbersFrom: seededNumbers,
    now: world.clock.now(),
    language,
  })
  return {
    origin: 'generated',
    reply: { status: operation.success, body, ...(type === undefined ? {} : { headers: { 'Content-Type': type } }) },
  }
}
