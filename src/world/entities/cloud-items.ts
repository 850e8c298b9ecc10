/** Items that Huawei Cloud's own services keep beside orders and resources. The rules of `entities.ts` apply. */

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
  /** Wildcard domains in addition to the main domain. */
  readonly wildcards?: number // absent = 0
  /** For certificates of several domains: the main domain is a wildcard. */
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
  /** Its resource for billing. Absent where nothing is billed, as for images. The disks of a pool's template are billed with the pool. */
  readonly resourceId?: string
  readonly poolId?: string // desktops of a pool
  /** The desktop or pool that a disk or a sharer belongs to. */
  readonly ownerId?: string
  /** Desktops, pools and bandwidths: running, stopped or rebuilding. Disks, images and sharers: active or inactive. */
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
  /** The server it was made from. Absent for images of a starting world. */
  readonly serverId?: string
  /** `published`: it is a product of KooGallery, or a request to publish it is in review. */
  readonly status: 'active' | 'published'
  /** Properties that prevent publishing. */
  readonly shared?: boolean
  readonly encrypted?: boolean
  readonly wholeMachine?: boolean
  /** Made from a shared image or from a marketplace image. */
  readonly derived?: boolean
  readonly createdAt: number
}
