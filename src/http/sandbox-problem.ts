import type { Outgoing } from './exchange.ts'
import { problem } from './render.ts'
import type { ServerContext } from './server-context.ts'

/** A problem that needs no operation, with the texts of the catalogue. */
export function sandboxProblem(server: ServerContext, key: string, detail: string, more: Readonly<Record<string, unknown>> = {}): Outgoing {
  const entry = server.specs.bundle.families.sandbox?.problem?.errors[key]
  return problem(entry?.status ?? 400, String(entry?.title ?? key), detail, { code: key, ...more })
}
