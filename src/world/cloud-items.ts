/** What the vendor's own services keep beside orders and resources. Rules of `entities.ts` apply. */

/** An SSL certificate of SCM. */
export interface Certificate {
  readonly id: string // 16 characters
  readonly customerId: string
  readonly orderId: string
  readonly status: 'paid' | 'issued' | 'unsubscribed' | 'cancelled'
  readonly brand: string
  readonly type: string
  readonly domainType: string
  readonly createdAt: number
}

/** A cloud-office network bandwidth or desktop of Workspace. */
export interface WorkspaceItem {
  readonly id: string
  readonly kind: 'bandwidth' | 'desktop' | 'desktop-pool'
  readonly customerId: string
  readonly projectId: string
  readonly name: string
  readonly resourceId: string
  readonly poolId?: string // desktops of a pool
  readonly state: 'running' | 'stopped'
  readonly attributes: Readonly<Record<string, string | number>>
}
