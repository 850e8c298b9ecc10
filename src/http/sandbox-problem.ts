import type { Reply } from '../spec/call.ts'
import type { Outgoing } from './exchange.ts'
import { bytesOf, problemReply } from './render.ts'
import { comeBack } from './sandbox-refusals.ts'
import type { ServerContext } from './server-context.ts'

type More = Readonly<Record<string, unknown>>

/** A problem that needs no operation, with the texts of the catalogue. */
export function sandboxProblemReply(server: ServerContext, key: string, detail: string, more: More = {}): Reply {
  const entry = server.specs.bundle.families.sandbox?.problem?.errors[key]
  const reply = problemReply(entry?.status ?? 400, String(entry?.title ?? key), detail, { code: key, ...more })
  return { ...reply, headers: { ...reply.headers, ...comeBack(more['code']) } }
}

/** The same, ready to be sent. */
export function sandboxProblem(server: ServerContext, key: string, detail: string, more: More = {}): Outgoing {
  const reply = sandboxProblemReply(server, key, detail, more)
  return { status: reply.status, headers: { ...reply.headers }, bytes: bytesOf(reply) }
}
