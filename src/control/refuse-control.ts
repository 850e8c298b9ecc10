import type { Outcome, Received } from '../http/exchange.ts'
import { problemReply } from '../http/render.ts'
import { sandboxProblemReply } from '../http/sandbox-problem.ts'
import { SandboxRefused } from '../http/sandbox-refusals.ts'
import type { ServerContext } from '../http/server-context.ts'
import { didYouMean } from '../language/did-you-mean.ts'
import type { Call, Reply } from '../spec/call.ts'
import type { Finding } from '../spec/finding.ts'
import { VendorError } from '../spec/vendor-error.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { ProblemKey } from './control-behaviour.ts'

/** Thrown where there is nothing to call. */
class NothingThere extends Error {
  override readonly name = 'NothingThere'
  readonly reply: Reply
  constructor(reply: Reply) {
    super('There is nothing at that path.')
    this.reply = reply
  }
}

/**
 * Turns vendor errors and refusals of a world into problems.
 * @throws what was thrown, where it is a defect of the sandbox
 */
export function refuseControl(server: ServerContext, { operation, findings }: Received, thrown: unknown): Outcome {
  return { origin: 'control', reply: replyTo(server, operation, thrown, findings) }
}

function replyTo(server: ServerContext, operation: Received['operation'], thrown: unknown, findings: readonly Finding[]): Reply {
  if (thrown instanceof NothingThere) return thrown.reply
  if (thrown instanceof SandboxRefused) {
    const { status, title, detail, more } = thrown.refusal
    return problemReply(status, title, detail, more)
  }
  if (thrown instanceof VendorError) {
    const refusing = findings.filter((finding) => finding.level === 'error')
    return replyWith(thrown, { ...detailOf(refusing), ...(refusing.length > 0 ? { findings: refusing } : {}) })
  }
  // A failure of planned work is a defect of the sandbox, not of the caller.
  if (!(thrown instanceof WorldError) || thrown.code === 'work.failed') throw thrown
  const { code, message } = thrown
  // Any operation can fail because the disk or the world is full, or reach the end of time.
  const anywhere = code.startsWith('state.') ? 'unkept' : ANYWHERE[code]
  if (anywhere !== undefined) return sandboxProblemReply(server, anywhere, message, { code })
  const key = WORLD_PROBLEMS[code] ?? 'bad-request'
  return sandboxProblemReply(server, operation.errors.has(key) ? key : 'bad-request', message, { code })
}

const ANYWHERE: Readonly<Record<string, string>> = { 'world.full': 'full', 'clock.too-far': 'conflict' }

const WORLD_PROBLEMS: Readonly<Record<string, ProblemKey>> = {
  'world.unknown': 'unknown-world',
  'entity.unknown': 'unknown-entity',
  'callback.unknown': 'unknown-callback',
  'step.unknown': 'conflict',
  'put.refused': 'conflict',
  'world.exists': 'conflict',
  'world.too-many': 'conflict',
  'snapshot.too-many': 'conflict',
  'world.started': 'conflict',
  'world.default': 'conflict',
  'snapshot.unknown': 'unknown-snapshot',
  'snapshot.exists': 'conflict',
  'snapshot.foreign': 'conflict',
  'clock.backwards': 'conflict',
  'clock.busy': 'conflict',
  'clock.stopped': 'conflict',
  'delivery.address': 'conflict',
  'delivery.follows': 'conflict',
  'delivery.held': 'conflict',
  'delivery.key': 'conflict',
  'delivery.never-sent': 'conflict',
}

function detailOf([first]: readonly Finding[]): { readonly detail?: string } {
  return first ? { detail: `${first.pointer}: expected ${first.expected}, got ${first.got}.` } : {}
}

function replyWith(error: VendorError, more: Readonly<Record<string, unknown>>): Reply {
  const { title, status, detail, ...rest } = error.body('') as { title: string; status: number; detail: string }
  return problemReply(status, title, detail, { ...rest, ...more })
}

/** Says what there is instead: the methods of the path, or a path that is spelt alike. */
export function refuseUnknownPath(server: ServerContext, call: Call): never {
  const found = server.specs.find(call)
  const own = server.specs.operations.filter(({ ours }) => ours)
  const methods = 'missing' in found ? found.methods : []
  if (methods.length > 0) {
    const detail = `${call.path.slice(0, 120)} answers ${methods.join(', ')}, not ${call.method}.`
    const refused = sandboxProblemReply(server, 'unknown-method', detail, { documented: methods })
    throw new NothingThere({ ...refused, headers: { ...refused.headers, Allow: methods.join(', ') } })
  }
  const near = didYouMean(call.path, new Set(own.map((operation) => operation.path)))
  const documented = own.map((operation) => `${operation.method} ${operation.path}`)
  throw new NothingThere(
    sandboxProblemReply(server, 'unknown-path', `There is nothing at ${call.path.slice(0, 120)}.${near}`, { documented }),
  )
}
