import { interfacesOf, noteDebugged } from '../../world/entities/debugging.ts'
import type { SellerAddress } from '../../world/entities/entities.ts'
import { isForGoods } from '../../world/entities/seller-address.ts'
import type { World } from '../../world/world-api.ts'
import type { ConsoleBehaviours, ConsoleContext } from '../console-behaviour.ts'
import { iso, ownProduct, sellerOf } from './seller.ts'

/** Production addresses of sellers, and the debugging of their interfaces (koogallery.md 1, 13). */
export const addresses: ConsoleBehaviours<'SetAddress' | 'ListAddresses' | 'RemoveAddress' | 'NoteDebugged'> = {
  SetAddress(context) {
    const { world, input, fail } = context
    const seller = sellerOf(context, input.path.seller)
    const { use, url, version } = input.body
    const warnings = objections(context, url)
    if (input.body.productId !== undefined && use === 'notification')
      fail(
        'notification-scope',
        `An address of order notification is set without a product; SetNotification binds ${input.body.productId} to it.`,
      )
    const productId = input.body.productId === undefined ? undefined : ownProduct(context, seller, input.body.productId).id
    const before = sameAddress(world, { sellerId: seller.id, use, url, ...(productId === undefined ? {} : { productId }) })
    const address = world.addresses.put({
      id: before?.id ?? `address-${world.ids.next('address')}`,
      sellerId: seller.id,
      use,
      url,
      ...(productId === undefined ? {} : { productId }),
      ...(version === undefined ? {} : { version }),
      // A new URL or version of the interface has not been debugged yet.
      ...(before?.debuggedAt !== undefined && before.url === url && (before.version ?? 2) === (version ?? 2)
        ? { debuggedAt: before.debuggedAt, ...(before.cases === undefined ? {} : { cases: before.cases }) }
        : {}),
    })
    world.emit({ type: 'address.set', addressId: address.id, sellerId: seller.id })
    return { address: addressShown(address), warnings }
  },

  ListAddresses(context) {
    const seller = sellerOf(context, context.input.path.seller)
    return { addresses: [...context.world.addresses.where('seller', seller.id)].map(addressShown) }
  },

  RemoveAddress(context) {
    const { world, input, fail } = context
    const address = addressById(context, input.path.addressId)
    const bound = [...world.notifications.where('address', address.id)].map((rule) => rule.accessType ?? rule.productId)
    if (bound.length > 0)
      fail('address-in-use', `Orders of ${bound.join(', ')} are notified to ${address.url}. RemoveNotification takes them away.`)
    world.addresses.delete(address.id)
    world.emit({ type: 'address.removed', addressId: address.id, sellerId: address.sellerId })
    return { address: addressShown(address) }
  },

  NoteDebugged(context) {
    const { world, input, fail } = context
    const address = addressById(context, input.path.addressId)
    const known = interfacesOf(address)
    const interfaces = [...new Set(input.body?.interfaces ?? known)]
    for (const name of interfaces)
      if (!known.includes(name))
        fail('wrong-interface', `${address.url} of use ${address.use} has no interface "${name}": ${known.join(', ')}.`, {
          documented: known,
        })
    return { address: addressShown(noteDebugged(world, address.id, interfaces)) }
  },
}

/** A production address by its id, or the refusal `unknown-address`. */
export function addressById({ world, fail }: Pick<ConsoleContext, 'world' | 'fail'>, id: string): SellerAddress {
  return world.addresses.get(id) ?? fail('unknown-address', `There is no production address "${id}" in world "${world.name}".`)
}

/** An address as the console shows it. */
export function addressShown({ id, use, url, productId, version, debuggedAt, cases }: SellerAddress) {
  return {
    id,
    use,
    url,
    ...(productId === undefined ? {} : { productId }),
    version: version ?? (2 as const),
    ...(debuggedAt === undefined ? {} : { debuggedAt: iso(debuggedAt) }),
    ...(cases === undefined ? {} : { debugged: cases.map(({ at, ...one }) => ({ ...one, at: iso(at) })) }),
  }
}

/** The address that a new one replaces: each use has one address per 商品, order notification one per URL. */
function sameAddress(world: World, { sellerId, use, url, productId }: Pick<SellerAddress, 'sellerId' | 'use' | 'url' | 'productId'>) {
  const rivals = [...world.addresses.where('use', `${sellerId}|${use}`)]
  const product = productId === undefined ? undefined : world.products.get(productId)
  return rivals.find((rival) => {
    if (use === 'notification') return rival.url === url
    return product ? isForGoods(world, rival, product) : rival.productId === undefined
  })
}

/**
 * Warnings about an address that the vendor would not accept. Refuses malformed addresses, and with `console.strictAddresses` all addresses
 * with warnings.
 */
export function objections({ world, fail }: Pick<ConsoleContext, 'world' | 'fail'>, url: string): string[] {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    return fail('address-malformed', `"${url}" is not an address of a web server. It looks like https://www.isvwebsite.com/saasproduce.`)
  const found = addressWarnings(parsed)
  if (found.length > 0 && world.setting('console.strictAddresses')) fail('address-not-allowed', `${url}: ${found.join(' ')}`)
  return found
}

/** Why the marketplace could not call an address. */
export function addressWarnings(parsed: URL): string[] {
  return [
    ...(parsed.protocol === 'https:' ? [] : ['KooGallery calls https only, with the certificate of a public authority.']),
    ...(/^[\d.]+$|^\[/.test(parsed.hostname) ? ['KooGallery wants a domain name, no bare IP address.'] : []),
    ...(/^(localhost|.*\.localhost)$/.test(parsed.hostname) ? ['KooGallery cannot reach localhost; the sandbox can.'] : []),
    ...(parsed.username || parsed.password ? ['A name and password in the address are described nowhere.'] : []),
  ]
}
