import { builtInBundle, specsOf } from '../src/index.ts'
import type { Met, ScenarioLibrary } from '../src/scenario/scenario-api.ts'
import { createScenarios } from '../src/scenario/scenarios.ts'

/** A call that no rule is for: what the stage of rules looks at. */
const met = {
  world: { name: 'default', seed: 'bench' },
  operation: { ref: 'bss.ListCustomerOrders' },
  call: { headers: { host: 'localhost', 'x-auth-token': 'token' } },
} as unknown as Met

/** Nanoseconds that a call takes to ask for rules beside so many for another operation: the least of many rounds, whatever else the machine does. */
export function askingForRules(rules: number, rounds: number): number {
  const scenarios = createScenarios(specsOf(builtInBundle()), { monotonic: () => 0 }, {} as ScenarioLibrary, undefined)
  for (let n = 0; n < rules; n++) scenarios.add(met.world, { on: 'bss.ShowCustomerOrderDetails', answer: 'CBC.0999' })
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    for (let n = 0; n < 5000; n++) scenarios.interrupt(met)
    least = Math.min(least, performance.now() - began)
  }
  return (least * 1e6) / 5000
}
