import type { SystemClock } from '../world/engine/system-clock.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { Database } from '../world/persistence/postgres/database.ts'
import { credentialHash } from '../world/persistence/postgres/named-in.ts'
import { chooseOwner } from './choose.ts'
import type { Families } from './families.ts'
import type { Membership } from './membership.ts'
import type { Needed, Replicas, Way } from './replicas-api.ts'

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

/** Says which replica answers a call, and takes the family into memory where it is this one. */
export function createRoute({ database, membership, families, lease, systemClock }: RouteOptions): Replicas['route'] {
  const retryAfter = Math.ceil(lease / 1000)
  const busy = (unavailable: string): Way => ({ unavailable, retryAfter })

  const familyOfWorld = async (name: string): Promise<string> => {
    const [row] = await database.query<{ family: string }>('select family from world where name = $1', [name])
    return row?.family ?? name
  }

  const familyOfCredential = async (credential: string): Promise<string> => {
    const rows = await database.query<{ name: string; family: string }>(
      `select w.name, w.family from credential c join world w on w.name = c.world where c.id = decode($1, 'hex') order by w.name <> 'default' limit 1`,
      [credentialHash(credential)],
    )
    return rows[0]?.family ?? 'default'
  }

  const familyOfSnapshot = async (name: string): Promise<string> => {
    const [row] = await database.query<{ family: string }>('select family from snapshot where name = $1', [name])
    return row?.family ?? 'default'
  }

  const familyFor = (needed: Exclude<Needed, { what: 'nothing' | 'new' }>): Promise<string> => {
    if (needed.what === 'world') return familyOfWorld(needed.name)
    return needed.what === 'credential' ? familyOfCredential(needed.credential) : familyOfSnapshot(needed.name)
  }

  const ownerOf = async (family: string) => {
    const [row] = await database.query<{ url: string | null; incarnation: string | null }>(
      `select r.url, r.incarnation from family f left join replica r on r.incarnation = f.owner and r.lease_until > clock_timestamp() where f.id = $1`,
      [family],
    )
    const { incarnation } = membership().me
    if (row?.url && row.incarnation !== incarnation) return row.url
    const chosen = chooseOwner(family, membership().living())
    return row?.incarnation === incarnation || !chosen || chosen.incarnation === incarnation ? undefined : chosen.url
  }

  const routeTo = async (family: string, passedOn: boolean): Promise<Way> => {
    for (let tried = 0; tried < TRIES; tried++) {
      if (families.owns(family)) {
        families.touch(family)
        return 'here'
      }
      const url = passedOn ? undefined : await ownerOf(family)
      if (url !== undefined) return { to: url }
      if (await families.take(family)) continue
      if (passedOn) break
      await systemClock.wait(lease / 10)
    }
    return busy(`The world "${family}" moves from one replica to another. Send the request again.`)
  }

  return async (needed, passedOn) => {
    try {
      // A process that was paused may have lost everything: it asks before it answers.
      if (!membership().holds() && !(await membership().renew()))
        return busy('This replica cannot renew its lease in the database. Send the request again later.')
      if (needed.what === 'nothing') return 'here'
      if (needed.what === 'new') return (await families.prepare()) ? 'here' : busy('This replica cannot open a world now.')
      return await routeTo(families.familyInMemory(needed) ?? (await familyFor(needed)), passedOn)
    } catch (error) {
      if (error instanceof WorldError && error.code.startsWith('state.')) return busy(error.message)
      throw error
    }
  }
}
