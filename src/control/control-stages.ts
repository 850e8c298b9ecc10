import type { Holder } from '../access/access-api.ts'
import { holderOf } from '../http/access/holders.ts'
import { checkReply } from '../http/check-reply.ts'
import type { Outcome, Received } from '../http/exchange.ts'
import { isOurs } from '../http/guard.ts'
import { inWordsOf } from '../http/language/explained.ts'
import { matchCall } from '../http/match-call.ts'
import { bytesOf } from '../http/render.ts'
import { impossible, SandboxRefused } from '../http/sandbox-refusals.ts'
import type { ServerContext } from '../http/server-context.ts'
import type { Stages } from '../http/stages.ts'
import { didYouMean } from '../language/did-you-mean.ts'
import { readForcedReply } from '../scenario/forced.ts'
import { isReply } from '../spec/call.ts'
import type { Input, Operation } from '../spec/operation.ts'
import type { World } from '../world/world-api.ts'
import { refuseBeyondRole, refuseCredentials, serverFor, withoutSecrets } from './access.ts'
import { conduct } from './conduct.ts'
import type { Control, ControlContext, ProblemKey, Streamed } from './control-behaviour.ts'
import { control } from './index.ts'
import { refuseControl, refuseUnknownPath } from './refuse-control.ts'

/** A call of the control API with who makes it, and the sandbox as that one may see it. */
interface ControlCall extends Received {
  readonly holder: Holder | undefined
  readonly server: ServerContext
  /** The world that its behaviour has opened. */
  world?: World
}

const NO_ID = '0'.repeat(32)

/**
 * How the control API and the console answer. Calls that changed a world are recorded as changes in the journal, the others not at all.
 * Problems follow RFC 9457. `guard.ts` has checked the control token.
 */
export function createControlStages(whole: ServerContext): Stages<ControlCall, void> {
  return {
    serves: ({ path }) => isOurs(path),

    match: (call) => matchCall(whole, call),

    // Most operations concern no world, and looking at one must not run its due work: behaviours open theirs.
    open(received) {
      const holder = holderOf(received.call)
      return { ...received, holder, server: serverFor(whole, holder) }
    },

    locate({ server, call, operation, holder }) {
      if (!operation.ours) refuseUnknownPath(server, call)
      refuseBeyondRole(holder, operation)
    },

    identify: () => undefined,
    limit: () => {},

    read({ operation, call, values, findings, holder }) {
      const input = operation.read(call, values, findings)
      refuseCredentials(holder, operation, input)
      return input
    },

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
      const { operation, server, holder } = received
      const context = contextOf(received, input)
      const behave = control[operation.id as keyof typeof control] as Control
      const result = operation.service === 'console' ? conduct(operation, context) : behave(context)
      const shown = (done: unknown) => withoutSecrets(holder, operation, server.worlds.get(nameOfWorld(input)), outcomeOf(operation, done))
      return inWordsOf(received.call, operation.id, result instanceof Promise ? result.then(shown) : shown(result))
    },

    refuse: (received, _caller, thrown) => refuseControl(received.server, received, thrown),
    check: (received, outcome) => !outcome.streamed && outcome.reply.status < 400 && checkReply(whole, received, outcome),

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
      const { server } = received
      const world = server.worlds.get(nameOfWorld(input))
      if (world) server.journal.addChange({ ...received, ...outcome, caller, world, requestId: NO_ID }, outgoing)
    },

    // A behaviour that opened a world changed that one alone, with its relatives. Its own log says what became of the changes, even when another
    // replica has taken the world meanwhile; and what happens to other worlds is no reason to refuse the call.
    saved: ({ world }) => (world ?? whole.worlds).saved(),
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

function contextOf(received: ControlCall, input: Input): ControlContext {
  const { server, call, operation } = received
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
      received.world = world
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
