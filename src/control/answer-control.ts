import type { Outgoing } from '../http/exchange.ts'
import { problem } from '../http/render.ts'
import { sandboxProblem } from '../http/sandbox-problem.ts'
import type { ServerContext } from '../http/server-context.ts'
import { readForcedReply } from '../scenario/forced.ts'
import { type Call, isReply, type Reply } from '../spec/call.ts'
import { jsonBytes } from '../spec/document/derived.ts'
import { didYouMean } from '../spec/document/fault.ts'
import type { Finding } from '../spec/finding.ts'
import type { Input, Operation } from '../spec/operation.ts'
import { VendorError } from '../spec/vendor-error.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { World } from '../world/world-api.ts'
import { conduct } from './conduct.ts'
import type { Control, ControlContext, ProblemKey, Streamed } from './control-behaviour.ts'
import { control } from './index.ts'

/**
 * Answers one call of the control API: reads and checks it, runs the behaviour and checks the answer. Calls that changed a world are
 * recorded as changes in the journal. Problems follow RFC 9457.
 * @param operation `specs.nowhere` when no operation has that path
 */
export function answerControl(
  server: ServerContext,
  call: Call,
  operation: Operation,
  pathValues: Readonly<Record<string, string>>,
): Outgoing | Promise<Outgoing> {
  const findings: Finding[] = []
  const began = server.systemClock.monotonic()
  const refused = (error: unknown): Outgoing => refusal(server, operation, error, findings)
  try {
    if (!operation.ours) return nowhere(server, call)
    const context = openScene(server, call, operation, pathValues, findings)
    const wish = readForcedReply(call, operation)
    if (wish?.kind === 'error' && operation.errors.has(wish.key)) operation.fail(wish.key)
    const behave = control[operation.id as keyof typeof control] as Control
    const result = operation.service === 'console' ? conduct(operation, context) : behave(context)
    const done = (body: unknown) => {
      const reply = replyOf(operation, body)
      const outgoing = isStream(body) ? streamed(body) : dispatch(server, operation, reply)
      // Get the world without running its due work: recording a call must not have side effects.
      const world = isDeed(operation) ? server.worlds.get(nameOfWorld(context.input)) : undefined
      if (world && outgoing.status < 400) {
        const about = { call, operation, world, requestId: NO_ID, findings, began, origin: 'control', reply } as const
        server.journal.addChange(about, outgoing)
      }
      return server.options.durable ? server.worlds.saved().then(() => outgoing) : outgoing
    }
    const finished = result instanceof Promise ? result.then(done) : done(result)
    return finished instanceof Promise ? finished.catch(refused) : finished
  } catch (error) {
    return refused(error)
  }
}

const NO_ID = '0'.repeat(32)

/** Whether an operation changes the content of a world. Clock changes are not included; later times show them. */
function isDeed({ service, id, method }: Operation): boolean {
  if (service === 'console') return method !== 'GET'
  return id === 'PutState' || id === 'ChangeEntity' || id === 'ChangeSettings' || id === 'ResetWorld'
}

function nameOfWorld({ path, query, header }: Pick<Input, 'path' | 'query' | 'header'>): string {
  return String(path.world ?? query.world ?? header['X-Sandbox-World'] ?? 'default')
}

function openScene(
  server: ServerContext,
  call: Call,
  operation: Operation,
  pathValues: Readonly<Record<string, string>>,
  findings: Finding[],
): ControlContext {
  const input = operation.read(call, pathValues, findings)
  const fail = (key: ProblemKey, detail: string, documented?: readonly string[]): never =>
    operation.fail(key, {}, { detail, ...(documented ? { documented } : {}) })
  return {
    input: input as ControlContext['input'],
    server,
    call,
    fail,
    get world(): World {
      const name = nameOfWorld(input)
      if (name !== 'default' && !server.worlds.get(name)) {
        const known = server.worlds.list().map((info) => info.name)
        fail('unknown-world', `There is no world "${name}".${didYouMean(name, known)} POST /_sandbox/worlds opens one.`, known)
      }
      const world = server.worlds.open(name)
      world.clock.runDue()
      return world
    },
  }
}

