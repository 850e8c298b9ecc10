import { isSecretName } from '../spec/secret-names.ts'
import { hashHex } from '../world/engine/chance.ts'
import type { World } from '../world/world-api.ts'

/** Shorter texts are no secrets that could be found in a line. */
const SHORTEST = 8

/** The secrets of a sandbox by name, and the other way round. */
export interface Secrets {
  /** Learns the secrets that a world has, and those that it gets. */
  attend(world: World): void
  /** Learns what stands under the name of a secret in data from outside; the values are the user's own. */
  learnIn(data: unknown): void
  /** Only notes that they are the user's own: the world that has them names them. */
  claimIn(data: unknown): void
  valueOf(name: string): string | undefined
  /** Those that may be the key of a seller. */
  sellerKeys(): readonly (readonly [name: string, value: string])[]
  /** Values that the user gave: nobody else can make them from the seed. */
  readonly own: ReadonlySet<string>
  /** The text with a stand-in for each secret: `{{token 1}}`. */
  hide(text: string): string
  /** The way back. A name that is not known gets a value made from it: it was the user's own, or none at all. */
  show(text: string): string
}

type Named = readonly (readonly [name: string, value: string | undefined])[]
type Entity = Readonly<Record<string, unknown>>

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** The secrets of one entity. Without an id that may be shown, they are counted: the same run counts them alike. */
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

/** The stand-in of a secret. */
const STAND_IN = /\{\{((?:key|security-token|token|code|seller-key|appcode|client|password|backend|given) [^{}"]+)\}\}/g

/** Texts under the name of a secret. */
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
  /** Secrets by their beginning, so that a text is looked through once. */
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
  /** A secret may stand in an address or a form. */
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
    valueOf: (name) => values.get(name),
    sellerKeys: () => [...values].filter(([name]) => /^(seller-key|given) /.test(name) && !name.endsWith(' encoded')),
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
      from.replace(STAND_IN, (_, name: string) => {
        const plain = name.replace(/ encoded$/, '')
        if (!values.has(plain)) {
          const [kind = '', n = ''] = plain.split(' ')
          if (/^\d+$/.test(n)) counts.set(kind, Math.max(counts.get(kind) ?? 0, Number(n)))
          addBoth(plain, hashHex(32, 'stand-in', plain))
          own.add(values.get(plain) as string)
        }
        return values.get(name) ?? (values.get(plain) as string)
      }),
  }
}
