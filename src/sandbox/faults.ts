import type { ActiveRule, RuleInput, Scenario, ScenarioRun, Scenarios } from '../scenario/scenario-api.ts'
import type { World } from '../world/world-api.ts'

/** Rules that change the calls of one world. Forgotten when the world is reset. */
export interface Faults {
  /**
   * Adds a rule: `faults.add({ on: 'bss.PayOrders', cut: 'reset', times: 1 })`.
   * @throws SpecFault for a rule that can never fire; nothing has changed then
   */
  add(rule: RuleInput): ActiveRule
  list(): ActiveRule[]
  /** @throws SpecFault when there is no rule of that id */
  remove(id: string): void
  /** Removes all rules and returns how many there were. Scenarios go on. */
  clear(): number
}

/** The scenarios of one world. */
export interface PlayedScenarios {
  /** All that can be started. @throws SpecFault for one that is wrong */
  list(): Scenario[]
  /** Starts it from its first step, whether it ran before or not. @throws SpecFault with the nearest name */
  start(name: string): ScenarioRun
  /** @throws SpecFault when it was not started */
  stop(name: string): ScenarioRun
  /** Where those stand that were started. */
  status(): ScenarioRun[]
}

export function createFaults(scenarios: Scenarios, world: () => World): { readonly faults: Faults; readonly scenarios: PlayedScenarios } {
  return {
    faults: {
      add: (rule) => scenarios.add(world(), rule),
      list: () => scenarios.rules(world()),
      remove: (id) => scenarios.remove(world(), id),
      clear: () => scenarios.clear(world()),
    },
    scenarios: {
      list: () => scenarios.library.names().map((name) => scenarios.library.get(name)),
      start: (name) => scenarios.start(world(), name),
      stop: (name) => scenarios.stop(world(), name),
      status: () => scenarios.runs(world()),
    },
  }
}