const isStream = (result: unknown): result is Streamed => typeof result === 'object' && result !== null && 'stream' in result

function streamed({ stream }: Streamed): Outgoing {
  return { status: 200, headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }, bytes: null, stream }
}

function replyOf(operation: Operation, result: unknown): Reply {
  return isReply(result) ? result : { status: operation.success, ...(result === undefined ? {} : { body: result }) }
}

function dispatch(server: ServerContext, operation: Operation, reply: Reply): Outgoing {
  const drift = server.options.checkAnswers === 'all' ? operation.check(reply) : []
  const [first] = drift
  if (first && server.options.onDrift === 'throw') {
    throw new Error(`${operation.ref} replied outside its spec: ${first.pointer} must be ${first.expected}, was ${first.got}.`)
  }
  return {
    status: reply.status,
    headers: {
      ...(reply.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      'Cache-Control': 'no-store',
      ...(first ? { 'X-Sandbox-Drift': 'true' } : {}),
    },
    bytes: reply.body === undefined ? null : jsonBytes(reply.body),
  }
}

/** Turns vendor errors and refusals of a world into problems. Anything else is a defect of the sandbox. */
function refusal(server: ServerContext, operation: Operation, error: unknown, findings: readonly Finding[]): Outgoing {
  if (error instanceof VendorError) {
    const refusing = findings.filter((finding) => finding.level === 'error')
    return render(error, { ...detailOf(refusing), ...(refusing.length > 0 ? { findings: refusing } : {}) })
  }
  if (error instanceof WorldError) {
    // A failure of planned work is a defect of the sandbox, not of the caller.
    if (error.code === 'work.failed') throw error
    // Any operation can fail because the disk is full.
    if (error.code.startsWith('state.')) return sandboxProblem(server, 'unkept', error.message, { code: error.code })
    if (error.code === 'world.full') return sandboxProblem(server, 'full', error.message, { code: error.code })
    // Any operation can reach the end of time.
    if (error.code === 'clock.too-far') return sandboxProblem(server, 'conflict', error.message, { code: error.code })
    const key = WORLD_PROBLEMS[error.code] ?? 'bad-request'
    return sandboxProblem(server, operation.errors.has(key) ? key : 'bad-request', error.message, { code: error.code })
  }
  throw error
}

const WORLD_PROBLEMS: Readonly<Record<string, ProblemKey>> = {
  'world.unknown': 'unknown-world',
  'entity.unknown': 'unknown-entity',
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
  'delivery.key': 'conflict',
}

function detailOf([first]: readonly Finding[]): { readonly detail?: string } {
  return first ? { detail: `${first.pointer}: expected ${first.expected}, got ${first.got}.` } : {}
}

function nowhere(server: ServerContext, call: Call): Outgoing {
  const found = server.specs.find(call)
  const own = server.specs.operations.filter(({ ours }) => ours)
  const methods = 'missing' in found ? found.methods : []
  if (methods.length > 0) {
    const detail = `${call.path.slice(0, 120)} answers ${methods.join(', ')}, not ${call.method}.`
    const refused = sandboxProblem(server, 'unknown-method', detail, { documented: methods })
    return { ...refused, headers: { ...refused.headers, Allow: methods.join(', ') } }
  }
  const near = didYouMean(call.path, new Set(own.map((operation) => operation.path)))
  const documented = own.map((operation) => `${operation.method} ${operation.path}`)
  return sandboxProblem(server, 'unknown-path', `There is nothing at ${call.path.slice(0, 120)}.${near}`, { documented })
}

function render(error: VendorError, more: Readonly<Record<string, unknown>>): Outgoing {
  const { title, status, detail, ...rest } = error.body('') as { title: string; status: number; detail: string }
  return problem(status, title, detail, { ...rest, ...more })
}
