import type { SystemClock } from '../world/engine/system-clock.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { Database } from '../world/persistence/postgres/database.ts'
import { credentialHash } from '../world/persistence/postgres/named-in.ts'
import { chooseOwner } from './choose.ts'
import { DEFAULT, type Families } from './families.ts'
import type { Membership } from './membership.ts'
import type { Needed, PassedOn, Replicas, Way } from './replicas-api.ts'

/** What routing needs. */
export interface RouteOptions {
  readonly database: Database
  readonly membership: () => Membership
  readonly families: Families
  readonly lease: number
  readonly systemClock: SystemClock
}

/** How often a family is looked for before the caller is asked to come again. */
const TRIES = 3
/** Owners that are remembered. */
const REMEMBERED = 10_000

/** Says which replica answers a call, and takes the family into memory where it is this one. */
export function createRoute({ database, membership, families, lease, systemClock }: RouteOptions): Pick<Replicas, 'route' | 'forget'> {
  const retryAfter = Math.ceil(lease / 1000)
  const busy = (unavailable: string): Way => ({ unavailable, retryAfter })
  /**
   * Owners of what other replicas have, as the database said last. One that is wrong by now refuses the call, or looks in the database
   * itself; none answers for a world that it does not own.
   */
  const remembered = new Map<string, { readonly to: string; readonly family: string }>()

  const query = async <R extends Readonly<Record<string, unknown>>>(text: string, value: string): Promise<R | undefined> =>
    (await database.query<R>(text, [value], lease))[0]

  const familyFor = async (needed: Exclude<Needed, { what: 'nothing' | 'new' }>): Promise<string> => {
    if (needed.what === 'world')
      return (await query<{ family: string }>('select family from world where name = $1', needed.name))?.family ?? needed.name
    if (needed.what === 'snapshot')
      return (await query<{ family: string }>('select family from snapshot where name = $1', needed.name))?.family ?? DEFAULT
    const found = await query<{ family: string }>(
      `select w.family from credential c join world w on w.name = c.world where c.id = decode($1, 'hex') order by w.name <> 'default' limit 1`,
      credentialHash(needed.credential),
    )
    return found?.family ?? DEFAULT
  }

  /** Where a family is: with its owner, or where it will be taken. Undefined: here. */
  const placeOf = async (
    family: string,
    avoid: ReadonlySet<string>,
  ): Promise<{ readonly to: string; readonly owned: boolean } | undefined> => {
    const row = await query<{ url: string | null; incarnation: string | null }>(
      `select r.url, r.incarnation from family f left join replica r on r.incarnation = f.owner and r.lease_until > clock_timestamp() where f.id = $1`,
      family,
    )
    const { incarnation } = membership().me
    if (row?.incarnation === incarnation) return undefined
    if (row?.url) return { to: row.url, owned: true }
    const chosen = chooseOwner(
      family,
      membership()
        .takers()
        .filter(({ url }) => !avoid.has(url)),
    )
    return !chosen || chosen.incarnation === incarnation ? undefined : { to: chosen.url, owned: false }
  }

  const routeTo = async (needed: Needed, family: string, passedOn: PassedOn, avoid: ReadonlySet<string>): Promise<Way> => {
    for (let tried = 0; tried < TRIES; tried++) {
      if (families.owns(family)) return { here: families.stay(family) }
      const place = passedOn === 'to-owner' ? undefined : await placeOf(family, avoid)
      if (place) {
        if (!place.owned) return { to: place.to }
        if (remembered.size >= REMEMBERED) remembered.clear()
        remembered.set(keyOf(needed), { to: place.to, family })
        return { to: place.to, family }
      }
      // Whoever most others cannot reach would take it away from them.
      if (membership().apart()) break
      if (await families.take(family)) continue
      if (passedOn === 'to-owner') break
      await systemClock.wait(lease / 10)
    }
    return busy(`The world "${family}" moves from one replica to another. Send the request again.`)
  }

  /** Renews the lease, but does not let a call wait for a database that does not answer. */
  const renewed = async (): Promise<boolean> => {
    const waiting = new AbortController()
    const late = systemClock.wait(lease / 6, waiting.signal).then(
      () => false,
      () => false,
    )
    try {
      return await Promise.race([membership().renew(), late])
    } finally {
      waiting.abort()
    }
  }

  return {
    async route(needed, passedOn, avoid) {
      try {
        // A process that was paused may have lost everything: it asks before it answers.
        if (!membership().holds() && !(await renewed()))
          return {
            ...busy('This replica cannot renew its lease in the database. Send the request again later.'),
            ...(passedOn ? {} : { instead: others(membership()) }),
          }
        if (needed.what === 'nothing') return { here: { still: () => membership().holds(), over() {} } }
        if (needed.what === 'new') {
          const name = await families.prepare(needed.prefix)
          return name === undefined ? busy('This replica cannot open a world now.') : { here: families.stay(name) }
        }
        const here = families.familyInMemory(needed)
        const known = here === undefined && !passedOn ? remembered.get(keyOf(needed)) : undefined
        if (known && !avoid.has(known.to) && membership().lives(known.to)) return known
        return await routeTo(needed, here ?? (await familyFor(needed)), passedOn, avoid)
      } catch (error) {
        if (error instanceof WorldError && error.code.startsWith('state.')) return busy(error.message)
        throw error
      }
    },
    forget: (needed) => void remembered.delete(keyOf(needed)),
  }
}

const keyOf = (needed: Needed): string => JSON.stringify(needed)

const others = (membership: Membership): string[] => membership.takers().flatMap(({ url }) => (url === membership.me.url ? [] : [url]))
