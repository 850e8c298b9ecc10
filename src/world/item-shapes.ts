import type { ShapesOf } from './shape.ts'

/** How certificates, cloud-office items and private images are written. */
export const ITEM_SHAPES = {
  certificates: {
    id: 'text',
    customerId: '@accounts',
    orderId: '@orders',
    status: { oneOf: ['paid', 'issued', 'unsubscribed', 'cancelled'] },
    brand: 'text',
    type: 'text',
    domainType: 'text',
    domains: 'number?',
    tags: { optional: true, list: { object: { key: 'text', value: 'text?' } } },
    createdAt: 'time',
  },
  workspace: {
    id: 'text',
    kind: { oneOf: ['bandwidth', 'desktop', 'desktop-pool', 'disk', 'image', 'sharer'] },
    customerId: '@accounts',
    projectId: 'text',
    name: 'text',
    resourceId: '@resources?',
    poolId: '@workspace?',
    ownerId: '@workspace?',
    state: { oneOf: ['running', 'stopped', 'rebuilding', 'active', 'inactive'] },
    attributes: 'open',
  },
  privateImages: {
    id: 'text',
    sellerId: '@accounts',
    name: 'text',
    regionCode: 'text',
    sizeGB: 'number',
    serverId: '@resources?',
    status: { oneOf: ['active', 'published'] },
    shared: 'flag?',
    encrypted: 'flag?',
    wholeMachine: 'flag?',
    derived: 'flag?',
    createdAt: 'time',
  },
} as const satisfies ShapesOf<'certificates' | 'workspace' | 'privateImages'>
