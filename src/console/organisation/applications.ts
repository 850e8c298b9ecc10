import { createPublicKey } from 'node:crypto'
import { compact, inShanghai } from '../../world/engine/calendar.ts'
import type { Application } from '../../world/entities/entities.ts'
import type { World } from '../../world/world-api.ts'
import type { CheckContext, ConsoleBehaviours } from '../console-behaviour.ts'
import { iso, sellerOf } from '../selling/seller.ts'
import { objections } from '../selling/seller-addresses.ts'

/** Minimum length of a key in bits (koogallery.md 5.2). */
const BITS = 3072

/** Application credentials (应用凭证): a client of the identity centre with its seller's public key (S-32). */
export const applications: ConsoleBehaviours<'ListApplications' | 'CreateApplication' | 'ChangeApplication' | 'RemoveApplication'> = {
  ListApplications(context) {
    const { world, input } = context
    const seller = sellerOf(context, input.path.seller)
    return { applications: [...world.applications.where('seller', seller.id)].map((one) => applicationState(world, one)) }
  },

  CreateApplication(context) {
    const { world, input, fail } = context
    const seller = sellerOf(context, input.path.seller)
    const { redirectUris, test = false, ...asked } = input.body
    const debugged = [...world.addresses.where('use', `${seller.id}|basic`)].some((address) => address.debuggedAt !== undefined)
    if (!debugged)
      fail(
        'not-debugged',
        `No basic interface of ${seller.name} was debugged: 服务器接口调测成功后,商家需要申请应用凭证。 SetAddress, NoteDebugged.`,
      )
    check(context, { ...asked, redirectUris })
    const limit = world.setting('console.applicationsPerSeller')
    const { count } = world.applications.where('seller', seller.id)
    if (count >= limit)
      fail('too-many-applications', `${seller.name} has ${count} credentials; console.applicationsPerSeller allows ${limit}.`)
    const now = world.clock.now()
    const id = `${compact(inShanghai(now))}${String(world.ids.next('application')).padStart(3, '0')}`
    const client = world.clients.put({
      id: world.ids.hex('client'),
      secret: world.ids.hex('client-secret'),
      accountId: seller.id,
      appId: id,
      redirectUris: redirectUris ?? [asked.productionAddress],
    })
    const application = world.applications.put({ id, sellerId: seller.id, clientId: client.id, ...asked, test, createdAt: now })
    world.emit({ type: 'application.created', applicationId: id, sellerId: seller.id })
    return { application: applicationState(world, application), clientSecret: client.secret }
  },

  ChangeApplication(context) {
    const { world, input } = context
    const before = applicationOf(context, input.path.applicationId)
    const { redirectUris, ...asked } = input.body
    check(context, { ...asked, redirectUris })
    const back = redirectUris ?? (asked.productionAddress === undefined ? undefined : [asked.productionAddress])
    if (back) world.clients.change(before.clientId, { redirectUris: back })
    const application = world.applications.change(before.id, { ...asked, changedAt: world.clock.now() })
    world.emit({ type: 'application.changed', applicationId: before.id, sellerId: before.sellerId })
    return { application: applicationState(world, application) }
  },

  RemoveApplication(context) {
    const { world, input } = context
    const before = applicationOf(context, input.path.applicationId)
    const shown = applicationState(world, before)
    for (const grant of world.grants.where('client', before.clientId).slice(0)) world.grants.delete(grant.id)
    for (const use of world.kitUses.where('application', before.id).slice(0)) world.kitUses.delete(use.id)
    world.clients.delete(before.clientId)
    world.applications.delete(before.id)
    world.emit({ type: 'application.removed', applicationId: before.id, sellerId: before.sellerId })
    return { application: shown }
  },
}

/** The credential with that id, or the refusal `unknown-application`. */
export function applicationOf({ world, fail }: CheckContext, id: string): Application {
  return world.applications.get(id) ?? fail('unknown-application', `There is no application credential "${id}" in world "${world.name}".`)
}

/** Refuses malformed addresses (with `console.strictAddresses` also those that the vendor does not accept) and keys that are too short. */
function check(
  context: CheckContext,
  asked: {
    readonly productionAddress?: string | undefined
    readonly publicKey?: string | undefined
    readonly redirectUris?: readonly string[] | undefined
  },
): void {
  for (const url of [...(asked.productionAddress === undefined ? [] : [asked.productionAddress]), ...(asked.redirectUris ?? [])])
    objections(context, url)
  if (asked.publicKey === undefined) return
  const bits = bitsOf(asked.publicKey)
  if (bits === undefined) context.fail('key-unusable', 'publicKey must be an RSA public key, as PEM or as base64 of its DER form.')
  else if (bits < BITS) context.fail('key-unusable', `publicKey has ${bits} bits. Send an RSA key of at least ${BITS} bits.`)
}

function bitsOf(text: string): number | undefined {
  try {
    const pem = text.includes('BEGIN') ? text : `-----BEGIN PUBLIC KEY-----\n${text.replace(/\s/g, '')}\n-----END PUBLIC KEY-----\n`
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(pem)
    return asymmetricKeyType === 'rsa' ? asymmetricKeyDetails?.modulusLength : undefined
  } catch {
    return undefined
  }
}

export function applicationState(world: World, application: Application) {
  const { id, clientId, name, authentication, productionAddress, publicKey, loginAddressType, test, createdAt, changedAt } = application
  return {
    appId: id,
    clientId,
    ...{ name, authentication, productionAddress, publicKey, loginAddressType },
    redirectUris: [...(world.clients.get(clientId)?.redirectUris ?? [])],
    test,
    createdAt: iso(createdAt),
    ...(changedAt === undefined ? {} : { changedAt: iso(changedAt) }),
  }
}
