import { consoleBehaviours } from '../../services/console/index.ts'
import type { ConsoleBehaviour, ConsoleScene } from '../../services/console/scene.ts'
import type { Operation } from '../../spec/operation.ts'
import type { ControlScene } from './scene.ts'
import { factsSince } from './tell-facts.ts'

/** Does what people do by hand: one transaction, answered with what became true in it. */
export function conduct(operation: Operation, { input, world }: ControlScene): unknown {
  const behave = consoleBehaviours[operation.id as keyof typeof consoleBehaviours] as ConsoleBehaviour
  const scene: ConsoleScene = {
    // Typed by the spec from here on: `operation.read` has just held it against it.
    input: input as ConsoleScene['input'],
    world,
    fail: (key, detail, members) => operation.fail(key, {}, { detail, ...members }),
  }
  const before = world.facts.count
  const body = world.transaction(() => behave(scene)) as object
  return { world: world.name, now: new Date(world.clock.now()).toISOString(), facts: factsSince(world, before), ...body }
}
