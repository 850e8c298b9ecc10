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
  readonly domains?: number // absent = 1
  /** Wildcard domains beside the main one. */
  readonly wildcards?: number // absent = 0
  /** Of several domains the main one is a wildcard. */
  readonly mainWildcard?: boolean
  readonly tags?: readonly { readonly key: string; readonly value?: string }[]
  readonly createdAt: number
}

/** A cloud-office network bandwidth or desktop of Workspace. */
export interface WorkspaceItem {
  readonly id: string
  readonly kind: 'bandwidth' | 'desktop' | 'desktop-pool' | 'disk' | 'image' | 'sharer'
  readonly customerId: string
  readonly projectId: string
  readonly name: string
  /** As billing knows it; absent where nothing is billed, as for images. The disks of a pool's template are billed with the pool. */
  readonly resourceId?: string
  readonly poolId?: string // desktops of a pool
  /** The desktop or pool that a disk or a sharer belongs to. */
  readonly ownerId?: string
  /** Desktops, pools and bandwidths run, are stopped or are being rebuilt; disks, images and sharers are active or not. */
  readonly state: 'running' | 'stopped' | 'rebuilding' | 'active' | 'inactive'
  readonly attributes: Readonly<Record<string, string | number>>
}

/** A private image of a seller's account, made from one of its servers (S-34). */
export interface PrivateImage {
  readonly id: string
  readonly sellerId: string
  readonly name: string
  readonly regionCode: string
  readonly sizeGB: number
  /** The server it was made from; absent for images that a starting world holds. */
  readonly serverId?: string
  /** `published`: it is a product of KooGallery, or a request to make it one is under way. */
  readonly status: 'active' | 'published'
  /** Why it cannot be published. */
  readonly shared?: boolean
  readonly encrypted?: boolean
  readonly wholeMachine?: boolean
  /** Made again from a shared image or from one of the marketplace. */
  readonly derived?: boolean
  readonly createdAt: number
}
