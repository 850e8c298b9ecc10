import type { EventOf, MachineKind } from '../../world/engine/machines.ts'
import { WorldError } from '../../world/engine/world-error.ts'
import type { World } from '../../world/world-api.ts'

/** What a move sees. */
export interface ChangeContext {
  readonly world: World
  /** Why, where the caller said so. */
  readonly reason?: string
  /** Brings something else into a state, because that is how this one moves. Throws `put.refused`. */
  reach(kind: MachineKind, id: string, target: string): void
}

/** Goes one event of a transition table with all that it implies. Throws a WorldError when the present state of things does not allow it. */
export type StateChange = (context: ChangeContext, id: string) => void

/** Moves of one kind by event. Births are none: what does not exist is not put anywhere. */
export type StateChanges<K extends MachineKind> = { readonly [E in EventOf<K>]?: StateChange }

/** Refuses a move unless something holds. */
export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new WorldError('put.refused', otherwise)
}
