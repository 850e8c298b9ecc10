import type { Sandbox } from '../../../src/index.ts'
import { click } from '../click.ts'
import { product, seller } from '../desk.ts'
import {
  APPLICATION,
  asked,
  bound,
  credential,
  DATA_FILE,
  debugged,
  decide,
  IMAGE,
  PROGRAMME,
  SHORT_KEY,
  used,
} from '../requests/seller-requests.ts'
import type { RefusalRow } from './refusals.ts'

const own = (body?: unknown) => ({ path: { seller }, ...(body === undefined ? {} : { body }) })
const ANOTHERS = 'workspace.k.large2'
const SAAS = { kind: 'saas', name: '星海工单', spec: '标准版', charging: 'period', period: 'month', price: '99.00' }
const OFF = { productId: product('40'), reason: '产品升级' }

/** Operations of a seller's desk: an account that is not there, and one that sells nothing. */
const DESK: readonly (readonly [string, object?])[] = [
  ['ListAddresses'],
  ['SetAddress', { use: 'basic', url: 'https://a.example.com/' }],
  ['ListSellerKeys'],
  ['ListUsageRecords'],
  ['CreateSellerKey', { use: 'kit' }],
  ['ListNotifications'],
  ['SetNotification', { addressId: 'address-1', accessTypes: ['saas'] }],
  ['ListApplications'],
  ['CreateApplication', APPLICATION],
  ['ListSellerRequests'],
  ['ApplyForProgramme', PROGRAMME],
  ['PublishProduct', DATA_FILE],
  ['ListImages'],
  ['CreateImage', { name: '镜像', server: 'nothing' }],
  ['TakeOffShelf', OFF],
  ['ApplyForTestLicence', { productId: product('48') }],
  ['ListTestLicences'],
]

/** A rule of the setting on addresses, and an address that it does not take. */
const strict = (sandbox: Sandbox) => sandbox.world.set('console.strictAddresses', true)

/** Something that Huawei Cloud itself sold. */
const vendors = ({ world }: Sandbox) =>
  [...world.resources.all()].find(({ productId }) => world.products.get(productId)?.sellerId === undefined)!.id

