import type { Resource, WorkspaceItem } from '../../world/entities/entities.ts'

/** What an order is about: a desktop, a whole pool or a bandwidth, with its billed resource and, of a pool, its desktops. */
export interface Target {
  readonly item: WorkspaceItem
  readonly resource: Resource
  readonly desktops: readonly WorkspaceItem[]
}
