import type { Sandbox } from '../../../src/index.ts'
import { buy, type ConsoleRequest, click } from '../click.ts'
import { seller } from '../desk.ts'

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

/** One way to let each operation about images, servers and the seller's agreement succeed in the world `default`. */
export const IMAGE_REQUESTS: Readonly<Record<string, (sandbox: Sandbox) => Promise<ConsoleRequest>>> = {
  ListImages: async () => own(),
  CreateImage: async (sandbox) => own({ name: '星海镜像', server: await stoppedServer(sandbox) }),
  SwitchServer: async (sandbox) => ({ path: { resourceId: await sellersServer(sandbox) }, body: { running: false } }),
  AgreeToUnsubscribe: async (sandbox) => ({ ...(await softwareOf(sandbox)), body: { reason: '客户业务调整' } }),
}
