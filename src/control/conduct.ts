import type { CallingOperation, ConsoleBehaviour, ConsoleScene } from '../console/console-behaviour.ts'
import { consoleBehaviours } from '../console/index.ts'
import { checkApiBackend } from '../http/gateway/check-backend.ts'
import type { House } from '../http/server-context.ts'
import type { Operation } from '../spec/operation.ts'
import { consoleInput } from './console-input.ts'
import type { ControlScene } from './control-behaviour.ts'
import { factsSince } from './tell-facts.ts'

/** What calls sellers and waits for them. Its last part, which writes down what came of it, is a transaction of its own. */
const CALLING: Readonly<Record<CallingOperation, (scene: ConsoleScene, house: House) => Promise<() => object>>> = {
  CheckApiBackend: (scene, house) => checkApiBackend(scene as Parameters<typeof checkApiBackend>[0], house),
}

/** Does what people do by hand: one transaction, answered with what became true in it. */
export function conduct(operation: Operation, { input, world, house }: ControlScene): unknown {
  const fail: ConsoleScene['fail'] = (key, detail, members) => operation.fail(key, {}, { detail, ...members })
  // Typed by the spec from here on: `operation.read` has just held it against it.
  const scene: ConsoleScene = { input: consoleInput(input as ConsoleScene['input'], world, fail), world, fail }
  const done = (behave: () => object) => {
    const before = world.facts.count
    const body = world.transaction(behave)
    return { world: world.name, now: new Date(world.clock.now()).toISOString(), facts: factsSince(world, before), ...body }
  }
  if (operation.id in CALLING) return CALLING[operation.id as CallingOperation](scene, house).then(done)
  const behave = consoleBehaviours[operation.id as keyof typeof consoleBehaviours] as ConsoleBehaviour
  return done(() => behave(scene))
}
