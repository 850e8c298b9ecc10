import type { EventOf, MachineKind } from '../../world/engine/machines.ts'
import { WorldError } from '../../world/engine/world-error.ts'
import type { World } from '../../world/world-api.ts'

/** The input of a state change. */
export interface ChangeContext {
  readonly world: World
  /** The reason, if the caller gave one. */
  readonly reason?: string
  /**
   * Brings another entity into a state that this change depends on.
   * @throws WorldError `put.refused`
   */
  reach(kind: MachineKind, id: string, target: string): void
}

/**
 * Applies one event of a transition table with everything that it implies.
 * @throws WorldError when the present state does not allow it
 */
export type StateChange = (context: ChangeContext, id: string) => void

/** State changes of one kind by event. Events that create entities are not included: only existing entities change their state. */
export type StateChanges<K extends MachineKind> = { readonly [E in EventOf<K>]?: StateChange }

/** Refuses a change unless the condition holds. */
export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new WorldError('put.refused', otherwise)
}
