import type { Sandbox } from '../../../src/index.ts'
import { buy, type ConsoleRequest, click } from '../click.ts'
import { buyerIs, waiting } from '../refusals/buying-refusals.ts'
import type { RefusalRow } from '../refusals/refusals.ts'

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

export const AFTER_BUYING_REFUSALS: readonly RefusalRow[] = [
  ...['ListAccessKeys', 'CreateAccessKey'].map(
    (operation): RefusalRow => [operation, 'unknown-account', async () => ({ path: { account: 'nobody' } })],
  ),
  [
    'CreateAccessKey',
    'too-many-access-keys',
    async (sandbox) => {
      await created(sandbox)
      return account
    },
  ],
  [
    'RemoveAccessKey',
    'unknown-access-key',
    async (sandbox) => {
      const request = await created(sandbox)
      await click(sandbox, 'RemoveAccessKey', request)
      return request
    },
  ],
  ['RemoveAccessKey', 'access-key-printed', async (sandbox) => ({ path: { accessKey: sandbox.credentials.buyer!.ak } })],
  ['SetExpiryPolicy', 'unknown-resource', async () => ({ path: { resourceId: 'nothing' }, body: { policy: 'end' } })],
  ['SetExpiryPolicy', 'wrong-state', (sandbox) => crm(sandbox, { policy: 'renew' }, { product: 'crm-trial' })],
  ['SetExpiryPolicy', 'wrong-state', (sandbox) => crm(sandbox, { policy: 'renew' }, { product: 'sms' })],
  [
    'SetExpiryPolicy',
    'period-not-offered',
    async (sandbox) => ({ ...resourceNamed(sandbox, 'web-01'), body: { policy: 'renew', period: 'year' } }),
  ],
  ['ChangeSystem', 'unknown-resource', async () => ({ path: { resourceId: 'nothing' } })],
  ['ChangeSystem', 'wrong-state', async (sandbox) => resourceNamed(sandbox, 'rds-mall')],
  [
    'ChangeSystem',
    'wrong-state',
    async (sandbox) => {
      const request = resourceNamed(sandbox, 'web-01')
      sandbox.world.transition('resources', request.path.resourceId, 'close')
      return request
    },
  ],
  ['AdjustOrder', 'unknown-order', async () => ({ path: { orderId: 'CS1' }, body: { amount: '1', reason: '补偿' } })],
  ['AdjustOrder', 'wrong-state', async (sandbox) => ({ path: { orderId: await waiting(sandbox) }, body: { amount: '1', reason: '补偿' } })],
  ['AdjustOrder', 'amount-refused', (sandbox) => sms(sandbox, '0')],
  ['AdjustOrder', 'amount-refused', (sandbox) => sms(sandbox, '-99999')],
  [
    'AdjustOrder',
    'balance-insufficient',
    async (sandbox) => {
      const request = await sms(sandbox, '0.02')
      buyerIs(sandbox, { balance: 1 })
      return request
    },
  ],
]
