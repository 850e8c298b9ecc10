import type { Sandbox } from '../../src/index.ts'

/** What a client sees of one call: a status, an answer that never came, or one that took too long. */
export type Seen = number | 'lost' | 'slow'

/** One call of a play: an operation with a request that succeeds, or that request with something changed. */
export type Step = string | { readonly ref: string; readonly query?: Record<string, string>; readonly body?: (sandbox: Sandbox) => object }

/** How a scenario is played: the calls of a client, what it sees, and what the world holds more or less of afterwards. */
export interface Play {
  readonly calls: readonly Step[]
  readonly sees: readonly Seen[]
  readonly changes: string
}

const times = (count: number, ref: Step): Step[] => Array.from({ length: count }, () => ref)
const LIST = 'bss.ListCustomerOrders'
const PAY = 'bss.PayOrders'
const PAID = 'orders.pending-payment -1, orders.processing +1, resources.creating +3'
const NOTHING = ''
const unpaid = { ref: LIST, query: { status: '6', limit: '100' } }
const withCoupon = {
  ref: PAY,
  body: ({ world }: Sandbox) => {
    const order = [...world.orders.all()].find(({ id, status }) => status === 'pending-payment' && id === payable(world))
    const coupon = [...world.coupons.all()].find(
      ({ customerId, status, type }) => customerId === order?.customerId && status === 'usable' && type === 301,
    )
    return { order_id: order?.id, use_coupon: 'YES', coupon_infos: [{ id: coupon?.id, type: coupon?.type }], use_discount: 'NO' }
  },
}

/** The order that the usual request pays. */
const payable = (world: Sandbox['world']): string | undefined =>
  [...world.orders.all()].find(
    ({ status, customerId }) => status === 'pending-payment' && world.accounts.get(customerId)?.print === 'buyer',
  )?.id

