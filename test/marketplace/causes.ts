import { expect } from 'vitest'
import { takeLicence as takeCode } from '../../src/commerce/licences/licences.ts'
import { moveSupervision } from '../../src/commerce/supervision/supervise.ts'
import type { Sandbox } from '../../src/index.ts'
import { click } from '../console/click.ts'
import { APPLICATION } from '../console/requests/seller-requests.ts'
import { buy, PRODUCT } from './shop.ts'

/** Of the default world, waiting to be taken. */
export const LICENCE = 'PL7Q2M4X9K1D5T8B3N'

export const pass = ({ clock }: Sandbox, by = '1m') => clock.pass(by)

export async function owned(sandbox: Sandbox, productId: string = PRODUCT.month) {
  const { id } = buy(sandbox, productId)
  await pass(sandbox)
  return sandbox.world.resources.get(sandbox.world.orders.get(id)!.resourceIds[0]!)!
}

export async function renew(sandbox: Sandbox, body: object = {}) {
  const { id } = await owned(sandbox)
  await click(sandbox, 'RenewResource', { path: { resourceId: id }, body })
  await pass(sandbox)
}

export async function frozen(sandbox: Sandbox) {
  const { id } = await owned(sandbox)
  await pass(sandbox, 'P47D') // a month and the grace period (setting), not yet the retention
  expect(sandbox.world.resources.get(id)?.status).toBe('frozen')
  return id
}

/** Buyer and seller bring a licence code to its use; activation itself is a call of the open API. */
export async function takeLicence(sandbox: Sandbox) {
  const { world } = sandbox
  const licence = world.licences.get(LICENCE)!
  world.transaction(() => {
    takeCode(world, licence)
    moveSupervision(world, licence.orderId!, 'take-code', { by: 'buyer' })
    world.transition('licences', LICENCE, 'activate', { activatedAt: world.clock.now() })
    for (const event of ['activate', 'upload-proof'] as const) moveSupervision(world, licence.orderId!, event, { by: 'seller' })
  })
  await pass(sandbox, '4h')
  return licence.resourceId!
}

export const applied = async (sandbox: Sandbox) => {
  const { application } = (await click(sandbox, 'CreateApplication', {
    path: { seller: 'xinghai_soft' },
    body: APPLICATION,
  })) as unknown as {
    application: { appId: string }
  }
  return application.appId
}

export async function atApplication(sandbox: Sandbox, operation: string, ...bodies: readonly object[]) {
  const applicationId = await applied(sandbox)
  const { id: resource } = await owned(sandbox)
  for (const body of bodies) await click(sandbox, operation, { path: { applicationId }, body: { resource, ...body } })
  await pass(sandbox)
}
