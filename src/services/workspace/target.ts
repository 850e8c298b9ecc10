import type { Resource, WorkspaceItem } from '../../world/entities/entities.ts'

/** The target of an order: a desktop, a whole pool or a bandwidth, with its billed resource and, for a pool, its desktops. */
export interface Target {
  readonly item: WorkspaceItem
  readonly resource: Resource
  readonly desktops: readonly WorkspaceItem[]
}
