import type { CallingOperation, ConsoleBehaviour, ConsoleContext } from '../console/console-behaviour.ts'
import { consoleBehaviours } from '../console/index.ts'
import type { ServerContext } from '../http/server-context.ts'
import type { Operation } from '../spec/operation.ts'
import { checkApiBackend } from './check-backend.ts'
import { consoleInput } from './console-input.ts'
import type { ControlContext } from './control-behaviour.ts'
import { factsSince } from './tell-facts.ts'

/** What calls sellers and waits for them. Its last part, which writes down what came of it, is a transaction of its own. */
const CALLING: Readonly<Record<CallingOperation, (context: ConsoleContext, server: ServerContext) => Promise<() => object>>> = {
  CheckApiBackend: (context, server) => checkApiBackend(context as Parameters<typeof checkApiBackend>[0], server),
}

/** Does what people do by hand: one transaction, answered with what became true in it. */
export function conduct(operation: Operation, { input, world, server }: ControlContext): unknown {
  const fail: ConsoleContext['fail'] = (key, detail, members) => operation.fail(key, {}, { detail, ...members })
  // Typed by the spec from here on: `operation.read` has just checked it.
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
