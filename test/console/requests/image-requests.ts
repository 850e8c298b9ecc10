import type { Sandbox } from '../../../src/index.ts'
import { buy, type ConsoleRequest, click } from '../click.ts'
import { seller } from '../desk.ts'
import type { RefusalRow } from '../refusals/refusals.ts'

const own = (body?: unknown): ConsoleRequest => ({ path: { seller }, ...(body === undefined ? {} : { body }) })

/** A cloud server of the seller, running; its resource id. */
export async function sellersServer(sandbox: Sandbox): Promise<string> {
  const product = [...sandbox.world.products.all()].find(
    ({ serviceType, chargingMode }) => serviceType === 'hws.service.type.ec2' && chargingMode === 'period',
  )!
  await click(sandbox, 'RechargeAccount', { path: { account: seller }, body: { amount: '10000.00' } })
  const order = await buy(sandbox, product.id, { customer: seller }, true)
  return order.resources[0]!.id
}

/** The same, stopped. */
export async function stoppedServer(sandbox: Sandbox): Promise<string> {
  const resourceId = await sellersServer(sandbox)
  await click(sandbox, 'SwitchServer', { path: { resourceId }, body: { running: false } })
  return resourceId
}

const softwareOf = async (sandbox: Sandbox) => ({
  path: { resourceId: (await buy(sandbox, 'crm-basic-month', {}, true)).resources[0]!.id },
})
const certificate = (sandbox: Sandbox) => [...sandbox.world.resources.all()].find(({ id }) => id.startsWith('scs'))

/** One way to let each operation about images, servers and the seller's agreement succeed in the world `default`. */
export const IMAGE_REQUESTS: Readonly<Record<string, (sandbox: Sandbox) => Promise<ConsoleRequest>>> = {
  ListImages: async () => own(),
  CreateImage: async (sandbox) => own({ name: '星海镜像', server: await stoppedServer(sandbox) }),
  SwitchServer: async (sandbox) => ({ path: { resourceId: await sellersServer(sandbox) }, body: { running: false } }),
  AgreeToUnsubscribe: async (sandbox) => ({ ...(await softwareOf(sandbox)), body: { reason: '客户业务调整' } }),
}

/** Every refusal of them by its natural cause. */
export const IMAGE_REFUSALS: readonly RefusalRow[] = [
  ['CreateImage', 'unknown-resource', async () => own({ name: '镜像', server: 'nothing' })],
  ['CreateImage', 'no-server', async (sandbox) => own({ name: '镜像', server: (await softwareOf(sandbox)).path.resourceId })],
  ['CreateImage', 'wrong-state', async (sandbox) => own({ name: '镜像', server: await sellersServer(sandbox) })],
  ['SwitchServer', 'unknown-resource', async () => ({ path: { resourceId: 'nothing' }, body: { running: true } })],
  ['SwitchServer', 'no-server', async (sandbox) => ({ ...(await softwareOf(sandbox)), body: { running: true } })],
  ['SwitchServer', 'wrong-state', async (sandbox) => ({ path: { resourceId: await sellersServer(sandbox) }, body: { running: true } })],
  ['AgreeToUnsubscribe', 'unknown-resource', async () => ({ path: { resourceId: 'nothing' }, body: {} })],
  [
    'AgreeToUnsubscribe',
    'not-returnable',
    async (sandbox) => ({ path: { resourceId: certificate(sandbox)?.id ?? (await sellersServer(sandbox)) }, body: {} }),
  ],
  [
    'AgreeToUnsubscribe',
    'wrong-state',
    async (sandbox) => {
      const about = await softwareOf(sandbox)
      await click(sandbox, 'UnsubscribeResource', { ...about, body: {} })
      await sandbox.clock.advance('1h')
      return { ...about, body: {} }
    },
  ],
]
