import type { Sandbox } from '../../../src/index.ts'
import { buy, type ConsoleRequest, click } from '../click.ts'

const account = { path: { account: 'chengming_tech' } }
const crm = async (sandbox: Sandbox, body: object, more: object = {}): Promise<ConsoleRequest> => ({
  path: { resourceId: (await buy(sandbox, 'crm-basic-month', more, true)).resources[0]!.id },
  body,
})
const sms = async (sandbox: Sandbox, amount: string): Promise<ConsoleRequest> => ({
  path: { orderId: (await buy(sandbox, 'sms-package')).id },
  body: { amount, reason: '补偿' },
})
const created = async (sandbox: Sandbox) => {
  const { key } = (await click(sandbox, 'CreateAccessKey', account)) as unknown as { key: { accessKey: string } }
  return { path: { accessKey: key.accessKey } }
}
const resourceNamed = (sandbox: Sandbox, name: string) => ({
  path: { resourceId: [...sandbox.world.resources.all()].find((one) => one.name === name)!.id },
})

/** Access keys, and what is decided about things that are bought, as the table of every operation wants it. */
export const AFTER_BUYING_REQUESTS: Readonly<Record<string, (sandbox: Sandbox) => Promise<ConsoleRequest>>> = {
  ListAccessKeys: async () => account,
  CreateAccessKey: async () => account,
  RemoveAccessKey: created,
  SetExpiryPolicy: (sandbox) => crm(sandbox, { policy: 'renew', times: 2 }),
  ChangeSystem: async (sandbox) => resourceNamed(sandbox, 'web-01'),
  AdjustOrder: (sandbox) => sms(sandbox, '-1.50'),
}
