import type { Sandbox } from '../../../src/index.ts'
import { buy, type ConsoleRequest, click } from '../click.ts'
import { product, seller } from '../desk.ts'

/** A public key of RSA with 3072 bits; nobody has the other half. */
const PUBLIC_KEY = [
  'MIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEAvkrD+4lKTFidTJZVL0v+KfxRTkNX1rBGC/us18hDBJlMopsry+nxOfEc',
  'bN9pMAx8n0ReNjf6mqy4X5enThq3DXJWrVSoEg+Y96JCe8pMM9g4xm7siRQbxbEbhzNW1wsRDp3iq1i2WLkvQIczKZip2CdH64KJ',
  '3xYUj69tOEOwT1qcqnVWrykOI6Rl/w55URCUIadvIcmtMYKNmbio1Z7WRLhT32uAJLG2XSV8nuLau8z5ALqobvoucXJpZcN0mFIG',
  'rJYdAO7ovLwP73HDGgCwUKkWq7UvhCphZfWaCnWOx3oRoFbhDBK/q6qjRTcDbf5JYfvJDnnKS1BE4zNVnW7HzuDw0pSXeA95M48C',
  'l8Y43CssrQc15f8BM1DStaPGX2TfE4veGOIaBVQT0T93BAd8wEp0K2TlK3K0KF0mrl2F9VkJuJLeM6Vl5ASuHRZVL/zPNoK5l1oh',
  '08eFeaGrTBBDM7jvOUOWsTWbbb3g3yxlNB3FHCpe8OOKRkASJ3y8JnsNAgMBAAE=',
].join('')

/** What an application credential says. */
export const APPLICATION = {
  name: '星海CRM',
  authentication: 'OAuth2.0',
  productionAddress: 'https://crm.xinghai.example.com/saasproduce',
  publicKey: PUBLIC_KEY,
  loginAddressType: '统一登录',
} as const

const path = { seller }
const own = (body?: unknown): ConsoleRequest => ({ path, ...(body === undefined ? {} : { body }) })

/** An address whose interfaces were all debugged, or those named; its id. */
export async function debugged(sandbox: Sandbox, use = 'basic', interfaces?: readonly string[]): Promise<string> {
  const { address } = (await click(sandbox, 'SetAddress', own({ use, url: `https://${use}.xinghai.example.com/` }))) as unknown as {
    address: { id: string }
  }
  await click(sandbox, 'NoteDebugged', { path: { addressId: address.id }, ...(interfaces ? { body: { interfaces } } : {}) })
  return address.id
}

/** A rule by which orders of SaaS products are told to an address; both ids. */
export async function bound(sandbox: Sandbox) {
  const addressId = await debugged(sandbox, 'notification')
  const { notifications } = (await click(sandbox, 'SetNotification', own({ addressId, accessTypes: ['saas'] }))) as unknown as {
    notifications: { id: string }[]
  }
  return { addressId, notificationId: notifications[0]!.id }
}

/** A credential of the seller, as it was answered. */
export async function credential(sandbox: Sandbox, more: object = {}) {
  await debugged(sandbox)
  return (await click(sandbox, 'CreateApplication', own({ ...APPLICATION, ...more }))) as unknown as {
    application: { appId: string; clientId: string; redirectUris: string[] }
    clientSecret: string
  }
}

/** Something that a seller asked for; its id. */
export async function asked(sandbox: Sandbox, operation: string, body: object): Promise<string> {
  return ((await click(sandbox, operation, own(body))) as unknown as { request: { id: string } }).request.id
}

/** A vendor's word about a request. */
export const decide = (sandbox: Sandbox, requestId: string, pass: boolean, reason?: string) =>
  click(sandbox, 'DecideSellerRequest', { path: { requestId }, body: { pass, ...(reason ? { reason } : {}) } })

export const PROGRAMME = { programme: '商家加速计划', reason: '年销售额500万元' }
export const DATA_FILE = { kind: 'data-file', name: '城市天气数据集', spec: '2025年 | 全国', charging: 'one-time', price: '320.00' }
export const IMAGE = { kind: 'image', name: '星海数据库镜像', spec: 'MySQL 8.0', charging: 'period', period: 'month', price: '45.00' }

/** A credential and something bought that it is used for. */
export async function used(sandbox: Sandbox, body: (resource: string) => unknown): Promise<ConsoleRequest> {
  const { appId } = (await credential(sandbox)).application
  // Bought of a seller who has no address, so that it is there at once.
  for (const { id } of [...sandbox.world.addresses.all()]) sandbox.world.addresses.delete(id)
  const { resources } = await buy(sandbox, product('40'), {}, true)
  return { path: { applicationId: appId }, body: body(resources[0]!.id) }
}

