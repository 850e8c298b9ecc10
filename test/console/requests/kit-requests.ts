import type { Sandbox } from '../../../src/index.ts'
import { type ConsoleRequest, click } from '../click.ts'
import { seller } from '../desk.ts'
import { used } from './seller-requests.ts'

const account = 'chengming_tech'

/** A call of the kit that its seller did not answer; its id. Nobody listens at the seller's address. */
async function failedCall(sandbox: Sandbox): Promise<string> {
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