/** Every scenario of the specs. */
export const PLAYS: Readonly<Record<string, Play>> = {
  'throttled-then-fine': { calls: times(3, LIST), sees: [429, 429, 200], changes: NOTHING },
  'throttled-all-day': { calls: times(6, LIST), sees: [200, 200, 200, 429, 429, 429], changes: NOTHING },
  'paid-but-answer-lost': { calls: times(2, PAY), sees: [504, 400], changes: PAID },
  'double-payment': { calls: times(2, PAY), sees: ['lost', 400], changes: PAID },
  'payment-never-arrived': { calls: times(2, PAY), sees: ['lost', 204], changes: PAID },
  'payment-hangs': { calls: times(2, PAY), sees: ['lost', 400], changes: PAID },
  'coupon-taken-in-between': { calls: [withCoupon, PAY], sees: [400, 204], changes: `coupons.expired +5, coupons.usable -5, ${PAID}` },
  'deadline-passes-while-paying': {
    calls: times(2, PAY),
    sees: [400, 400],
    changes:
      'orders.cancelled +10, orders.completed +3, orders.pending-payment -10, resources.closed +2, resources.expired -1, resources.frozen -1',
  },
  'balance-too-low': { calls: times(2, PAY), sees: [400, 204], changes: PAID },
  'quota-gone-at-payment': { calls: times(2, PAY), sees: [400, 204], changes: PAID },
  'payments-too-frequent': { calls: times(3, PAY), sees: [400, 400, 204], changes: PAID },
  'page-changes-while-paging': {
    calls: times(2, unpaid),
    sees: [200, 200],
    changes:
      'orders.cancelled +10, orders.completed +3, orders.pending-payment -10, resources.closed +2, resources.expired -1, resources.frozen -1',
  },
  'half-a-list': { calls: times(2, LIST), sees: ['lost', 200], changes: NOTHING },
  'broken-chunks': { calls: times(2, LIST), sees: ['lost', 200], changes: NOTHING },
  'garbage-instead-of-http': { calls: times(2, LIST), sees: ['lost', 200], changes: NOTHING },
  'slow-details': { calls: times(2, 'bss.ShowCustomerOrderDetails'), sees: ['slow', 200], changes: NOTHING },
  'list-drips': { calls: times(2, LIST), sees: ['slow', 200], changes: NOTHING },
  'every-other-detail-fails': { calls: times(5, 'bss.ShowCustomerOrderDetails'), sees: [200, 500, 200, 500, 200], changes: NOTHING },
  'cancel-answer-lost': {
    calls: times(2, 'bss.CancelCustomerOrder'),
    sees: ['lost', 400],
    changes: 'orders.cancelled +1, orders.pending-payment -1',
  },
  'renewal-answer-lost': { calls: times(2, 'bss.RenewalResources'), sees: [504, 400], changes: 'orders.pending-payment +1' },
  'unsubscribe-answer-lost': { calls: times(2, 'bss.CancelResourcesSubscription'), sees: ['lost', 400], changes: 'orders.to-refund +1' },
  'permission-withdrawn': { calls: times(3, LIST), sees: [403, 403, 200], changes: NOTHING },
  'empty-page': { calls: times(2, LIST), sees: [200, 200], changes: NOTHING },
  'token-dies-midway': {
    calls: [LIST, LIST, LIST, 'iam.KeystoneCreateUserTokenByPassword'],
    sees: [200, 401, 401, 201],
    changes: 'tokens +1',
  },
  'key-removed': { calls: times(3, 'sts.GetCallerIdentity'), sees: [200, 401, 401], changes: 'keys -1' },
  'clock-skew': { calls: times(3, 'sts.GetCallerIdentity'), sees: [401, 401, 200], changes: NOTHING },
  'bad-gateway': { calls: times(4, LIST), sees: [502, 502, 502, 200], changes: NOTHING },
  maintenance: { calls: times(6, LIST), sees: [503, 503, 503, 503, 503, 200], changes: NOTHING },
  'connections-reset': { calls: times(3, PAY), sees: ['lost', 'lost', 204], changes: PAID },
  'empty-replies': { calls: times(3, PAY), sees: ['lost', 'lost', 204], changes: PAID },
  'gateway-restarts': { calls: times(4, PAY), sees: ['lost', 502, 503, 204], changes: PAID },
  'flaky-friday': { calls: times(7, LIST), sees: [500, 429, 'lost', 502, 502, 502, 200], changes: NOTHING },
  'iam-down': { calls: times(4, 'iam.KeystoneListProjects'), sees: [503, 503, 503, 200], changes: NOTHING },
  'token-request-slow': { calls: times(2, 'iam.KeystoneCreateUserTokenByPassword'), sees: ['slow', 201], changes: 'tokens +2' },
  'password-refused-once': { calls: times(2, 'iam.KeystoneCreateUserTokenByPassword'), sees: [401, 201], changes: 'tokens +1' },
  'login-ends-midway': { calls: times(2, 'identity.ShowUserInfo'), sees: [401, 401], changes: NOTHING },
  'login-code-too-late': { calls: times(2, 'identity.IssueOAuthAccessToken'), sees: [400, 400], changes: NOTHING },
  'profile-unavailable': { calls: times(3, 'identity.ShowUserInfo'), sees: [503, 503, 200], changes: NOTHING },
  'usage-answer-lost': { calls: times(2, 'koogallery.PushUsageData'), sees: ['lost', 200], changes: 'usage.faulty +2' },
  'late-usage-records': {
    calls: ['koogallery.PushUsageData'],
    sees: [200],
    changes: 'orders.cancelled +1, orders.pending-payment -1, resources.closed +1, resources.frozen -1, usage.faulty +1',
  },
  'usage-push-refused': { calls: times(2, 'koogallery.PushUsageData'), sees: [400, 200], changes: 'usage.faulty +1' },
  'activation-answer-lost': {
    calls: times(2, 'koogallery.ActivateLicense'),
    sees: ['lost', 200],
    changes: 'licences.active +1, licences.taken -1, resources.creating -1, resources.in-use +1',
  },
  'heartbeat-down': { calls: times(4, 'koogallery.CheckLicenseHeartbeat'), sees: [503, 503, 503, 200], changes: NOTHING },
  'order-query-throttled': { calls: times(3, 'koogallery.QueryOrder'), sees: [406, 406, 200], changes: NOTHING },
  'desktop-order-answer-lost': { calls: times(2, 'workspace.CreateOrder'), sees: [504, 200], changes: 'orders.pending-payment +2' },
  'desktop-price-slow': { calls: times(2, 'workspace.EstimateAddResources'), sees: ['slow', 200], changes: NOTHING },
  'certificate-refund-fails': {
    calls: times(2, 'scm.UnsubscribeCertificate'),
    sees: [500, 200],
    changes: 'certificates.paid -1, certificates.unsubscribed +1, orders.to-refund +1',
  },
}
