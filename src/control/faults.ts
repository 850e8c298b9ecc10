import { didYouMean } from '../language/did-you-mean.ts'
import type { RuleInput } from '../scenario/scenario-api.ts'
import { reply } from '../spec/call.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { ControlContext, Controls } from './control-behaviour.ts'

type Names = 'ListFaults' | 'AddFault' | 'ClearFaults' | 'RemoveFault'

/** Rules that change the calls of a world. */
export const faults: Pick<Controls, Names> = {
  ListFaults({ server, world }) {
    const rules = server.scenarios.rules(world).map((fault) => ({ ...fault, rule: { ...fault.rule } }))
    return { world: world.name, count: rules.length, faults: rules }
  },

  AddFault: (context) => reply(201, added(context, context.input.body as RuleInput)),

  ClearFaults: ({ server, world }) => ({ world: world.name, removed: server.scenarios.clear(world) }),

  RemoveFault({ input, server, world, fail }) {
    const { fault } = input.path
    const known = server.scenarios.rules(world).map(({ id }) => id)
    if (!known.includes(fault))
      fail(
        'unknown-fault',
        `World "${world.name}" has no rule "${fault}".${didYouMean(fault, known)} Run \`koosandbox fault list\` to list them.`,
        known,
      )
    server.scenarios.remove(world, fault)
    return undefined
  },
}

function added({ server, world, fail }: Pick<ControlContext, 'server' | 'world' | 'fail'>, rule: RuleInput) {
  try {
    return server.scenarios.add(world, rule)
  } catch (error) {
    if (error instanceof SpecFault) return fail('bad-request', error.message)
    throw error
  }
}
