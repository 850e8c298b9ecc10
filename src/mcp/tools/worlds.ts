import type { components } from '../../spec/generated/sandbox.ts'
import { counted, lines, type Tool, table, tool } from '../tool.ts'

type Schemas = components['schemas']

const LIMIT = { type: 'integer', minimum: 1, maximum: 100, default: 20, description: 'At most this many.' } as const
const KIND = {
  type: 'string',
  minLength: 1,
  maxLength: 60,
  description: 'A collection: orders, resources, products, accounts, licences, coupons … ',
} as const

const listWorlds = tool('list_worlds', {
  title: 'List worlds',
  description: 'Lists the worlds of the sandbox (isolated marketplaces) with their clocks, and the starts that create_world can use.',
  inWorld: false,
  async run(_args, { ask }) {
    const value = await ask<Schemas['WorldList']>('GET', '/worlds')
    const rows = value.worlds.map(({ name, mode, now, orders }) => [name, `${now} (${mode})`, counted(orders, 'order')])
    return { value, text: lines(table(rows), `Starts: ${value.starts.join(', ')}`) }
  },
})

const createWorld = tool<{ name: string; start?: string; from?: string }>('create_world', {
  title: 'Create a world',
  description:
    'Creates a world with a name, from a named start (default: "default") or as a copy of another world. Use it to try things without changing the others.',
  effect: 'change',
  inWorld: false,
  arguments: {
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,62}$', description: 'Lower-case letters, digits and hyphens.' },
    start: { type: 'string', maxLength: 63, description: 'A start of list_worlds, such as default, empty, busy.' },
    from: { type: 'string', maxLength: 63, description: 'The world to copy instead.' },
  },
  required: ['name'],
  async run(args, { ask }) {
    const value = await ask<Schemas['World']>('POST', '/worlds', { body: args })
    return { value, text: `World "${value.name}" has ${counted(value.orders, 'order')}; its clock shows ${value.now} (${value.mode}).` }
  },
})

interface Listing {
  readonly kind?: string
  readonly status?: string
  readonly account?: string
  readonly type?: string
  readonly text?: string
  readonly offset?: number
  readonly limit?: number
}

const listEntities = tool<Listing>('list_entities', {
  title: 'List entities',
  description:
    'Lists what a world holds. Without kind: the collections, how many things each has and in which states. With kind: the things of one collection, filtered and page by page.',
  arguments: {
    kind: KIND,
    status: { type: 'string', maxLength: 60, description: 'Only those in this state, such as pending-payment.' },
    account: {
      type: 'string',
      maxLength: 200,
      description: 'Only what belongs to this account: its id, its name, or buyer, partner, seller.',
    },
    type: { type: 'string', maxLength: 60, description: 'Only those of this type, such as renewal.' },
    text: { type: 'string', minLength: 1, maxLength: 200, description: 'Only those that hold this text somewhere.' },
    offset: { type: 'integer', minimum: 0, default: 0, description: 'How many to leave out at the beginning.' },
    limit: LIMIT,
  },
  async run({ kind, limit = 20, ...filters }, { ask, world }) {
    const path = `/worlds/${encodeURIComponent(world)}/entities`
    if (kind === undefined) {
      const value = await ask<Schemas['CollectionList']>('GET', path)
      const filled = value.collections.filter(({ count }) => count > 0)
      const rows = filled.map(({ kind: name, count, states }) => [name, String(count), statesOf(states)])
      return { value, text: table(rows) }
    }
    const value = await ask<Schemas['EntityList']>('GET', `${path}/${encodeURIComponent(kind)}`, { query: { ...filters, limit } })
    const shown = value.entities.map((entity) => JSON.stringify(entity))
    const left = value.total - (filters.offset ?? 0) - value.count
    const more = left > 0 && `${left} more: call again with offset ${(filters.offset ?? 0) + value.count}.`
    return { value, text: lines(`${value.count} of ${counted(value.total, 'entity', 'entities')} of ${kind}`, ...shown, more) }
  },
})

const statesOf = (states: Readonly<Record<string, number>>): string =>
  Object.entries(states)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${state} ${count}`)
    .join(', ')

const showEntity = tool<{ kind: string; id: string }>('show_entity', {
  title: 'Show an entity',
  description:
    'Shows one thing of a collection with everything that is known about it, the events that can happen to it next, and the states that put_state can bring it to.',
  arguments: { kind: KIND, id: { type: 'string', minLength: 1, maxLength: 200, description: 'Its id, such as an order number CS….' } },
  required: ['kind', 'id'],
  async run({ kind, id }, { ask, world }) {
    const value = await ask<Schemas['EntityDetail']>('GET', placeOf(world, kind, id))
    const { entity, next = [], reachable = [] } = value
    const steps = next.map(({ event, to }) => `${event} → ${to}`).join(', ')
    return {
      value,
      text: lines(
        JSON.stringify(entity, null, 2),
        steps && `Next: ${steps}`,
        reachable.length > 0 && `put_state can bring it to: ${reachable.join(', ')}`,
      ),
    }
  },
})

const putState = tool<{ kind: string; id: string; status: string; reason?: string }>('put_state', {
  title: 'Put an entity into a state',
  description:
    'Puts an order, a resource or another entity into a state, with everything that each step on the way implies: money, resources, calls of sellers. What no way leads to is refused, with the states that can be reached.',
  effect: 'change',
  arguments: {
    kind: KIND,
    id: { type: 'string', minLength: 1, maxLength: 200, description: 'Its id.' },
    status: { type: 'string', minLength: 1, maxLength: 60, description: 'The state, such as completed; show_entity lists them.' },
    reason: {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      description: 'Why, where a state has several reasons: violation or arrears for a frozen resource.',
    },
  },
  required: ['kind', 'id', 'status'],
  async run({ kind, id, ...body }, { ask, world }) {
    const value = await ask<Schemas['EntityPut']>('PUT', `${placeOf(world, kind, id)}/state`, { body })
    const steps = value.path.length === 0 ? 'It was there already.' : `Steps: ${value.path.join(', ')}.`
    return { value, text: `${kind} ${id}: ${value.was} → ${value.status}. ${steps}` }
  },
})

const placeOf = (world: string, kind: string, id: string): string =>
  `/worlds/${encodeURIComponent(world)}/entities/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`

export const WORLD_TOOLS: readonly Tool[] = [listWorlds, createWorld, listEntities, showEntity, putState]
