import type { World } from '../world-api.ts'
import type { InterfaceUse, Product, SellerAddress } from './entities.ts'

const KIT = ['tenantSync', 'applicationSync', 'authSync', 'singleOrgSync', 'allOrgSync'] as const
const BASIC = ['newInstance', 'queryInstance', 'refreshInstance', 'updateInstanceStatus', 'releaseInstance'] as const
const CHANGES = ['upgradeInstance', 'changeInstanceCheck'] as const
/** Online licences only (在线开通License). */
const DEVICES = 'getLicenseAsync'
const V1 = ['newInstance', 'refreshInstance', 'expireInstance', 'releaseInstance', 'instanceStatus', 'queryInstance', 'upgradeInstance']

/** The interfaces of an address, by its use (koogallery.md 1.1, 4, 6, 8.1). */
export function interfacesOf({ use, version }: Pick<SellerAddress, 'use' | 'version'>): readonly string[] {
  const table: Readonly<Record<InterfaceUse, readonly string[]>> = {
    basic: version === 1 ? V1 : [...BASIC, ...CHANGES, DEVICES],
    kit: KIT,
    licence: ['refreshLicenseCode', 'updateLicenseCodeStatus', 'releaseLicenseCode'],
    notification: ['orderNotify'],
  }
  return table[use]
}

/**
 * The basic interfaces that have to be debugged before a product can be published, by charging mode and delivery (koogallery.md 1.1, 8.4,
 * 13). The specs hold the same as `x-required-interfaces`, with sources; a test compares them.
 */
export function interfacesToDebug({ chargingMode, delivery }: Pick<Product, 'chargingMode' | 'delivery'>): readonly string[] {
  const updates =
    chargingMode === 'one-time' ? [] : chargingMode === 'period' ? ['refreshInstance', 'updateInstanceStatus'] : ['refreshInstance']
  if (delivery === 'online-licence') return ['newInstance', ...updates, 'releaseInstance', DEVICES]
  return delivery === undefined || delivery === 'automatic' ? ['newInstance', 'queryInstance', ...updates, 'releaseInstance'] : []
}

/**
 * Records that interfaces of an address were debugged: each keeps one saved case, the latest. Records the fact `address.debugged` for each.
 * @throws WorldError `entity.unknown` when there is no such address
 */
export function noteDebugged(world: World, addressId: string, interfaces: readonly string[]): SellerAddress {
  const at = world.clock.now()
  const before = world.addresses.get(addressId)?.cases ?? []
  const cases = [...before.filter((one) => !interfaces.includes(one.interface)), ...interfaces.map((name) => ({ interface: name, at }))]
  const address = world.addresses.change(addressId, { debuggedAt: at, cases })
  for (const name of interfaces) world.emit({ type: 'address.debugged', addressId, sellerId: address.sellerId, interface: name })
  return address
}

/** Those of the given interfaces for which no address of the seller has a saved case. */
export function undebugged(world: World, sellerId: string, use: InterfaceUse, interfaces: readonly string[]): readonly string[] {
  const saved = new Set(
    [...world.addresses.where('use', `${sellerId}|${use}`)].flatMap(({ cases = [] }) => cases.map((one) => one.interface)),
  )
  return interfaces.filter((name) => !saved.has(name))
}
