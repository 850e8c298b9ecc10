import type { Operation } from '../../spec/operation.ts'
import type { Json } from '../../world/engine/json.ts'

type Members = Readonly<Record<string, Json | undefined>>

/**
 * The values of the spec's example, for members without a value in a debugging call: on the debugging page a person
 * types them. A member of the example that the call never has stays out.
 */
export function withSample(operation: Operation, own: Members): Members {
  const sample = sampleOf(operation)
  return Object.fromEntries(
    Object.entries(own).map(([name, value]) => [name, value === undefined || value === '' ? (sample[name] ?? value) : value]),
  )
}

function sampleOf({ doc, method }: Operation): Members {
  if (method === 'GET') {
    return Object.fromEntries(
      (doc.parameters ?? []).filter((p) => p.in === 'query').map((p) => [p.name, (p as { readonly example?: Json }).example]),
    )
  }
  const examples = Object.values(doc.requestBody?.content ?? {})[0]?.examples ?? {}
  return ((examples['debugging'] ?? Object.values(examples)[0])?.value ?? {}) as Members
}
