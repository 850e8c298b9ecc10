import { addPeriod } from '../engine/calendar.ts'
import { hashText } from '../engine/chance.ts'
import type { Stored } from '../engine/store.ts'
import type { World } from '../world-api.ts'
import type { Account } from './entities.ts'

/** Alphabet of access keys. */
export const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
/** Alphabet of secrets and tokens. */
export const MIXED = `${CAPITALS}abcdefghijklmnopqrstuvwxyz`

/** The credentials of one account for testers. Printed when a world is opened. */
export interface Pair {
  readonly account: Account
  readonly accessKey: string // 20 capitals and digits
  readonly secretKey: string // 40 letters and digits
  readonly token: string
}

/**
 * Printed tokens are a convenience and not subject to the vendor's token lifetime (24 hours, which the token call applies): they outlive
 * any test.
 */
const PRINTED_TOKEN_LIFE = 'P10Y'

/**
 * Gives every printed account of a world its own key pair and token, derived from seed, world and account: the same each time the world is
 * opened, different in every other world, so that a credential always identifies its world.
 */
export function issuePairs(world: World): Pair[] {
  return world.transaction(() =>
    printedAccounts(world).map((account) => {
      const pair = pairOf(world, account)
      const issuedAt = world.clock.now()
      world.keys.put({ id: pair.accessKey, secret: pair.secretKey, accountId: account.id })
      world.tokens.put({
        id: pair.token,
        accountId: account.id,
        scope: { domain: true },
        methods: ['password'],
        issuedAt,
        expiresAt: addPeriod(issuedAt, PRINTED_TOKEN_LIFE),
      })
      return pair
    }),
  )
}

/** Like `issuePairs`, for a world whose printed accounts may have credentials already: after a reset or an import. */
export function issueMissingPairs(world: World): void {
  if (pairsOf(world).some(({ accessKey }) => !world.keys.has(accessKey))) issuePairs(world)
}

/** The credentials of a world's printed accounts, as `issuePairs` creates them. */
export function pairsOf(world: World): Pair[] {
  return printedAccounts(world).map((account) => pairOf(world, account))
}

function printedAccounts(world: World): Account[] {
  return [...world.accounts.all()].filter((account) => account.print !== undefined)
}

/** Cache per world and account: deriving a token takes longer than answering a call with it. */
const cache = new WeakMap<World, WeakMap<Account, Pair>>()

function pairOf(world: World, account: Account): Pair {
  const known = cache.get(world) ?? new WeakMap<Account, Pair>()
  cache.set(world, known)
  const pair = known.get(account) ?? derivePair(world, account)
  known.set(account, pair)
  return pair
}

function derivePair(world: World, account: Account): Pair {
  const text = (n: number, alphabet: string, what: string) => hashText(n, alphabet, world.seed, world.name, what, account.id)
  return {
    account,
    accessKey: text(20, CAPITALS, 'access key'),
    secretKey: text(40, MIXED, 'secret key'),
    token: `MII${text(253, MIXED, 'token')}`,
  }
}

/** The texts by which a caller can present this entity as a credential. Empty for entities that are no credentials. */
export function credentialsOf(kind: string, entity: Stored | undefined): readonly string[] {
  // Asked at every write, and most kinds are no credentials: look into the entity last.
  if (!entity || !(CREDENTIAL_KINDS as readonly string[]).includes(kind)) return NONE
  const { id, securityToken, use, secret } = entity as Stored & { securityToken?: string; use?: string; secret?: string }
  if (kind === 'keys' && securityToken !== undefined) return [id, securityToken]
  // An AppCode is sent itself; the other seller keys only sign.
  if (kind === 'sellerKeys' && use === 'appcode' && secret !== undefined) return [id, secret]
  return [id]
}

const NONE: readonly string[] = []

/** Collections whose entities are credentials. */
export const CREDENTIAL_KINDS = ['keys', 'tokens', 'sellerKeys', 'clients', 'grants'] as const
