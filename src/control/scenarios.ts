import type { Scenario } from '../scenario/scenario-api.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { ControlContext, Controls } from './control-behaviour.ts'

type Names = 'ListScenarios' | 'ShowScenario' | 'StartScenario' | 'StopScenario' | 'ListScenarioRuns'

/** Scenarios: what there is, and where those stand that were started in a world. */
export const scenarios: Pick<Controls, Names> = {
  ListScenarios({ server, fail }) {
    const { library } = server.scenarios
    const all = library.names().map((name) => known({ fail }, () => library.get(name)))
    return {
      count: all.length,
      scenarios: all.map((scenario) => ({ ...about(scenario), steps: scenario.steps.length })),
      problems: [...library.problems()],
    }
  },

  ShowScenario({ input, server, fail }) {
    const scenario = known({ fail }, () => server.scenarios.library.get(input.path.scenario))
    return { ...about(scenario), steps: scenario.steps.map((rule) => ({ ...rule.input })) }
  },

  StartScenario: ({ input, server, world, fail }) => ({
    world: world.name,
    ...known({ fail }, () => server.scenarios.start(world, input.path.scenario)),
  }),

  StopScenario: ({ input, server, world, fail }) => ({
    world: world.name,
    ...known({ fail }, () => server.scenarios.stop(world, input.path.scenario)),
  }),

  ListScenarioRuns({ server, world }) {
    const runs = server.scenarios.runs(world).map((run) => ({ world: world.name, ...run }))
    return { world: world.name, count: runs.length, unfinished: runs.filter(({ state }) => state !== 'finished').length, runs }
  },
}

function about({ name, about: text, client, seller, place }: Scenario) {
  return { name, about: text, ...(client ? { client } : {}), ...(seller ? { seller } : {}), place }
}

function known<T>({ fail }: Pick<ControlContext, 'fail'>, find: () => T): T {
  try {
    return find()
  } catch (error) {
    if (error instanceof SpecFault) return fail('unknown-scenario', error.message)
    throw error
  }
}
