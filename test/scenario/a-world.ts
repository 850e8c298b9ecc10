import type { Specs } from '../../src/spec/catalogue.ts'
import type { Machines } from '../../src/world/engine/machines.ts'
import { createWorld } from '../../src/world/world.ts'
import type { WorkTable, World } from '../../src/world/world-api.ts'

/** An empty world of its own. */
export function createWorldOf({ bundle }: Specs, name = 'rules'): World {
  return createWorld({
    name,
    seed: 'koogallery',
    mode: 'frozen',
    machines: bundle.machines as unknown as Machines,
    // Nothing is planned in it.
    work: {} as WorkTable,
    settings: bundle.settings,
  })
}
