import { checkReply } from '../http/check-reply.ts'
import type { Outcome, Received } from '../http/exchange.ts'
import { isOurs } from '../http/guard.ts'
import { matchCall } from '../http/match-call.ts'
import { bytesOf } from '../http/render.ts'
import { impossible, SandboxRefused } from '../http/sandbox-refusals.ts'
import type { ServerContext } from '../http/server-context.ts'
import type { Stages } from '../http/stages.ts'
import { readForcedReply } from '../scenario/forced.ts'
import { isReply } from '../spec/call.ts'
import { didYouMean } from '../spec/document/fault.ts'
import type { Input, Operation } from '../spec/operation.ts'
import type { World } from '../world/world-api.ts'
import { conduct } from './conduct.ts'
import type { Control, ControlContext, ProblemKey, Streamed } from './control-behaviour.ts'
import { control } from './index.ts'
import { refuseControl, refuseUnknownPath } from './refuse-control.ts'

const NO_ID = '0'.repeat(32)

/**
 * How the control API and the console answer. Calls that changed a world are recorded as changes in the journal, the others not at all.
 * Problems follow RFC 9457. `guard.ts` has checked the control token.
 */
export function createControlStages(server: ServerContext): Stages<Received, void> {
  return {
    serves: ({ path }) => isOurs(path),

    match: (call) => matchCall(server, call),

    // Most operations concern no world, and looking at one must not run its due work: behaviours open theirs.
    open: (received) => received,

    locate({ call, operation }) {
      if (!operation.ours) refuseUnknownPath(server, call)
    },

    identify: () => undefined,
    limit: () => {},
    read: ({ operation, call, values, findings }) => operation.read(call, values, findings),

    interrupt({ call, operation }) {
      // `Prefer` may hold what every client sends: only `X-Sandbox-Error` counts here, and gateway errors are the vendor's.
      const forced = call.headers['x-sandbox-error'] === undefined ? undefined : readForcedReply(call, operation)
      if (!forced) return undefined
      if (forced.kind === 'error' && operation.errors.has(forced.key)) return operation.fail(forced.key)
      const asked = 'key' in forced ? forced.key : 'asked' in forced ? forced.asked : ''
      const documented = [...operation.errors.keys()]
      throw new SandboxRefused(impossible(operation, { kind: 'impossible', asked, documented }))
    },

    act(received, _caller, input) {
      const { operation } = received
      const context = contextOf(server, received, input)
      const behave = control[operation.id as keyof typeof control] as Control
      const result = operation.service === 'console' ? conduct(operation, context) : behave(context)
      return result instanceof Promise ? result.then((late) => outcomeOf(operation, late)) : outcomeOf(operation, result)
    },

    refuse: (received, _caller, thrown) => refuseControl(server, received, thrown),
    check: (received, outcome) => !outcome.streamed && outcome.reply.status < 400 && checkReply(server, received, outcome),

    render(_received, { reply, streamed }, drifted) {
      const bytes = bytesOf(reply)
      return {
        status: reply.status,
        headers: {
          ...(bytes === null ? {} : { 'Content-Type': 'application/json' }),
          ...reply.headers,
          ...(drifted ? { 'X-Sandbox-Drift': 'true' } : {}),
        },
        bytes,
        ...(streamed ? { stream: streamed.stream } : {}),
      }
    },

    record(received, { caller, input }, outcome, outgoing) {
      if (!input || outcome.reply.status >= 400 || !changesWorld(received.operation)) return
      // Without running its due work: recording a call must not have side effects.
      const world = server.worlds.get(nameOfWorld(input))
      if (world) server.journal.addChange({ ...received, ...outcome, caller, world, requestId: NO_ID }, outgoing)
    },

    saved: () => server.worlds.saved(),
  }
}

/** Whether an operation changes the content of a world. Clock changes are not included; later times show them. */
function changesWorld({ service, id, method }: Operation): boolean {
  if (service === 'console') return method !== 'GET'
  return id === 'PutState' || id === 'TakeStep' || id === 'ChangeEntity' || id === 'ChangeSettings' || id === 'ResetWorld'
}

function nameOfWorld({ path, query, header }: Pick<Input, 'path' | 'query' | 'header'>): string {
  return String(path.world ?? query.world ?? header['X-Sandbox-World'] ?? 'default')
}

function contextOf(server: ServerContext, { call, operation }: Received, input: Input): ControlContext {
  const fail = (key: ProblemKey, detail: string, documented?: readonly string[]): never =>
    operation.fail(key, {}, { detail, ...(documented ? { documented } : {}) })
  return {
    // Typed by the spec from here on: `operation.read` has just checked it.
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

const NO_STORE = { 'Cache-Control': 'no-store' }

function outcomeOf(operation: Operation, result: unknown): Outcome {
  if (isStream(result)) {
    const headers = { 'Content-Type': 'text/event-stream', ...NO_STORE }
    return { origin: 'control', reply: { status: 200, headers }, streamed: { stream: result.stream } }
  }
  const reply = isReply(result) ? result : { status: operation.success, ...(result === undefined ? {} : { body: result }) }
  return { origin: 'control', reply: { ...reply, headers: { ...NO_STORE, ...reply.headers } } }
}