/** One way to let each operation of the seller's desk succeed in the world `default`. */
export const SELLER_REQUESTS: Readonly<Record<string, (sandbox: Sandbox) => Promise<ConsoleRequest>>> = {
  RechargeAccount: async () => ({ path: { account: 'chengming_tech' }, body: { amount: '1000.00' } }),
  ListAddresses: async (sandbox) => {
    await debugged(sandbox)
    return own()
  },
  SetAddress: async () => own({ use: 'basic', url: 'https://www.isvwebsite.com/saasproduce', productId: product('40') }),
  RemoveAddress: async (sandbox) => ({ path: { addressId: await debugged(sandbox) } }),
  ListSellerKeys: async () => own(),
  CreateSellerKey: async (sandbox) => {
    await click(sandbox, 'RemoveSellerKey', { path: { keyId: 'xinghai-kit' } })
    return own({ use: 'kit' })
  },
  RemoveSellerKey: async () => ({ path: { keyId: 'xinghai-kit' } }),
  ListNotifications: async (sandbox) => {
    await bound(sandbox)
    return own()
  },
  SetNotification: async (sandbox) => own({ addressId: await debugged(sandbox, 'notification'), productIds: [product('43')] }),
  RemoveNotification: async (sandbox) => ({ path: { notificationId: (await bound(sandbox)).notificationId } }),
  ShowNotifiedAddress: async (sandbox) => {
    await bound(sandbox)
    return { path: { orderId: [...sandbox.world.orders.where('product', product('43'))][0]!.id } }
  },
  NoteDebugged: async (sandbox) => ({ path: { addressId: await debugged(sandbox) }, body: { interfaces: ['newInstance'] } }),
  ListApplications: async (sandbox) => {
    await credential(sandbox)
    return own()
  },
  CreateApplication: async (sandbox) => {
    await debugged(sandbox)
    return own(APPLICATION)
  },
  ChangeApplication: async (sandbox) => ({
    path: { applicationId: (await credential(sandbox, { test: true })).application.appId },
    body: { productionAddress: 'https://new.xinghai.example.com/saasproduce', test: false },
  }),
  RemoveApplication: async (sandbox) => ({ path: { applicationId: (await credential(sandbox)).application.appId } }),
  BindApplication: async (sandbox) => used(sandbox, (resource) => ({ resource })),
  AuthoriseAccounts: async (sandbox) => used(sandbox, (resource) => ({ resource, users: ['liqing'] })),
  ChangeDepartment: async (sandbox) => used(sandbox, (resource) => ({ resource, orgCode: '10000', orgName: '开发部' })),
  AddAppCode: async (sandbox) => ({ path: { resourceId: (await buy(sandbox, 'id-check-call', {}, true)).resources[0]!.id } }),
  SetApiBackend: async () => ({ path: { productId: product('62') }, body: { url: 'http://localhost:3000/id-check', timeout: 9000 } }),
  CheckApiBackend: async (sandbox) => {
    // Nobody listens there: the check says so.
    await click(sandbox, 'SetApiBackend', { path: { productId: product('62') }, body: { url: 'http://localhost:9/id-check' } })
    return { path: { productId: product('62') }, body: { body: { name: '星海' } } }
  },
  ListSellerRequests: async (sandbox) => {
    await decide(sandbox, await asked(sandbox, 'ApplyForProgramme', PROGRAMME), true)
    return own()
  },
  DecideSellerRequest: async (sandbox) => ({
    path: { requestId: await asked(sandbox, 'TakeOffShelf', { productId: product('40'), reason: '产品升级' }) },
    body: { pass: true },
  }),
  ApplyForProgramme: async () => own(PROGRAMME),
  ReapplyForProgramme: async (sandbox) => {
    const requestId = await asked(sandbox, 'ApplyForProgramme', PROGRAMME)
    await decide(sandbox, requestId, false, '资料不全')
    return { path: { requestId }, body: { reason: '年销售额800万元' } }
  },
  PublishProduct: async () => own({ ...DATA_FILE, guide: { name: '使用指南.pdf', size: 1_200_000 } }),
  TakeOffShelf: async () => own({ productId: product('40'), reason: '产品升级', proof: { name: '下架说明.pdf', size: 52_000 } }),
  SuspendProduct: async () => ({ path: { productId: product('40') }, body: { suspend: true } }),
  ApplyForTestLicence: async () => own({ productId: product('48') }),
  ListTestLicences: async (sandbox) => {
    await click(sandbox, 'ApplyForTestLicence', own({ productId: product('48') }))
    return own()
  },
}
