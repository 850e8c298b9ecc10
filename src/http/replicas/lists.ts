import type { IncomingMessage } from 'node:http'
import { namespaceIn } from '../../access/namespaces.ts'
import type { RawRequest } from '../../replicas/pass-on.ts'
import type { KeptName, Replicas } from '../../replicas/replicas-api.ts'
import type { Call } from '../../spec/call.ts'
import { holderOf } from '../access/holders.ts'
import { bodyText, type Outgoing } from '../exchange.ts'
import { bytesOf } from '../render.ts'

/** Lists of the control API that concern all replicas, with the member that holds their items. */
const LISTS: Readonly<Record<string, 'worlds' | 'snapshots'>> = { '/_sandbox/worlds': 'worlds', '/_sandbox/snapshots': 'snapshots' }

type Item = Readonly<Record<string, unknown>> & { readonly name: string }

/** Whether a call asks for a list that concerns all replicas. */
export const isSharedList = ({ method, path }: Call): boolean => method === 'GET' && LISTS[path] !== undefined

/**
 * Completes a list of this replica by what the others have in memory, and by what the database knows of the rest.
 * @throws WorldError `state.database`
 */
export async function completeList(replicas: Replicas, call: Call, raw: RawRequest, own: Outgoing): Promise<Outgoing> {
  const what = LISTS[call.path]
  if (what === undefined || own.status !== 200) return own
  const list = JSON.parse(bodyText(own)) as Readonly<Record<string, unknown>>
  const mine = itemsOf(list, what)
  const [kept, others] = await Promise.all([
    replicas.kept(),
    Promise.all(replicas.others().map(async (to) => [to, await askedAt(replicas, raw, to, what)] as const)),
  ])
  const at = new Map<string | null, ReadonlyMap<string, Item>>([...others, [replicas.url, mine]])
  const { namespace } = holderOf(call) ?? {}
  const visible = kept[what].filter(({ name }) => namespace === undefined || namespaceIn(name) === namespace)
  const known = new Set(visible.map(({ name }) => name))
  const items = [
    // The default world is there before it is kept.
    ...[...mine.values()].filter(({ name }) => !known.has(name)),
    ...visible.map((one) => at.get(one.at)?.get(one.name) ?? shown(what, one)),
  ]
  return { ...own, bytes: bytesOf({ status: 200, body: { ...list, count: items.length, [what]: items } }) }
}

/** The list of another replica. One that cannot be reached is left out: what the database knows of its worlds stands for it. */
async function askedAt(replicas: Replicas, raw: RawRequest, to: string, what: string): Promise<ReadonlyMap<string, Item>> {
  try {
    const answer = await replicas.passOn(raw, { to, lives: () => false })
    const text = await textOf(answer)
    return answer.statusCode === 200 ? itemsOf(JSON.parse(text), what) : new Map()
  } catch {
    return new Map()
  }
}

const itemsOf = (list: Readonly<Record<string, unknown>>, what: string): ReadonlyMap<string, Item> =>
  new Map((list[what] as readonly Item[]).map((item) => [item.name, item]))

async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of answer) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

/** An item of which nobody has more in memory than the database. */
function shown(what: 'worlds' | 'snapshots', { name, about }: KeptName): Item {
  if (what === 'snapshots') return { name, world: about['world'], now: timeOf(about['at']) }
  const { start, parent, named = true, mode = 'frozen', now, orders = 0, facts = 0 } = about
  return {
    name,
    named,
    ...(start === undefined ? {} : { start }),
    ...(parent === undefined ? {} : { parent }),
    ...{ mode, now: timeOf(now), orders, facts },
  }
}

const timeOf = (at: unknown): string => new Date(typeof at === 'number' ? at : 0).toISOString()
