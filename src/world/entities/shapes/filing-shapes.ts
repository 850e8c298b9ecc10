import { FILING_REFUSALS } from '../filing.ts'
import type { ShapesOf } from './shape.ts'

/** Written form of ICP filing. */
export const FILING_SHAPES = {
  filings: {
    id: 'text',
    accountId: '@accounts',
    status: {
      oneOf: [
        ...['type-checked', 'product-checked', 'first-review', 'for-mending', 'mended', 'refused', 'handed-on'],
        ...['authority-review', 'authority-refused', 'filed', 'abandoned'],
      ],
    },
    filingType: { oneOf: ['first', 'new-site', 'access'] },
    region: 'text',
    nature: 'text',
    organiserName: 'text',
    certificateType: 'text',
    certificateNumber: 'text',
    resourceType: { oneOf: ['ecs', 'flexus-l', 'portal', 'nat', 'dedicated-cloud', 'exclusive', 'code'] },
    serviceType: { oneOf: ['website', 'app'] },
    siteName: 'text',
    resourceId: '@resources?',
    codeId: '@filingCodes?',
    createdAt: 'time',
    submittedAt: 'time?',
    reviewedAt: 'time?',
    handedOnAt: 'time?',
    filedAt: 'time?',
    sms: { object: { code: 'text', sentAt: 'time', wrongTries: 'number' }, optional: true },
    representative: 'flag?',
    filingNumber: 'text?',
    identityChecked: 'flag?',
    refusal: { oneOf: FILING_REFUSALS, optional: true },
  },
  organisers: {
    id: 'text',
    accountId: '@accounts',
    name: 'text',
    nature: 'text',
    region: 'text',
    certificateType: 'text',
    certificateNumber: 'text',
    filingNumber: 'text',
    filedAt: 'time',
  },
  filingCodes: { id: 'text', accountId: '@accounts', resourceId: '@resources', createdAt: 'time', filingId: '@filings?' },
  domains: { id: 'text', ownerName: 'text', ownerCertificate: 'text', verified: 'flag', resolving: 'flag?', expireAt: 'time?' },
  formerFilings: {
    id: 'text',
    system: { oneOf: ['former', 'other-provider'] },
    organiserName: 'text',
    certificateNumber: 'text',
    filingNumber: 'text',
    moved: 'flag?',
    claimedBy: '@accounts?',
    claim: {
      object: { accountId: '@accounts', askedAt: 'time', nature: 'text', region: 'text', certificateType: 'text' },
      optional: true,
    },
  },
} as const satisfies ShapesOf<'filings' | 'organisers' | 'filingCodes' | 'domains' | 'formerFilings'>
