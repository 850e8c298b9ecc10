import type { ShapesOf } from './shape.ts'

/** How certificates and cloud-office items are written. */
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
} as const satisfies ShapesOf<'certificates' | 'workspace'>
