import type { Sandbox } from '../../src/index.ts'
import { buy, type ConsoleRequest, click } from './click.ts'
import { delivered } from './requests/console-requests.ts'
import { accountId, filed, known, ORGANISER, SITE } from './requests/filing-requests.ts'
import { used } from './requests/seller-requests.ts'
import { walk } from './supervision-walk.ts'

/** An operation, the code it refuses with, and what leads there by itself: what has to be there first, and the request. */
type RefusalRow = readonly [operation: string, code: string, why: string, cause: (sandbox: Sandbox) => Promise<ConsoleRequest>]

/** An order that waits for payment, and whose buyer has left since: as in a starting world that holds such orders. */
async function ofNobody(sandbox: Sandbox): Promise<ConsoleRequest> {
  const { id } = await buy(sandbox, 'sms-package', { pay: false, customer: 'sunyue_studio' })
  sandbox.world.accounts.delete(sandbox.world.orders.get(id)!.customerId)
  return { body: { orders: [id] } }
}

const department = (more: object) => (resource: string) => ({ resource, orgCode: '30000', orgName: '研发部', ...more })

/** Causes of refusals that no recipe leads to, or that lead to the code of a recipe in another way. */
export const OTHER_CAUSES: readonly RefusalRow[] = [
  ['PayOrders', 'unknown-account', 'the buyer has left', ofNobody],
  ['RequestFunds', 'unknown-account', 'the buyer has left', ofNobody],
  [
    'ClaimFormerFiling',
    'certificate-elsewhere',
    'another account filed the organiser',
    async (sandbox) => {
      known(sandbox, 'former')
      await filed(sandbox, { siteName: 'chengming.net' })
      const [mine] = [...sandbox.world.organisers.all()]
      sandbox.world.organisers.change(mine!.id, { accountId: accountId(sandbox, 'jinli_catering') })
      return { body: { ...ORGANISER, siteName: SITE.siteName } }
    },
  ],
  [
    'AppealDelivery',
    'wrong-state',
    'appealed already',
    async (sandbox) => {
      const path = { orderId: await delivered(sandbox) }
      await click(sandbox, 'AppealDelivery', { path, body: { reason: '用户未在约定时间内验收' } })
      return { path, body: { reason: '用户仍未验收' } }
    },
  ],
  ...['modify', 'remove'].map(
    (change): RefusalRow => [
      'ChangeDepartment',
      'unknown-department',
      `nothing to ${change}`,
      (sandbox) => used(sandbox, department({ change })),
    ],
  ),
  [
    'AskRefund',
    'amount-refused',
    'more than was paid',
    async (sandbox) => ({
      path: { orderId: await walk(sandbox, 'env-setup', 'confirmation') },
      body: { amount: '800.01', reason: '部分内容不再需要' },
    }),
  ],
  [
    'SetExpiryPolicy',
    'wrong-state',
    'paid by use',
    async (sandbox) => ({
      path: { resourceId: (await buy(sandbox, 'crm-basic-month', { product: 'sms' }, true)).resources[0]!.id },
      body: { policy: 'renew' },
    }),
  ],
  [
    'ChangeSystem',
    'wrong-state',
    'a closed server',
    async ({ world }) => {
      const { id } = [...world.resources.all()].find(({ name }) => name === 'web-01')!
      world.transition('resources', id, 'close')
      return { path: { resourceId: id } }
    },
  ],
  [
    'AdjustOrder',
    'amount-refused',
    'less than nothing is left',
    async (sandbox) => ({
      path: { orderId: (await buy(sandbox, 'sms-package')).id },
      body: { amount: '-99999', reason: '补偿' },
    }),
  ],
]
