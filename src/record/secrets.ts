import { isSecretName } from '../spec/secret-names.ts'
import { hashHex } from '../world/engine/chance.ts'
import type { World } from '../world/world-api.ts'

/** Shorter texts are not replaced: they would be found by chance in many lines. */
const SHORTEST = 8

/** The secrets of a sandbox by name, and their names by value. */
export interface Secrets {
  /** Collects the secrets that a world has, and those that are added later. */
  attend(world: World): void
  /** Collects the values that have the name of a secret in data from outside. They are the user's own. */
  learnIn(data: unknown): void
  /** Only marks the values as the user's own. The world that contains them gives them their names. */
  claimIn(data: unknown): void
  /** Collects the seed of a sandbox whose secrets are made from it. */
  learnSeed(seed: string): void
  valueOf(name: string): string | undefined
  /** Secrets that may be the key of a seller. */
  sellerKeys(): readonly (readonly [name: string, value: string])[]
  /** Values that the user gave. They cannot be made from the seed again. */
  readonly own: ReadonlySet<string>
  /** The text with a placeholder for each secret: `{{token 1}}`. */
  hide(text: string): string
  /** The reverse of `hide`. An unknown name gets a value made from the name: it was the user's own secret, or no secret. */
  show(text: string): string
}

type Named = readonly (readonly [name: string, value: string | undefined])[]
type Entity = Readonly<Record<string, unknown>>

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

/**
 * The names and secrets of one entity. Without an id that may be shown, secrets are numbered; the numbers are the same in each repetition
 * of a run.
 */
const NAMED: Readonly<Record<string, (entity: Entity) => Named>> = {
  keys: ({ id, secret, securityToken }) => [
    [`key ${id}`, text(secret)],
    [`security-token ${id}`, text(securityToken)],
  ],
  tokens: ({ id }) => [['token', text(id)]],
  grants: ({ id }) => [['code', text(id)]],
  sellerKeys: ({ id, secret }) => (id === secret ? [['appcode', text(id)]] : [[`seller-key ${id}`, text(secret)]]),
  clients: ({ id, secret }) => [[`client ${id}`, text(secret)]],
  accounts: ({ name, password }) => [[`password ${name}`, text(password)]],
  products: ({ id, backend }) => [[`backend ${id}`, text((backend as Entity | undefined)?.['appSecret'])]],
}

/** The placeholder of a secret. */
const PLACEHOLDER = /\{\{((?:key|security-token|token|code|seller-key|appcode|client|password|backend|given|seed) [^{}"]+)\}\}/g

/** Texts that have the name of a secret. */
function* secretsIn(data: unknown): Generator<string> {
  if (typeof data !== 'object' || data === null) return
  for (const [name, value] of Object.entries(data)) {
    if (typeof value !== 'string') yield* secretsIn(value)
    else if (isSecretName(name) && value.length >= SHORTEST) yield value
  }
}

export function createSecrets(): Secrets {
  const names = new Map<string, string>()
  const values = new Map<string, string>()
  /** Secrets by their first characters, so that a text is searched only once. */
  const byStart = new Map<string, string[]>()
  const counts = new Map<string, number>()
  const own = new Set<string>()

  const add = (name: string, hidden: string) => {
    const start = hidden.slice(0, SHORTEST)
    byStart.set(
      start,
      [...(byStart.get(start) ?? []), hidden].sort((a, b) => b.length - a.length),
    )
    names.set(hidden, name)
    values.set(name, hidden)
  }
  const learn = (wanted: string, value: string) => {
    if (wanted.includes(' ') && !values.has(wanted)) values.set(wanted, value)
    if (value.length < SHORTEST || names.has(value)) return
    const n = (counts.get(wanted) ?? 0) + 1
    counts.set(wanted, n)
    addBoth(wanted.includes(' ') && n === 1 ? wanted : `${wanted} ${n}`, value)
  }
  /** A secret may be percent-encoded in an address or a form. */
  const addBoth = (name: string, value: string) => {
    add(name, value)
    const encoded = encodeURIComponent(value)
    if (encoded !== value) add(`${name} encoded`, encoded)
  }
  const learnAll = (kind: string, entity: Entity) => {
    for (const [name, value] of NAMED[kind]?.(entity) ?? []) if (value !== undefined) learn(name, value)
  }

  return {
    attend(world) {
      for (const kind of Object.keys(NAMED) as ('keys' | 'tokens')[])
        for (const entity of world[kind].all()) learnAll(kind, entity as unknown as Entity)
      world.watch((kind, after) => {
        if (after) learnAll(kind, after as unknown as Entity)
      })
    },
    own,
    claimIn(data) {
      for (const value of secretsIn(data)) own.add(value)
    },
    learnIn(data) {
      for (const value of secretsIn(data)) {
        learn('given', value)
        own.add(value)
      }
    },
    learnSeed: (seed) => learn('seed', seed),
    valueOf: (name) => values.get(name),
    sellerKeys: () => [...values].filter(([name]) => /^(seller-key|backend|given) /.test(name) && !name.endsWith(' encoded')),
    hide(from) {
      let hidden = ''
      let done = 0
      for (let at = 0; at + SHORTEST <= from.length; at++) {
        const found = byStart.get(from.slice(at, at + SHORTEST))?.find((secret) => from.startsWith(secret, at))
        if (found === undefined) continue
        hidden += `${from.slice(done, at)}{{${names.get(found)}}}`
        done = at + found.length
        at = done - 1
      }
      return done === 0 ? from : hidden + from.slice(done)
    },
    show: (from) =>
      from.replace(PLACEHOLDER, (_, name: string) => {
        const plain = name.replace(/ encoded$/, '')
        if (!values.has(plain)) {
          const [kind = '', n = ''] = plain.split(' ')
          if (/^\d+$/.test(n)) counts.set(kind, Math.max(counts.get(kind) ?? 0, Number(n)))
          addBoth(plain, hashHex(32, 'placeholder', plain))
          own.add(values.get(plain) as string)
        }
        return values.get(name) ?? (values.get(plain) as string)
      }),
  }
}
