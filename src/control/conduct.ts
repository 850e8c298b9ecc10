import type { CallingOperation, ConsoleBehaviour, ConsoleContext } from '../console/console-behaviour.ts'
import { consoleBehaviours } from '../console/index.ts'
import type { ServerContext } from '../http/server-context.ts'
import type { Operation } from '../spec/operation.ts'
import { checkApiBackend } from './check-backend.ts'
import { consoleInput } from './console-input.ts'
import type { ControlContext } from './control-behaviour.ts'
import { factsSince } from './shown-facts.ts'

/** Operations that call sellers and wait for them. Their last part, which records the result, is a transaction of its own. */
const CALLING: Readonly<Record<CallingOperation, (context: ConsoleContext, server: ServerContext) => Promise<() => object>>> = {
  CheckApiBackend: (context, server) => checkApiBackend(context as Parameters<typeof checkApiBackend>[0], server),
}

/** Runs a console operation as one transaction and answers with the facts that it recorded. */
export function conduct(operation: Operation, { input, world, server }: ControlContext): unknown {
  const fail: ConsoleContext['fail'] = (key, detail, members) => operation.fail(key, {}, { detail, ...members })
  // `operation.read` has just checked the input against the spec, so it has the spec's type.
  const context: ConsoleContext = { input: consoleInput(input as ConsoleContext['input'], world, fail), world, fail }
  const done = (behave: () => object) => {
    const before = world.facts.count
    const body = world.transaction(behave)
    return { world: world.name, now: new Date(world.clock.now()).toISOString(), facts: factsSince(world, before), ...body }
  }
  if (operation.id in CALLING) return CALLING[operation.id as CallingOperation](context, server).then(done)
  const behave = consoleBehaviours[operation.id as keyof typeof consoleBehaviours] as ConsoleBehaviour
  return done(() => behave(context))
}