/** Every refusal of the seller's desk by its natural cause. */
export const SELLER_REFUSALS: readonly RefusalRow[] = [
  ...DESK.flatMap(([operation, body]): RefusalRow[] => [
    [operation, 'unknown-account', async () => ({ ...own(body), path: { seller: 'nobody' } })],
    [operation, 'not-a-seller', async () => ({ ...own(body), path: { seller: 'chengming_tech' } })],
  ]),

  // The buyer's organisation
  ['BindApplication', 'unknown-application', async () => ({ path: { applicationId: '1' }, body: { resource: 'x' } })],
  ['AuthoriseAccounts', 'unknown-application', async () => ({ path: { applicationId: '1' }, body: {} })],
  [
    'ChangeDepartment',
    'unknown-application',
    async () => ({ path: { applicationId: '1' }, body: { resource: 'x', orgCode: '1', orgName: 'x' } }),
  ],
  ['BindApplication', 'unknown-resource', (sandbox) => used(sandbox, () => ({ resource: 'x' }))],
  ['AuthoriseAccounts', 'unknown-resource', (sandbox) => used(sandbox, () => ({ resource: 'x' }))],
  ['ChangeDepartment', 'unknown-resource', (sandbox) => used(sandbox, () => ({ resource: 'x', orgCode: '1', orgName: 'x' }))],
  ['BindApplication', 'not-the-sellers', (sandbox) => used(sandbox, () => ({ resource: vendors(sandbox) }))],
  ['AuthoriseAccounts', 'not-the-sellers', (sandbox) => used(sandbox, () => ({ resource: vendors(sandbox) }))],
  ['ChangeDepartment', 'not-the-sellers', (sandbox) => used(sandbox, () => ({ resource: vendors(sandbox), orgCode: '1', orgName: 'x' }))],
  ['AuthoriseAccounts', 'unknown-person', (sandbox) => used(sandbox, (resource) => ({ resource, users: ['nobody'] }))],

  // Addresses, keys, notification
  ['SetAddress', 'unknown-product', async () => own({ use: 'basic', url: 'https://a.example.com/', productId: 'OFFI1' })],
  ['SetAddress', 'not-the-sellers', async () => own({ use: 'basic', url: 'https://a.example.com/', productId: ANOTHERS })],
  ['SetAddress', 'address-malformed', async () => own({ use: 'basic', url: 'ftp://example.com' })],
  [
    'SetAddress',
    'address-not-allowed',
    async (sandbox) => {
      strict(sandbox)
      return own({ use: 'basic', url: 'http://localhost:3000/' })
    },
  ],
  ['SetAddress', 'notification-scope', async () => own({ use: 'notification', url: 'https://a.example.com/', productId: product('40') })],
  ['RemoveAddress', 'unknown-address', async () => ({ path: { addressId: 'address-9' } })],
  ['RemoveAddress', 'address-in-use', async (sandbox) => ({ path: { addressId: (await bound(sandbox)).addressId } })],
  ['NoteDebugged', 'unknown-address', async () => ({ path: { addressId: 'address-9' } })],
  [
    'NoteDebugged',
    'wrong-interface',
    async (sandbox) => ({ path: { addressId: await debugged(sandbox) }, body: { interfaces: ['tenantSync'] } }),
  ],
  ['CreateSellerKey', 'key-exists', async () => own({ use: 'kit' })],
  [
    'CreateSellerKey',
    'key-bound-elsewhere',
    async (sandbox) => {
      await click(sandbox, 'RemoveSellerKey', { path: { keyId: 'xinghai-kit' } })
      return own({ use: 'kit', secret: sandbox.world.sellerKeys.get('xinghai-basic')!.secret })
    },
  ],
  ['RemoveSellerKey', 'unknown-key', async () => ({ path: { keyId: 'key-9' } })],
  ['SetNotification', 'unknown-address', async () => own({ addressId: 'address-9', accessTypes: ['saas'] })],
  [
    'SetNotification',
    'unknown-product',
    async (sandbox) => own({ addressId: await debugged(sandbox, 'notification'), productIds: ['OFFI1'] }),
  ],
  [
    'SetNotification',
    'not-the-sellers',
    async (sandbox) => own({ addressId: await debugged(sandbox, 'notification'), productIds: [ANOTHERS] }),
  ],
  ['SetNotification', 'wrong-use', async (sandbox) => own({ addressId: await debugged(sandbox), accessTypes: ['saas'] })],
  [
    'SetNotification',
    'not-debugged',
    async (sandbox) => {
      const { address } = (await click(sandbox, 'SetAddress', own({ use: 'notification', url: 'https://a.example.com/' }))) as unknown as {
        address: { id: string }
      }
      return own({ addressId: address.id, accessTypes: ['saas'] })
    },
  ],
  ['SetNotification', 'already-bound', async (sandbox) => own({ addressId: (await bound(sandbox)).addressId, accessTypes: ['saas'] })],
  [
    'SetNotification',
    'no-notification-for-images',
    async (sandbox) => own({ addressId: await debugged(sandbox, 'notification'), accessTypes: ['image'] }),
  ],
  ['RemoveNotification', 'unknown-notification', async () => ({ path: { notificationId: 'notification-9' } })],
  ['ShowNotifiedAddress', 'unknown-order', async () => ({ path: { orderId: 'CS1' } })],

  // Application credentials
  ['CreateApplication', 'not-debugged', async () => own(APPLICATION)],
  [
    'CreateApplication',
    'address-malformed',
    async (sandbox) => {
      await debugged(sandbox)
      return own({ ...APPLICATION, productionAddress: 'crm' })
    },
  ],
  [
    'CreateApplication',
    'address-not-allowed',
    async (sandbox) => {
      await debugged(sandbox)
      strict(sandbox)
      return own({ ...APPLICATION, productionAddress: 'http://localhost:3000/' })
    },
  ],
  [
    'CreateApplication',
    'key-unusable',
    async (sandbox) => {
      await debugged(sandbox)
      return own({ ...APPLICATION, publicKey: SHORT_KEY })
    },
  ],
  [
    'CreateApplication',
    'too-many-applications',
    async (sandbox) => {
      await credential(sandbox)
      sandbox.world.set('console.applicationsPerSeller', 1)
      return own(APPLICATION)
    },
  ],
  ['ChangeApplication', 'unknown-application', async () => ({ path: { applicationId: '9' }, body: {} })],
  ...(
    [
      ['address-malformed', { productionAddress: 'crm' }],
      ['address-not-allowed', { redirectUris: ['http://localhost:3000/'] }],
      ['key-unusable', { publicKey: 'no key' }],
    ] as const
  ).map(
    ([code, body]): RefusalRow => [
      'ChangeApplication',
      code,
      async (sandbox) => {
        const applicationId = (await credential(sandbox)).application.appId
        strict(sandbox)
        return { path: { applicationId }, body }
      },
    ],
  ),
  ['RemoveApplication', 'unknown-application', async () => ({ path: { applicationId: '9' } })],

  // Shelf and programmes
  ['DecideSellerRequest', 'unknown-request', async () => ({ path: { requestId: 'request-9' }, body: { pass: true } })],
  [
    'DecideSellerRequest',
    'wrong-state',
    async (sandbox) => {
      const requestId = await asked(sandbox, 'TakeOffShelf', OFF)
      await decide(sandbox, requestId, true)
      return { path: { requestId }, body: { pass: false } }
    },
  ],
  [
    'ApplyForProgramme',
    'already-requested',
    async (sandbox) => {
      await asked(sandbox, 'ApplyForProgramme', PROGRAMME)
      return own(PROGRAMME)
    },
  ],
  ['ReapplyForProgramme', 'unknown-request', async () => ({ path: { requestId: 'request-9' }, body: {} })],
  [
    'ReapplyForProgramme',
    'wrong-state',
    async (sandbox) => ({ path: { requestId: await asked(sandbox, 'ApplyForProgramme', PROGRAMME) }, body: {} }),
  ],
  ['PublishProduct', 'not-debugged', async () => own(SAAS)],
  [
    'PublishProduct',
    'credential-needed',
    async (sandbox) => {
      await debugged(sandbox, 'kit')
      await credential(sandbox, { test: true })
      return own({ ...SAAS, joint: true })
    },
  ],
  ['PublishProduct', 'file-refused', async () => own({ ...DATA_FILE, guide: { name: '使用指南.exe' } })],
  ['PublishProduct', 'image-refused', async () => own({ ...IMAGE, image: { id: 'ims-encrypted' } })],
  ['PublishProduct', 'unknown-image', async () => own({ ...IMAGE, image: { id: 'ims-nowhere' } })],
  ['PublishProduct', 'unknown-region', async () => own({ ...IMAGE, image: { id: 'ims-hardened' }, regions: ['cn-north-4', 'nowhere-9'] })],
  ['PublishProduct', 'image-too-large', async () => own({ ...IMAGE, image: { id: 'ims-large' } })],
  [
    'TakeOffShelf',
    'wrong-state',
    async (sandbox) => {
      await decide(sandbox, await asked(sandbox, 'TakeOffShelf', OFF), true)
      return own(OFF)
    },
  ],
  [
    'TakeOffShelf',
    'already-requested',
    async (sandbox) => {
      await asked(sandbox, 'TakeOffShelf', OFF)
      return own({ name: '星海CRM', reason: '产品升级' })
    },
  ],
]
