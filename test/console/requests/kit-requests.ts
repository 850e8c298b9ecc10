import type { Sandbox } from '../../../src/index.ts'
import { buy, type ConsoleRequest, click } from '../click.ts'
import { seller } from '../desk.ts'
import type { RefusalRow } from '../refusals/refusals.ts'
import { used } from './seller-requests.ts'

const account = 'chengming_tech'

/** A call of the kit that its seller did not answer; its id. Nobody listens at the seller's address. */
export async function failedCall(sandbox: Sandbox): Promise<string> {
  const binding = await used(sandbox, (resource) => ({ resource }))
  await click(sandbox, 'SetAddress', { path: { seller }, body: { use: 'kit', url: 'http://127.0.0.1:9/' } })
  await click(sandbox, 'BindApplication', binding)
  await sandbox.clock.pass('1s')
  const { failedCalls } = (await click(sandbox, 'ShowOrganisation', { path: { account } })) as unknown as { failedCalls: { id: string }[] }
  return failedCalls[0]!.id
}

/** One way to let each operation on an organisation succeed in the world `default`. */
export const KIT_REQUESTS: Readonly<Record<string, (sandbox: Sandbox) => Promise<ConsoleRequest>>> = {
  ShowOrganisation: async (sandbox) => {
    await click(sandbox, 'BindApplication', await used(sandbox, (resource) => ({ resource })))
    return { path: { account } }
  },
  MoveMember: async () => ({ path: { account }, body: { userName: 'zhangwei', orgCode: '10200' } }),
  DecideKitRetry: async (sandbox) => ({ path: { deliveryId: await failedCall(sandbox) }, body: { retry: true } }),
}

/** Something bought of the same seller that has no tenants, for the credential of a request. */
async function licence(sandbox: Sandbox, body: (resource: string) => unknown): Promise<ConsoleRequest> {
  const { path } = await used(sandbox, () => ({}))
  const { resources } = await buy(sandbox, 'gateway-forever')
  return { ...(path && { path }), body: body(resources[0]!.id) }
}

async function closed(sandbox: Sandbox, body: (resource: string) => unknown): Promise<ConsoleRequest> {
  let bought = ''
  const request = await used(sandbox, (resource) => {
    bought = resource
    return body(resource)
  })
  await click(sandbox, 'UnsubscribeResource', { path: { resourceId: bought }, body: {} })
  await sandbox.clock.advance('1h')
  return request
}

const department = (more: object) => (resource: string) => ({ resource, orgCode: '30000', orgName: '研发部', ...more })

/** Every refusal about an organisation by its natural cause. */
export const KIT_REFUSALS: readonly RefusalRow[] = [
  ['ShowOrganisation', 'unknown-account', async () => ({ path: { account: 'nobody' } })],
  ['MoveMember', 'unknown-account', async () => ({ path: { account: 'nobody' }, body: { userName: 'zhangwei', orgCode: '10200' } })],
  ['MoveMember', 'unknown-person', async () => ({ path: { account }, body: { userName: 'nobody', orgCode: '10200' } })],
  ['MoveMember', 'unknown-department', async () => ({ path: { account }, body: { userName: 'zhangwei', orgCode: '99999' } })],
  ['DecideKitRetry', 'unknown-call', async () => ({ path: { deliveryId: 'D00009999' }, body: { retry: true } })],
  [
    'DecideKitRetry',
    'wrong-state',
    async (sandbox) => {
      const deliveryId = await failedCall(sandbox)
      await click(sandbox, 'DecideKitRetry', { path: { deliveryId }, body: { retry: false } })
      return { path: { deliveryId }, body: { retry: true } }
    },
  ],
  ['BindApplication', 'not-joint', (sandbox) => licence(sandbox, (resource) => ({ resource }))],
  ['AuthoriseAccounts', 'not-joint', (sandbox) => licence(sandbox, (resource) => ({ resource }))],
  ['ChangeDepartment', 'not-joint', (sandbox) => licence(sandbox, department({}))],
  ['BindApplication', 'wrong-state', (sandbox) => closed(sandbox, (resource) => ({ resource }))],
  ['AuthoriseAccounts', 'wrong-state', (sandbox) => closed(sandbox, (resource) => ({ resource }))],
  ['ChangeDepartment', 'wrong-state', (sandbox) => closed(sandbox, department({}))],
  ['BindApplication', 'not-bound', (sandbox) => used(sandbox, (resource) => ({ resource, remove: true }))],
  ['ChangeDepartment', 'unknown-department', (sandbox) => used(sandbox, department({ parentCode: '99999' }))],
  ['ChangeDepartment', 'unknown-department', (sandbox) => used(sandbox, department({ change: 'modify' }))],
  ['ChangeDepartment', 'unknown-department', (sandbox) => used(sandbox, department({ change: 'remove' }))],
  ['ChangeDepartment', 'department-circle', (sandbox) => used(sandbox, department({ orgCode: '10000', parentCode: '10000' }))],
  ['ChangeDepartment', 'department-taken', (sandbox) => used(sandbox, department({ orgName: '销售部' }))],
  ['ChangeDepartment', 'department-in-use', (sandbox) => used(sandbox, department({ orgCode: '10100', change: 'remove' }))],
]
