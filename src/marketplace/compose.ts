import { signAuthToken, signKit, signKitAuthToken, signProduction } from '../signing/index.ts'
import type { Operation } from '../spec/operation.ts'
import { compact } from '../world/engine/calendar.ts'
import { hashText } from '../world/engine/chance.ts'
import type { Delivery, SellerAddress } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'
import { type Members, testFlagOf, V2_BODIES } from './bodies/bodies.ts'
import { testFlagOfV1, V1_PARAMETERS } from './bodies/bodies-v1.ts'
import { kitBody } from './bodies/kit-bodies.ts'
import { type Particulars, particularsOf } from './bodies/particulars.ts'
import { withSample } from './bodies/sample.ts'
import type { OutgoingRequest } from './marketplace-api.ts'

/** A signed request, and the parts that show how it was signed. */
export interface Composed {
  readonly request: OutgoingRequest
  /** The text that the signature covers, without the key in front. */
  readonly canonical: string
  readonly businessId: string
}

/** Values that differ from attempt to attempt. */
export interface AttemptStamp {
  readonly number: number
  /** Machine time, epoch milliseconds: sellers compare it with their own clock. */
  readonly now: number
  /** Instead of a new one. */
  readonly nonce?: string
}

/**
 * Builds and signs one attempt of a delivery. Path and query of the seller's address are kept; signature, timestamp and nonce are
 * added (V2.0), travel as headers (kit), or the whole call is a query (V1.0). Nonce and businessId are new for every attempt.
 */
export function compose(
  world: World,
  operation: Operation,
  delivery: Delivery,
  { url, key }: Pick<SellerAddress, 'url'> & { readonly key: string },
  stamp: AttemptStamp,
): Composed {
  const businessId = world.ids.uuid('business', `${delivery.id}-${stamp.number}`)
  const about = particularsOf(world, delivery, businessId)
  const how = { url, key, stamp, about, operation }
  if (operation.doc['x-signature'] === 'kit') return kit(how)
  if (operation.doc['x-signature'] === 'v1') return operation.method === 'POST' ? kitV1(how) : v1(how)
  return v2(how)
}

interface How {
  readonly url: string
  readonly key: string
  readonly stamp: AttemptStamp
  readonly about: Particulars
  readonly operation: Operation
}

function v2({ url, key, stamp, about, operation }: How): Composed {
  const { world } = about
  const { 'x-activity': activity } = operation.doc
  const members = given({
    activity,
    ...own(about, operation, V2_BODIES[operation.id]?.(about) ?? {}),
    testFlag: testFlagOf(about, operation.id),
    ...byHand(about),
  })
  const timestamp = world.setting('production.timestampUnit') === 'seconds' ? Math.floor(stamp.now / 1000) : stamp.now
  const nonce = nonceOf(about, stamp)
  // The body goes out in the order in which it is signed, as the published examples show it.
  const signed = signProduction(members, { timestamp, nonce }, key)
  const signature = world.setting('production.signatureCase') === 'upper' ? signed.value.toUpperCase() : signed.value
  const address = withQuery(url, { signature, timestamp: String(timestamp), nonce })
  const headers = { accept: 'application/json', 'content-type': world.setting('production.requestContentType') }
  return {
    request: { method: 'POST', url: address, headers, body: signed.sorted },
    canonical: signed.canonical.slice(key.length),
    businessId: about.businessId,
  }
}

function kit({ url, key, stamp, about, operation }: How): Composed {
  const members = given({ ...kitBody(about, operation.id, stamp.now), ...byHand(about) })
  const nonce = nonceOf(about, stamp)
  const signed = signKit(members, { timestamp: stamp.now, nonce }, key)
  const headers = {
    accept: 'application/json',
    'content-type': about.world.setting('production.requestContentType'),
    'x-sign': signed.value,
    'x-timestamp': String(stamp.now),
    'x-nonce': nonce,
  }
  return {
    request: { method: 'POST', url: withPath(url, operation.doc['x-path'] ?? ''), headers, body: signed.sorted },
    canonical: signed.canonical.slice(key.length),
    businessId: about.businessId,
  }
}

function v1({ url, key, stamp, about, operation }: How): Composed {
  const { 'x-activity': activity } = operation.doc
  const members = given({
    activity,
    ...own(about, operation, V1_PARAMETERS[operation.id]?.(about, key) ?? {}),
    timeStamp: stampOf(stamp.now),
    testFlag: testFlagOfV1(about),
    ...byHand(about),
  })
  const parameters = Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  )
  const signed = signAuthToken(parameters, key)
  const address = withQuery(url, { ...parameters, authToken: signed.value })
  return {
    request: { method: 'GET', url: address, headers: { accept: 'application/json' }, body: '' },
    canonical: signed.canonical,
    businessId: about.businessId,
  }
}

function kitV1({ url, key, stamp, about, operation }: How): Composed {
  const members = given({ ...kitBody(about, operation.id, stamp.now, 'v1'), ...byHand(about) })
  const signed = signKitAuthToken(members as Record<string, unknown>, key)
  const headers = { accept: 'application/json', 'content-type': 'application/json;charset=utf8', authToken: signed.value }
  return {
    request: { method: 'POST', url: withPath(url, operation.doc['x-path'] ?? ''), headers, body: JSON.stringify(members) },
    canonical: signed.canonical,
    businessId: about.businessId,
  }
}

/** Values from the world; while debugging, the example's values for the missing ones. */
function own({ delivery }: Particulars, operation: Operation, members: Members): Members {
  return delivery.debugging ? withSample(operation, members) : members
}

/** Values set by a person: they take precedence over the world's. */
function byHand({ delivery }: Particulars): Members {
  const set = delivery.about?.['set']
  return typeof set === 'object' && set !== null && !Array.isArray(set) ? (set as Members) : {}
}

function given(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

function nonceOf({ world, delivery }: Particulars, { number, nonce }: AttemptStamp): string {
  if (nonce !== undefined) return nonce
  return hashText(world.setting('production.nonceLength'), LETTERS, world.seed, world.name, 'nonce', `${delivery.id}-${number}`)
}

/** `yyyyMMddHHmmssSSS`, UTC. */
function stampOf(at: number): string {
  return `${compact(at)}${`${at % 1000}`.padStart(3, '0')}`
}

function withQuery(url: string, parameters: Readonly<Record<string, string>>): string {
  const address = new URL(url)
  for (const [name, value] of Object.entries(parameters)) address.searchParams.append(name, value)
  return address.toString()
}

function withPath(url: string, path: string): string {
  const address = new URL(url)
  address.pathname = `${address.pathname.replace(/\/$/, '')}${path}`
  return address.toString()
}
